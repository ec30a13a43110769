import {useQuery, useQueryClient, type QueryClient, type UseQueryResult} from '@tanstack/react-query';
import {useCallback, useEffect, useRef, useState} from 'react';
import type {contract} from '../../electron/contract/contract.ts';
import {CallError, type InputOf, type OutputOf} from '../../electron/contract/kernel.ts';
import {client} from './bridge.ts';
import {dropTopics, topicsOf} from './drop-topics.ts';
import {newCommandId} from './wire.ts';

type Calls = typeof contract;
type Area = keyof Calls;
type NamesOf<A extends Area, Kind extends 'query' | 'command'> = {
  [Name in keyof Calls[A] & string]: Calls[A][Name] extends {kind: Kind} ? Name : never;
}[keyof Calls[A] & string];

type Send = (input: unknown, options?: {commandId?: string}) => Promise<unknown>;

/** Asks the main side and keeps asking again whenever a command changes one of the query's topics. */
export function useCall<A extends Area, Name extends NamesOf<A, 'query'>>(
  area: A,
  name: Name,
  input: InputOf<Calls[A][Name]>,
  options: {enabled?: boolean; keepPrevious?: boolean} = {},
): UseQueryResult<OutputOf<Calls[A][Name]>> {
  return useQuery({
    queryKey: [area, name, input],
    queryFn: (): Promise<unknown> => sender(area, name)(input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? {placeholderData: (previous: unknown) => previous} : {}),
  }) as UseQueryResult<OutputOf<Calls[A][Name]>>;
}

/** Asks before a screen does: the answer, or the wait for it, is there when the screen comes. */
export function askAhead<A extends Area, Name extends NamesOf<A, 'query'>>(
  queries: QueryClient,
  area: A,
  name: Name,
  input: InputOf<Calls[A][Name]>,
): void {
  void queries.prefetchQuery({
    queryKey: [area, name, input],
    queryFn: (): Promise<unknown> => sender(area, name)(input),
  });
}

/** Puts an answer where the next one who asks finds it: what this page has just decided itself. */
export function putAnswer<A extends Area, Name extends NamesOf<A, 'query'>>(
  queries: QueryClient,
  area: A,
  name: Name,
  asked: {readonly input: InputOf<Calls[A][Name]>; readonly answer: OutputOf<Calls[A][Name]>},
): void {
  queries.setQueryData([area, name, asked.input], asked.answer);
}

export interface Command<Input, Output> {
  /** Rejects with `CallError` or `ConnectionLost`. */
  readonly run: (input: Input) => Promise<Output>;
  readonly running: boolean;
}

/**
 * One intention of the user is one command: a second click while it runs is the same command, and so is a repeat after
 * an answer that got lost. An answered refusal ends the intention. `onAnswer` hears the answer while what depends on it is
 * being asked again.
 */
export function useCommand<A extends Area, Name extends NamesOf<A, 'command'>>(
  area: A,
  name: Name,
  {onAnswer}: {onAnswer?: (output: OutputOf<Calls[A][Name]>) => void} = {},
): Command<InputOf<Calls[A][Name]>, OutputOf<Calls[A][Name]>> {
  type Output = OutputOf<Calls[A][Name]>;
  const queries = useQueryClient();
  const [running, setRunning] = useState(false);
  const answered = useRef(onAnswer);
  useEffect(() => {
    answered.current = onAnswer;
  });
  const intention = useRef<{input: string; commandId: string; answer: Promise<Output> | null} | null>(null);

  const run = useCallback(
    (input: InputOf<Calls[A][Name]>): Promise<Output> => {
      const same = intention.current?.input === JSON.stringify(input) ? intention.current : null;
      if (same?.answer) return same.answer;
      const current = same ?? {input: JSON.stringify(input), commandId: newCommandId(), answer: null};
      intention.current = current;
      const settle = async (): Promise<Output> => {
        try {
          const output = (await sender(area, name)(input, {commandId: current.commandId})) as Output;
          if (intention.current === current) intention.current = null;
          // Asked again first: the host answers one question after another.
          const dropped = dropTopics(queries, topicsOf(area, name));
          answered.current?.(output);
          await dropped;
          return output;
        } catch (error) {
          current.answer = null;
          if (error instanceof CallError && intention.current === current) intention.current = null;
          throw error;
        } finally {
          setRunning(false);
        }
      };
      setRunning(true);
      current.answer = settle();
      return current.answer;
    },
    [area, name, queries],
  );
  return {run, running};
}

function sender(area: Area, name: string): Send {
  return (client[area] as unknown as Record<string, Send>)[name] as Send;
}

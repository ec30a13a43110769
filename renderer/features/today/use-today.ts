import {useQueryClient} from '@tanstack/react-query';
import {startTransition, useCallback, useDeferredValue, useEffect, useRef, useState} from 'react';
import {firstMatters, mostMatters} from '../../../domain/matters.ts';
import type {TodayChoice} from '../../../electron/contract/today.ts';
import {partOf} from '../../lib/today-part.ts';
import {putAnswer, useCall, useCommand} from '../../lib/use-call.ts';

/** What a screen shows is asked for first and drawn at once; the whole list follows when there is time. */
export function useToday(choice: TodayChoice | undefined) {
  const [hasFirst, setHasFirst] = useState(false);
  const part = choice === undefined ? {} : partOf(choice);
  const known = choice !== undefined;
  const whole = useCall(
    'today',
    'get',
    {limit: mostMatters, ...part},
    {enabled: known && hasFirst, keepPrevious: true},
  );
  const first = useCall(
    'today',
    'get',
    {limit: firstMatters, ...part},
    {enabled: known && whole.data === undefined, keepPrevious: true},
  );
  const isThere = whole.data !== undefined || first.data !== undefined;
  useEffect(() => {
    if (isThere) startTransition(() => setHasFirst(true));
  }, [isThere]);
  const data = useDeferredValue(whole.data) ?? first.data;
  return {
    data,
    isWhole: data !== undefined && data !== first.data,
    error: whole.error ?? first.error,
    refetch: whole.data === undefined ? first.refetch : whole.refetch,
  };
}

type Change = Partial<TodayChoice> | ((now: TodayChoice) => Partial<TodayChoice>);
export type Choose = (change: Change) => void;

/** How this person looks at Today here; changed at once, and kept behind. */
export function useChoice(): {choice: TodayChoice | undefined; choose: Choose} {
  const queries = useQueryClient();
  const {data: choice} = useCall('today', 'choice', {});
  const {run} = useCommand('today', 'choose');
  const latest = useRef(choice);
  useEffect(() => {
    latest.current = choice;
  });
  const choose = useCallback<Choose>(
    change => {
      const now = latest.current;
      if (now === undefined) return;
      const next = {...now, ...(typeof change === 'function' ? change(now) : change)};
      latest.current = next;
      putAnswer(queries, 'today', 'choice', {input: {}, answer: next});
      // Where it cannot be kept, the choice holds as long as the program runs.
      run(next).catch(() => undefined);
    },
    [queries, run],
  );
  return {choice, choose};
}

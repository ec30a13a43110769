import {zodResolver} from '@hookform/resolvers/zod';
import {useCallback, useEffect, useRef, useState} from 'react';
import {useForm, type DefaultValues, type FieldValues, type UseFormReturn} from 'react-hook-form';
import type {z} from 'zod';
import {client} from '../lib/bridge.ts';
import {draftAtRest, DraftWriter, writeAllDrafts, type DraftState} from './draft-store.ts';

export interface Draft {
  /** False until a draft at rest has been looked for; the form is shown after that. */
  readonly ready: boolean;
  readonly state: DraftState;
  /** Instant of the last write. */
  readonly savedAt: string | null;
  /** The fields were filled from a draft of an earlier session. */
  readonly restored: boolean;
  /** The record was changed elsewhere after this person began to type. */
  readonly moved: boolean;
  /** The record as it is now, as field values. */
  readonly saved: unknown;
  /** The stamp of the record on which the values stand: what a saving call takes as `seen`. */
  readonly base: string | null;
  /** Throws the typed values away and shows the record. */
  readonly drop: () => void;
  /** Goes on with the typed values although the record has moved on. */
  readonly keepMine: () => void;
  /** After the record was saved with these values. */
  readonly settle: () => void;
}

export interface DraftForm<Raw extends FieldValues, Parsed> {
  readonly form: UseFormReturn<Raw, unknown, Parsed>;
  readonly draft: Draft;
}

/**
 * A form whose typing survives the lock, a change of language, a crash and a power cut.
 *
 * `key` names the draft, e.g. `plan:ID`, `journal:new`. `defaultValues` is what the record holds, as field values
 * (see `raw`); `base` its stamp, null for a record that is yet to be made. While nothing is typed the fields follow the
 * record; once something is typed they never do so by themselves (`moved`).
 */
export function useDraftForm<Raw extends FieldValues, Parsed>({
  key,
  defaultValues,
  base,
  schema,
}: {
  key: string;
  defaultValues: Raw;
  base: string | null;
  schema: z.ZodType<Parsed, Raw>;
}): DraftForm<Raw, Parsed> {
  const form = useForm<Raw, unknown, Parsed>({
    defaultValues: defaultValues as DefaultValues<Raw>,
    resolver: zodResolver(schema),
    shouldFocusError: true,
  });
  const record = useRef({values: defaultValues, base});
  const standsOn = useRef(base);
  const writer = useRef<DraftWriter | null>(null);
  const [ready, setReady] = useState(false);
  const [written, setWritten] = useState<{state: DraftState; savedAt: string | null}>({state: 'clean', savedAt: null});
  const [restored, setRestored] = useState(false);
  const [moved, setMoved] = useState(false);

  const show = useCallback(
    (values: Raw) => {
      if (!same(form.getValues(), values)) form.reset(values, {keepErrors: false});
    },
    [form],
  );

  // A draft at rest is put into the fields, once per key.
  useEffect(() => {
    let current = true;
    const open = (atRest: boolean) => {
      writer.current = new DraftWriter(
        key,
        {
          save: values => client.draft.save({key, values, base: standsOn.current}),
          drop: () => client.draft.drop({key}),
        },
        (state, savedAt) => {
          if (current) setWritten(before => ({state, savedAt: savedAt ?? before.savedAt}));
        },
        atRest,
      );
      setReady(true);
    };
    standsOn.current = record.current.base;
    setReady(false);
    const restore = async () => {
      // A draft that cannot be read must not keep the form from opening.
      await draftAtRest(key);
      const found = await client.draft.get({key}).catch(() => null);
      if (!current) return;
      const values: Raw = {...record.current.values, ...found?.values};
      if (found && !same(values, record.current.values)) {
        form.reset(values);
        standsOn.current = found.base;
        setRestored(true);
        setMoved(found.base !== record.current.base);
        setWritten({state: 'saved', savedAt: found.savedAt});
      }
      open(found !== null);
    };
    void restore();
    return () => {
      current = false;
      writer.current?.close();
      writer.current = null;
    };
  }, [key, form]);

  // What is typed goes to the writer.
  useEffect(
    () =>
      form.subscribe({
        formState: {values: true},
        callback: () => {
          const values = form.getValues();
          if (!same(values, record.current.values)) writer.current?.typed(values);
          else if (!ready) return;
          else {
            setRestored(false);
            setMoved(false);
            standsOn.current = record.current.base;
            void writer.current?.clean();
          }
        },
      }),
    [form, ready],
  );

  // The record was asked again and has moved on. While a saving call runs, that is its own doing.
  const {isSubmitting} = form.formState;
  const fingerprint = JSON.stringify(defaultValues);
  useEffect(() => {
    const before = record.current;
    const typedSince = !same(form.getValues(), before.values);
    record.current = {values: defaultValues, base};
    if (!typedSince || same(form.getValues(), defaultValues)) {
      standsOn.current = base;
      setMoved(false);
      show(defaultValues);
    } else if (!isSubmitting && ready) {
      setMoved(base !== standsOn.current);
    }
    // `fingerprint` stands for `defaultValues`, which is a new object at every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [fingerprint, base, form, show, isSubmitting, ready]);

  useEffect(() => {
    const write = () => void writeAllDrafts();
    window.addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', write);
    document.addEventListener('focusout', write);
    return () => {
      window.removeEventListener('pagehide', write);
      document.removeEventListener('visibilitychange', write);
      document.removeEventListener('focusout', write);
    };
  }, []);

  const drop = useCallback(() => {
    standsOn.current = record.current.base;
    form.reset(record.current.values);
    setRestored(false);
    setMoved(false);
    void writer.current?.clean();
  }, [form]);

  const keepMine = useCallback(() => {
    standsOn.current = record.current.base;
    setMoved(false);
    writer.current?.typed(form.getValues());
  }, [form]);

  const settle = useCallback(() => {
    // The record as saved may have come already, and then says it better (white space, numbers given).
    if (record.current.base === standsOn.current) {
      record.current = {...record.current, values: structuredClone(form.getValues())};
    }
    standsOn.current = record.current.base;
    show(record.current.values);
    setRestored(false);
    setMoved(false);
    void writer.current?.clean();
  }, [form, show]);

  return {
    form,
    draft: {
      ready,
      ...written,
      restored,
      moved,
      get saved() {
        return record.current.values;
      },
      // Read at render and at submit: the ref is newer than any render only between a key and the next paint.
      get base() {
        return standsOn.current;
      },
      drop,
      keepMine,
      settle,
    },
  };
}

function same(left: unknown, right: unknown): boolean {
  return stable(left) === stable(right);
}

/** Keys in one order; a field that is not there equals an empty one. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}

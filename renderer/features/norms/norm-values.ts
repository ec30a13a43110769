import {z} from 'zod';
import {roundings} from '../../../domain/staff-norms/facility.ts';
import {counts, flags, measured, organisationKinds, type Count} from '../../../domain/staff-norms/norm.ts';
import type {NormAnswers, NormPlace} from '../../../electron/contract/norms.ts';
import {raw} from '../../form/typed.ts';

/** What stands in the fields: always text, so that what is wrong survives as well. */
const fields = z.object({
  kind: z.string(),
  people: z.string(),
  rounding: z.string(),
  /** `yes`, `no` or empty. */
  flags: z.record(z.string(), z.string()),
  counts: z.record(z.string(), z.string()),
  /** By `post24`: a bare number in a path would be a place in a list. */
  entered: z.record(z.string(), z.string()),
  staffIds: z.array(z.string()),
  staffIsWhole: z.boolean(),
});
export type RawNorms = z.output<typeof fields>;

export function enteredName(post: number): string {
  return `post${post}`;
}

export function rawNorms({answers, unitId}: NormPlace, posts: readonly number[]): RawNorms {
  const decimal = (value: number | null | undefined): string => raw.number(value).replace('.', ',');
  const flagOf = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'yes' : 'no');
  return {
    kind: unitId === null ? (answers?.kind ?? '') : '',
    people: raw.number(answers?.people),
    rounding: answers?.rounding ?? 'none',
    flags: Object.fromEntries(flags.map(flag => [flag, flagOf(answers?.flags[flag])])),
    counts: Object.fromEntries(counts.map(count => [count, decimal(answers?.counts[count])])),
    entered: Object.fromEntries(posts.map(post => [enteredName(post), decimal(answers?.entered[post])])),
    staffIds: answers?.staffIds ?? [],
    staffIsWhole: answers?.staffIsWhole ?? false,
  };
}

interface Read {
  readonly answers: NormAnswers;
  /** Paths of fields whose text is no such number: for the calculation they are not answered. */
  readonly wrong: readonly string[];
}

/** Reads the fields as far as they can be read: the calculation goes on while a person types. */
export function readNorms(typed: RawNorms): Read {
  const wrong: string[] = [];
  const number = (path: string, value: string | undefined, decimals: boolean, most: number): number | null => {
    const kept = (value ?? '').trim();
    if (kept === '') return null;
    const shape = decimals ? /^\d{1,7}(?:[.,]\d{1,4})?$/u : /^\d{1,7}$/u;
    const read = Number(kept.replace(',', '.'));
    if (shape.test(kept) && read <= most) return read;
    wrong.push(path);
    return null;
  };
  const people = number('people', typed.people, false, 1_000_000);
  const givenFlags: NormAnswers['flags'] = {};
  for (const flag of flags) {
    const answer = typed.flags[flag] ?? '';
    if (answer !== '') givenFlags[flag] = answer === 'yes';
  }
  const givenCounts: Partial<Record<Count, number>> = {};
  for (const count of counts) {
    const value = number(`counts.${count}`, typed.counts[count], measured.includes(count), 1_000_000);
    if (value !== null) givenCounts[count] = value;
  }
  const entered: Record<string, number> = {};
  for (const [name, words] of Object.entries(typed.entered)) {
    const value = number(`entered.${name}`, words, true, 1_000);
    if (value !== null) entered[name.replace('post', '')] = value;
  }
  return {
    answers: {
      kind: organisationKinds.find(kind => kind === typed.kind) ?? null,
      people,
      flags: givenFlags,
      counts: givenCounts,
      entered,
      rounding: roundings.find(rounding => rounding === typed.rounding) ?? 'none',
      staffIds: typed.staffIds,
      staffIsWhole: typed.staffIsWhole,
    },
    wrong,
  };
}

export const normsSchema: z.ZodType<NormAnswers, RawNorms> = fields.transform((typed, context) => {
  const {answers, wrong} = readNorms(typed);
  for (const path of wrong) context.addIssue({code: 'custom', message: 'malformed', path: path.split('.')});
  return answers;
});

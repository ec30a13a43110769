import type {IsoDate} from '../../domain/dates.ts';
import {cleanMultiline, cleanText, unprintable, type PersonName} from '../../domain/person.ts';
import type {Problem} from '../contract/problems.ts';
import {CallFailure, invalid} from './context.ts';

/** One thing that is wrong with an input: which field, and the key of the words for it. */
export interface Refusal {
  readonly field: string;
  readonly problem: Problem;
}

/** Nothing is stored while there is a refusal. */
export function refuseIf(...refusals: readonly (Refusal | false | undefined | readonly Refusal[])[]): void {
  const found = refusals.flat().filter(refusal => refusal !== undefined && refusal !== false);
  if (found.length > 0) throw invalid(...found);
}

export function refusal(field: string, problem: Problem): Refusal {
  return {field, problem};
}

/** The record, or the answer that there is none. */
export function orMissing<T>(found: T | undefined): T {
  if (found === undefined) throw new CallFailure('missing');
  return found;
}

/** What the caller saw must be what is there. */
export function refuseChanged(seen: string | null, now: string | null): void {
  if (seen !== now) throw new CallFailure('conflict');
}

/** A typed line as it is kept: nothing is null, never an empty text. */
export function lineOrNull(typed: string | null): string | null {
  const kept = cleanText(typed ?? '');
  return kept === '' ? null : kept;
}

/** Several lines, as they are kept. */
export function proseOrNull(typed: string | null): string | null {
  const kept = cleanMultiline(typed ?? '');
  return kept === '' ? null : kept;
}

/** Longest that the forms take, in letters; as in the fields of the editions. */
export const longest = {
  namePart: 300,
  organisation: 500,
  place: 300,
  position: 300,
  address: 500,
  phone: 100,
  orderNumber: 50,
  reason: 500,
  destination: 500,
  diagnosis: 2_000,
  ethnicity: 100,
  socialStatus: 500,
  absence: 300,
  cameFrom: 500,
  fileNumber: 50,
  attachmentTitle: 200,
  note: 2_000,
} as const;

/** Too long for the place that the form has for it. */
export function lengthRefusals(
  lengths: readonly (readonly [field: string, kept: string | null, max: number])[],
): Refusal[] {
  return lengths
    .filter(([, kept, max]) => kept !== null && kept.length > max)
    .map(([field]) => refusal(field, 'too-long'));
}

/** A name without which nobody could find the person, or that no paper can show. `field`: the name's path. */
export function nameRefusals(field: string, name: PersonName): Refusal[] {
  const parts = [
    [`${field}.surname`, name.surname],
    [`${field}.firstName`, name.firstName],
    [`${field}.patronymic`, name.patronymic],
  ] as const;
  return [
    ...(name.surname === '' ? [refusal(`${field}.surname`, 'surname-required')] : []),
    ...(name.firstName === '' ? [refusal(`${field}.firstName`, 'first-name-required')] : []),
    ...lengthRefusals(parts.map(([path, part]) => [path, part, longest.namePart] as const)),
    ...parts
      .filter(([, part]) => part !== null && unprintable(part).length > 0)
      .map(([path]) => refusal(path, 'unprintable-character')),
  ];
}

export function printRefusals(texts: readonly (readonly [field: string, kept: string])[]): Refusal[] {
  return texts
    .filter(([, kept]) => unprintable(kept).length > 0)
    .map(([field]) => refusal(field, 'unprintable-character'));
}

/** Two days in the wrong order. */
export function orderRefusals(field: string, from: IsoDate | null, to: IsoDate | null): Refusal[] {
  return from !== null && to !== null && to < from ? [refusal(field, 'period-reversed')] : [];
}

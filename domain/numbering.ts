import {assert} from './assert.ts';

/** What is numbered: the rows of the journal and the personal files. */
export const numberKinds = ['row', 'file'] as const;
export type NumberKind = (typeof numberKinds)[number];

/** How a facility numbers its files or rows: it continues its paper book. */
export interface NumberSeries {
  /** Stands before the digits: `ІС-`; may be empty. */
  readonly prefix: string;
  /** The first number that the paper book has not used. */
  readonly start: number;
  /** Digits at least, filled with zeros: 4 gives 0012. */
  readonly width: number;
}

/**
 * The next number: above the start and above every number ever given. Gaps are not filled: a number that is missing
 * here may stand on a paper. `used` holds all that were ever given, those of cancelled and deleted records too.
 */
export function nextNumber(series: NumberSeries, used: readonly number[]): number {
  const next = used.reduce((greatest, number) => Math.max(greatest, number + 1), series.start);
  assert(Number.isSafeInteger(next) && next > 0, 'numbers are whole and positive');
  return next;
}

/** A number as it is printed: prefix and digits. */
export function formatNumber(series: NumberSeries, number: number): string {
  return series.prefix + String(number).padStart(series.width, '0');
}

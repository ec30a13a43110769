import {assert} from './assert.ts';
import {isIsoDate, type IsoDate} from './dates.ts';
import type {Sex} from './vocabulary.ts';

/**
 * The individual identification number (ЖСН, ИИН): 12 digits, of which the last is a control digit.
 * Older numbers tell the date of birth (1-6), the century and the sex (7); since Government resolution No 853 of
 * 26.08.2013 a number need not agree with either, so both are hints and never a reason to refuse a number.
 */
export type IinCheck =
  | {kind: 'ok'; iin: string; bornHint: IsoDate | null; sexHint: Sex | null}
  /** Not 12 digits. */
  | {kind: 'shape'}
  /** The control digit is wrong, or the number is one that is never issued. */
  | {kind: 'control-digit'};

/** A soft remark: what the number says, where it differs from what was entered. */
export type IinHint = {field: 'born'; iinSays: IsoDate} | {field: 'sex'; iinSays: Sex};

const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/** A typed number: blanks and dashes between the digits are overlooked. `iin` is the form that is kept. */
export function checkIin(typed: string): IinCheck {
  const iin = typed.replace(/[\s\u2010-\u2015-]/gu, '');
  if (!/^[0-9]{12}$/u.test(iin)) return {kind: 'shape'};
  if (controlDigit(iin.slice(0, 11)) !== Number(iin[11])) return {kind: 'control-digit'};
  return {kind: 'ok', iin, bornHint: bornHint(iin), sexHint: sexHint(iin)};
}

/** Where a well-formed number differs from the entered date of birth and sex; what is not entered cannot differ. */
export function iinHints(iin: string, born: IsoDate | null, sex: Sex | null): IinHint[] {
  const check = checkIin(iin);
  if (check.kind !== 'ok') return [];
  const hints: IinHint[] = [];
  if (born !== null && check.bornHint !== null && check.bornHint !== born) {
    hints.push({field: 'born', iinSays: check.bornHint});
  }
  if (sex !== null && check.sexHint !== null && check.sexHint !== sex)
    hints.push({field: 'sex', iinSays: check.sexHint});
  return hints;
}

/** What a well-formed number says where nothing is entered yet: offered, never entered by itself. */
export function iinOffers(iin: string, born: IsoDate | null, sex: Sex | null): IinHint[] {
  const check = checkIin(iin);
  if (check.kind !== 'ok') return [];
  return [
    ...(born === null && check.bornHint !== null ? [{field: 'born', iinSays: check.bornHint} as const] : []),
    ...(sex === null && check.sexHint !== null ? [{field: 'sex', iinSays: check.sexHint} as const] : []),
  ];
}

/**
 * A number for demonstrations: well formed, with the day and month of the birth, but of the 19th century (7th digit 1
 * or 2), so that no living person can hold it. `serial` counts from 0; different serials give different numbers.
 */
export function makeTestIin(born: IsoDate, sex: Sex, serial: number): string {
  assert(Number.isInteger(serial) && serial >= 0 && serial < 9000, 'a serial is a whole number below 9000');
  const start = born.slice(2).replaceAll('-', '') + (sex === 'male' ? '1' : '2');
  let left = serial;
  // About one in 120 finds no control digit even in the second pass and is never issued; far less than 1000 of 10,000.
  for (let candidate = 0; ; candidate += 1) {
    const base = start + String(candidate).padStart(4, '0');
    const control = controlDigit(base);
    if (control === null) continue;
    if (left === 0) return base + String(control);
    left -= 1;
  }
}

/** The twelfth digit for eleven; null when no such number is issued. */
function controlDigit(eleven: string): number | null {
  const first = weighedSum(eleven, firstWeights);
  if (first < 10) return first;
  const second = weighedSum(eleven, secondWeights);
  return second < 10 ? second : null;
}

function weighedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11;
}

function bornHint(iin: string): IsoDate | null {
  const century = Number(iin[6]);
  if (century < 1 || century > 6) return null;
  const born = `${17 + Math.ceil(century / 2)}${iin.slice(0, 2)}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`;
  return isIsoDate(born) ? born : null;
}

function sexHint(iin: string): Sex | null {
  const century = Number(iin[6]);
  if (century < 1 || century > 6) return null;
  return century % 2 === 1 ? 'male' : 'female';
}

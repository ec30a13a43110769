import {assert} from '../assert.ts';

/** An exact number of units: 13 children in groups of 6 are 13/6 groups, not 2.1666. In lowest terms, `under` above 0. */
export interface Fraction {
  readonly over: number;
  readonly under: number;
}

export const nought: Fraction = {over: 0, under: 1};

export function fraction(over: number, under = 1): Fraction {
  assert(Number.isSafeInteger(over) && Number.isSafeInteger(under) && under > 0, 'a fraction is of whole numbers');
  const divisor = greatestCommonDivisor(Math.abs(over), under);
  return {over: over / divisor, under: under / divisor};
}

/** A number as the order or a person writes it: 5.25 is 21/4. Up to four decimals. */
export function fromDecimal(value: number): Fraction {
  const scaled = Math.round(value * 10_000);
  assert(Math.abs(scaled - value * 10_000) < 1e-6, 'units are given with four decimals at most');
  return fraction(scaled, 10_000);
}

export function plus(one: Fraction, other: Fraction): Fraction {
  return fraction(one.over * other.under + other.over * one.under, one.under * other.under);
}

export function minus(one: Fraction, other: Fraction): Fraction {
  return plus(one, {over: -other.over, under: other.under});
}

export function times(one: Fraction, other: Fraction): Fraction {
  return fraction(one.over * other.over, one.under * other.under);
}

/** Below 0 when `one` is the smaller, 0 when both are equal. */
export function compared(one: Fraction, other: Fraction): number {
  return one.over * other.under - other.over * one.under;
}

export function smaller(one: Fraction, other: Fraction): Fraction {
  return compared(one, other) <= 0 ? one : other;
}

export function larger(one: Fraction, other: Fraction): Fraction {
  return compared(one, other) >= 0 ? one : other;
}

export function total(parts: readonly Fraction[]): Fraction {
  return parts.reduce(plus, nought);
}

/** Up to the next multiple of 1/`step`: `upTo(13/6, 2)` is 2 1/2. */
export function upTo(value: Fraction, step: number): Fraction {
  return fraction(Math.ceil((value.over * step) / value.under), step);
}

export function toNumber({over, under}: Fraction): number {
  return over / under;
}

/** «2,5»; «0,65625»; «2,1666…» where the decimals have no end; «–0,5»: in characters that the prints have. */
export function decimalWords({over, under}: Fraction): string {
  const sign = over < 0 ? '–' : '';
  const exact = 100_000 % under === 0;
  const digits = exact
    ? (Math.abs(over) / under).toFixed(5).replace(/\.?0+$/u, '')
    : `${(Math.floor((Math.abs(over) * 10_000) / under) / 10_000).toFixed(4)}…`;
  return sign + digits.replace('.', ',');
}

/** A difference, with its sign also where it is above nought. */
export function signedWords(difference: Fraction): string {
  const figures = decimalWords(difference);
  return compared(difference, nought) > 0 ? `+${figures}` : figures;
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}

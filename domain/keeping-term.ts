import {addMonths, type IsoDate} from './dates.ts';

/**
 * How long the data of a person are kept after the last leaving. The order names no term: it is the organisation's own, and
 * where it has none they are kept for ever. A term that is over only puts the person on a list.
 */

/** Years; what is more is a slip. */
export const longestKeeping = 100;

/** The day on which the term is over. */
export function keepingEndsOn(leftOn: IsoDate, years: number): IsoDate {
  return addMonths(leftOn, 12 * years);
}

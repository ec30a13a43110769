import * as fc from 'fast-check';
import type {IsoDate} from '../../domain/dates.ts';

/** Days between two days, as strings. Made by the platform's own calendar, so that it can be held against ours. */
export function isoDates(from: IsoDate = '1850-01-01', to: IsoDate = '2150-12-31'): fc.Arbitrary<IsoDate> {
  return fc
    .integer({min: Date.parse(`${from}T00:00:00Z`) / 86_400_000, max: Date.parse(`${to}T00:00:00Z`) / 86_400_000})
    .map(days => new Date(days * 86_400_000).toISOString().slice(0, 10));
}

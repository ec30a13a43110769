import type {FixedHoliday, HolidayTable} from './calendar.ts';
import type {IsoDate} from './dates.ts';

/**
 * One table over another: of the years of the upper one nothing is left of the lower. Thus a table of further years leaves the
 * years before as they were.
 */
export function layered(lower: HolidayTable, upper: HolidayTable): HolidayTable {
  const {fromYear, toYear} = upper;
  const isBelow = (date: IsoDate): boolean => !isWithin(upper, yearOf(date));
  return {
    version: `${upper.version} + ${lower.version}`,
    fromYear: Math.min(lower.fromYear, fromYear),
    toYear: Math.max(lower.toYear, toYear),
    fixed: [
      ...lower.fixed.flatMap(holiday => [
        ...between(holiday, null, fromYear - 1),
        ...between(holiday, toYear + 1, null),
      ]),
      ...upper.fixed.flatMap(holiday => between(holiday, fromYear, toYear)),
    ],
    dated: [...lower.dated.filter(({date}) => isBelow(date)), ...upper.dated],
    swaps: [...lower.swaps.filter(({works, rests}) => isBelow(works) && isBelow(rests)), ...upper.swaps],
  };
}

/** Whether years lie between two tables of which neither says anything: layered, they would seem to be decided. */
export function areYearsApart(one: HolidayTable, other: HolidayTable): boolean {
  return one.fromYear > other.toYear + 1 || other.fromYear > one.toYear + 1;
}

function isWithin({fromYear, toYear}: HolidayTable, year: number): boolean {
  return fromYear <= year && year <= toYear;
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** What is left of a holiday between two years, both included; null: no such bound. */
function between(holiday: FixedHoliday, first: number | null, last: number | null): FixedHoliday[] {
  const fromYear = later(holiday.fromYear, first);
  const toYear = earlier(holiday.toYear, last);
  return fromYear !== null && toYear !== null && fromYear > toYear ? [] : [{...holiday, fromYear, toYear}];
}

function later(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

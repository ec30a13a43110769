import {addDays, addMonths, daysBetween, quarterOf, type IsoDate} from './dates.ts';

/** Any two days; both belong to the period. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export const readyPeriods = ['month', 'last-month', 'quarter', 'last-quarter', 'year', 'last-year'] as const;
export type ReadyPeriod = (typeof readyPeriods)[number];

/** The calendar's month, quarter or year that a day belongs to, or the one before it. */
export function readyPeriod(kind: ReadyPeriod, today: IsoDate): Period {
  const month = `${today.slice(0, 8)}01`;
  const quarter = quarterOf(today);
  const year = `${today.slice(0, 4)}-01-01`;
  switch (kind) {
    case 'month':
      return months(month, 1);
    case 'last-month':
      return months(addMonths(month, -1), 1);
    case 'quarter':
      return {from: quarter.from, to: quarter.to};
    case 'last-quarter':
      return months(addMonths(quarter.from, -3), 3);
    case 'year':
      return months(year, 12);
    case 'last-year':
      return months(addMonths(year, -12), 12);
  }
}

function months(first: IsoDate, count: number): Period {
  return {from: first, to: addDays(addMonths(first, count), -1)};
}

/**
 * The last day of which something is known: of a period that still runs it is today. A period that has not begun is
 * looked at on its first day.
 */
export function lastKnownDay({from, to}: Period, today: IsoDate): IsoDate {
  if (to <= today) return to;
  return from > today ? from : today;
}

/** A line of a chart can be read with so many points at most. */
const mostDays = 31;
const mostWeeks = 15;
const mostMonths = 36;
const mostQuarters = 40;

/**
 * The days at which a line over time is drawn, the last day of the period always among them: every day of a month,
 * every seventh day of a quarter, then the ends of months, quarters or years.
 */
export function pointsOf({from, to}: Period): IsoDate[] {
  const days = daysBetween(from, to) + 1;
  if (days <= mostDays) return backwards(to, from, day => addDays(day, -1));
  if (days <= mostWeeks * 7) return backwards(to, from, day => addDays(day, -7));
  const monthsIn = days / 30.5;
  const step = monthsIn <= mostMonths ? 1 : monthsIn <= mostQuarters * 3 ? 3 : 12;
  return backwards(to, from, day => endBefore(day, step));
}

function backwards(to: IsoDate, from: IsoDate, before: (day: IsoDate) => IsoDate): IsoDate[] {
  const points: IsoDate[] = [];
  for (let day = to; day >= from; day = before(day)) points.push(day);
  return points.toReversed();
}

/** The last day before `day` that ends a month, a quarter (3) or a year (12). */
function endBefore(day: IsoDate, step: 1 | 3 | 12): IsoDate {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % step);
  return addDays(`${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`, -1);
}

import {assert} from './assert.ts';
import type {Calendar} from './calendar.ts';
import {addDays, addMonths, quarterOf, type IsoDate} from './dates.ts';
import type {DeadlineRule, Leave, TermUnit} from './deadline-rule.ts';

/** The last day of a term in both readings; `strict` is never after `lenient`. */
export interface TermEnd {
  readonly strict: IsoDate;
  readonly lenient: IsoDate;
}

/** What a term is counted with. Time away does not count, and no term ends in it. */
export interface Counting {
  readonly calendar: Calendar;
  readonly leaves: readonly Leave[];
}

type Term = Pick<DeadlineRule, 'length' | 'unit' | 'following' | 'shift'>;

const monthsIn: Record<Exclude<TermUnit, 'calendar-day' | 'working-day'>, number> = {month: 1, quarter: 3, year: 12};

/**
 * The end of a term that runs from an event. The acts do not say whether the day of the event counts (see the two
 * readings of `Due`); where the text says "following", it does not.
 */
export function termEnd(term: Term, event: IsoDate, counting: Counting): TermEnd {
  return termEndBetween(term, event, event, counting);
}

/** The same for an event that the two readings place on different days. */
export function termEndBetween(term: Term, strictEvent: IsoDate, lenientEvent: IsoDate, counting: Counting): TermEnd {
  assert(Number.isInteger(term.length) && term.length > 0, 'a term has a length');
  return {
    strict: lastDay(term, term.following ? addDays(strictEvent, 1) : strictEvent, counting),
    lenient: shifted(term, lastDay(term, addDays(lenientEvent, 1), counting), counting),
  };
}

/**
 * The end of the calendar quarter in which something is to be done once. `since` is the first day on which it could be
 * done: where that leaves less than a quarter, the lenient reading gives three months, because "quarter" may as well
 * mean three months of the plan.
 */
export function quarterEnd(term: Term, day: IsoDate, since: IsoDate, counting: Counting): TermEnd {
  const quarter = quarterOf(day);
  const last = term.length === 1 ? quarter.to : addDays(addMonths(quarter.from, 3 * term.length), -1);
  const threeMonths = addDays(addMonths(since, 3 * term.length), -1);
  const lenient = since > quarter.from && threeMonths > last ? threeMonths : last;
  return {
    strict: afterLeave(last, counting.leaves),
    lenient: shifted(term, afterLeave(lenient, counting.leaves), counting),
  };
}

/** The last of so many days, months or years of which `first` is the first day. */
function lastDay(term: Term, first: IsoDate, counting: Counting): IsoDate {
  const {calendar, leaves} = counting;
  switch (term.unit) {
    case 'calendar-day':
      return nthDay(term.length, first, day => !isAway(day, leaves));
    case 'working-day':
      return nthDay(term.length, first, day => !isAway(day, leaves) && calendar.isWorkingDay(day));
    case 'month':
    case 'quarter':
    case 'year':
      return afterLeave(addDays(addMonths(first, term.length * monthsIn[term.unit]), -1), leaves);
  }
}

function nthDay(count: number, first: IsoDate, counts: (day: IsoDate) => boolean): IsoDate {
  let day = first;
  for (let left = counts(day) ? count - 1 : count; left > 0;) {
    day = addDays(day, 1);
    if (counts(day)) left -= 1;
  }
  return day;
}

function shifted(term: Term, day: IsoDate, {calendar, leaves}: Counting): IsoDate {
  if (!term.shift) return day;
  return nthDay(1, day, candidate => calendar.isWorkingDay(candidate) && !isAway(candidate, leaves));
}

function afterLeave(day: IsoDate, leaves: readonly Leave[]): IsoDate {
  return nthDay(1, day, candidate => !isAway(candidate, leaves));
}

/** A leave that still lasts does not concern a count: while it lasts, nothing is counted at all. */
function isAway(day: IsoDate, leaves: readonly Leave[]): boolean {
  return leaves.some(leave => leave.to !== null && leave.from <= day && day < leave.to);
}

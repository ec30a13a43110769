import {assert} from './assert.ts';
import type {Calendar} from './calendar.ts';
import {addDays, addMonths, quarterOf, type IsoDate} from './dates.ts';
import {latest} from './deadline-plans.ts';
import type {DeadlineRule, Leave, QuarterReading, TermUnit} from './deadline-rule.ts';

/** The last day of a term in both readings; `strict` is never after `lenient`. */
export interface TermEnd {
  readonly strict: IsoDate;
  readonly lenient: IsoDate;
  /** Whether a day was counted or passed over of which the calendar is not certain yet. */
  readonly dependsOnUndecided: boolean;
}

/** What a term is counted with. Time away does not count, and no term ends in it. */
export interface Counting {
  readonly calendar: Calendar;
  readonly leaves: readonly Leave[];
}

type Term = Pick<DeadlineRule, 'length' | 'unit' | 'following' | 'shift'>;

/** A day that a count came to. */
interface Reached {
  readonly day: IsoDate;
  readonly uncertain: boolean;
}

const monthsIn: Record<Exclude<TermUnit, 'calendar-day' | 'working-day'>, number> = {month: 1, quarter: 3, year: 12};

/** A date that the worker wrote down: nothing is counted. */
export function onDay(day: IsoDate): TermEnd {
  return {strict: day, lenient: day, dependsOnUndecided: false};
}

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
  return both(
    lastDay(term, term.following ? addDays(strictEvent, 1) : strictEvent, counting),
    shifted(term, lastDay(term, addDays(lenientEvent, 1), counting), counting),
  );
}

/**
 * The end of a step that follows the drawing up of a plan: by the strict reading from the day on which it was done, by
 * the lenient one from the end of the term that was given for it.
 */
export function stepEnd(
  rule: DeadlineRule,
  drawnUpOn: IsoDate | null,
  event: {readonly trigger: DeadlineRule['trigger']; readonly on: IsoDate},
  counting: Counting & {readonly rules: readonly DeadlineRule[]},
): TermEnd {
  const drawUp = counting.rules.find(other => other.kind === 'plan-draw-up' && other.trigger === event.trigger);
  const given = drawUp ? termEnd(drawUp, event.on, counting) : onDay(event.on);
  const strict = drawnUpOn === null ? given.strict : latest(drawnUpOn, event.on);
  return termEndBetween(rule, strict, latest(drawnUpOn ?? given.lenient, given.lenient), counting);
}

/**
 * The end of the quarter in which something is to be done once: of the calendar's, or of the three months of the plan
 * that `day` falls in. `since` is the first day on which it could be done: where that leaves less than a calendar
 * quarter, the lenient reading gives three months, because "quarter" may as well mean three months of the plan.
 */
export function quarterEnd(
  term: Term,
  day: IsoDate,
  since: IsoDate,
  counting: Counting,
  reading: QuarterReading = 'calendar',
): TermEnd {
  const months = 3 * term.length;
  if (reading === 'plan-start') {
    const last = addDays(addMonths(since, months * (monthsPassed(since, day, months) + 1)), -1);
    return both(afterLeave(last, counting), shifted(term, afterLeave(last, counting), counting));
  }
  const quarter = quarterOf(day);
  const last = term.length === 1 ? quarter.to : addDays(addMonths(quarter.from, months), -1);
  const threeMonths = addDays(addMonths(since, months), -1);
  const lenient = since > quarter.from && threeMonths > last ? threeMonths : last;
  return both(afterLeave(last, counting), shifted(term, afterLeave(lenient, counting), counting));
}

/** The first day of the quarter after the one that `day` falls in; never before `since`. */
export function nextQuarter(term: Term, day: IsoDate, since: IsoDate, reading: QuarterReading): IsoDate {
  if (day < since) return since;
  if (reading === 'calendar') return addDays(quarterOf(day).to, 1);
  const months = 3 * term.length;
  return addMonths(since, months * (monthsPassed(since, day, months) + 1));
}

/**
 * "Every month" after an event: by the strict reading within a month of it, by the lenient one once in the calendar
 * month that follows.
 */
export function monthlyEnd(term: Term, event: IsoDate, counting: Counting): TermEnd {
  const end = termEnd(term, event, counting);
  if (term.unit !== 'month') return end;
  const calendarMonth = addDays(addMonths(`${event.slice(0, 8)}01`, term.length + 1), -1);
  const lenient = shifted(term, afterLeave(calendarMonth, counting), counting);
  return lenient.day > end.lenient ? both({day: end.strict, uncertain: end.dependsOnUndecided}, lenient) : end;
}

/** "By the results of the year": its last day, and the end of the term that runs from it. */
export function yearEnd(term: Term, year: number, counting: Counting): TermEnd {
  const lastOfYear = `${String(year).padStart(4, '0')}-12-31`;
  const {lenient, dependsOnUndecided} = termEnd(term, lastOfYear, counting);
  return {strict: afterLeave(lastOfYear, counting).day, lenient, dependsOnUndecided};
}

/** How many whole periods of so many months lie between two days. */
function monthsPassed(since: IsoDate, day: IsoDate, months: number): number {
  if (day <= since) return 0;
  const between = (Number(day.slice(0, 4)) - Number(since.slice(0, 4))) * 12 + monthOf(day) - monthOf(since);
  const whole = Math.floor(between / months);
  return addMonths(since, whole * months) > day ? whole - 1 : whole;
}

function monthOf(day: IsoDate): number {
  return Number(day.slice(5, 7));
}

/** The last of so many days, months or years of which `first` is the first day. */
function lastDay(term: Term, first: IsoDate, counting: Counting): Reached {
  switch (term.unit) {
    case 'calendar-day':
      return nthDay(term.length, first, counting, 'any');
    case 'working-day':
      return nthDay(term.length, first, counting, 'working');
    case 'month':
    case 'quarter':
    case 'year':
      return afterLeave(addDays(addMonths(first, term.length * monthsIn[term.unit]), -1), counting);
  }
}

/** The n-th day that counts, of which the first may be `first` itself. */
function nthDay(count: number, first: IsoDate, {calendar, leaves}: Counting, days: 'any' | 'working'): Reached {
  let day = first;
  let uncertain = false;
  // Of the leaves of many years hardly one lies ahead.
  const ahead = leaves.some(({to}) => to !== null && first < to);
  for (let left = count; ; day = addDays(day, 1)) {
    if (ahead && isAway(day, leaves)) continue;
    if (days === 'working') {
      uncertain ||= calendar.uncertain(day);
      if (!calendar.isWorkingDay(day)) continue;
    }
    left -= 1;
    if (left === 0) return {day, uncertain};
  }
}

function shifted(term: Term, {day, uncertain}: Reached, counting: Counting): Reached {
  if (!term.shift) return {day, uncertain};
  const moved = nthDay(1, day, counting, 'working');
  return {day: moved.day, uncertain: uncertain || moved.uncertain};
}

function afterLeave(day: IsoDate, counting: Counting): Reached {
  return nthDay(1, day, counting, 'any');
}

function both(strict: Reached, lenient: Reached): TermEnd {
  return {strict: strict.day, lenient: lenient.day, dependsOnUndecided: strict.uncertain || lenient.uncertain};
}

/** A leave that still lasts does not concern a count: while it lasts, nothing is counted at all. */
function isAway(day: IsoDate, leaves: readonly Leave[]): boolean {
  return leaves.some(leave => leave.to !== null && leave.from <= day && day < leave.to);
}

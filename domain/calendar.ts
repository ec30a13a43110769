import {assert} from './assert.ts';
import {addDays, formatDate, weekday, type IsoDate} from './dates.ts';
import {text, type Text} from './text.ts';

/**
 * Which days of the week are worked. Round the clock has no weekly rest days, so no holiday can fall on one and move;
 * the holidays themselves stay days off.
 */
export const workingWeeks = ['five', 'six', 'round-the-clock'] as const;
export type WorkingWeek = (typeof workingWeeks)[number];

/** A holiday of a fixed day. Plain data, as the whole table. */
export interface FixedHoliday {
  readonly month: number;
  readonly day: number;
  readonly name: Text;
  /** First and last year in which it is a day off; null: no such bound. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** Whether it moves when it falls on a weekly rest day (Law on holidays, article 5). */
  readonly moves: boolean;
}

/** A day off that stands in no fixed place of the year; it never moves (Labour Code, article 84, paragraph 5). */
export interface DatedHoliday {
  readonly date: IsoDate;
  readonly name: Text;
  /** False where the day is only computed in advance: it can still shift by a day. */
  readonly decided: boolean;
}

/** A rest day that was moved by decision (Labour Code, article 85, paragraph 3); holds for the five-day week. */
export interface RestDaySwap {
  readonly works: IsoDate;
  readonly rests: IsoDate;
  readonly act: Text;
}

export interface HolidayTable {
  /** Changes with every change of the table, so that a count can say which one it used. */
  readonly version: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly fixed: readonly FixedHoliday[];
  readonly dated: readonly DatedHoliday[];
  readonly swaps: readonly RestDaySwap[];
}

/** A day that the head has set otherwise, and why. Stands above the table; moves nothing else. */
export interface CalendarEdit {
  readonly date: IsoDate;
  readonly working: boolean;
  readonly reason: string;
}

/**
 * Working days. Outside the years of the table only the weekly rest days are known, and no day counts as decided.
 */
export interface Calendar {
  readonly version: string;
  isWorkingDay: (date: IsoDate) => boolean;
  /** The first working day after a day. */
  nextWorkingDay: (date: IsoDate) => IsoDate;
  /** The day itself when it is worked, otherwise the next working day. */
  workingDayFrom: (date: IsoDate) => IsoDate;
  /** The n-th working day after a day, which itself is not counted; the day itself for 0. */
  addWorkingDays: (date: IsoDate, count: number) => IsoDate;
  /** Why a day is off, or why a rest day is worked; null for a common working day. */
  reason: (date: IsoDate) => Text | null;
  /** Whether the table or an edit says something of the day itself; the others follow the week alone. */
  isSpecial: (date: IsoDate) => boolean;
  /** False for a holiday whose day is only computed, and for a day outside the table. */
  decided: (date: IsoDate) => boolean;
  /**
   * Whether it may still turn out worked instead of off, or the other way: a computed holiday and the days beside it (it
   * can shift by one), unless they are off in any case or set by the head; every day outside the table.
   */
  uncertain: (date: IsoDate) => boolean;
}

interface SpecialDay {
  readonly working: boolean;
  readonly reason: Text;
  readonly decided: boolean;
}

const weeklyRest = text('демалыс күні', 'выходной день');
const restWeekdays: Record<WorkingWeek, readonly number[]> = {'five': [6, 7], 'six': [7], 'round-the-clock': []};

/**
 * The calendar of an organisation. A holiday that falls on a rest day gives the next working day that is not itself a
 * day off (07.05.2022, a Saturday, gives 10.05.2022: the 8th is a Sunday, the 9th a holiday).
 */
export function makeCalendar(
  table: HolidayTable,
  settings: {week: WorkingWeek; edits: readonly CalendarEdit[]},
): Calendar {
  const special = specialDays(table, settings.week);
  for (const edit of settings.edits) {
    special.set(edit.date, {working: edit.working, reason: text(edit.reason, edit.reason), decided: true});
  }
  const uncertain = uncertainDays(table, settings.week, special);
  const [first, last] = [`${table.fromYear}-01-01`, `${table.toYear}-12-31`];

  function isWorkingDay(date: IsoDate): boolean {
    return special.get(date)?.working ?? !isWeeklyRest(settings.week, date);
  }
  function workingDayFrom(date: IsoDate): IsoDate {
    let day = date;
    while (!isWorkingDay(day)) day = addDays(day, 1);
    return day;
  }
  function nextWorkingDay(date: IsoDate): IsoDate {
    return workingDayFrom(addDays(date, 1));
  }

  return {
    version: table.version,
    isWorkingDay,
    nextWorkingDay,
    workingDayFrom,
    addWorkingDays(date, count) {
      assert(Number.isInteger(count) && count >= 0, 'working days are counted forward');
      let day = date;
      for (let left = count; left > 0; left -= 1) day = nextWorkingDay(day);
      return day;
    },
    reason(date) {
      return special.get(date)?.reason ?? (isWeeklyRest(settings.week, date) ? weeklyRest : null);
    },
    isSpecial: date => special.has(date),
    decided(date) {
      return special.get(date)?.decided ?? (first <= date && date <= last);
    },
    uncertain(date) {
      return uncertain.has(date) || ((date < first || date > last) && !special.has(date));
    },
  };
}

function uncertainDays(
  table: HolidayTable,
  week: WorkingWeek,
  special: ReadonlyMap<IsoDate, SpecialDay>,
): ReadonlySet<IsoDate> {
  const found = new Set<IsoDate>();
  for (const {date, decided} of table.dated) {
    // An edit of the head on the computed day itself is the decision.
    if (decided || special.get(date)?.decided !== false) continue;
    for (const day of [addDays(date, -1), date, addDays(date, 1)]) {
      const known = special.get(day);
      const isOffAnyway = known === undefined || !known.decided ? isWeeklyRest(week, day) : !known.working;
      if (!isOffAnyway) found.add(day);
    }
  }
  return found;
}

function isWeeklyRest(week: WorkingWeek, date: IsoDate): boolean {
  return restWeekdays[week].includes(weekday(date));
}

/** Every day of the table that does not follow the week alone. */
function specialDays(table: HolidayTable, week: WorkingWeek): Map<IsoDate, SpecialDay> {
  const days = new Map<IsoDate, SpecialDay>();
  if (week === 'five') {
    for (const {works, rests, act} of table.swaps) {
      days.set(works, {working: true, decided: true, reason: swapReason('works', rests, act)});
      days.set(rests, {working: false, decided: true, reason: swapReason('rests', works, act)});
    }
  }
  const isRestDay = (date: IsoDate): boolean => !(days.get(date)?.working ?? !isWeeklyRest(week, date));

  const fixed = fixedHolidays(table);
  const moving = fixed.filter(holiday => holiday.moves && isRestDay(holiday.date));
  for (const {date, name} of fixed) days.set(date, {working: false, decided: true, reason: name});
  for (const {date, name, decided} of table.dated) {
    // On a holiday that is certain the day is off in any case.
    if (days.get(date)?.working ?? true) days.set(date, {working: false, decided, reason: name});
  }
  for (const {date, name} of moving) {
    let target = addDays(date, 1);
    while (isRestDay(target)) target = addDays(target, 1);
    days.set(target, {working: false, decided: true, reason: movedReason(date, name)});
  }
  return days;
}

/** The fixed holidays of all years of the table, by date. */
function fixedHolidays(table: HolidayTable): {date: IsoDate; name: Text; moves: boolean}[] {
  const holidays: {date: IsoDate; name: Text; moves: boolean}[] = [];
  for (let year = table.fromYear; year <= table.toYear; year += 1) {
    for (const {month, day, name, fromYear, toYear, moves} of table.fixed) {
      if (year < (fromYear ?? year) || year > (toYear ?? year)) continue;
      holidays.push({date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, name, moves});
    }
  }
  return holidays.sort((left, right) => (left.date < right.date ? -1 : 1));
}

function movedReason(from: IsoDate, name: Text): Text {
  const date = formatDate(from);
  return text(`${name.kk}: ${date} күнінен ауыстырылған демалыс`, `${name.ru}: перенос выходного с ${date}`);
}

function swapReason(kind: 'works' | 'rests', other: IsoDate, act: Text): Text {
  const date = formatDate(other);
  return kind === 'works'
    ? text(
        `жұмыс күні: демалыс ${date} күніне ауыстырылды (${act.kk})`,
        `рабочий день: выходной перенесён на ${date} (${act.ru})`,
      )
    : text(`демалыс ${date} күнінен ауыстырылды (${act.kk})`, `выходной перенесён с ${date} (${act.ru})`);
}

import {addDays, addMonths, weekday, type IsoDate} from './dates.ts';
import {matterKinds} from './matters.ts';

/** The month as a calendar, and the year of one recipient as a line. */

/** What stands on a day: what is due, and what else is worth knowing of it. */
export const scheduleKinds = [...matterKinds, 'round-held', 'birthday'] as const;
export type ScheduleKind = (typeof scheduleKinds)[number];

/** `done`: it has happened. `note`: nothing is to be done. */
export const scheduleStates = ['overdue', 'due', 'coming', 'done', 'note'] as const;
export type ScheduleState = (typeof scheduleStates)[number];

/** `2026-11`. */
export function isMonth(candidate: string): boolean {
  return /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/u.test(candidate);
}

export function monthOf(day: IsoDate): string {
  return day.slice(0, 7);
}

/** Its first and its last day. */
export function daysOfMonth(month: string): {readonly first: IsoDate; readonly last: IsoDate} {
  const first = `${month}-01`;
  return {first, last: addDays(addMonths(first, 1), -1)};
}

/** The months before and after it; within the years that are counted. */
export function monthAfter(month: string, months: number): string {
  return monthOf(addMonths(`${month}-01`, months));
}

/** The weeks that a month touches, from Monday to Sunday; null: a day of another month. */
export function weeksOf(month: string): (IsoDate | null)[][] {
  const {first, last} = daysOfMonth(month);
  const cells: (IsoDate | null)[] = Array.from({length: weekday(first) - 1}, () => null);
  for (let day = first; day <= last; day = addDays(day, 1)) cells.push(day);
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({length: cells.length / 7}, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The day of a year on which somebody is a year older: who was born on 29.02. on 01.03. of a common year, as `ageAt` counts. */
export function birthdayIn(born: IsoDate, year: number): IsoDate {
  const digits = String(year).padStart(4, '0');
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return born.endsWith('-02-29') && !isLeap ? `${digits}-03-01` : `${digits}${born.slice(4)}`;
}

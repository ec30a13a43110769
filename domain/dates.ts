import {assert, must} from './assert.ts';
import {text, type Text} from './text.ts';

/** A day of the Gregorian calendar, `YYYY-MM-DD`, without time or zone. Sorts as a string. */
export type IsoDate = string;

export interface Quarter {
  year: number;
  /** 1 to 4. */
  quarter: number;
  /** First day of the quarter. */
  from: IsoDate;
  /** Last day of the quarter. */
  to: IsoDate;
}

/** A typed year outside these is a slip of the finger, not a date of a paper or a birth. */
const typedYears = {from: 1800, to: 2199};

const monthsInDates: readonly Text[] = [
  text('қаңтар', 'января'),
  text('ақпан', 'февраля'),
  text('наурыз', 'марта'),
  text('сәуір', 'апреля'),
  text('мамыр', 'мая'),
  text('маусым', 'июня'),
  text('шілде', 'июля'),
  text('тамыз', 'августа'),
  text('қыркүйек', 'сентября'),
  text('қазан', 'октября'),
  text('қараша', 'ноября'),
  text('желтоқсан', 'декабря'),
];

/**
 * What a person typed or pasted, as a date: `5.1.2026`, `05/01/2026`, `05012026`, `2026-01-05`, `2026.1.5`,
 * with or without a closing «ж.» or «г.». Null when it is no day of the calendar (31.02.).
 * Two digits for the year are refused: a recipient «26 года рождения» may be a baby or a hundred years old.
 */
export function parseDate(typed: string): IsoDate | null {
  const plain = typed.trim().replace(/\s*[жг]?\.?$/u, '');
  const dayFirst = /^(\d{1,2})[.,/ -]+(\d{1,2})[.,/ -]+(\d{4})$/u.exec(plain) ?? /^(\d{2})(\d{2})(\d{4})$/u.exec(plain);
  const yearFirst = /^(\d{4})[./ -](\d{1,2})[./ -](\d{1,2})$/u.exec(plain);
  const [year, month, day] = yearFirst
    ? [yearFirst[1], yearFirst[2], yearFirst[3]]
    : [dayFirst?.[3], dayFirst?.[2], dayFirst?.[1]];
  if (!year || !month || !day) return null;
  if (Number(year) < typedYears.from || Number(year) > typedYears.to) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : null;
}

/** `2026-01-05` → `05.01.2026`, as on every screen and paper. */
export function formatDate(iso: IsoDate): string {
  const {year, month, day} = split(iso);
  return `${padded(day, 2)}.${padded(month, 2)}.${padded(year, 4)}`;
}

/** «2026 жылғы 5 қаңтар», «5 января 2026 года». */
export function longDate(iso: IsoDate): Text {
  const {year, month, day} = split(iso);
  const name = must(monthsInDates[month - 1]);
  return text(`${year} жылғы ${day} ${name.kk}`, `${day} ${name.ru} ${year} года`);
}

/** Whether a string is a real day in the form that is kept inside: years 0001 to 9999. */
export function isIsoDate(candidate: string): boolean {
  return packed(candidate) !== null;
}

export function addDays(iso: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(iso) + days);
}

/** The same day some months on (or back), or the last day of a month that is too short: 31.01. + 1 = 28.02. */
export function addMonths(iso: IsoDate, months: number): IsoDate {
  const {year, month, day} = split(iso);
  const count = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(count / 12);
  const targetMonth = count - targetYear * 12 + 1;
  return join(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Full years of a person on a day; null before the birth. Born on 29.02., a year is full on 01.03. of a common year. */
export function ageAt(born: IsoDate, on: IsoDate): number | null {
  if (on < born) return null;
  const [birth, day] = [split(born), split(on)];
  const hadBirthday = day.month > birth.month || (day.month === birth.month && day.day >= birth.day);
  return day.year - birth.year - (hadBirthday ? 0 : 1);
}

/** The calendar quarter that a day belongs to. */
export function quarterOf(iso: IsoDate): Quarter {
  const {year, month} = split(iso);
  const quarter = Math.ceil(month / 3);
  const from = join(year, quarter * 3 - 2, 1);
  return {year, quarter, from, to: addDays(addMonths(from, 3), -1)};
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(iso: IsoDate): number {
  // Day 0 of the count, 1970-01-01, was a Thursday.
  return ((((dayNumber(iso) + 3) % 7) + 7) % 7) + 1;
}

/** For `sort`: earlier first. */
export function compareDates(left: IsoDate, right: IsoDate): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The day on the wall at an instant (UTC, ISO with Z), so many minutes east of Greenwich. */
export function todayIn(instant: string, utcOffsetMinutes: number): IsoDate {
  const milliseconds = instant.endsWith('Z') ? Date.parse(instant) : Number.NaN;
  assert(Number.isFinite(milliseconds), 'an instant is an ISO string in UTC');
  return fromDayNumber(Math.floor((milliseconds + utcOffsetMinutes * 60_000) / 86_400_000));
}

function split(iso: IsoDate): {year: number; month: number; day: number} {
  const day = packed(iso);
  assert(day !== null, 'a date is YYYY-MM-DD');
  return {year: Math.floor(day / 10_000), month: Math.floor(day / 100) % 100, day: day % 100};
}

/** A real day as the number yyyymmdd. Every step of every count asks it: no expression, no part of a string is made. */
function packed(candidate: string): number | null {
  if (candidate.length !== 10) return null;
  let digits = 0;
  for (let index = 0; index < 10; index += 1) {
    const code = candidate.charCodeAt(index);
    if (index === 4 || index === 7) {
      if (code !== hyphen) return null;
    } else {
      if (code < zero || code > zero + 9) return null;
      digits = digits * 10 + code - zero;
    }
  }
  const month = Math.floor(digits / 100) % 100;
  const day = digits % 100;
  if (digits < 10_000 || month < 1 || month > 12) return null;
  return day >= 1 && day <= daysInMonth(Math.floor(digits / 10_000), month) ? digits : null;
}

const hyphen = 0x2d;
const zero = 0x30;

function join(year: number, month: number, day: number): IsoDate {
  assert(year >= 1 && year <= 9999, 'the years 0001 to 9999 are counted');
  return `${year < 1000 ? padded(year, 4) : year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days since 1970-01-01, by Howard Hinnant's `days_from_civil`: no `Date`, so no time zone and no two-digit years.
 * The year is taken to begin in March, which puts the leap day at its end.
 */
function dayNumber(iso: IsoDate): number {
  const {year, month, day} = split(iso);
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `dayNumber`: Hinnant's `civil_from_days`. */
function fromDayNumber(days: number): IsoDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return join(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

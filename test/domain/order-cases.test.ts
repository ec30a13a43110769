import {describe, expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {makeCalendar, workingWeeks, type Calendar, type WorkingWeek} from '../../domain/calendar.ts';
import type {DeadlineRule} from '../../domain/deadline-rule.ts';
import {monthlyEnd, quarterEnd, termEnd, yearEnd, type Counting, type TermEnd} from '../../domain/deadline-terms.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';
import {deadlines} from '../../templates/editions/308-2022/deadlines.ts';
import {calendarCases, termCases} from './order-cases.ts';

const calendars = new Map<WorkingWeek, Calendar>(
  workingWeeks.map(week => [week, makeCalendar(kzHolidays, {week, edits: []})]),
);

describe(`${calendarCases.length} days of the calendar`, () => {
  test.each(calendarCases)('%s, %s days: %s %s, %s', (_, week, date, is) => {
    expect(must(calendars.get(week)).isWorkingDay(date) ? 'works' : 'off').toBe(is);
  });
});

describe(`${termCases.length} terms of the order`, () => {
  test.each(termCases)('%s %s, %s days: from %s to %s or %s, %s', (_, name, week, event, strict, lenient) => {
    const rule = must(deadlines.find(({id}) => id === `308-2022/${name}`));
    const end = endOf(rule, event, {calendar: must(calendars.get(week)), leaves: []});
    expect([end.strict, end.lenient]).toEqual([strict, lenient]);
  });
});

test(`the tables hold ${calendarCases.length + termCases.length} rows, none of them twice`, () => {
  const rows = [...calendarCases, ...termCases].map(row => row.slice(0, 4).join(' '));
  expect(new Set(rows).size).toBe(rows.length);
  expect(rows.length).toBeGreaterThanOrEqual(150);
});

function endOf(rule: DeadlineRule, event: string, counting: Counting): TermEnd {
  switch (rule.kind) {
    case 'monitoring-due':
      return quarterEnd(rule, event, event, counting);
    case 'monthly-mark':
      return monthlyEnd(rule, event, counting);
    case 'year-binding':
      return yearEnd(rule, Number(event.slice(0, 4)), counting);
    default:
      return termEnd(rule, event, counting);
  }
}

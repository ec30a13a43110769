import {expect, test} from 'vitest';
import {makeCalendar} from '../../domain/calendar.ts';
import type {DeadlineFacts, Due, PlanFacts, RoundFacts} from '../../domain/deadline-rule.ts';
import {evaluateDeadlines} from '../../domain/deadlines.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';
import {deadlines} from '../../templates/editions/308-2022/deadlines.ts';

export const fiveDayWeek = makeCalendar(kzHolidays, {week: 'five', edits: []});

/** A recipient in temporary stay, admitted on Monday 02.02.2026, about whom nothing else is known. */
export function facts(known: Partial<DeadlineFacts> = {}): DeadlineFacts {
  return {
    organisationType: 'temporary-stay',
    status: 'receiving',
    admittedOn: '2026-02-02',
    leaves: [],
    plans: [],
    rounds: [],
    programmeTo: null,
    ...known,
  };
}

/** An approved plan without dates. */
export function plan(known: Partial<PlanFacts> = {}): PlanFacts {
  return {
    id: 'plan',
    revisesId: null,
    status: 'approved',
    from: null,
    to: null,
    reviewOn: null,
    drawnUpOn: null,
    filledOn: null,
    approvedOn: null,
    endedOn: null,
    ...known,
  };
}

/** A round that was held, and entered in the journal on the day. */
export function round(monitoredOn: string | null, known: Partial<RoundFacts> = {}): RoundFacts {
  return {id: 'round', planId: 'plan', monitoredOn, enteredOn: monitoredOn, ...known};
}

/** What a facility may set beside the facts. */
export type Settings = Partial<Pick<Parameters<typeof evaluateDeadlines>[0], 'calendar' | 'quarter' | 'countedFrom'>>;

export function dues(of: DeadlineFacts, today: string, settings: Settings = {}): Due[] {
  return evaluateDeadlines({facts: of, rules: deadlines, today, calendar: fiveDayWeek, ...settings});
}

/** `kind strict lenient state`, one line for each deadline. */
function lines(of: DeadlineFacts, today: string, settings: Settings): string[] {
  return dues(of, today, settings).map(due => [due.kind, due.dueStrict, due.dueLenient, due.state].join(' '));
}

/** What is known beside `facts()`, today, and the lines that follow. */
export type Row = [why: string, known: Partial<DeadlineFacts>, today: string, expected: string[]];

/** One test for each row, over the lines that begin with `only`. */
export function table(rows: readonly Row[], only = '', settings: Settings = {}): void {
  test.each(rows)('%s', (_, known, today, expected) => {
    expect(lines(facts(known), today, settings).filter(line => line.startsWith(only))).toEqual(expected);
  });
}

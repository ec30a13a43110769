import {ageAt} from '../../../domain/dates.ts';
import {birthdayIn, daysOfMonth, weeksOf, type ScheduleState} from '../../../domain/schedule.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {countingOf} from '../../../db/deadlines/counting.ts';
import {
  birthRows,
  dueRows,
  factRows,
  type BirthRow,
  type DueRow,
  type FactRow,
  type ScheduleWanted,
} from '../../../db/queries/schedule.ts';
import {mostEntries, type ScheduleEntry, type ScheduleMonth, type ScheduleTarget} from '../../contract/schedule.ts';

interface Wanted {
  readonly month: string;
  readonly recipientId: string | null;
  readonly staffId: string | null;
  readonly unitId: string | null;
}

/** Every day of a month with what stands on it; the counted deadlines stand on the day of the strict reading. */
export function monthOf(db: ReadableDb, today: string, {month, ...whose}: Wanted): ScheduleMonth {
  const days = daysOfMonth(month);
  const wanted: ScheduleWanted = {...whose, ...days};
  const due = dueRows(db, wanted);
  const counted = new Set(due.map(countedAs));
  const found = [
    ...due.map(row => ({on: row.strict, entry: dueEntry(row, today)})),
    // What is counted stands there already, with its ground.
    ...factRows(db, wanted)
      .filter(row => !counted.has(countedAs(row)))
      .map(row => ({on: row.on, entry: factEntry(row, today)})),
    ...birthRows(db, wanted)
      .map(row => ({on: birthdayIn(row.bornOn, Number(month.slice(0, 4))), entry: birthEntry(row, month)}))
      .filter(({on}) => on.startsWith(month)),
  ];
  const byDay = Map.groupBy(found.slice(0, mostEntries), ({on}) => on);
  const {calendar} = countingOf(db);
  return {
    today,
    total: found.length,
    days: weeksOf(month)
      .flat()
      .filter(date => date !== null)
      .map(date => ({
        date,
        off: !calendar.isWorkingDay(date),
        reason: calendar.isSpecial(date) ? calendar.reason(date) : null,
        entries: (byDay.get(date) ?? []).map(({entry}) => entry),
      })),
  };
}

function countedAs({kind, planId, recipientId}: Pick<DueRow | FactRow, 'kind' | 'planId' | 'recipientId'>): string {
  return `${kind} ${planId ?? recipientId}`;
}

type Row = Pick<DueRow, 'recipientId' | 'surname' | 'firstName' | 'patronymic'>;

function whose({recipientId, surname, firstName, patronymic}: Row) {
  return {recipientId, name: {surname, firstName, patronymic}};
}

function dueEntry(row: DueRow, today: string): ScheduleEntry {
  const {id, kind, strict, lenient} = row;
  const latestOn = lenient === null || lenient === strict ? null : lenient;
  return {key: id, kind, state: dueState(row, today), ...whose(row), latestOn, age: null, target: targetOf(row)};
}

function dueState({strict, lenient, archive}: DueRow, today: string): ScheduleState {
  if (archive === 1) return 'note';
  if ((lenient ?? strict) < today) return 'overdue';
  return strict <= today ? 'due' : 'coming';
}

export function targetOf({kind, recipientId, planId, roundId, openRoundId}: DueRow): ScheduleTarget {
  if (kind === 'file-open') return {screen: 'file', recipientId};
  if (kind === 'plan-draw-up') return {screen: 'new-plan', recipientId};
  if (kind === 'year-binding') return {screen: 'binding'};
  if (planId === null) return {screen: 'recipient', recipientId};
  if (roundId !== null) return {screen: 'round', recipientId, planId, roundId};
  if (kind === 'monitoring-due' || kind === 'monthly-mark') {
    return {screen: 'round', recipientId, planId, roundId: openRoundId};
  }
  return {screen: 'plan', recipientId, planId};
}

function factEntry(row: FactRow, today: string): ScheduleEntry {
  const {kind, on, recipientId, planId, roundId} = row;
  const state = kind === 'round-held' ? 'done' : on > today ? 'coming' : on === today ? 'due' : 'note';
  return {
    key: `${kind} ${roundId ?? planId ?? recipientId}`,
    kind,
    state,
    ...whose(row),
    latestOn: null,
    age: null,
    target:
      planId === null
        ? {screen: 'recipient', recipientId}
        : roundId === null
          ? {screen: 'plan', recipientId, planId}
          : {screen: 'round', recipientId, planId, roundId},
  };
}

function birthEntry(row: BirthRow, month: string): ScheduleEntry {
  const {recipientId, bornOn} = row;
  return {
    key: `birthday ${recipientId}`,
    kind: 'birthday',
    state: 'note',
    ...whose(row),
    latestOn: null,
    age: ageAt(bornOn, birthdayIn(bornOn, Number(month.slice(0, 4)))),
    target: {screen: 'recipient', recipientId},
  };
}

import {formatDate} from '../../../domain/dates.ts';
import {eventNames} from '../../../domain/record-value-words.ts';
import {scheduleKindNames, yearMarkNames} from '../../../domain/schedule-words.ts';
import type {ScheduleState} from '../../../domain/schedule.ts';
import {text} from '../../../domain/text.ts';
import {daysOfYear, lastingOf, partInYear, type Lasting, type YearTrack} from '../../../domain/year-line.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {placementsOf} from '../../../db/queries/journal.ts';
import {roundsOf} from '../../../db/queries/monitoring.ts';
import {plansOf} from '../../../db/queries/plan.ts';
import {findKept} from '../../../db/queries/recipient.ts';
import {dueRows} from '../../../db/queries/schedule.ts';
import type {YearMark, YearSpan, YearView} from '../../contract/schedule.ts';
import {orMissing} from '../refusals.ts';
import {targetOf} from './month.ts';

/** What lasted, happened or is due in a year of one recipient. */
export function yearOf(
  db: ReadableDb,
  today: string,
  {recipientId: askedId, year}: {readonly recipientId: string; readonly year: number},
): YearView {
  const {id: recipientId, surname, firstName, patronymic} = orMissing(findKept(db, askedId));
  const placements = placementsOf(db, recipientId);
  const plans = plansOf(db, recipientId).map(({plan}) => plan);
  const all: YearSpan[] = [];
  const marks: YearMark[] = [];
  const days = new Set<string>([today]);
  const span = (
    track: YearTrack,
    lasting: Lasting,
    rest: Omit<YearSpan, 'track' | 'from' | 'to' | 'openEnd'>,
  ): void => {
    days.add(lasting.from);
    if (lasting.to !== null) days.add(lasting.to);
    const part = partInYear(lasting, year);
    if (part !== undefined) all.push({track, ...part, ...rest});
  };
  const mark = (one: YearMark): void => {
    days.add(one.on);
    if (one.on.startsWith(digits(year))) marks.push(one);
  };
  const stateOf = (on: string, isDone: boolean): ScheduleState => (isDone ? 'done' : on < today ? 'note' : 'coming');

  for (const {events} of placements) {
    const {stays, leaves} = lastingOf(events);
    for (const stay of stays) span('stay', stay, {what: said(stay), planId: null, status: null});
    for (const leave of leaves) span('leave', leave, {what: eventNames.left, planId: null, status: null});
    for (const {kind, happenedOn} of events) {
      if (kind === 'queued' || kind === 'called' || kind === 'postponed' || kind === 'no-show') continue;
      const target = {screen: 'recipient', recipientId} as const;
      mark({track: 'stay', on: happenedOn, state: 'done', what: eventNames[kind], target});
    }
  }
  for (const {id: planId, revision, status, periodFrom, periodTo, endedOn, reviewOn} of plans) {
    if (periodFrom !== null) {
      const to = endedOn !== null && (periodTo === null || endedOn < periodTo) ? endedOn : periodTo;
      span('plan', {from: periodFrom, to}, {what: yearMarkNames.planRevision(revision), planId, status});
    }
    const plan = {screen: 'plan', recipientId, planId} as const;
    if (reviewOn !== null && status === 'approved') {
      mark({track: 'review', on: reviewOn, state: stateOf(reviewOn, false), what: yearMarkNames.review, target: plan});
    }
    for (const {id: roundId, number, status: held, monitoredOn, observedTo} of roundsOf(db, planId)) {
      const on = monitoredOn ?? observedTo;
      if (on === null) continue;
      const what = held === 'closed' ? yearMarkNames.round(number) : yearMarkNames.roundOpen(number);
      const target = {screen: 'round', recipientId, planId, roundId} as const;
      mark({track: 'round', on, state: stateOf(on, held === 'closed'), what, target});
    }
  }
  const {first, last} = daysOfYear(year);
  for (const row of dueRows(db, {first, last, recipientId, staffId: null, unitId: null})) {
    const state = row.archive === 1 ? 'note' : (row.lenient ?? row.strict) < today ? 'overdue' : 'coming';
    mark({track: 'due', on: row.strict, state, what: scheduleKindNames[row.kind], target: targetOf(row)});
  }
  return {
    name: {surname, firstName, patronymic},
    today,
    years: [
      ...new Set([...days].map(day => Number(day.slice(0, 4))).filter(known => known >= 1900 && known <= 2199)),
    ].sort((a, b) => b - a),
    spans: all,
    marks: marks.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
}

function said({from, to}: Lasting) {
  return to === null
    ? text(`${formatDate(from)} бастап`, `с ${formatDate(from)}`)
    : text(`${formatDate(from)} – ${formatDate(to)}`, `${formatDate(from)} – ${formatDate(to)}`);
}

function digits(year: number): string {
  return String(year).padStart(4, '0');
}

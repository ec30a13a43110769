import {calendarChange, calendarOf, movedBecause, type CalendarSettings} from '../../domain/calendar-settings.ts';
import type {Calendar} from '../../domain/calendar.ts';
import type {DeadlineFacts, RoundFacts} from '../../domain/deadline-rule.ts';
import {evaluateDeadlines} from '../../domain/deadlines.ts';
import {addDays, type IsoDate} from '../../domain/dates.ts';
import {mattersOf, type Matter} from '../../domain/matters.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';
import type {ReadableDb, WritableDb} from '../connection.ts';
import {findFacility} from '../queries/facility.ts';
import {countingOf, type Counting} from './counting.ts';
import {
  boundYears,
  changedRounds,
  leavesByPlacement,
  planRows,
  receivingRows,
  roundRows,
  type ReceivingRow,
  type RoundFactsRow,
  type Whose,
} from './facts.ts';
import {forgetStale, staleOnes} from './stale.ts';

/** A matter as it is kept: whose it is, and the calendar by which its days came out. */
interface Kept extends Matter {
  readonly placementId: string;
  readonly recipientId: string;
  readonly nameKey: string;
  readonly calendarVersion: string;
  readonly movedFromStrict: IsoDate | null;
  readonly movedFromLenient: IsoDate | null;
  /** JSON of a Text. */
  readonly movedBecause: string | null;
}

/** Counts anew whatever no longer holds. The end of each command; free where nothing is stale. */
export function recountStale(db: WritableDb, today: IsoDate): void {
  const whose = staleOnes(db);
  if (whose === null) return;
  recount(db, today, whose);
}

/**
 * Counts the matters of some people or of everybody, and writes what has come out otherwise than before. Days that a new
 * calendar has moved keep what they were, so that the screen can say so; any other change of them forgets it.
 */
function recount(db: WritableDb, today: IsoDate, whose: Whose, atOnce = peopleAtOnce): void {
  forgetStale(db);
  const counting = countingOf(db);
  const last = lastCount(db);
  // A change of the calendar is a command of its own: whatever it moves, it alone has moved.
  const oldCalendar = last === null || last.calendarVersion === counting.calendarVersion ? null : calendarBefore(last);
  const isFirst = whose === 'all' && db.prepare('SELECT 1 FROM deadline LIMIT 1').get() === undefined;
  const by = {today, counting, oldCalendar, isFirst};
  if (whose !== 'all') return recountPart(db, whose, by);
  for (const part of partsOf(db, atOnce)) recountPart(db, part, by);
  writeLastCount(db, {day: today, calendarVersion: counting.calendarVersion, settings: counting.calendarSettings});
}

/** Up to so many people are counted at once, more of them in parts of a quarter: what is held is a kilobyte for each matter. */
const peopleAtOnce = 10_000;

/** Everybody, in parts that the memory has room for; mostly one. */
function* partsOf(db: WritableDb, atOnce: number): Generator<Whose> {
  const {people} = db.prepare<{people: number}>('SELECT count(*) AS people FROM recipient').get() ?? {people: 0};
  if (people <= atOnce) return yield 'all';
  const part = Math.ceil(atOnce / 4);
  // Whoever is no more has no part.
  db.execute('DELETE FROM deadline WHERE recipient_id NOT IN (SELECT id FROM recipient)');
  const next = db.prepare<{id: string}>(`SELECT id FROM recipient WHERE id > ? ORDER BY id LIMIT ?`);
  for (let rows = next.all('', part); rows.length > 0; rows = next.all(rows.at(-1)?.id ?? '', part)) {
    yield rows.map(({id}) => id);
  }
}

interface CountedBy {
  readonly today: IsoDate;
  readonly counting: Counting;
  readonly oldCalendar: Calendar | null;
  /** Nothing is kept yet: then a row is written without a look for one to replace, in two thirds of the time. */
  readonly isFirst: boolean;
}

function recountPart(db: WritableDb, whose: Whose, {today, counting, oldCalendar, isFirst}: CountedBy): void {
  const before = new Map(keptMatters(db, whose).map(each => [each.id, each]));
  const written = new Set<string>();
  for (const counted of countAll(db, today, whose, counting)) {
    const how = isFirst && !written.has(counted.id) ? 'INSERT' : 'INSERT OR REPLACE';
    written.add(counted.id);
    const old = before.get(counted.id);
    before.delete(counted.id);
    const next = old === undefined ? counted : follow(old, counted, {oldCalendar, calendar: counting.calendar});
    if (old === undefined || !isSame(old, next)) write(db, how, next);
  }
  for (const id of before.keys()) db.execute('DELETE FROM deadline WHERE id = ?', id);
}

/** When everybody's matters were counted last, and by which calendar. */
interface LastCount {
  readonly day: IsoDate;
  readonly calendarVersion: string;
  readonly settings: CalendarSettings;
}

function calendarBefore({settings}: LastCount): Calendar {
  return calendarOf(settings, kzHolidays);
}

const lastCountKey = 'deadlines';

function lastCount(db: ReadableDb): LastCount | null {
  const found = db.prepare<{value: string}>('SELECT value FROM local_state WHERE key = ?').get(lastCountKey);
  // Written by this file alone.
  return found === undefined ? null : (JSON.parse(found.value) as LastCount);
}

function writeLastCount(db: WritableDb, count: LastCount): void {
  db.execute('INSERT OR REPLACE INTO local_state (key, value) VALUES (?, ?)', lastCountKey, JSON.stringify(count));
}

/** Whether everybody's matters have been counted on this day: what is due changes with the day. */
export function isCountedOn(db: ReadableDb, today: IsoDate): boolean {
  return lastCount(db)?.day === today && staleOnes(db) === null;
}

/** Everybody's, whatever was counted before: at the first call of a day. */
export function recountAll(db: WritableDb, today: IsoDate, atOnce = peopleAtOnce): void {
  recount(db, today, 'all', atOnce);
}

/** The same matter counted again. */
function follow(old: Kept, counted: Kept, by: {oldCalendar: Calendar | null; calendar: Calendar}): Kept {
  const {movedFromStrict, movedFromLenient} = old;
  if (old.strict === counted.strict && old.lenient === counted.lenient) {
    return {
      ...counted,
      calendarVersion: old.calendarVersion,
      movedFromStrict,
      movedFromLenient,
      movedBecause: old.movedBecause,
    };
  }
  if (by.oldCalendar === null) return counted;
  const because = whyMoved(old, counted, by.oldCalendar, by.calendar);
  return {...counted, movedFromStrict: old.strict, movedFromLenient: old.lenient, movedBecause: because};
}

/** The days that the calendars call otherwise, from where the term can have begun to where it ends now. */
function whyMoved(old: Kept, counted: Kept, before: Calendar, after: Calendar): string | null {
  const [from, to] = [old.lenient ?? old.strict, counted.lenient ?? counted.strict];
  if (from === null || to === null) return null;
  const [first, last] = from < to ? [from, to] : [to, from];
  const changes = calendarChange(before, after, addDays(first, -daysOfTerm), last);
  return JSON.stringify(movedBecause(from, to, changes));
}

/** A term in working days is short: what was changed longer ago has moved nothing. */
const daysOfTerm = 14;

function countAll(db: ReadableDb, today: IsoDate, whose: Whose, counting: Counting): Kept[] {
  const organisationType = findFacility(db)?.type;
  if (organisationType === undefined) return [];
  const people = receivingRows(db, whose);
  const planFacts = planRows(db, people, whose, today);
  const plans = Map.groupBy(planFacts, plan => plan.placementId);
  const rounds = Map.groupBy(withChanges(db, roundRows(db, planFacts, whose, today)), round => round.placementId);
  const leaves = leavesByPlacement(db, whose);
  const bound = boundYears(db, whose);
  return people.flatMap(person => {
    const facts: DeadlineFacts = {
      organisationType,
      status: 'receiving',
      admittedOn: person.admittedOn,
      leaves: leaves.get(person.placementId) ?? [],
      plans: plans.get(person.placementId) ?? [],
      rounds: rounds.get(person.placementId) ?? [],
      programmeTo: person.programmeTo,
      boundYears: bound.get(person.recipientId) ?? [],
    };
    return matters(person, facts, today, counting);
  });
}

function matters(person: ReceivingRow, facts: DeadlineFacts, today: IsoDate, counting: Counting): Kept[] {
  const {placementId, recipientId, nameKey} = person;
  const {rules, localTerms, calendar, calendarVersion, countedFrom, quarter, noticeDays} = counting;
  const due = evaluateDeadlines({facts, rules, localTerms, today, calendar, countedFrom, quarter});
  const hasFile = person.hasFile === 1;
  const archive = person.archive === 1;
  return mattersOf({placementId, facts, due, noticeDays, hasFile, archive}).map(matter => ({
    ...matter,
    placementId,
    recipientId,
    nameKey,
    calendarVersion,
    movedFromStrict: null,
    movedFromLenient: null,
    movedBecause: null,
  }));
}

/** Only what was found on the last day of monitoring can call for the next mark. */
function withChanges(db: ReadableDb, rounds: readonly RoundFactsRow[]): (RoundFactsRow & RoundFacts)[] {
  const last = new Map<string, RoundFactsRow[]>();
  for (const round of rounds) {
    if (round.monitoredOn === null) continue;
    const day = last.get(round.placementId)?.[0]?.monitoredOn ?? null;
    if (day === null || round.monitoredOn > day) last.set(round.placementId, [round]);
    else if (round.monitoredOn === day) last.get(round.placementId)?.push(round);
  }
  const changed = changedRounds(
    db,
    [...last.values()].flat().map(({id}) => id),
  );
  return rounds.map(round => (changed.has(round.id) ? {...round, changed: true} : round));
}

function keptMatters(db: ReadableDb, whose: Whose): Kept[] {
  const some = whose === 'all' ? '1' : 'recipient_id IN (SELECT value FROM json_each(?))';
  return db
    .prepare<Omit<Kept, 'undecided' | 'archive'> & {undecided: number; archive: number}>(
      `SELECT id, placement_id AS placementId, recipient_id AS recipientId, rule_id AS ruleId, kind, plan_id AS planId,
        round_id AS roundId, strict, lenient, notice_days AS noticeDays, undecided, archive, name_key AS nameKey,
        calendar_version AS calendarVersion, moved_from_strict AS movedFromStrict,
        moved_from_lenient AS movedFromLenient, moved_because AS movedBecause
      FROM deadline WHERE ${some}`,
    )
    .all(...(whose === 'all' ? [] : [JSON.stringify(whose)]))
    .map(row => ({...row, undecided: row.undecided === 1, archive: row.archive === 1}));
}

/** What of a matter is compared and written, in the order of the columns below. */
function values(kept: Kept): (string | number | null)[] {
  return [
    kept.placementId,
    kept.recipientId,
    kept.ruleId,
    kept.kind,
    kept.planId,
    kept.roundId,
    kept.strict,
    kept.lenient,
    kept.noticeDays,
    Number(kept.undecided),
    Number(kept.archive),
    kept.nameKey,
    kept.calendarVersion,
    kept.movedFromStrict,
    kept.movedFromLenient,
    kept.movedBecause,
  ];
}

function isSame(left: Kept, right: Kept): boolean {
  const others = values(right);
  return values(left).every((value, index) => value === others[index]);
}

function write(db: WritableDb, how: 'INSERT' | 'INSERT OR REPLACE', kept: Kept): void {
  db.execute(
    `${how} INTO deadline (id, placement_id, recipient_id, rule_id, kind, plan_id, round_id, strict, lenient,
      notice_days, undecided, archive, name_key, calendar_version, moved_from_strict, moved_from_lenient, moved_because)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    kept.id,
    ...values(kept),
  );
}

import {must} from '../../domain/assert.ts';
import {addDays, type IsoDate} from '../../domain/dates.ts';
import type {Leave, RoundFacts} from '../../domain/deadline-rule.ts';
import type {PlanStatus} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../connection.ts';

/**
 * What the deadlines of those who receive services follow from, read in a few statements for all of them or for some.
 * Only they are counted for: who waits, is away or has left has no terms.
 */

export interface ReceivingRow {
  readonly placementId: string;
  readonly recipientId: string;
  /** Sorts by the Kazakh alphabet. */
  readonly nameKey: string;
  readonly admittedOn: IsoDate | null;
  readonly programmeTo: IsoDate | null;
  /** 1 or 0. */
  readonly hasFile: number;
  /** 1 or 0: an old paper entered late. */
  readonly archive: number;
}

export interface PlanFactsRow {
  readonly id: string;
  readonly placementId: string;
  readonly revisesId: string | null;
  readonly status: PlanStatus;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly reviewOn: IsoDate | null;
  readonly drawnUpOn: IsoDate | null;
  readonly filledOn: IsoDate | null;
  readonly approvedOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
}

export interface RoundFactsRow extends RoundFacts {
  readonly placementId: string;
  readonly status: 'open' | 'closed';
}

interface LeaveRow {
  readonly placementId: string;
  readonly kind: 'left' | 'came-back';
  readonly happenedOn: IsoDate;
}

interface BindingRow {
  readonly recipientId: string;
  readonly year: number;
}

/** Whose facts: everybody's, or those of some recipients. */
export type Whose = 'all' | readonly string[];

/** SQL that holds for the rows of those people, and what is bound to it. */
function those(whose: Whose, column: string): {readonly sql: string; readonly values: readonly string[]} {
  if (whose === 'all') return {sql: '1', values: []};
  return {sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(whose)]};
}

/**
 * SQL for the rows `s` of those people who receive services now. Where some are named, it begins with them: by the
 * state, everybody's rows would be read for each of them.
 */
function receiving(whose: Whose): {readonly from: string; readonly now: string; readonly values: readonly string[]} {
  const now = "s.current AND s.status = 'receiving'";
  if (whose === 'all') return {from: 'placement_state s', now, values: []};
  const from = 'json_each(?) AS wanted CROSS JOIN placement_state s ON s.recipient_id = wanted.value';
  return {from, now, values: [JSON.stringify(whose)]};
}

export function receivingRows(db: ReadableDb, whose: Whose): ReceivingRow[] {
  const {from, now, values} = receiving(whose);
  return db
    .prepare<ReceivingRow>(
      `SELECT s.placement_id AS placementId, s.recipient_id AS recipientId, s.name_key AS nameKey,
        s.admitted_on AS admittedOn, r.programme_to AS programmeTo, f.id IS NOT NULL AS hasFile, p.archive
      FROM ${from}
      CROSS JOIN recipient r ON r.id = s.recipient_id
      CROSS JOIN placement p ON p.id = s.placement_id
      LEFT JOIN personal_file f ON f.recipient_id = s.recipient_id
      WHERE ${now}`,
    )
    .all(...values);
}

const planColumns = `p.id, p.placement_id AS placementId, p.revises_id AS revisesId, p.status, p.period_from AS "from",
  p.period_to AS "to", p.review_on AS reviewOn, p.drawn_up_on AS drawnUpOn, p.filled_on AS filledOn,
  p.approved_on AS approvedOn, p.ended_on AS endedOn`;

/** A plan lasts a year at most, and what ended longer ago than this asks for nothing, unless it was the last one. */
const daysThatMatter = 500;

/** The plans that deadlines look at: the recent ones, and of who has none all. */
export function planRows(
  db: ReadableDb,
  people: readonly ReceivingRow[],
  whose: Whose,
  today: IsoDate,
): PlanFactsRow[] {
  const {sql, values} = those(whose, 'p.recipient_id');
  const recent = db
    .prepare<PlanFactsRow>(
      `SELECT ${planColumns} FROM plan p WHERE (p.period_to IS NULL OR p.period_to >= ?) AND ${sql}`,
    )
    .all(addDays(today, -daysThatMatter), ...values);
  const having = new Set(recent.map(plan => plan.placementId));
  const without = people.filter(person => !having.has(person.placementId)).map(person => person.recipientId);
  if (without.length === 0) return recent;
  const older = db
    .prepare<PlanFactsRow>(
      `SELECT ${planColumns} FROM json_each(?) AS wanted CROSS JOIN plan p ON p.recipient_id = wanted.value`,
    )
    .all(JSON.stringify(without));
  return [...recent, ...older];
}

type RoundRow = Omit<RoundFactsRow, 'placementId'>;

const roundColumns = 'm.id, m.plan_id AS planId, m.status, m.monitored_on AS monitoredOn, m.entered_on AS enteredOn';
const isRecent = '(m.monitored_on IS NULL OR m.monitored_on >= ?)';

/**
 * The recent rounds of those people; whether they found a change, `changedRounds` tells. `plans`: what `planRows` has
 * found; of a round of everybody's its plan is not looked up once more, but for the few whose plan ended long ago.
 */
export function roundRows(
  db: ReadableDb,
  plans: readonly PlanFactsRow[],
  whose: Whose,
  today: IsoDate,
): RoundFactsRow[] {
  const from = addDays(today, -daysThatMatter);
  const rows =
    whose === 'all'
      ? db.prepare<RoundRow>(`SELECT ${roundColumns} FROM monitoring_round m WHERE ${isRecent}`).all(from)
      : db
          .prepare<RoundRow>(
            `SELECT ${roundColumns} FROM json_each(?) AS wanted
              CROSS JOIN plan p ON p.recipient_id = wanted.value
              CROSS JOIN monitoring_round m ON m.plan_id = p.id
              WHERE ${isRecent}`,
          )
          .all(JSON.stringify(whose), from);
  const placements = new Map(plans.map(plan => [plan.id, plan.placementId]));
  const ofPlan = db.prepare<{placementId: string}>('SELECT placement_id AS placementId FROM plan WHERE id = ?');
  return rows.map(row => ({
    ...row,
    placementId: placements.get(row.planId) ?? must(ofPlan.get(row.planId)).placementId,
  }));
}

/** Those of some rounds in which the state of the recipient changed, for the better or the worse. */
export function changedRounds(db: ReadableDb, ids: readonly string[]): ReadonlySet<string> {
  const rows = db
    .prepare<{id: string}>(
      `SELECT wanted.value AS id FROM json_each(?) AS wanted WHERE EXISTS (
        SELECT 1 FROM monitoring_entry e WHERE e.round_id = wanted.value
          AND (e.none_or_worse = 'worse' OR (e.none_or_worse IS NULL AND e.positive IS NOT NULL)))`,
    )
    .all(JSON.stringify(ids));
  return new Set(rows.map(({id}) => id));
}

/** Leaves of those who receive services now, by row of the journal. Leaving and coming back alternate. */
export function leavesByPlacement(db: ReadableDb, whose: Whose): ReadonlyMap<string, Leave[]> {
  const {from, now, values} = receiving(whose);
  const events =
    whose === 'all'
      ? 'placement_event e CROSS JOIN placement_state s ON s.placement_id = e.placement_id'
      : `${from} CROSS JOIN placement_event e ON e.placement_id = s.placement_id`;
  const rows = db
    .prepare<LeaveRow>(
      `SELECT e.placement_id AS placementId, e.kind, e.happened_on AS happenedOn FROM ${events}
      WHERE e.kind IN ('left', 'came-back') AND ${now} ORDER BY e.happened_on, e.position`,
    )
    .all(...values);
  const leaves = new Map<string, Leave[]>();
  for (const {placementId, kind, happenedOn} of rows) {
    const own = leaves.get(placementId) ?? [];
    if (kind === 'left') own.push({from: happenedOn, to: null});
    else own.push({...must(own.pop()), to: happenedOn});
    leaves.set(placementId, own);
  }
  return leaves;
}

/** The years whose papers are bound, by recipient. */
export function boundYears(db: ReadableDb, whose: Whose): ReadonlyMap<string, readonly number[]> {
  const {sql, values} = those(whose, 'recipient_id');
  const rows = db
    .prepare<BindingRow>(`SELECT recipient_id AS recipientId, year FROM year_binding WHERE ${sql}`)
    .all(...values);
  const years = new Map<string, number[]>();
  for (const {recipientId, year} of rows) years.set(recipientId, [...(years.get(recipientId) ?? []), year]);
  return years;
}

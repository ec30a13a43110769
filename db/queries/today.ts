import {must} from '../../domain/assert.ts';
import type {IsoDate} from '../../domain/dates.ts';
import type {MatterKind} from '../../domain/matters.ts';
import type {ReadableDb} from '../connection.ts';

/** Overdue first, then by the day of the strict reading; what has no day stands after what has. */
export const matterStates = ['overdue', 'due', 'week', 'later', 'archive'] as const;
export type MatterState = (typeof matterStates)[number];

export interface MatterRow {
  readonly id: string;
  readonly state: MatterState;
  readonly recipientId: string;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
  readonly ruleId: string | null;
  readonly kind: MatterKind;
  readonly planId: string | null;
  readonly roundId: string | null;
  readonly strict: IsoDate | null;
  readonly lenient: IsoDate | null;
  /** 1 or 0. */
  readonly undecided: number;
  readonly movedFromStrict: IsoDate | null;
  readonly movedFromLenient: IsoDate | null;
  /** JSON of a Text. */
  readonly movedBecause: string | null;
  /** The round of the plan that is being filled, where there is one. */
  readonly openRoundId: string | null;
}

/** The driver binds a numbered parameter only by name: what a statement asks for twice is a row of its own. */
const day = '(SELECT ? AS today) AS day';

/** The place of a matter's state in the list above, on that day. */
const rank = `CASE
    WHEN d.archive THEN 4
    WHEN d.lenient < day.today THEN 0
    WHEN d.strict <= day.today THEN 1
    WHEN d.strict IS NULL OR julianday(d.strict) - julianday(day.today) <= d.notice_days THEN 2
    ELSE 3
  END`;

const columns = `d.id, first.rank, d.recipient_id AS recipientId, r.surname, r.first_name AS firstName, r.patronymic,
        d.rule_id AS ruleId, d.kind, d.plan_id AS planId, d.round_id AS roundId, d.strict, d.lenient, d.undecided,
        d.moved_from_strict AS movedFromStrict, d.moved_from_lenient AS movedFromLenient,
        d.moved_because AS movedBecause,
        CASE WHEN d.kind IN ('monitoring-due', 'monthly-mark') AND d.plan_id IS NOT NULL THEN
          (SELECT m.id FROM monitoring_round m WHERE m.plan_id = d.plan_id AND m.status = 'open' LIMIT 1)
        END AS openRoundId`;

type Ranked = Omit<MatterRow, 'state'> & {rank: number};

function withState({rank: place, ...row}: Ranked): MatterRow {
  return {...row, state: must(matterStates[place])};
}

/** The first matters of the day, in the order of their urgency, then by the Kazakh alphabet. */
export function matterRows(db: ReadableDb, today: IsoDate, limit: number): MatterRow[] {
  return db
    .prepare<Ranked>(
      `SELECT ${columns}
      FROM (
        SELECT d.rowid AS place, ${rank} AS rank FROM ${day} CROSS JOIN deadline d
        ORDER BY rank, coalesce(d.strict, '9999'), d.name_key LIMIT ?
      ) first CROSS JOIN deadline d ON d.rowid = first.place CROSS JOIN recipient r ON r.id = d.recipient_id
      ORDER BY first.rank, coalesce(d.strict, '9999'), d.name_key`,
    )
    .all(today, limit)
    .map(withState);
}

/** Whose matters are asked for; null: whoever's. */
export interface Part {
  readonly specialist: {readonly staffId: string; readonly begins: boolean; readonly approves: boolean} | null;
  readonly unitId: string | null;
  readonly recipientId: string | null;
}

/** Those of a plan in work whose measure, sheet or signature is the specialist's. */
const isOfSpecialist = (row: string) => `EXISTS (
    SELECT 1 FROM plan p WHERE p.recipient_id = ${row}.recipient_id AND p.status IN ('draft', 'filled', 'approved') AND (
      EXISTS (SELECT 1 FROM measure m WHERE m.plan_id = p.id AND m.staff_id = asked.staff)
      OR EXISTS (SELECT 1 FROM plan_signature g WHERE g.plan_id = p.id AND g.staff_id = asked.staff)
      OR EXISTS (SELECT 1 FROM monitoring_round o WHERE o.plan_id = p.id AND o.status = 'open' AND (
        o.specialist_id = asked.staff OR o.consultant_id = asked.staff
        OR EXISTS (SELECT 1 FROM monitoring_entry e WHERE e.round_id = o.id AND e.staff_id = asked.staff)))))`;

/** Whoever has no plan yet is nobody's, and waits for those who begin plans. */
const isNobodys = (row: string) => `NOT EXISTS (
    SELECT 1 FROM plan p WHERE p.placement_id = ${row}.placement_id AND p.status IN ('draft', 'filled', 'approved'))`;

const isInUnit = (row: string) => `EXISTS (
    SELECT 1 FROM unit_stay u WHERE u.placement_id = ${row}.placement_id AND u.unit_id = asked.unit
      AND u.from_on <= asked.today AND (u.to_on IS NULL OR asked.today < u.to_on))`;

/** What `wantedOf` compares with, and its values in their order. */
export const asked = '(SELECT ? AS today, ? AS staff, ? AS begins, ? AS approves, ? AS unit) AS asked';

export function askedOf(today: IsoDate, {specialist, unitId}: Pick<Part, 'specialist' | 'unitId'>) {
  return [
    today,
    specialist?.staffId ?? null,
    Number(specialist?.begins ?? false),
    Number(specialist?.approves ?? false),
    unitId,
  ] as const;
}

/** The conditions of a part on a row with a recipient and a placement; `beside`: what else makes it the specialist's. */
export function wantedOf(
  {specialist, unitId}: Pick<Part, 'specialist' | 'unitId'>,
  {row, beside = []}: {readonly row: string; readonly beside?: readonly string[]},
): string {
  const own = [isOfSpecialist(row), `(asked.begins AND ${isNobodys(row)})`, ...beside].join(' OR ');
  return ['1', ...(specialist === null ? [] : [`(${own})`]), ...(unitId === null ? [] : [isInUnit(row)])].join(' AND ');
}

/**
 * The same of a part of the people. The places come in their order, one after another, and whose they are is looked up only until
 * the list is full: of ten years of papers nobody reads more. `LIMIT -1` keeps the order, which a join would drop.
 */
export function matterRowsOf(db: ReadableDb, today: IsoDate, limit: number, part: Part): MatterRow[] {
  const {recipientId} = part;
  const wanted = wantedOf(part, {row: 'd', beside: ["(asked.approves AND d.kind = 'plan-approve')"]});
  const ofPerson = recipientId === null ? '' : 'WHERE d.recipient_id = day.person';
  return db
    .prepare<Ranked>(
      `SELECT ${columns}
      FROM (
        SELECT d.rowid AS place, ${rank} AS rank FROM (SELECT ? AS today, ? AS person) AS day CROSS JOIN deadline d
        ${ofPerson} ORDER BY rank, coalesce(d.strict, '9999'), d.name_key LIMIT -1
      ) first CROSS JOIN ${asked}
      CROSS JOIN deadline d ON d.rowid = first.place CROSS JOIN recipient r ON r.id = d.recipient_id
      WHERE ${wanted} LIMIT ?`,
    )
    .all(today, recipientId, ...askedOf(today, part), limit)
    .map(withState);
}

/** The approvals of these plans that are counted as matters. */
export function approvalRows(db: ReadableDb, today: IsoDate, planIds: readonly string[]): MatterRow[] {
  return db
    .prepare<Ranked>(
      `SELECT ${columns}
      FROM (
        SELECT d.rowid AS place, ${rank} AS rank FROM ${day} CROSS JOIN json_each(?) AS wanted
        CROSS JOIN plan p ON p.id = wanted.value
        CROSS JOIN deadline d ON d.recipient_id = p.recipient_id AND d.plan_id = p.id AND d.kind = 'plan-approve'
      ) first CROSS JOIN deadline d ON d.rowid = first.place CROSS JOIN recipient r ON r.id = d.recipient_id`,
    )
    .all(today, JSON.stringify(planIds))
    .map(withState);
}

/** How many matters stand at each state. */
export function matterCounts(db: ReadableDb, today: IsoDate): Record<MatterState, number> {
  const counts: Record<MatterState, number> = {overdue: 0, due: 0, week: 0, later: 0, archive: 0};
  const rows = db
    .prepare<{rank: number; matters: number}>(
      `SELECT ${rank} AS rank, count(*) AS matters FROM ${day} CROSS JOIN deadline d GROUP BY 1`,
    )
    .all(today);
  for (const {rank: place, matters} of rows) counts[must(matterStates[place])] = matters;
  return counts;
}

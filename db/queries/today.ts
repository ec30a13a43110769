import {addDays, type IsoDate} from '../../domain/dates.ts';
import type {PlanStatus} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../connection.ts';

/** What the deadlines of everybody who receives services follow from, read in a few statements for all of them. */

export interface ReceivingRow {
  readonly placementId: string;
  readonly recipientId: string;
  /** Sorts by the Kazakh alphabet. */
  readonly nameKey: string;
  readonly admittedOn: IsoDate | null;
}

export interface NameRow {
  readonly recipientId: string;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
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

export interface RoundFactsRow {
  readonly id: string;
  readonly planId: string;
  readonly status: 'open' | 'closed';
  readonly monitoredOn: IsoDate | null;
  readonly enteredOn: IsoDate | null;
}

export interface LeaveRow {
  readonly placementId: string;
  readonly kind: 'left' | 'came-back';
  readonly happenedOn: IsoDate;
}

/**
 * Only they are counted for: who waits, is away or has left has no terms. One pass over the small table of states: by
 * the index on status SQLite would fetch the same rows one by one, from all over the file.
 */
export function receivingNowRows(db: ReadableDb): ReceivingRow[] {
  return db
    .prepare<ReceivingRow>(
      `SELECT placement_id AS placementId, recipient_id AS recipientId, name_key AS nameKey, admitted_on AS admittedOn
      FROM placement_state NOT INDEXED WHERE current AND status = 'receiving'`,
    )
    .all();
}

/** Everybody who has a personal file, from its index alone. */
export function peopleWithFile(db: ReadableDb): Set<string> {
  const rows = db.prepare<{recipientId: string}>('SELECT recipient_id AS recipientId FROM personal_file').all();
  return new Set(rows.map(row => row.recipientId));
}

/** The last days of the rehabilitation programmes that have one, by person. */
export function programmeEnds(db: ReadableDb): Map<string, IsoDate> {
  const rows = db
    .prepare<{id: string; to: IsoDate}>('SELECT id, programme_to AS "to" FROM recipient WHERE programme_to IS NOT NULL')
    .all();
  return new Map(rows.map(row => [row.id, row.to]));
}

/** The names of some people: of those who stand in the list, not of all who are counted for. */
export function nameRowsOf(db: ReadableDb, recipientIds: readonly string[]): NameRow[] {
  return db
    .prepare<NameRow>(
      `SELECT r.id AS recipientId, r.surname, r.first_name AS firstName, r.patronymic
      FROM json_each(?) AS wanted CROSS JOIN recipient r ON r.id = wanted.value`,
    )
    .all(JSON.stringify(recipientIds));
}

const planColumns = `p.id, p.placement_id AS placementId, p.revises_id AS revisesId, p.status, p.period_from AS "from",
  p.period_to AS "to", p.review_on AS reviewOn, p.drawn_up_on AS drawnUpOn, p.filled_on AS filledOn,
  p.approved_on AS approvedOn, p.ended_on AS endedOn`;

/** A plan lasts a year at most, and what ended longer ago than this asks for nothing, unless it was the last one. */
const daysThatMatter = 500;

const countedStatuses = "('draft', 'filled', 'approved', 'revised', 'ended')";

/** The plans of the present that deadlines look at. Two questions, because an OR keeps SQLite from the days in the index. */
export function recentPlanRows(db: ReadableDb, today: IsoDate): PlanFactsRow[] {
  return db
    .prepare<PlanFactsRow>(
      `SELECT ${planColumns} FROM plan p WHERE p.status IN ${countedStatuses} AND p.period_to >= ?
      UNION ALL SELECT ${planColumns} FROM plan p WHERE p.status IN ${countedStatuses} AND p.period_to IS NULL`,
    )
    .all(addDays(today, -daysThatMatter));
}

/** All plans of some people: for those who have no recent one. */
export function planRowsOf(db: ReadableDb, recipientIds: readonly string[]): PlanFactsRow[] {
  return db
    .prepare<PlanFactsRow>(
      `SELECT ${planColumns} FROM json_each(?) AS wanted CROSS JOIN plan p ON p.recipient_id = wanted.value`,
    )
    .all(JSON.stringify(recipientIds));
}

/** Of every plan the last round, and each round that is not entered in the journal yet. */
export function roundRows(db: ReadableDb, today: IsoDate): RoundFactsRow[] {
  return db
    .prepare<RoundFactsRow>(
      `SELECT id, plan_id AS planId, status, monitored_on AS monitoredOn, entered_on AS enteredOn
      FROM monitoring_round WHERE entered_on IS NULL OR monitored_on >= ?`,
    )
    .all(addDays(today, -daysThatMatter));
}

/** Where some plans belong. */
export function placementsOfPlans(db: ReadableDb, planIds: readonly string[]): Map<string, string> {
  const rows = db
    .prepare<{id: string; placementId: string}>(
      `SELECT p.id, p.placement_id AS placementId FROM json_each(?) AS wanted CROSS JOIN plan p ON p.id = wanted.value`,
    )
    .all(JSON.stringify(planIds));
  return new Map(rows.map(row => [row.id, row.placementId]));
}

/** All leaves and returns, in their order. */
export function leaveRows(db: ReadableDb): LeaveRow[] {
  return db
    .prepare<LeaveRow>(
      `SELECT placement_id AS placementId, kind, happened_on AS happenedOn FROM placement_event
      WHERE kind IN ('left', 'came-back') ORDER BY happened_on, position`,
    )
    .all();
}

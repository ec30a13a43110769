import {addDays, type IsoDate} from '../../domain/dates.ts';
import type {PlanStatus} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../connection.ts';

/** What the deadlines of everybody who receives services follow from, read in a few statements for all of them. */

export interface ReceivingRow {
  readonly placementId: string;
  readonly recipientId: string;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
  /** Sorts by the Kazakh alphabet. */
  readonly nameKey: string;
  readonly admittedOn: IsoDate | null;
  readonly programmeTo: IsoDate | null;
  /** 1 or 0. */
  readonly hasFile: number;
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
  readonly placementId: string;
  readonly status: 'open' | 'closed';
  readonly monitoredOn: IsoDate | null;
  readonly enteredOn: IsoDate | null;
}

export interface LeaveRow {
  readonly placementId: string;
  readonly kind: 'left' | 'came-back';
  readonly happenedOn: IsoDate;
}

const receivingNow = "s.current AND s.status = 'receiving'";

/** Only they are counted for: who waits, is away or has left has no terms. */
export function receivingNowRows(db: ReadableDb): ReceivingRow[] {
  return db
    .prepare<ReceivingRow>(
      `SELECT s.placement_id AS placementId, s.recipient_id AS recipientId, r.surname, r.first_name AS firstName,
        r.patronymic, s.name_key AS nameKey, s.admitted_on AS admittedOn, r.programme_to AS programmeTo,
        f.id IS NOT NULL AS hasFile
      FROM placement_state s
      CROSS JOIN recipient r ON r.id = s.recipient_id
      LEFT JOIN personal_file f ON f.recipient_id = s.recipient_id
      WHERE ${receivingNow} ORDER BY s.name_key`,
    )
    .all();
}

const planColumns = `p.id, p.placement_id AS placementId, p.revises_id AS revisesId, p.status, p.period_from AS "from",
  p.period_to AS "to", p.review_on AS reviewOn, p.drawn_up_on AS drawnUpOn, p.filled_on AS filledOn,
  p.approved_on AS approvedOn, p.ended_on AS endedOn`;

/** A plan lasts a year at most, and what ended longer ago than this asks for nothing, unless it was the last one. */
const daysThatMatter = 500;

/** The plans of the present that deadlines look at. */
export function recentPlanRows(db: ReadableDb, today: IsoDate): PlanFactsRow[] {
  return db
    .prepare<PlanFactsRow>(
      `SELECT ${planColumns} FROM plan p WHERE p.status IN ('draft', 'filled', 'approved', 'revised', 'ended')
        AND (p.period_to IS NULL OR p.period_to >= ?)`,
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
      `SELECT m.id, m.plan_id AS planId, p.placement_id AS placementId, m.status, m.monitored_on AS monitoredOn,
        m.entered_on AS enteredOn
      FROM monitoring_round m CROSS JOIN plan p ON p.id = m.plan_id
      WHERE m.entered_on IS NULL OR m.monitored_on >= ?`,
    )
    .all(addDays(today, -daysThatMatter));
}

/** Leaves and returns of those who receive services now, in their order. */
export function leaveRows(db: ReadableDb): LeaveRow[] {
  return db
    .prepare<LeaveRow>(
      `SELECT e.placement_id AS placementId, e.kind, e.happened_on AS happenedOn
      FROM placement_event e CROSS JOIN placement_state s ON s.placement_id = e.placement_id
      WHERE e.kind IN ('left', 'came-back') AND ${receivingNow} ORDER BY e.happened_on, e.position`,
    )
    .all();
}

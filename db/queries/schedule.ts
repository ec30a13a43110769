import type {IsoDate} from '../../domain/dates.ts';
import type {MatterKind} from '../../domain/matters.ts';
import type {ReadableDb} from '../connection.ts';
import {hasPart} from './printing.ts';

/** What stands on the days of a month: what is due, and what the facts say of them. */

/** Null: everybody. Both days belong to it. */
export interface ScheduleWanted {
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly recipientId: string | null;
  readonly staffId: string | null;
  readonly unitId: string | null;
}

interface Named {
  readonly recipientId: string;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
}

export interface DueRow extends Named {
  readonly id: string;
  readonly kind: MatterKind;
  readonly planId: string | null;
  readonly roundId: string | null;
  readonly strict: IsoDate;
  readonly lenient: IsoDate | null;
  /** 1 or 0. */
  readonly archive: number;
  /** The round of the plan that is being filled, where there is one. */
  readonly openRoundId: string | null;
}

export interface FactRow extends Named {
  readonly kind: 'plan-review' | 'plan-ends' | 'programme-ends' | 'round-held';
  readonly on: IsoDate;
  readonly planId: string | null;
  readonly roundId: string | null;
}

export interface BirthRow extends Named {
  readonly bornOn: IsoDate;
}

const asked = '(SELECT ? AS first, ? AS last, ? AS recipient, ? AS staff, ? AS unit) AS asked';

function values({first, last, recipientId, staffId, unitId}: ScheduleWanted) {
  return [first, last, recipientId, staffId, unitId] as const;
}

/** Those who are asked for, of those who receive services now. */
const person = `CROSS JOIN recipient r ON r.id = s.recipient_id AND r.merged_into_id IS NULL
  AND (asked.recipient IS NULL OR r.id = asked.recipient)
  AND (asked.unit IS NULL OR EXISTS (SELECT 1 FROM unit_stay u WHERE u.placement_id = s.placement_id
    AND u.unit_id = asked.unit AND u.from_on <= asked.last AND (u.to_on IS NULL OR u.to_on > asked.first)))
  AND (asked.staff IS NULL OR ${hasPart('r.id', 'asked.staff')})`;

const named = 'r.id AS recipientId, r.surname, r.first_name AS firstName, r.patronymic';
const present = "s.current AND s.status IN ('receiving', 'on-leave')";

/** By day, then by the Kazakh alphabet. */
export function dueRows(db: ReadableDb, wanted: ScheduleWanted): DueRow[] {
  return db
    .prepare<DueRow>(
      `SELECT ${named}, d.id, d.kind, d.plan_id AS planId, d.round_id AS roundId, d.strict, d.lenient, d.archive,
        CASE WHEN d.kind IN ('monitoring-due', 'monthly-mark') AND d.plan_id IS NOT NULL THEN
          (SELECT m.id FROM monitoring_round m WHERE m.plan_id = d.plan_id AND m.status = 'open' LIMIT 1)
        END AS openRoundId
      FROM ${asked} CROSS JOIN deadline d ON d.strict BETWEEN asked.first AND asked.last
      CROSS JOIN placement_state s ON s.placement_id = d.placement_id
      ${person}
      ORDER BY d.strict, s.name_key, d.kind`,
    )
    .all(...values(wanted));
}

/** Reviews and ends that are written down, and monitoring that was held. */
export function factRows(db: ReadableDb, wanted: ScheduleWanted): FactRow[] {
  return db
    .prepare<FactRow>(
      `SELECT ${named}, f.kind, f.day AS "on", f.plan_id AS planId, f.round_id AS roundId
      FROM ${asked} CROSS JOIN (
        SELECT 'plan-review' AS kind, review_on AS day, placement_id, id AS plan_id, NULL AS round_id
          FROM plan WHERE status = 'approved'
        UNION ALL SELECT 'plan-ends', period_to, placement_id, id, NULL FROM plan WHERE status = 'approved'
        UNION ALL SELECT 'round-held', m.monitored_on, p.placement_id, p.id, m.id
          FROM monitoring_round m CROSS JOIN plan p ON p.id = m.plan_id WHERE m.status = 'closed'
        UNION ALL SELECT 'programme-ends', o.programme_to, s.placement_id, NULL, NULL
          FROM recipient o CROSS JOIN placement_state s ON s.recipient_id = o.id WHERE ${present}
      ) f ON f.day BETWEEN asked.first AND asked.last
      CROSS JOIN placement_state s ON s.placement_id = f.placement_id
      ${person}
      ORDER BY f.day, s.name_key, f.kind`,
    )
    .all(...values(wanted));
}

/** Whoever was born on a day of these months, whatever the year. */
export function birthRows(db: ReadableDb, wanted: ScheduleWanted): BirthRow[] {
  return db
    .prepare<BirthRow>(
      `SELECT ${named}, r.born_on AS bornOn
      FROM ${asked} CROSS JOIN placement_state s ${person}
      WHERE ${present} AND r.born_on IS NOT NULL
        AND (substr(r.born_on, 6, 2) = substr(asked.first, 6, 2)
          OR (substr(r.born_on, 6) = '02-29' AND substr(asked.first, 6, 2) = '03'))
      ORDER BY s.name_key`,
    )
    .all(...values(wanted));
}

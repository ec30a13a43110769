import type {SignatoryRole} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../connection.ts';

/** What is ready and lacks a signature alone. */

export interface ToSign {
  readonly recipientId: string;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
  readonly nameKey: string;
  readonly placementId: string;
}

export interface PlanToApprove extends ToSign {
  readonly planId: string;
}

export interface PlanToSign extends PlanToApprove {
  readonly role: SignatoryRole;
  readonly staffId: string;
}

const person = `s.recipient_id AS recipientId, r.surname, r.first_name AS firstName, r.patronymic, s.name_key AS nameKey,
  s.placement_id AS placementId`;
const present = "s.status IN ('receiving', 'on-leave')";

const filled = `FROM plan p CROSS JOIN placement_state s ON s.placement_id = p.placement_id AND ${present}
  CROSS JOIN recipient r ON r.id = p.recipient_id`;

/** Each line of a filled plan that is not signed yet. */
export function plansToSign(db: ReadableDb): PlanToSign[] {
  return db
    .prepare<PlanToSign>(
      `SELECT ${person}, p.id AS planId, g.role, g.staff_id AS staffId ${filled}
      CROSS JOIN plan_signature g ON g.plan_id = p.id AND g.signed_on IS NULL AND g.staff_id IS NOT NULL
      WHERE p.status = 'filled'`,
    )
    .all();
}

export function plansToApprove(db: ReadableDb): PlanToApprove[] {
  return db.prepare<PlanToApprove>(`SELECT ${person}, p.id AS planId ${filled} WHERE p.status = 'filled'`).all();
}

export interface RoundToSign extends ToSign {
  readonly planId: string;
  readonly roundId: string;
  readonly as: 'specialist' | 'consultant';
  readonly staffId: string;
}

/** Open sheets of plans in force whose rows are all marked: the last sheet of a plan is the one that may be open. */
export function roundsToSign(db: ReadableDb): RoundToSign[] {
  const signing = (as: RoundToSign['as']) => `SELECT ${person}, p.id AS planId, m.id AS roundId, '${as}' AS "as",
      m.${as}_id AS staffId
    FROM plan p CROSS JOIN monitoring_round m
      ON m.plan_id = p.id AND m.number = (SELECT max(number) FROM monitoring_round WHERE plan_id = p.id)
    CROSS JOIN placement_state s ON s.placement_id = p.placement_id AND ${present}
    CROSS JOIN recipient r ON r.id = p.recipient_id
    WHERE p.status = 'approved' AND m.status = 'open' AND m.${as}_id IS NOT NULL AND m.${as}_signed_on IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM monitoring_entry e WHERE e.round_id = m.id AND e.positive IS NULL AND e.none_or_worse IS NULL)`;
  return db.prepare<RoundToSign>(`${signing('specialist')} UNION ALL ${signing('consultant')}`).all();
}

export interface FileToSign extends ToSign {
  readonly fileId: string;
}

/** Files without the day of the head's signature; of old papers entered late nobody asks it. */
export function filesToSign(db: ReadableDb): FileToSign[] {
  return db
    .prepare<FileToSign>(
      `SELECT ${person}, f.id AS fileId
      FROM personal_file f CROSS JOIN placement_state s ON s.recipient_id = f.recipient_id AND s.current AND ${present}
      CROSS JOIN placement l ON l.id = s.placement_id AND NOT l.archive
      CROSS JOIN recipient r ON r.id = f.recipient_id
      WHERE f.signed_on IS NULL`,
    )
    .all();
}

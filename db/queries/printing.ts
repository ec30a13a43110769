import type {PlanStatus, PlacementStatus} from '../../domain/vocabulary.ts';
import type {IsoDate} from '../../domain/dates.ts';
import type {ReadableDb} from '../connection.ts';

/** Whose papers could be printed, and what became of them: read for all people at once. */

export interface PrintablePerson {
  readonly recipientId: string;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
  readonly status: PlacementStatus;
  readonly admittedOn: IsoDate | null;
  readonly fileNumber: string | null;
  /** 1 or 0: there is a personal file whose cover nobody has signed. */
  readonly fileUnsigned: number;
}

export interface PrintablePlan {
  readonly id: string;
  readonly recipientId: string;
  readonly revision: number;
  readonly status: PlanStatus;
  readonly periodFrom: IsoDate | null;
  readonly approvedOn: IsoDate | null;
  /** The newest paper that was made of it. */
  readonly paperId: string | null;
  /** 1 or 0: somebody who is named under it has not signed. */
  readonly unsigned: number;
}

export interface PrintableRound {
  readonly id: string;
  readonly planId: string;
  readonly recipientId: string;
  readonly number: number;
  readonly status: 'open' | 'closed';
  readonly monitoredOn: IsoDate | null;
  readonly paperId: string | null;
  readonly unsigned: number;
}

export interface IssuedPaper {
  readonly subjectId: string;
  readonly id: string;
  readonly legalDate: IsoDate;
}

interface Wanted {
  readonly statuses: readonly PlacementStatus[];
  readonly unitId: string | null;
  readonly staffId: string | null;
  readonly today: IsoDate;
}

const asked = '(SELECT ? AS statuses, ? AS unit, ? AS staff, ? AS today) AS asked';

/** Those whose present row of the journal is such, by the Kazakh alphabet. */
export function printablePeople(db: ReadableDb, {statuses, unitId, staffId, today}: Wanted): PrintablePerson[] {
  return db
    .prepare<PrintablePerson>(
      `SELECT s.recipient_id AS recipientId, r.surname, r.first_name AS firstName, r.patronymic, s.status,
        s.admitted_on AS admittedOn, f.number AS fileNumber, f.id IS NOT NULL AND f.signed_on IS NULL AS fileUnsigned
      FROM ${asked} CROSS JOIN placement_state s
      CROSS JOIN recipient r ON r.id = s.recipient_id
      LEFT JOIN personal_file f ON f.recipient_id = s.recipient_id
      WHERE s.current AND r.merged_into_id IS NULL
        AND s.status IN (SELECT value FROM json_each(asked.statuses))
        AND (asked.unit IS NULL OR EXISTS (SELECT 1 FROM unit_stay u WHERE u.placement_id = s.placement_id
          AND u.unit_id = asked.unit AND u.from_on <= asked.today AND (u.to_on IS NULL OR u.to_on > asked.today)))
        AND (asked.staff IS NULL OR ${hasPart('s.recipient_id', 'asked.staff')})
      ORDER BY s.name_key`,
    )
    .all(JSON.stringify(statuses), unitId, staffId, today);
}

/** Whether somebody assigns a measure of a living plan of this person, or signs it. */
export function hasPart(recipient: string, staff: string): string {
  return `EXISTS (SELECT 1 FROM plan own WHERE own.recipient_id = ${recipient}
    AND own.status IN ('draft', 'filled', 'approved') AND (
      EXISTS (SELECT 1 FROM plan_signature sign WHERE sign.plan_id = own.id AND sign.staff_id = ${staff})
      OR EXISTS (SELECT 1 FROM measure part WHERE part.plan_id = own.id AND part.staff_id = ${staff})))`;
}

const newestPaper = (subject: string): string =>
  `(SELECT paper.id FROM paper WHERE paper.subject_id = ${subject} ORDER BY paper.revision DESC LIMIT 1)`;

/** The plans of these people that are not replaced by a correction, in the order in which they followed each other. */
export function printablePlans(db: ReadableDb, recipientIds: readonly string[]): PrintablePlan[] {
  return db
    .prepare<PrintablePlan>(
      `SELECT p.id, p.recipient_id AS recipientId, p.revision, p.status, p.period_from AS periodFrom,
        p.approved_on AS approvedOn, ${newestPaper('p.id')} AS paperId,
        EXISTS (SELECT 1 FROM plan_signature s
          WHERE s.plan_id = p.id AND s.staff_id IS NOT NULL AND s.signed_on IS NULL) AS unsigned
      FROM json_each(?) AS whose CROSS JOIN plan p ON p.recipient_id = whose.value
      WHERE p.status <> 'revised'
      ORDER BY coalesce(p.period_from, p.drawn_up_on), p.revision, p.id`,
    )
    .all(JSON.stringify(recipientIds));
}

/** Their monitoring, the latest last. */
export function printableRounds(db: ReadableDb, recipientIds: readonly string[]): PrintableRound[] {
  return db
    .prepare<PrintableRound>(
      `SELECT m.id, m.plan_id AS planId, p.recipient_id AS recipientId, m.number, m.status,
        m.monitored_on AS monitoredOn, ${newestPaper('m.id')} AS paperId,
        (m.specialist_id IS NOT NULL AND m.specialist_signed_on IS NULL)
          OR (m.consultant_id IS NOT NULL AND m.consultant_signed_on IS NULL) AS unsigned
      FROM json_each(?) AS whose CROSS JOIN plan p ON p.recipient_id = whose.value
      CROSS JOIN monitoring_round m ON m.plan_id = p.id
      ORDER BY m.monitored_on IS NULL, m.monitored_on, p.period_from, m.number, m.id`,
    )
    .all(JSON.stringify(recipientIds));
}

/** The newest issued paper of each of these subjects: covers, volumes of the journal. */
export function issuedPapers(db: ReadableDb, form: string, subjectIds: readonly string[]): IssuedPaper[] {
  return db
    .prepare<IssuedPaper>(
      `SELECT p.subject_id AS subjectId, p.id, p.legal_date AS legalDate
      FROM (SELECT ? AS form, ? AS subjects) AS asked CROSS JOIN json_each(asked.subjects) AS of
      CROSS JOIN paper p ON p.subject_id = of.value
      WHERE p.form = asked.form
        AND p.revision = (SELECT max(o.revision) FROM paper o WHERE o.subject_id = p.subject_id AND o.form = p.form)`,
    )
    .all(form, JSON.stringify(subjectIds));
}

/** When each approved paper (by its id) and each draft (by its subject) last left the program. Null: of the journal. */
export function lastPrints(db: ReadableDb, recipientIds: readonly string[] | null): ReadonlyMap<string, string> {
  const rows = db
    .prepare<{of: string; printedAt: string}>(
      `SELECT coalesce(p.paper_id, p.subject_id) AS of, max(p.printed_at) AS printedAt
      FROM ${recipientIds === null ? 'print p' : 'json_each(?) AS whose CROSS JOIN print p ON p.recipient_id = whose.value'}
      WHERE p.state <> 'blank' ${recipientIds === null ? "AND p.recipient_id IS NULL AND p.form = 'appendix-2'" : ''}
      GROUP BY 1`,
    )
    .all(...(recipientIds === null ? [] : [JSON.stringify(recipientIds)]));
  return new Map(rows.map(({of, printedAt}) => [of, printedAt]));
}

import type {IsoDate} from '../../domain/dates.ts';
import type {ReadableDb} from '../connection.ts';

/** What is bound at the end of a year (paragraph 35 5)): the plans that were in force in it and its monitoring. */

export interface YearPlanRow {
  readonly id: string;
  readonly recipientId: string;
  readonly revision: number;
  /** 1 or 0. */
  readonly approved: number;
  /** The newest paper that was made of it. */
  readonly paperId: string | null;
}

export interface YearRoundRow {
  readonly id: string;
  readonly planId: string;
  readonly recipientId: string;
  readonly number: number;
  readonly status: 'open' | 'closed';
  readonly paperId: string | null;
}

export interface YearBindingRow {
  readonly recipientId: string;
  readonly boundOn: IsoDate;
  readonly sheets: number;
}

/** Null: everybody. */
type Whose = string | null;

/** What is bound: whose papers, the first and the last day of the year. */
const asked = '(SELECT ? AS whose, ? AS first, ? AS last) AS asked';

const newestPaper = (subject: string): string =>
  `(SELECT paper.id FROM paper WHERE paper.subject_id = ${subject} ORDER BY paper.revision DESC LIMIT 1)`;

/**
 * The plans of a year and their revisions, in the order in which they followed each other. As the deadline counts them
 * (`yearsOfPapers`): an approved one belongs to each year that its period touches, also when a revision took its place,
 * for the revision is read beside it. One that nobody has approved belongs to the year that it was begun for.
 */
export function yearPlans(db: ReadableDb, year: number, recipientId: Whose): YearPlanRow[] {
  const {first, last} = daysOf(year);
  return db
    .prepare<YearPlanRow>(
      `SELECT p.id, p.recipient_id AS recipientId, p.revision, ${newestPaper('p.id')} AS paperId,
        p.status = 'approved' OR p.approved_on IS NOT NULL AS approved
      FROM ${asked} CROSS JOIN plan p
      WHERE (asked.whose IS NULL OR p.recipient_id = asked.whose)
        AND coalesce(p.period_from, p.drawn_up_on, p.observed_from) <= asked.last
        AND coalesce(min(p.period_to, p.ended_on), p.period_to, p.ended_on,
          CASE WHEN p.period_from IS NULL THEN coalesce(p.drawn_up_on, p.observed_from) ELSE '9999-12-31' END) >= asked.first
      ORDER BY p.period_from, p.revision, p.drawn_up_on, p.id`,
    )
    .all(recipientId, first, last);
}

/** The monitoring of a year; an open round without a date belongs to the year in which it observes. */
export function yearRounds(db: ReadableDb, year: number, recipientId: Whose): YearRoundRow[] {
  const {first, last} = daysOf(year);
  return db
    .prepare<YearRoundRow>(
      `SELECT m.id, m.plan_id AS planId, p.recipient_id AS recipientId, m.number, m.status,
        ${newestPaper('m.id')} AS paperId
      FROM ${asked} CROSS JOIN plan p CROSS JOIN monitoring_round m ON m.plan_id = p.id
      WHERE (asked.whose IS NULL OR p.recipient_id = asked.whose)
        AND coalesce(m.monitored_on, m.observed_to, m.observed_from) BETWEEN asked.first AND asked.last
      ORDER BY m.monitored_on IS NULL, m.monitored_on, p.period_from, m.number, m.id`,
    )
    .all(recipientId, first, last);
}

export function yearBindings(db: ReadableDb, year: number): YearBindingRow[] {
  return db
    .prepare<YearBindingRow>(
      'SELECT recipient_id AS recipientId, bound_on AS boundOn, sheets FROM year_binding WHERE year = ?',
    )
    .all(year);
}

/** The year of the oldest approved plan or round; null while there is none. */
export function firstYearOfPapers(db: ReadableDb): number | null {
  const found = db
    .prepare<{first: string | null}>(
      `SELECT min(first) AS first FROM (
        SELECT min(period_from) AS first FROM plan WHERE approved_on IS NOT NULL
        UNION ALL SELECT min(monitored_on) FROM monitoring_round)`,
    )
    .get()?.first;
  return found === null || found === undefined ? null : Number(found.slice(0, 4));
}

function daysOf(year: number): {first: IsoDate; last: IsoDate} {
  const digits = String(year).padStart(4, '0');
  return {first: `${digits}-01-01`, last: `${digits}-12-31`};
}

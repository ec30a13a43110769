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

/** The first matters of the day, in the order of their urgency, then by the Kazakh alphabet. */
export function matterRows(db: ReadableDb, today: IsoDate, limit: number): MatterRow[] {
  return db
    .prepare<Omit<MatterRow, 'state'> & {rank: number}>(
      `SELECT d.id, first.rank, d.recipient_id AS recipientId, r.surname, r.first_name AS firstName, r.patronymic,
        d.rule_id AS ruleId, d.kind, d.plan_id AS planId, d.round_id AS roundId, d.strict, d.lenient, d.undecided,
        d.moved_from_strict AS movedFromStrict, d.moved_from_lenient AS movedFromLenient,
        d.moved_because AS movedBecause,
        CASE WHEN d.kind IN ('monitoring-due', 'monthly-mark') AND d.plan_id IS NOT NULL THEN
          (SELECT m.id FROM monitoring_round m WHERE m.plan_id = d.plan_id AND m.status = 'open' LIMIT 1)
        END AS openRoundId
      FROM (
        SELECT d.rowid AS place, ${rank} AS rank FROM ${day} CROSS JOIN deadline d
        ORDER BY rank, coalesce(d.strict, '9999'), d.name_key LIMIT ?
      ) first CROSS JOIN deadline d ON d.rowid = first.place CROSS JOIN recipient r ON r.id = d.recipient_id
      ORDER BY first.rank, coalesce(d.strict, '9999'), d.name_key`,
    )
    .all(today, limit)
    .map(({rank: place, ...row}) => ({...row, state: matterStates[place] ?? 'later'}));
}

/** How many matters stand at each state. */
export function matterCounts(db: ReadableDb, today: IsoDate): Record<MatterState, number> {
  const counts: Record<MatterState, number> = {overdue: 0, due: 0, week: 0, later: 0, archive: 0};
  const rows = db
    .prepare<{rank: number; matters: number}>(
      `SELECT ${rank} AS rank, count(*) AS matters FROM ${day} CROSS JOIN deadline d GROUP BY 1`,
    )
    .all(today);
  for (const {rank: place, matters} of rows) {
    const state = matterStates[place];
    if (state !== undefined) counts[state] = matters;
  }
  return counts;
}

import {must} from '../../domain/assert.ts';
import type {NumberKind} from '../../domain/numbering.ts';
import type {ReadableDb} from '../connection.ts';
import {head} from '../exchange/log.ts';

/**
 * Numbers that two PCs have given, each not knowing of the other: rows of a volume, or personal files. Nobody's entry is
 * refused for it; a person gives one of them the next number.
 */
export interface DoubledNumber {
  readonly kind: NumberKind;
  readonly number: string;
  /** The row or the file that was entered first stands first. */
  readonly holders: readonly NumberHolder[];
}

export interface NumberHolder {
  /** Of the row of the journal, or of the personal file. */
  readonly id: string;
  readonly recipientId: string;
  readonly author: string | null;
  readonly recordedAt: string | null;
}

type Found = NumberHolder & {readonly kind: NumberKind; readonly number: string; readonly series: string};

const doubledRows = 'SELECT journal_id, row_number FROM placement GROUP BY journal_id, row_number HAVING count(*) > 1';
const doubledFiles = 'SELECT number FROM personal_file GROUP BY number HAVING count(*) > 1';

/** Counted up to this change of the log. */
const known = new WeakMap<ReadableDb, {readonly seq: number; readonly count: number}>();

/** How many there are. All rows are looked at only where one of them has changed: screens ask after each command. */
export function countDoubledNumbers(db: ReadableDb): number {
  const before = known.get(db);
  const seq = head(db);
  const count = before !== undefined && !hasRenumbered(db, before.seq) ? before.count : countAll(db);
  known.set(db, {seq, count});
  return count;
}

function hasRenumbered(db: ReadableDb, since: number): boolean {
  const sql = "SELECT 1 FROM change WHERE seq > ? AND table_name IN ('placement', 'personal_file') LIMIT 1";
  return db.prepare(sql).get(since) !== undefined;
}

function countAll(db: ReadableDb): number {
  const counted = db
    .prepare<{count: number}>(
      `SELECT (SELECT count(*) FROM (${doubledRows})) + (SELECT count(*) FROM (${doubledFiles})) AS count`,
    )
    .get();
  return must(counted).count;
}

export function doubledNumbers(db: ReadableDb): DoubledNumber[] {
  if (countDoubledNumbers(db) === 0) return [];
  const found = db
    .prepare<Found>(
      `WITH holder AS (
        SELECT 'row' AS kind, 'placement' AS "table", p.id, p.recipient_id, p.row_number AS number, p.journal_id AS series
          FROM placement p WHERE (p.journal_id, p.row_number) IN (${doubledRows})
        UNION ALL
        SELECT 'file', 'personal_file', f.id, f.recipient_id, f.number, ''
          FROM personal_file f WHERE f.number IN (${doubledFiles}))
      SELECT holder.kind, CAST(holder.number AS TEXT) AS number, holder.series, holder.id,
        holder.recipient_id AS recipientId, min(c.stamp) AS stamp, c.author, c.recorded_at AS recordedAt
      FROM holder LEFT JOIN change c ON c.row_id = holder.id AND c.table_name = holder."table" AND c.op = 'insert'
      GROUP BY holder.id
      ORDER BY holder.kind DESC, holder.series, holder.number, stamp, holder.id`,
    )
    .all();
  const groups = Map.groupBy(found, ({kind, series, number}) => `${kind} ${series} ${number}`);
  return [...groups.values()].map(group => {
    const {kind, number} = must(group[0]);
    return {
      kind,
      number,
      holders: group.map(({id, recipientId, author, recordedAt}) => ({id, recipientId, author, recordedAt})),
    };
  });
}

import {and, eq, inArray, sql} from 'drizzle-orm';
import type {Change} from '../protocol/change.ts';
import {change} from './schema/log.ts';
import type {Db} from './store.ts';

/** Rows of one statement: enough to forget what a statement costs, and few enough to hold in memory twice. */
const chunk = 2_000;

/**
 * Writes changes from a node into the log of a facility, numbered from `head` + 1 on. Under the lock of its row. `node`: the
 * one that brought them; null: this registry made them.
 */
export async function appendChanges(
  db: Db,
  facilityId: string,
  {head, node, changes}: {head: number; node: string | null; changes: readonly Change[]},
): Promise<void> {
  for (let from = 0; from < changes.length; from += chunk) {
    const rows = changes.slice(from, from + chunk);
    // Arrays take one parameter per column where rows would take twelve each; that is most of the speed.
    await db.execute(sql`
      INSERT INTO change (facility_id, seq, stamp, table_name, row_id, op, patch, base, author, recorded_at, via_node, via_seq)
      SELECT ${facilityId}::uuid, ${head + from}::bigint + row.place, row.stamp, row.table_name, row.row_id, row.op, row.patch,
        row.base, row.author, row.recorded_at, ${node}::text, row.via_seq
      FROM unnest(
        ${column(rows, each => each.stamp)}::text[], ${column(rows, each => each.table)}::text[],
        ${column(rows, each => each.rowId)}::text[], ${column(rows, each => each.op)}::text[],
        ${column(rows, each => each.patch)}::text[], ${column(rows, each => each.base.join(' '))}::text[],
        ${column(rows, each => each.author)}::text[], ${column(rows, each => each.recordedAt)}::text[],
        ${column(rows, each => each.seq)}::bigint[]
      ) WITH ORDINALITY AS row (stamp, table_name, row_id, op, patch, base, author, recorded_at, via_seq, place)`);
  }
}

function column(rows: readonly Change[], of: (change: Change) => string | number | null) {
  return sql.param(rows.map(of));
}

/** Those of the stamps that stand in the log already, with what stands there. */
export async function knownChanges(
  db: Db,
  facilityId: string,
  stamps: readonly string[],
): Promise<Map<string, Change>> {
  const known = new Map<string, Change>();
  for (let from = 0; from < stamps.length; from += chunk) {
    const wanted = sql.param(stamps.slice(from, from + chunk));
    const rows = await db
      .select()
      .from(change)
      .where(and(eq(change.facilityId, facilityId), sql`${change.stamp} = ANY(${wanted}::text[])`));
    for (const row of rows) known.set(row.stamp, asChange(row));
  }
  return known;
}

/** The stamps at some numbers of a log. */
export async function stampsAt(db: Db, facilityId: string, seqs: readonly number[]): Promise<Map<number, string>> {
  if (seqs.length === 0) return new Map();
  const rows = await db
    .select({seq: change.seq, stamp: change.stamp})
    .from(change)
    .where(and(eq(change.facilityId, facilityId), inArray(change.seq, [...seqs])));
  return new Map(rows.map(({seq, stamp}) => [seq, stamp]));
}

export function asChange(row: typeof change.$inferSelect): Change {
  return {
    seq: row.seq,
    stamp: row.stamp,
    table: row.tableName,
    rowId: row.rowId,
    op: row.op,
    patch: row.patch,
    base: row.base === '' ? [] : row.base.split(' '),
    author: row.author,
    recordedAt: row.recordedAt,
  };
}

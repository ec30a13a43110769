import {asc, count, getTableColumns, gt, sql} from 'drizzle-orm';
import type {SQLiteTable} from 'drizzle-orm/sqlite-core';
import {must} from '../../domain/assert.ts';
import type {ReadableDb} from '../connection.ts';
import type {SyncedTableName} from '../history.ts';
import type {RecordRow} from '../person-records.ts';
import {syncedTables} from '../synced-tables.ts';

/** Whole tables, part by part, in the order in which their rows came. */

export function countRows(db: ReadableDb, name: SyncedTableName): number {
  const table: SQLiteTable = syncedTables[name];
  return must(db.select({rows: count()}).from(table).get()).rows;
}

/** The rows that came after one of them; `last` is what to ask the next part with, 0 the first. */
export function rowsAfter(
  db: ReadableDb,
  name: SyncedTableName,
  after: number,
  limit: number,
): {readonly rows: readonly RecordRow[]; readonly last: number} {
  const table: SQLiteTable = syncedTables[name];
  const rowid = sql<number>`rowid`;
  const rows = db
    .select({...getTableColumns(table), rowid})
    .from(table)
    .where(gt(rowid, after))
    .orderBy(asc(rowid))
    .limit(limit)
    .all() as unknown as (RecordRow & {readonly rowid: number})[];
  return {rows, last: rows.at(-1)?.rowid ?? after};
}

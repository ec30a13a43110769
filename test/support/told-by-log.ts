import type {ReadableDb} from '../../db/connection.ts';
import {claimsOf} from '../../db/erasure/incoming.ts';
import {hasErased, isErasedRow} from '../../db/erasure/erased.ts';
import {headsOf, logOfRow} from '../../db/exchange/log.ts';
import {exchangeTables, type ExchangeTable} from '../../db/exchange/tables.ts';
import {mergeRow} from '../../domain/row-merge.ts';
import {isOfRegistry} from '../../registry/protocol/ownership.ts';

/**
 * Where a database does not say what all changes in its log say together, however they came in: a row with another value, one
 * too many or too few, a conflict that nobody would be shown, or heads that the next change would not name. PCs that agree
 * with each other may all be wrong in the same way; this tells.
 */
export function besideTheLog(db: ReadableDb): string[] {
  const anyErased = hasErased(db);
  const places = db
    .prepare<{table: string; rowId: string}>('SELECT DISTINCT table_name AS "table", row_id AS rowId FROM change')
    .all();
  return places.flatMap(place => {
    const table = exchangeTables.get(place.table);
    // The registry's own come in one version after another, and of who was erased nothing is to be there.
    if (table === undefined || isOfRegistry(table.name) || isErasedRow(db, place)) return [];
    return ofRow(db, anyErased, table, place.rowId).map(what => `${place.table} ${place.rowId}: ${what}`);
  });
}

function ofRow(db: ReadableDb, anyErased: boolean, table: ExchangeTable, rowId: string): string[] {
  const told = mergeRow(claimsOf(db, anyErased, logOfRow(db, table.name, rowId)));
  const row = db.prepare<Record<string, unknown>>(`SELECT * FROM "${table.name}" WHERE id = ?`).get(rowId);
  const forked = db.prepare('SELECT 1 FROM fork WHERE table_name = ? AND row_id = ?').get(table.name, rowId);
  const heads = headsOf(db, table.name, rowId, true);
  const found: string[] = [];
  if ((row !== undefined) !== told.exists) found.push(told.exists ? 'lacks' : 'is there, deleted');
  if (told.conflicts.length > 0 && forked === undefined) found.push('a conflict that is not shown');
  if (heads.toSorted().join() !== told.heads.toSorted().join()) found.push(`heads ${heads.join()}`);
  if (row === undefined || !told.exists) return found;
  for (const [name, {isJson}] of table.columns) {
    const stands = isJson && typeof row[name] === 'string' ? (JSON.parse(row[name]) as unknown) : row[name];
    if (plain(stands) !== plain(told.values[name]))
      found.push(`${name} ${plain(stands)}, not ${plain(told.values[name])}`);
  }
  return found;
}

/** A truth value is a number in the database. */
function plain(value: unknown): string {
  return JSON.stringify(typeof value === 'boolean' ? Number(value) : (value ?? null));
}

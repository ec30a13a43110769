import {mergeRow} from '../../domain/row-merge.ts';
import type {Integration} from '../connection.ts';
import {claimsOf} from '../erasure/incoming.ts';
import {logOfRow} from './log.ts';
import {rowWriter} from './rows.ts';
import {exchangeTables} from './tables.ts';

/**
 * What a newer version wrote stands in the log whole, though this version had no place for all of it (rule 13). After a
 * migration the rows are made anew from the log, with what there is a place for now.
 */
export function replayRaw(log: Integration): void {
  const rows = rowWriter(log);
  const places = log.db
    .prepare<{table: string; rowId: string}>('SELECT DISTINCT table_name AS "table", row_id AS rowId FROM unapplied')
    .all();
  for (const {table: name, rowId} of places) {
    const table = exchangeTables.get(name);
    if (table === undefined) continue;
    const changes = claimsOf(log.db, true, logOfRow(log.db, name, rowId));
    const {exists, values} = mergeRow(changes);
    log.silently(() => (exists ? rows.replace(table, rowId, values) : rows.remove(table, rowId)));
    const whole = changes.every(({values: patch}) => Object.keys(patch).every(column => table.columns.has(column)));
    if (whole) log.run('DELETE FROM unapplied WHERE table_name = ? AND row_id = ?', name, rowId);
  }
}

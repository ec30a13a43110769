import {mergeRow} from '../../domain/row-merge.ts';
import type {Integration, SqlValue} from '../connection.ts';
import {isErasedRow} from '../erasure/erased.ts';
import {claimsOf} from '../erasure/incoming.ts';
import {append, logOfRow} from './log.ts';
import {brokenConstraint, rowWriter, type Values} from './rows.ts';
import {exchangeTables, type ExchangeTable} from './tables.ts';

/**
 * One PC deletes a row, another one writes something that belongs to it. What belongs to it counts: the row comes back, or
 * stays, by a change of its own that both sides get. Thus all of them end with the same rows, and nothing hangs in the air.
 */

/**
 * Makes the rows again that these values name and that were deleted here. False: one of them never was here, or what is left
 * of it makes no row.
 */
export function reviveParents(log: Integration, table: ExchangeTable, values: Values): boolean {
  return table.parents.every(({column, table: parentName}) => {
    const id = values[column];
    if (typeof id !== 'string') return true;
    const parent = exchangeTables.get(parentName);
    if (parent === undefined) return false;
    const rows = rowWriter(log);
    if (rows.exists(parent, id)) return true;
    const changes = logOfRow(log.db, parentName, id);
    if (changes.length === 0 || isErasedRow(log.db, {table: parentName, rowId: id})) return false;
    const {values: last} = mergeRow(claimsOf(log.db, true, changes));
    if (!reviveParents(log, parent, last)) return false;
    // Not silently: that it is there again is a change like any other.
    return brokenConstraint(() => rows.insert(parent, id, last)) === undefined;
  });
}

/** Says that a row stays that was deleted elsewhere: a later change with all that it holds. */
export function assertAgain(log: Integration, table: ExchangeTable, rowId: string, base: readonly string[]): void {
  const row = log.db.prepare<Record<string, SqlValue>>(`SELECT * FROM "${table.name}" WHERE id = ?`).get(rowId);
  if (row === undefined) return;
  const held = [...table.columns].flatMap(([name, {isJson}]) => {
    const value = row[name];
    if (value === null || value === undefined) return [];
    return [[name, isJson && typeof value === 'string' ? JSON.parse(value) : value] as const];
  });
  append(
    log,
    {
      seq: 0,
      stamp: log.stamp(),
      table: table.name,
      rowId,
      op: 'insert',
      patch: JSON.stringify(Object.fromEntries(held)),
      base,
      author: null,
      recordedAt: log.recordedAt(),
    },
    null,
  );
  log.run('UPDATE fork SET heads = NULL WHERE table_name = ? AND row_id = ?', table.name, rowId);
}

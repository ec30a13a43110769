import type {RowChange} from '../../domain/row-merge.ts';
import type {Change} from '../../registry/protocol/change.ts';
import {sharedTables} from '../../registry/protocol/erasure.ts';
import type {Integration, ReadableDb} from '../connection.ts';
import {rowChange} from '../exchange/log.ts';
import type {Values} from '../exchange/rows.ts';
import {erasedWith, isErasedId, isErasedRow} from './erased.ts';
import {loggedClaims} from './person.ts';
import {fateOf, namedIn, personalTables} from './references.ts';

/**
 * What comes from a PC that did not know of an erasure. A row that was erased, or that belongs to one, is erased; a row of
 * somebody else that was made to name one goes on naming what it named before.
 */
export function isOfErased(log: Integration, change: Change): boolean {
  const {table, rowId, patch} = change;
  if (isErasedRow(log.db, change)) return true;
  // An erasure itself names those who were erased, and stays.
  if (sharedTables.has(table)) return false;
  const values: Values = JSON.parse(patch);
  const named = namedIn(table, rowId, values).find(id => isErasedId(log.db, id));
  const recipientId = named === undefined ? undefined : erasedWith(log.db, named);
  if (recipientId === undefined) return false;
  const fate = fateOf(table, rowId, [...loggedClaims(log.db, change), values], id => isErasedId(log.db, id));
  if (fate !== 'goes') return false;
  log.run(
    'INSERT INTO erased_row (row_id, table_name, recipient_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    rowId,
    table,
    recipientId,
  );
  log.erase(recipientId, {table, rowId});
  return true;
}

/** What a change writes, without naming an erased row. */
export function withoutErased(db: ReadableDb, {table, op}: Pick<Change, 'table' | 'op'>, values: Values): Values {
  const references = op === 'delete' ? undefined : personalTables.get(table)?.references;
  const gone = references?.filter(({column}) => {
    const value = values[column];
    return typeof value === 'string' && isErasedId(db, value);
  });
  if (gone === undefined || gone.length === 0) return values;
  const columns = new Set(gone.map(({column}) => column));
  return Object.fromEntries(Object.entries(values).filter(([column]) => !columns.has(column)));
}

/** Changes as the merge of a row needs them, without what names an erased row. `any`: whether anything was ever erased. */
export function claimsOf(db: ReadableDb, any: boolean, changes: readonly Change[]): RowChange[] {
  return changes.map(change => {
    const claim = rowChange(change);
    return any ? {...claim, values: withoutErased(db, change, claim.values)} : claim;
  });
}

import {mergeRow} from '../../domain/row-merge.ts';
import type {ReadableDb} from '../connection.ts';
import {logOfRow, rowChange} from './log.ts';
import {exchangeTables} from './tables.ts';

/** What only names a person on the way does not belong to them. */
const notOnTheWay: ReadonlySet<string> = new Set(['staff', 'unit', 'journal', 'facility', 'account', 'paper']);

/** The id of the recipient to whom a row belongs, directly or through others; also of one that was deleted. */
export function recipientOf(db: ReadableDb, table: string, rowId: string): string | undefined {
  if (table === 'recipient') return rowId;
  const described = exchangeTables.get(table);
  if (described === undefined || notOnTheWay.has(table)) return undefined;
  const parents = described.parents.filter(parent => parent.table !== table && !notOnTheWay.has(parent.table));
  if (parents.length === 0) return undefined;
  const values = valuesOf(db, table, rowId);
  for (const {column, table: parent} of parents) {
    const id = values[column];
    const found = typeof id === 'string' ? recipientOf(db, parent, id) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function valuesOf(db: ReadableDb, table: string, rowId: string): Readonly<Record<string, unknown>> {
  const row = db.prepare<Record<string, unknown>>(`SELECT * FROM "${table}" WHERE id = ?`).get(rowId);
  return row ?? mergeRow(logOfRow(db, table, rowId).map(rowChange)).values;
}

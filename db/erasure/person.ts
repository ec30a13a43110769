import type {ReadableDb} from '../connection.ts';
import {logOfRow} from '../exchange/log.ts';
import {entriesOf} from '../queries/merge.ts';
import type {Values} from '../exchange/rows.ts';
import type {RowPlace} from './erased.ts';
import {personalTables} from './references.ts';
import {walk} from './walk.ts';

/** The rows of a person as they stand, the person first: with the entries that were merged into this one. */
export function rowsOfPerson(db: ReadableDb, recipientId: string): RowPlace[] {
  const entries = entriesOf(db, recipientId);
  const {going} = walk(
    db,
    entries,
    (place, held) => standingValues(db, place) ?? [...loggedClaims(db, place), ...held],
  );
  return [...entries.map(rowId => ({table: 'recipient', rowId})), ...going];
}

function standingValues(db: ReadableDb, {table, rowId}: RowPlace): Values[] | undefined {
  if (!personalTables.has(table)) return undefined;
  const row = db.prepare<Record<string, unknown>>(`SELECT * FROM "${table}" WHERE id = ?`).get(rowId);
  return row && [row];
}

/** What the changes of a row wrote, in the order of their stamps. */
export function loggedClaims(db: ReadableDb, {table, rowId}: RowPlace): Values[] {
  return logOfRow(db, table, rowId)
    .toSorted((one, other) => (one.stamp < other.stamp ? -1 : 1))
    .map(({patch}) => JSON.parse(patch) as Values);
}

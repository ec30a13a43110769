import type {ReadableDb} from '../connection.ts';

export interface RowPlace {
  readonly table: string;
  readonly rowId: string;
}

/** Whether anything was ever erased: mostly nothing, and then nobody looks row by row. */
export function hasErased(db: ReadableDb): boolean {
  return db.prepare('SELECT 1 FROM erased_row LIMIT 1').get() !== undefined;
}

export function isErasedRow(db: ReadableDb, {table, rowId}: RowPlace): boolean {
  return db.prepare('SELECT 1 FROM erased_row WHERE row_id = ? AND table_name = ?').get(rowId, table) !== undefined;
}

/** The person with whom the row of this id was erased; undefined: it was not. */
export function erasedWith(db: ReadableDb, rowId: string): string | undefined {
  return db
    .prepare<{recipientId: string}>('SELECT recipient_id AS recipientId FROM erased_row WHERE row_id = ? LIMIT 1')
    .get(rowId)?.recipientId;
}

export function isErasedId(db: ReadableDb, rowId: string): boolean {
  return erasedWith(db, rowId) !== undefined;
}

import {eq} from 'drizzle-orm';
import type {WritableDb} from '../connection.ts';
import {newId} from '../new-id.ts';
import type {TransferRow} from '../queries/transfer.ts';
import {transfer} from '../schema/transfer.ts';

/** A hand-over. `id`: of the file that was received; one of our own gets a new one. */
export function addTransfer(db: WritableDb, values: Omit<TransferRow, 'id'>, id = newId()): string {
  db.insert(transfer)
    .values({id, ...values})
    .run();
  return id;
}

export function writeTransfer(
  db: WritableDb,
  id: string,
  values: Partial<Omit<TransferRow, 'id' | 'direction' | 'content'>>,
): void {
  db.update(transfer).set(values).where(eq(transfer.id, id)).run();
}

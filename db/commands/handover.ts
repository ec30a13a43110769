import {eq} from 'drizzle-orm';
import type {Receivers} from '../../registry/protocol/handover.ts';
import type {WritableDb} from '../connection.ts';
import {localState} from '../schema/local.ts';
import {handover} from '../schema/transfer.ts';
import {receiversKey, type HandoverRow} from '../queries/handover.ts';

/** What this PC keeps of a hand-over through the registry; what is not named stays as it stands. */
export function keepHandover(
  db: WritableDb,
  row: Pick<HandoverRow, 'id' | 'direction' | 'otherNameKk' | 'otherNameRu'> & Partial<HandoverRow>,
): void {
  const {id: _id, ...values} = row;
  db.insert(handover).values(row).onConflictDoUpdate({target: handover.id, set: values}).run();
}

export function changeHandover(db: WritableDb, id: string, values: Partial<Omit<HandoverRow, 'id'>>): void {
  db.update(handover).set(values).where(eq(handover.id, id)).run();
}

export function dropHandover(db: WritableDb, id: string): void {
  db.delete(handover).where(eq(handover.id, id)).run();
}

/** Whom the registry named last; chosen from where there is no line. */
export function keepReceivers(db: WritableDb, known: Receivers): void {
  db.insert(localState)
    .values({key: receiversKey, value: JSON.stringify(known)})
    .onConflictDoUpdate({target: localState.key, set: {value: JSON.stringify(known)}})
    .run();
}

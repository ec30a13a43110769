import {eq} from 'drizzle-orm';
import type {WritableDb} from '../connection.ts';
import {newId} from '../new-id.ts';
import type {ConsentRow} from '../queries/consent.ts';
import {consent} from '../schema/consent.ts';

export function addConsent(db: WritableDb, values: Omit<ConsentRow, 'id'>): string {
  const id = newId();
  db.insert(consent)
    .values({id, ...values})
    .run();
  return id;
}

export function writeConsent(db: WritableDb, id: string, values: Omit<ConsentRow, 'id' | 'recipientId'>): void {
  db.update(consent).set(values).where(eq(consent.id, id)).run();
}

export function removeConsent(db: WritableDb, id: string): void {
  db.delete(consent).where(eq(consent.id, id)).run();
}

/** The scan goes; that there was a consent stays. */
export function detachFromScan(db: WritableDb, attachmentId: string): void {
  db.update(consent).set({attachmentId: null}).where(eq(consent.attachmentId, attachmentId)).run();
}

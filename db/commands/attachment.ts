import {eq} from 'drizzle-orm';
import type {WritableDb} from '../connection.ts';
import {newId} from '../new-id.ts';
import type {AttachmentRow} from '../queries/attachment.ts';
import {attachment} from '../schema/exchange.ts';
import {detachFromScan} from './consent.ts';

export function addAttachment(db: WritableDb, values: Omit<AttachmentRow, 'id'>): string {
  const id = newId();
  db.insert(attachment)
    .values({id, ...values})
    .run();
  return id;
}

export function writeAttachment(db: WritableDb, id: string, values: Pick<AttachmentRow, 'title' | 'documentId'>): void {
  db.update(attachment).set(values).where(eq(attachment.id, id)).run();
}

export function removeAttachment(db: WritableDb, id: string): void {
  detachFromScan(db, id);
  db.delete(attachment).where(eq(attachment.id, id)).run();
}

/** The line of the inventory goes; what shows it stays with the person. */
export function detachFromDocument(db: WritableDb, documentId: string): void {
  db.update(attachment).set({documentId: null}).where(eq(attachment.documentId, documentId)).run();
}

import {and, asc, desc, eq} from 'drizzle-orm';
import {largestAttachment} from '../../domain/attachment.ts';
import type {ReadableDb} from '../connection.ts';
import {attachment} from '../schema/exchange.ts';

export type AttachmentRow = typeof attachment.$inferSelect;

export function findAttachment(db: ReadableDb, id: string): AttachmentRow | undefined {
  return db.select().from(attachment).where(eq(attachment.id, id)).get();
}

/** Newest first. */
export function attachmentsOf(db: ReadableDb, recipientId: string): AttachmentRow[] {
  return db
    .select()
    .from(attachment)
    .where(eq(attachment.recipientId, recipientId))
    .orderBy(desc(attachment.addedOn), asc(attachment.title), asc(attachment.id))
    .all();
}

export function hasAttachment(db: ReadableDb, recipientId: string, sha256: string): boolean {
  const where = and(eq(attachment.recipientId, recipientId), eq(attachment.sha256, sha256));
  return db.select({id: attachment.id}).from(attachment).where(where).get() !== undefined;
}

/**
 * The files that the records speak of, the newest first. A record may have come from anywhere: what is no hash (it is made
 * into a path on a stick) or is larger than any file of ours is nobody's file.
 */
export function referencedFiles(db: ReadableDb): {sha256: string; size: number}[] {
  return db
    .prepare<{sha256: string; size: number}>(
      `SELECT sha256, max(size) AS size FROM attachment
      WHERE length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*' AND size BETWEEN 1 AND ?
      GROUP BY sha256 ORDER BY max(added_on) DESC, sha256`,
    )
    .all(largestAttachment);
}

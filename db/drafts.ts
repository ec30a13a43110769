import {and, desc, eq} from 'drizzle-orm';
import type {ReadableDb, WritableDb} from './connection.ts';
import {draft} from './schema/local.ts';

/** What one person has typed and not yet saved, by the key of the form. Drafts are of this PC: not logged, not exchanged. */
export type Draft = typeof draft.$inferSelect;

export function findDraft(db: ReadableDb, accountId: string, key: string): Draft | undefined {
  return db
    .select()
    .from(draft)
    .where(and(eq(draft.accountId, accountId), eq(draft.key, key)))
    .get();
}

/** Latest first. */
export function draftsOf(db: ReadableDb, accountId: string): {key: string; savedAt: string}[] {
  return db
    .select({key: draft.key, savedAt: draft.savedAt})
    .from(draft)
    .where(eq(draft.accountId, accountId))
    .orderBy(desc(draft.savedAt))
    .all();
}

/** In place of what was kept under this key. */
export function keepDraft(db: WritableDb, kept: Draft): void {
  const {values, base, savedAt} = kept;
  db.insert(draft)
    .values(kept)
    .onConflictDoUpdate({target: [draft.accountId, draft.key], set: {values, base, savedAt}})
    .run();
}

export function dropDraft(db: WritableDb, accountId: string, key: string): void {
  db.delete(draft)
    .where(and(eq(draft.accountId, accountId), eq(draft.key, key)))
    .run();
}

import {desc, eq} from 'drizzle-orm';
import type {ReadableDb} from '../connection.ts';
import {consent} from '../schema/consent.ts';

export type ConsentRow = typeof consent.$inferSelect;

export function findConsent(db: ReadableDb, id: string): ConsentRow | undefined {
  return db.select().from(consent).where(eq(consent.id, id)).get();
}

/** The latest first. */
export function consentsOf(db: ReadableDb, recipientId: string): ConsentRow[] {
  return db
    .select()
    .from(consent)
    .where(eq(consent.recipientId, recipientId))
    .orderBy(desc(consent.givenOn), desc(consent.id))
    .all();
}

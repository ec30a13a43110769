import {eq, inArray} from 'drizzle-orm';
import type {OutOfTurnGround} from '../../domain/queue-words.ts';
import type {WritableDb} from '../connection.ts';
import {placement, portalEntry} from '../schema/journal.ts';

export function writeOutOfTurn(db: WritableDb, placementId: string, outOfTurn: OutOfTurnGround | null): void {
  db.update(placement).set({outOfTurn}).where(eq(placement.id, placementId)).run();
}

/** That a row was typed into the portal; a second time in place of the first. */
export function writePortalEntry(db: WritableDb, entry: typeof portalEntry.$inferInsert): void {
  const {id: _id, ...values} = entry;
  db.insert(portalEntry).values(entry).onConflictDoUpdate({target: portalEntry.id, set: values}).run();
}

export function removePortalEntries(db: WritableDb, placementIds: readonly string[]): void {
  db.delete(portalEntry)
    .where(inArray(portalEntry.id, [...placementIds]))
    .run();
}

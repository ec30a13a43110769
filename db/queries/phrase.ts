import {eq, sql} from 'drizzle-orm';
import type {ReadableDb} from '../connection.ts';
import {phrase} from '../schema/facility.ts';
import {phraseUse} from '../schema/local.ts';

export type PhraseRow = typeof phrase.$inferSelect;

/** In the order in which they were made: an id is random, a row's number is not. */
export function allPhrases(db: ReadableDb): PhraseRow[] {
  return db
    .select()
    .from(phrase)
    .orderBy(sql`rowid`)
    .all();
}

export function findPhraseRow(db: ReadableDb, id: string): PhraseRow | undefined {
  return db.select().from(phrase).where(eq(phrase.id, id)).get();
}

/** How often each was taken on this PC, by its id. */
export function phraseUses(db: ReadableDb): ReadonlyMap<string, number> {
  return new Map(
    db
      .select()
      .from(phraseUse)
      .all()
      .map(({id, uses}) => [id, uses]),
  );
}

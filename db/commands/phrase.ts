import {eq, sql} from 'drizzle-orm';
import type {WritableDb} from '../connection.ts';
import {findPhraseRow, type PhraseRow} from '../queries/phrase.ts';
import {phrase} from '../schema/facility.ts';
import {phraseUse} from '../schema/local.ts';

/** Adds a phrase, or changes it. */
export function writePhrase(db: WritableDb, row: PhraseRow): void {
  const {id, ...values} = row;
  if (findPhraseRow(db, id) === undefined) db.insert(phrase).values(row).run();
  else db.update(phrase).set(values).where(eq(phrase.id, id)).run();
}

export function removePhrase(db: WritableDb, id: string): void {
  db.delete(phrase).where(eq(phrase.id, id)).run();
}

export function countPhraseUse(db: WritableDb, id: string): void {
  db.insert(phraseUse)
    .values({id, uses: 1})
    .onConflictDoUpdate({target: phraseUse.id, set: {uses: sql`${phraseUse.uses} + 1`}})
    .run();
}

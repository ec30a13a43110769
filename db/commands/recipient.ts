import {eq} from 'drizzle-orm';
import {columnName} from '../column-name.ts';
import type {WritableDb} from '../connection.ts';
import {newId} from '../new-id.ts';
import {relativesOf, type RecipientRow, type RelativeRow} from '../queries/recipient.ts';
import {recipient, relative} from '../schema/recipient.ts';
import {matchChildren} from './children.ts';

export type RelativeDraft = Omit<RelativeRow, 'id' | 'recipientId' | 'position'>;

/** A new person. Answers the id. */
export function addRecipient(db: WritableDb, values: Omit<RecipientRow, 'id'>): string {
  const id = newId();
  db.insert(recipient)
    .values({id, ...values})
    .run();
  return id;
}

/** By hand: every save comes here, and drizzle builds an update longer than it takes. All columns hold text. */
export function writeRecipient(db: WritableDb, id: string, values: Partial<Omit<RecipientRow, 'id'>>): void {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  const columns = given.map(([property]) => `"${columnName(property)}" = ?`).join(', ');
  db.execute(`UPDATE recipient SET ${columns} WHERE id = ?`, ...given.map(([, value]) => value), id);
}

/** The parents as they are now; who is not among them any more is taken out. */
export function writeRelatives(db: WritableDb, recipientId: string, values: readonly RelativeDraft[]): void {
  const {kept, gone} = matchChildren(relativesOf(db, recipientId), values, {by: [child => child.kinship, () => '']});
  for (const row of gone) db.delete(relative).where(eq(relative.id, row.id)).run();
  for (const {row, value, position, untouched} of kept) {
    if (untouched) continue;
    if (row === undefined)
      db.insert(relative)
        .values({id: newId(), recipientId, position, ...value})
        .run();
    else
      db.update(relative)
        .set({...value, position})
        .where(eq(relative.id, row.id))
        .run();
  }
}

import {eq} from 'drizzle-orm';
import {columnName} from '../column-name.ts';
import type {WritableDb} from '../connection.ts';
import {newId} from '../new-id.ts';
import {relativesOf, type RecipientRow, type RelativeRow} from '../queries/recipient.ts';
import {recipient, relative} from '../schema/recipient.ts';
import {matchChildren} from './children.ts';

export type RelativeDraft = Omit<RelativeRow, 'id' | 'recipientId' | 'position'>;

type NewRecipient = Omit<RecipientRow, 'id' | 'disabilityGroup' | 'mergedIntoId'> &
  Partial<Pick<RecipientRow, 'disabilityGroup'>>;

/** A new person. Answers the id. */
export function addRecipient(db: WritableDb, values: NewRecipient): string {
  const id = newId();
  db.insert(recipient)
    .values({id, ...values})
    .run();
  return id;
}

/**
 * Only what differs from the row as it was: SQLite writes the index of every column that is named, changed or not, and
 * the triggers of it run. By hand, because drizzle builds an update longer than it takes. All columns hold text.
 */
export function writeRecipient(db: WritableDb, before: RecipientRow, values: Partial<Omit<RecipientRow, 'id'>>): void {
  const was: Readonly<Record<string, unknown>> = before;
  const changed = Object.entries(values).filter(([property, value]) => value !== undefined && value !== was[property]);
  if (changed.length === 0) return;
  const columns = changed.map(([property]) => `"${columnName(property)}" = ?`).join(', ');
  db.execute(`UPDATE recipient SET ${columns} WHERE id = ?`, ...changed.map(([, value]) => value), before.id);
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

import {and, eq} from 'drizzle-orm';
import type {WritableDb} from '../connection.ts';
import {idOf} from '../new-id.ts';
import {yearBinding} from '../schema/paper.ts';

type Binding = Omit<typeof yearBinding.$inferSelect, 'id'>;

/** Notes that a year's papers are bound; what was noted before is corrected. */
export function writeBinding(db: WritableDb, binding: Binding): void {
  const known = db.select({id: yearBinding.id}).from(yearBinding).where(whichOne(binding)).get();
  if (known === undefined) {
    db.insert(yearBinding)
      .values({id: idOf('year-binding', binding.recipientId, binding.year), ...binding})
      .run();
    return;
  }
  const {boundOn, sheets} = binding;
  db.update(yearBinding).set({boundOn, sheets}).where(eq(yearBinding.id, known.id)).run();
}

/** Takes the note back. The history keeps it. */
export function removeBinding(db: WritableDb, which: Pick<Binding, 'recipientId' | 'year'>): void {
  db.delete(yearBinding).where(whichOne(which)).run();
}

function whichOne({recipientId, year}: Pick<Binding, 'recipientId' | 'year'>) {
  return and(eq(yearBinding.recipientId, recipientId), eq(yearBinding.year, year));
}

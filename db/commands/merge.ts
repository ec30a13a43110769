import {eq} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import {mergeFacts, type MergeFact} from '../../domain/merge.ts';
import type {WritableDb} from '../connection.ts';
import {moveRows, rowsToMove, rowsToMoveBack} from '../merge/belongings.ts';
import {newId} from '../new-id.ts';
import {refreshPlacementState} from '../placement-state.ts';
import {filledFields, type MergeRow} from '../queries/merge.ts';
import {findRecipient, type RecipientRow} from '../queries/recipient.ts';
import {recipient, recipientMerge} from '../schema/recipient.ts';
import {writeRecipient} from './recipient.ts';

/**
 * Makes two entries of one person one: what belongs to `merged` goes over to `kept`, which takes the named facts from it.
 * The other entry stays as it was, with a mark where it went; so all of it can be undone. Answers the merge's id.
 */
export function mergeRecipients(
  db: WritableDb,
  {
    kept,
    merged,
    take,
    mergedOn,
  }: {kept: RecipientRow; merged: RecipientRow; take: readonly MergeFact[]; mergedOn: string},
): string {
  const moved = rowsToMove(db, kept.id, merged.id);
  moveRows(db, moved, kept.id);
  const taken = take.flatMap(fact => mergeFacts[fact]).filter(field => kept[field] !== merged[field]);
  const filled = Object.fromEntries(taken.map(field => [field, {before: kept[field], after: merged[field]}]));
  writeRecipient(db, kept, Object.fromEntries(taken.map(field => [field, merged[field]])));
  db.update(recipient).set({mergedIntoId: kept.id}).where(eq(recipient.id, merged.id)).run();
  const id = newId();
  db.insert(recipientMerge)
    .values({id, keptId: kept.id, mergedId: merged.id, mergedOn, moved, filled, undoneOn: null})
    .run();
  // Whoever gives rows away first: a row has one state.
  refreshPlacementState(db, merged.id);
  refreshPlacementState(db, kept.id);
  return id;
}

/**
 * Takes a merge back: what went over goes back, with what was made since of its rows of the journal; a fact that was
 * taken over and not changed since is again what it was. Answers the facts that were changed since and stay.
 */
export function undoMerge(db: WritableDb, merge: MergeRow, undoneOn: string): MergeFact[] {
  const {keptId, mergedId} = merge;
  moveRows(db, rowsToMoveBack(db, keptId, merge.moved), mergedId);
  const kept = must(findRecipient(db, keptId));
  const filled = filledFields(merge);
  const facts = (Object.keys(mergeFacts) as MergeFact[]).filter(fact =>
    mergeFacts[fact].some(field => field in filled),
  );
  // A name, a number with its reason, a term: what is of one piece goes back as one or not at all.
  const [back, stay] = [true, false].map(wanted =>
    facts.filter(
      fact =>
        mergeFacts[fact].every(field => filled[field] === undefined || filled[field].after === kept[field]) === wanted,
    ),
  );
  const fields = must(back).flatMap(fact => mergeFacts[fact].filter(field => filled[field] !== undefined));
  writeRecipient(db, kept, Object.fromEntries(fields.map(field => [field, filled[field]?.before ?? null])));
  db.update(recipient).set({mergedIntoId: null}).where(eq(recipient.id, mergedId)).run();
  db.update(recipientMerge).set({undoneOn}).where(eq(recipientMerge.id, merge.id)).run();
  refreshPlacementState(db, keptId);
  refreshPlacementState(db, mergedId);
  return must(stay);
}

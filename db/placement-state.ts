import {eq} from 'drizzle-orm';
import {kazakhKey} from '../domain/collation.ts';
import {summarise} from '../domain/placement.ts';
import type {ReadableDb, WritableDb} from './connection.ts';
import {placement, placementEvent, placementState} from './schema/journal.ts';
import {recipient} from './schema/recipient.ts';

type PlacementState = typeof placementState.$inferSelect;

/** The states of a person's rows in the journal, as their events say; rows without events have none. */
function statesOf(db: ReadableDb, recipientId: string): PlacementState[] {
  const person = db.select().from(recipient).where(eq(recipient.id, recipientId)).get();
  if (!person) return [];
  const nameKey = kazakhKey([person.surname, person.firstName, person.patronymic ?? ''].join(' '));
  const states = db
    .select()
    .from(placement)
    .where(eq(placement.recipientId, recipientId))
    .all()
    .flatMap(({id, journalId, rowNumber}) => {
      const events = db.select().from(placementEvent).where(eq(placementEvent.placementId, id)).all();
      const summary = summarise(events);
      return summary ? [{placementId: id, recipientId, journalId, rowNumber, ...summary, current: false, nameKey}] : [];
    });
  const latest = states.toSorted(byBeginning).at(-1);
  return states.map(state => ({...state, current: state === latest}));
}

/** By the day on which a row began; of one day the later row of the journal. */
function byBeginning(a: PlacementState, b: PlacementState): number {
  const [beganA, beganB] = [a, b].map(state => state.queuedOn ?? state.admittedOn ?? state.since);
  return (beganA ?? '').localeCompare(beganB ?? '') || a.rowNumber - b.rowNumber;
}

/** Makes the derived states of one person anew. To call after a change of the name, of a placement or of its events. */
export function refreshPlacementState(db: WritableDb, recipientId: string): void {
  db.delete(placementState).where(eq(placementState.recipientId, recipientId)).run();
  for (const state of statesOf(db, recipientId)) db.insert(placementState).values(state).run();
}

/** The same for everybody. */
export function refreshAllPlacementStates(db: WritableDb): void {
  db.delete(placementState).run();
  for (const {id} of db.select({id: recipient.id}).from(recipient).all()) {
    for (const state of statesOf(db, id)) db.insert(placementState).values(state).run();
  }
}

import {eq} from 'drizzle-orm';
import type {ReadableDb, WritableDb} from '../connection.ts';
import {newId} from '../new-id.ts';
import {refreshPlacementState} from '../placement-state.ts';
import {nextNumber} from '../../domain/numbering.ts';
import {
  eventsOf,
  highestRowNumber,
  type JournalVolumeRow,
  type PlacementEventRow,
  type PlacementRow,
  volumeIds,
} from '../queries/journal.ts';
import {readHighestGiven, readNumbering} from '../queries/numbering.ts';
import {admissionCheck, journal, placement, placementEvent, portalEntry, unitStay} from '../schema/journal.ts';
import {keepGiven} from './numbering.ts';

export type EventDraft = Omit<PlacementEventRow, 'id' | 'placementId' | 'position' | 'until'> &
  Partial<Pick<PlacementEventRow, 'until'>>;

export function addVolume(db: WritableDb, values: Omit<JournalVolumeRow, 'id'>): string {
  const id = newId();
  db.insert(journal)
    .values({id, ...values})
    .run();
  return id;
}

export function writeVolume(db: WritableDb, id: string, values: Omit<JournalVolumeRow, 'id'>): void {
  db.update(journal).set(values).where(eq(journal.id, id)).run();
}

/** A row of the journal with its first event. Its number goes on from volume to volume, and is never given again. */
export function addPlacement(
  db: WritableDb,
  row: {readonly recipientId: string; readonly journalId: string; readonly archive?: boolean},
  event: EventDraft,
): {placementId: string; rowNumber: number} {
  const placementId = newId();
  const rowNumber = nextRowNumber(db);
  db.insert(placement)
    .values({id: placementId, ...row, rowNumber})
    .run();
  addEvent(db, {id: placementId, recipientId: row.recipientId}, event);
  return {placementId, rowNumber};
}

export function addEvent(db: WritableDb, row: Pick<PlacementRow, 'id' | 'recipientId'>, event: EventDraft): string {
  const id = newId();
  const position = Math.max(-1, ...eventsOf(db, row.id).map(other => other.position)) + 1;
  db.insert(placementEvent)
    .values({id, placementId: row.id, position, ...event})
    .run();
  refreshPlacementState(db, row.recipientId);
  return id;
}

export function writeEvent(db: WritableDb, row: PlacementRow, eventId: string, values: Omit<EventDraft, 'kind'>): void {
  db.update(placementEvent).set(values).where(eq(placementEvent.id, eventId)).run();
  refreshPlacementState(db, row.recipientId);
}

/** Whether a row is an old paper entered late. */
export function writeArchive(db: WritableDb, placementId: string, archive: boolean): void {
  db.update(placement).set({archive}).where(eq(placement.id, placementId)).run();
}

/** Takes out an event, and the row of the journal with it when there is no other. The history keeps both. */
export function removeEvent(db: WritableDb, row: PlacementRow, eventId: string): void {
  db.delete(placementEvent).where(eq(placementEvent.id, eventId)).run();
  if (eventsOf(db, row.id).length === 0) {
    keepGiven(db, row.journalId, row.rowNumber);
    db.delete(portalEntry).where(eq(portalEntry.id, row.id)).run();
    db.delete(admissionCheck).where(eq(admissionCheck.placementId, row.id)).run();
    db.delete(unitStay).where(eq(unitStay.placementId, row.id)).run();
    db.delete(placement).where(eq(placement.id, row.id)).run();
  }
  refreshPlacementState(db, row.recipientId);
}

/** Two PCs have given one number: this row gets the next that is free. */
export function renumberPlacement(db: WritableDb, {id, recipientId}: PlacementRow): number {
  const rowNumber = nextRowNumber(db);
  db.update(placement).set({rowNumber}).where(eq(placement.id, id)).run();
  refreshPlacementState(db, recipientId);
  return rowNumber;
}

/** Above every number of every volume, those that stand on no row any more too. */
export function nextRowNumber(db: ReadableDb): number {
  const series = {prefix: '', start: readNumbering(db).journalStart, width: 1};
  const given = volumeIds(db).map(id => readHighestGiven(db, id));
  return nextNumber(series, [highestRowNumber(db), ...given]);
}

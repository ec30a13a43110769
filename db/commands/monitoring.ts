import {eq} from 'drizzle-orm';
import type {WritableDb} from '../connection.ts';
import {idOf} from '../new-id.ts';
import {entriesOf, type EntryRow, type RoundRow} from '../queries/monitoring.ts';
import {monitoringEntry, monitoringRound} from '../schema/monitoring.ts';

export type EntryDraft = Omit<EntryRow, 'id' | 'roundId'>;

export function addRound(db: WritableDb, values: Omit<RoundRow, 'id'>): string {
  const id = idOf('round', values.planId, values.number);
  db.insert(monitoringRound)
    .values({id, ...values})
    .run();
  return id;
}

export function writeRound(db: WritableDb, id: string, values: Partial<Omit<RoundRow, 'id' | 'planId'>>): void {
  db.update(monitoringRound).set(values).where(eq(monitoringRound.id, id)).run();
}

/** One row for each service type; the rows that are not named stay as they are. */
export function writeEntries(db: WritableDb, roundId: string, values: readonly EntryDraft[]): void {
  const rows = new Map(entriesOf(db, roundId).map(row => [row.serviceType, row]));
  for (const value of values) {
    const row = rows.get(value.serviceType);
    if (row === undefined)
      db.insert(monitoringEntry)
        .values({id: idOf('entry', roundId, value.serviceType), roundId, ...value})
        .run();
    else db.update(monitoringEntry).set(value).where(eq(monitoringEntry.id, row.id)).run();
  }
}

/** Takes out an open round. The history keeps it. */
export function removeRound(db: WritableDb, id: string): void {
  db.delete(monitoringEntry).where(eq(monitoringEntry.roundId, id)).run();
  db.delete(monitoringRound).where(eq(monitoringRound.id, id)).run();
}

import {and, asc, desc, eq, lt} from 'drizzle-orm';
import {serviceTypes} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../connection.ts';
import {monitoringEntry, monitoringRound} from '../schema/monitoring.ts';

export type RoundRow = typeof monitoringRound.$inferSelect;
export type EntryRow = typeof monitoringEntry.$inferSelect;

export function findRound(db: ReadableDb, id: string): RoundRow | undefined {
  return db.select().from(monitoringRound).where(eq(monitoringRound.id, id)).get();
}

/** In their order, the first round first. */
export function roundsOf(db: ReadableDb, planId: string): RoundRow[] {
  return db
    .select()
    .from(monitoringRound)
    .where(eq(monitoringRound.planId, planId))
    .orderBy(asc(monitoringRound.number))
    .all();
}

export function openRound(db: ReadableDb, planId: string): RoundRow | undefined {
  return db
    .select()
    .from(monitoringRound)
    .where(and(eq(monitoringRound.planId, planId), eq(monitoringRound.status, 'open')))
    .get();
}

/** The last round of the same plan with a lower number. */
export function roundBefore(db: ReadableDb, round: {planId: string; number: number}): RoundRow | undefined {
  return db
    .select()
    .from(monitoringRound)
    .where(and(eq(monitoringRound.planId, round.planId), lt(monitoringRound.number, round.number)))
    .orderBy(desc(monitoringRound.number))
    .get();
}

/** In the order of the form. */
export function entriesOf(db: ReadableDb, roundId: string): EntryRow[] {
  const rows = db.select().from(monitoringEntry).where(eq(monitoringEntry.roundId, roundId)).all();
  return rows.sort((a, b) => serviceTypes.indexOf(a.serviceType) - serviceTypes.indexOf(b.serviceType));
}

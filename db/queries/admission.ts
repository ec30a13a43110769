import {eq} from 'drizzle-orm';
import type {ReadableDb} from '../connection.ts';
import {admissionCheck} from '../schema/journal.ts';

export type AdmissionCheckRow = typeof admissionCheck.$inferSelect;

/** What was kept of the conditions of admission, for a row of the journal. */
export function checksOf(db: ReadableDb, placementId: string): AdmissionCheckRow[] {
  return db.select().from(admissionCheck).where(eq(admissionCheck.placementId, placementId)).all();
}

import {eq} from 'drizzle-orm';
import type {WritableDb} from '../connection.ts';
import {idOf} from '../new-id.ts';
import {checksOf, type AdmissionCheckRow} from '../queries/admission.ts';
import {admissionCheck} from '../schema/journal.ts';

export type CheckDraft = Omit<AdmissionCheckRow, 'id' | 'placementId'>;

/** The conditions as they are now; one that is not asked any more is taken out, one that says the same is not written. */
export function writeChecks(db: WritableDb, placementId: string, drafts: readonly CheckDraft[]): void {
  const before = new Map(checksOf(db, placementId).map(row => [row.itemId, row]));
  for (const draft of drafts) {
    const row = before.get(draft.itemId);
    before.delete(draft.itemId);
    if (row === undefined) {
      db.insert(admissionCheck)
        .values({id: idOf('admission-check', placementId, draft.itemId), placementId, ...draft})
        .run();
    } else if (row.answer !== draft.answer || row.value !== draft.value || row.reason !== draft.reason) {
      db.update(admissionCheck).set(draft).where(eq(admissionCheck.id, row.id)).run();
    }
  }
  for (const {id} of before.values()) db.delete(admissionCheck).where(eq(admissionCheck.id, id)).run();
}

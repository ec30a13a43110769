import {eq} from 'drizzle-orm';
import type {WritableDb} from '../connection.ts';
import {idOf, newId} from '../new-id.ts';
import {measuresOf, signaturesOf, type MeasureRow, type PlanRow, type PlanSignatureRow} from '../queries/plan.ts';
import {measure, plan, planSignature} from '../schema/plan.ts';
import {matchChildren} from './children.ts';

export type MeasureDraft = Omit<MeasureRow, 'id' | 'planId' | 'position'>;
export type SignatureDraft = Omit<PlanSignatureRow, 'id' | 'planId'>;

export function addPlan(db: WritableDb, values: Omit<PlanRow, 'id'>): string {
  const id = newId();
  db.insert(plan)
    .values({id, ...values})
    .run();
  return id;
}

export function writePlan(db: WritableDb, id: string, values: Partial<Omit<PlanRow, 'id'>>): void {
  db.update(plan).set(values).where(eq(plan.id, id)).run();
}

/** The measures as they are now. Positions are counted within a service type: the form has a row for each. */
export function writeMeasures(db: WritableDb, planId: string, values: readonly MeasureDraft[]): void {
  const {kept, gone} = matchChildren(measuresOf(db, planId), values, {
    by: [child => `${child.serviceType} ${child.text}`, child => child.serviceType],
    list: child => child.serviceType,
  });
  for (const row of gone) db.delete(measure).where(eq(measure.id, row.id)).run();
  for (const {row, value, position, untouched} of kept) {
    if (untouched) continue;
    if (row === undefined)
      db.insert(measure)
        .values({id: newId(), planId, position, ...value})
        .run();
    else
      db.update(measure)
        .set({...value, position})
        .where(eq(measure.id, row.id))
        .run();
  }
}

/** One line for each role; a role that is not named any more loses its line. */
export function writeSignatures(db: WritableDb, planId: string, values: readonly SignatureDraft[]): void {
  const rows = signaturesOf(db, planId);
  for (const row of rows) {
    if (!values.some(value => value.role === row.role)) {
      db.delete(planSignature).where(eq(planSignature.id, row.id)).run();
    }
  }
  for (const value of values) {
    const row = rows.find(candidate => candidate.role === value.role);
    if (row === undefined)
      db.insert(planSignature)
        .values({id: idOf('signature', planId, value.role), planId, ...value})
        .run();
    else if (row.staffId !== value.staffId || row.signedOn !== value.signedOn) {
      db.update(planSignature).set(value).where(eq(planSignature.id, row.id)).run();
    }
  }
}

/** Takes out a plan that was never approved, with all that it holds. The history keeps it. */
export function removePlan(db: WritableDb, id: string): void {
  db.delete(measure).where(eq(measure.planId, id)).run();
  db.delete(planSignature).where(eq(planSignature.planId, id)).run();
  db.delete(plan).where(eq(plan.id, id)).run();
}

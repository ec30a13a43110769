import {and, asc, count, desc, eq, inArray} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import {serviceTypes} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../connection.ts';
import {monitoringRound} from '../schema/monitoring.ts';
import {measure, plan, planSignature} from '../schema/plan.ts';

export type PlanRow = typeof plan.$inferSelect;
export type MeasureRow = typeof measure.$inferSelect;
export type PlanSignatureRow = typeof planSignature.$inferSelect;

export function findPlan(db: ReadableDb, id: string): PlanRow | undefined {
  return db.select().from(plan).where(eq(plan.id, id)).get();
}

/** By service type in the order of the form, then as they stand. */
export function measuresOf(db: ReadableDb, planId: string): MeasureRow[] {
  const rows = db.select().from(measure).where(eq(measure.planId, planId)).orderBy(asc(measure.position)).all();
  return rows.sort((a, b) => serviceTypes.indexOf(a.serviceType) - serviceTypes.indexOf(b.serviceType));
}

export function signaturesOf(db: ReadableDb, planId: string): PlanSignatureRow[] {
  return db.select().from(planSignature).where(eq(planSignature.planId, planId)).all();
}

export interface PlanSummary {
  readonly plan: PlanRow;
  readonly rounds: number;
  readonly openRoundId: string | null;
}

/** All plans of a person and their revisions, the newest first. */
export function plansOf(db: ReadableDb, recipientId: string): PlanSummary[] {
  const plans = db
    .select()
    .from(plan)
    .where(eq(plan.recipientId, recipientId))
    .orderBy(desc(plan.drawnUpOn), desc(plan.revision))
    .all();
  const rounds = db
    .select({id: monitoringRound.id, planId: monitoringRound.planId, status: monitoringRound.status})
    .from(monitoringRound)
    .innerJoin(plan, eq(plan.id, monitoringRound.planId))
    .where(eq(plan.recipientId, recipientId))
    .all();
  const byPlan = Map.groupBy(rounds, round => round.planId);
  return plans.map(row => {
    const own = byPlan.get(row.id) ?? [];
    return {plan: row, rounds: own.length, openRoundId: own.find(round => round.status === 'open')?.id ?? null};
  });
}

/** The unapproved plan of a placement that is not a correction of another. */
export function unapprovedPlan(db: ReadableDb, placementId: string): PlanRow | undefined {
  return db
    .select()
    .from(plan)
    .where(and(eq(plan.placementId, placementId), eq(plan.revision, 0), inArray(plan.status, ['draft', 'filled'])))
    .get();
}

/** The newest correction of a plan. */
export function revisionOf(db: ReadableDb, planId: string): PlanRow | undefined {
  return db.select().from(plan).where(eq(plan.revisesId, planId)).orderBy(desc(plan.revision)).get();
}

export function placementHasPlans(db: ReadableDb, placementId: string): boolean {
  return must(db.select({plans: count()}).from(plan).where(eq(plan.placementId, placementId)).get()).plans > 0;
}

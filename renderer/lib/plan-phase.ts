import type {IsoDate} from '../../domain/dates.ts';
import type {PlanStatus} from '../../domain/vocabulary.ts';
import type {PlanPhase} from '../text/plan.ts';

/** Where a plan is in its life on a day. An approved plan is in force between its dates, both included. */
export function planPhase(
  plan: {status: PlanStatus; periodFrom: IsoDate | null; periodTo: IsoDate | null},
  today: IsoDate,
): PlanPhase {
  if (plan.status !== 'approved') return plan.status;
  if (plan.periodFrom !== null && today < plan.periodFrom) return 'not-begun';
  return plan.periodTo !== null && today > plan.periodTo ? 'run-out' : 'in-force';
}

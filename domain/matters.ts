import {dueKinds, type DeadlineFacts, type Due, type PlanFacts} from './deadline-rule.ts';
import type {IsoDate} from './dates.ts';

/** What Today tells of: deadlines, and a file that is to be opened. */
export const matterKinds = [...dueKinds, 'file-open'] as const;
export type MatterKind = (typeof matterKinds)[number];

/** What is ready and lacks a signature alone, beside the approval of a plan. */
export const signatureKinds = ['plan-sign', 'round-sign', 'file-sign'] as const;

/** Something to be done for one recipient, as it is kept for Today and its lists. */
export interface Matter {
  /** Stable for the same matter. */
  readonly id: string;
  /** Null: no rule, it waits all the same. */
  readonly ruleId: string | null;
  readonly kind: MatterKind;
  readonly planId: string | null;
  readonly roundId: string | null;
  /** Both null: no day presses. */
  readonly strict: IsoDate | null;
  readonly lenient: IsoDate | null;
  /** Days before the strict day from which it is coming. */
  readonly noticeDays: number;
  /** It hangs on a day that is computed, not decided. */
  readonly undecided: boolean;
  /** Old papers entered late: no alarm. */
  readonly archive: boolean;
}

/** Shown a week ahead where no rule says otherwise. */
const usualNotice = 7;

/**
 * The deadlines of a recipient, and what waits though no term presses: a draft for its specialists, a filled plan for the
 * head, a file that is not opened yet (the order gives no term for it: it is formed when the person comes).
 */
export function mattersOf(input: {
  readonly placementId: string;
  readonly facts: DeadlineFacts;
  readonly due: readonly Due[];
  readonly noticeDays: ReadonlyMap<string, number>;
  readonly hasFile: boolean;
  /** The whole row of the journal is an old paper entered late. */
  readonly archive: boolean;
}): Matter[] {
  const {placementId, facts, due, noticeDays, hasFile, archive} = input;
  const counted = due.map(each => matterOf(each, placementId, noticeDays.get(each.ruleId) ?? usualNotice, archive));
  const named = new Set(counted.flatMap(({planId}) => planId ?? []));
  const waiting = facts.plans.filter(plan => !named.has(plan.id)).flatMap(plan => waitingPlan(plan, archive));
  const file = hasFile ? [] : [without({id: `file-open:${placementId}`, kind: 'file-open', planId: null, archive})];
  return [...counted, ...waiting, ...file];
}

function matterOf(due: Due, placementId: string, noticeDays: number, archive: boolean): Matter {
  const {ruleId, kind, subject} = due;
  const planId = subject.type === 'plan' || subject.type === 'round' ? subject.planId : null;
  const roundId = subject.type === 'round' ? subject.roundId : null;
  return {
    id: `${ruleId}:${roundId ?? planId ?? placementId}${subject.type === 'year' ? `:${subject.year}` : ''}`,
    ruleId,
    kind,
    planId,
    roundId,
    strict: due.dueStrict,
    lenient: due.dueLenient,
    noticeDays,
    undecided: due.dependsOnUndecided,
    archive: archive || due.state === 'archive',
  };
}

function waitingPlan(plan: PlanFacts, archive: boolean): Matter[] {
  if (plan.status !== 'draft' && plan.status !== 'filled') return [];
  const kind = plan.status === 'filled' ? 'plan-approve' : 'plan-fill';
  return [without({id: `waiting:${plan.id}`, kind, planId: plan.id, archive})];
}

/** A matter that no day presses. */
function without(rest: Pick<Matter, 'id' | 'kind' | 'planId' | 'archive'>): Matter {
  return {ruleId: null, roundId: null, strict: null, lenient: null, noticeDays: 0, undecided: false, ...rest};
}

/** A person reads no longer list; the counts tell of the rest. */
export const mostMatters = 500;

/** More lines than a high screen shows: what is asked for first. */
export const firstMatters = 40;

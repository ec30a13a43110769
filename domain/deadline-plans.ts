import {compareDates, type IsoDate} from './dates.ts';
import type {DeadlineFacts, PlanFacts} from './deadline-rule.ts';

/** What the deadlines read from the plans of one recipient. */

/** The approved plan whose time it is; of several the one that began last. */
export function planInForce(plans: readonly PlanFacts[], today: IsoDate): PlanFacts | null {
  let found: PlanFacts | null = null;
  for (const plan of plans) {
    if (!isOpen(plan) || !isApproved(plan) || plan.from === null || plan.from > today || isOver(plan, today)) continue;
    if (found === null || compareDates(plan.from, found.from ?? '') > 0) found = plan;
  }
  return found;
}

/** The ids of a plan and of all that it corrects. */
export function chainOf(plan: PlanFacts, plans: readonly PlanFacts[]): ReadonlySet<string> {
  const chain = new Set<string>();
  for (let link: PlanFacts | undefined = plan; link !== undefined && !chain.has(link.id);) {
    chain.add(link.id);
    const {revisesId}: PlanFacts = link;
    link = revisesId === null ? undefined : plans.find(other => other.id === revisesId);
  }
  return chain;
}

/** The first day of a plan, counted through its corrections. */
export function startOfPlan(plan: PlanFacts, plans: readonly PlanFacts[]): IsoDate {
  const start = plan.from ?? '9999-12-31';
  if (plan.revisesId === null) return start;
  const chain = chainOf(plan, plans);
  return plans.reduce((first, {id, from}) => (from !== null && from < first && chain.has(id) ? from : first), start);
}

/** The years, up to this one, in which an approved plan was in force or a round was held, in their order. */
export function yearsOfPapers({plans, rounds}: DeadlineFacts, today: IsoDate): number[] {
  const years = new Set<number>();
  const addYears = (from: IsoDate, to: IsoDate): void => {
    for (let year = yearOf(from); year <= yearOf(to); year += 1) years.add(year);
  };
  for (const plan of plans) {
    if (isApproved(plan) && plan.from !== null) addYears(plan.from, earliest(endOf(plan) ?? today, today));
  }
  let known = '-';
  for (const {monitoredOn} of rounds) {
    // Most rounds are of the year of the one before.
    if (monitoredOn === null || monitoredOn > today || monitoredOn.startsWith(known)) continue;
    known = monitoredOn.slice(0, 5);
    addYears(monitoredOn, monitoredOn);
  }
  return [...years].sort((left, right) => left - right);
}

/** Whether it may still be worked on: neither replaced nor ended. */
export function isOpen(plan: PlanFacts): boolean {
  return plan.status !== 'revised' && plan.status !== 'ended';
}

export function isApproved(plan: PlanFacts): boolean {
  return plan.status === 'approved' || plan.approvedOn !== null;
}

/** Whether the plan's last day lies before a day. */
export function isOver(plan: PlanFacts, day: IsoDate): boolean {
  const end = endOf(plan);
  return end !== null && end < day;
}

export function endOf(plan: PlanFacts): IsoDate | null {
  if (plan.endedOn === null || plan.to === null) return plan.endedOn ?? plan.to;
  return plan.endedOn < plan.to ? plan.endedOn : plan.to;
}

export function latest(left: IsoDate, right: IsoDate): IsoDate {
  return left > right ? left : right;
}

function earliest(left: IsoDate, right: IsoDate): IsoDate {
  return left < right ? left : right;
}

/** The latest of the days that some things have; null where none has one. */
export function latestOf<T>(things: readonly T[], dayOf: (thing: T) => IsoDate | null): IsoDate | null {
  let found: IsoDate | null = null;
  for (const thing of things) {
    const day = dayOf(thing);
    if (day !== null && (found === null || day > found)) found = day;
  }
  return found;
}

function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4));
}

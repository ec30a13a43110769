import type {Calendar} from './calendar.ts';
import {addDays, type IsoDate} from './dates.ts';
import {chainOf, endOf, isApproved, isOpen, isOver, latest, latestOf, startOfPlan} from './deadline-plans.ts';
import type {DeadlineRule, PlanFacts, QuarterReading, RoundFacts} from './deadline-rule.ts';
import {nextQuarter, quarterEnd, stepEnd, termEnd, type Counting, type TermEnd} from './deadline-terms.ts';
import type {Presence} from './statistics.ts';

/** The deadlines whose keeping is counted: what is drawn up, filled, approved, held and entered. */
export const countedKinds = [
  'plan-draw-up',
  'plan-fill',
  'plan-approve',
  'monitoring-due',
  'monitoring-enter',
] as const;
export type CountedKind = (typeof countedKinds)[number];

/**
 * - strict: done by the strict reading of the term; lenient: only by the lenient one.
 * - broken: done after both, or not done while both are over. - open: not done, and its last day has not passed.
 */
export const outcomes = ['strict', 'lenient', 'broken', 'open'] as const;
export type Outcome = (typeof outcomes)[number];

/** A deadline that ran for somebody, and what became of it. It belongs to the period that its lenient day lies in. */
export interface PastDue {
  readonly kind: CountedKind;
  readonly strict: IsoDate;
  readonly lenient: IsoDate;
  readonly doneOn: IsoDate | null;
  readonly outcome: Outcome;
  readonly planId: string | null;
  readonly roundId: string | null;
}

/** One row of the journal. */
export interface PastFacts extends Presence {
  readonly plans: readonly PlanFacts[];
  readonly rounds: readonly RoundFacts[];
}

/** What all are counted by; `rules` are those that the organisation has, its own terms among them. */
export interface PastRules {
  readonly rules: readonly DeadlineRule[];
  readonly calendar: Calendar;
  readonly today: IsoDate;
  readonly quarter: QuarterReading;
  /** What ran out before the facility worked with the program is not counted. */
  readonly countedFrom: IsoDate | null;
}

interface Case extends Counting, PastRules {
  readonly facts: PastFacts;
  readonly heads: readonly Chain[];
}

/** A plan with its corrections. */
interface Chain {
  readonly head: PlanFacts;
  /** What it came to: the last approved of them; null while none is. */
  readonly last: PlanFacts | null;
}

/**
 * Every deadline that has run for a row of the journal, by the same terms as `evaluateDeadlines`: the terms and their two
 * readings, the event each runs from, leaves that do not count, one monitoring at a time. A term that the discharge, the
 * transfer, a leave that still lasts or the end of the plan overtook is counted only where it had been kept.
 */
export function pastDeadlines(facts: PastFacts, by: PastRules): PastDue[] {
  const all: Case = {...by, facts, leaves: facts.leaves, heads: chains(facts.plans)};
  return by.rules.flatMap(rule => {
    switch (rule.kind) {
      case 'plan-draw-up':
        return drawUps(rule, all);
      case 'plan-fill':
        return steps(rule, all, plan => plan.filledOn);
      case 'plan-approve':
        return steps(rule, all, plan => plan.approvedOn);
      case 'monitoring-due':
        return monitorings(rule, all);
      case 'monitoring-enter':
        return entries(rule, all);
      default:
        return [];
    }
  });
}

/** The plans that correct no other, in the order in which they were drawn up. */
function chains(plans: readonly PlanFacts[]): Chain[] {
  return plans
    .filter(plan => plan.revisesId === null)
    .map(head => {
      const approved = plans.filter(plan => isApproved(plan) && chainOf(plan, plans).has(head.id));
      return {head, last: approved.find(plan => plan.status !== 'revised') ?? approved.at(-1) ?? null};
    })
    .sort((left, right) => (begun(left.head) < begun(right.head) ? -1 : 1));
}

function begun(plan: PlanFacts): IsoDate {
  return plan.drawnUpOn ?? plan.from ?? plan.approvedOn ?? '9999-12-31';
}

interface Event {
  readonly trigger: DeadlineRule['trigger'];
  readonly on: IsoDate;
}

/** What the plan of that place in the order follows: the end of an approved one before it, or the admission. */
function eventBefore(index: number, {heads, facts}: Case): Event | null {
  const end = latestOf(heads.slice(0, index), ({last}) => (last === null ? null : endOf(last)));
  if (end !== null) return {trigger: 'previous-plan-end', on: end};
  return facts.admittedOn === null ? null : {trigger: 'admission', on: facts.admittedOn};
}

function drawUps(rule: DeadlineRule, all: Case): PastDue[] {
  const {heads, facts, today} = all;
  const drawn = heads.flatMap(({head}, index) => {
    const event = eventBefore(index, all);
    if (event === null || event.trigger !== rule.trigger) return [];
    const doneOn = head.drawnUpOn ?? head.filledOn ?? head.approvedOn;
    return due('plan-draw-up', termEnd(rule, event.on, all), doneOn, head.id, all);
  });
  // One that was begun and never approved is the answer to its term, however late it lies.
  const isBegun = heads.length > 0 && heads.at(-1)?.last === null;
  if (isBegun || facts.plans.some(plan => isOpen(plan) && !isOver(plan, today))) return drawn;
  const event = eventBefore(heads.length, all);
  if (event === null || event.trigger !== rule.trigger) return drawn;
  return [...drawn, ...due('plan-draw-up', termEnd(rule, event.on, all), null, null, all)];
}

function steps(rule: DeadlineRule, all: Case, doneOn: (plan: PlanFacts) => IsoDate | null): PastDue[] {
  return all.heads.flatMap(({head}, index) => {
    const event = eventBefore(index, all);
    if (event === null) return [];
    const kind = rule.kind === 'plan-fill' ? 'plan-fill' : 'plan-approve';
    return due(kind, stepEnd(rule, head.drawnUpOn, event, all), doneOn(head), head.id, all);
  });
}

/** Plan after plan, one monitoring at a time: what was held late makes good what was missed before it. */
function monitorings(rule: DeadlineRule, all: Case): PastDue[] {
  const {facts} = all;
  const inForce = all.heads
    .flatMap(({last}) => (last === null || last.from === null ? [] : [{last, from: startOfPlan(last, facts.plans)}]))
    .sort((left, right) => (left.from < right.from ? -1 : 1));
  const rounds = facts.rounds
    .flatMap(({id, monitoredOn}) => (monitoredOn === null ? [] : [{id, on: monitoredOn}]))
    .sort((left, right) => (left.on < right.on ? -1 : 1));
  return inForce.flatMap(({last, from}, index) => {
    const next = inForce[index + 1];
    const end = endOf(last) ?? '9999-12-31';
    const to = next !== undefined && next.from <= end ? addDays(next.from, -1) : end;
    return monitoringOf(rule, all, {planId: last.id, since: latest(from, facts.admittedOn ?? from), to, rounds});
  });
}

interface Watched {
  readonly planId: string;
  readonly since: IsoDate;
  /** The last day of the plan. */
  readonly to: IsoDate;
  readonly rounds: readonly {readonly id: string; readonly on: IsoDate}[];
}

function monitoringOf(rule: DeadlineRule, all: Case, {planId, since, to, rounds}: Watched): PastDue[] {
  const {quarter, today, countedFrom} = all;
  const isQuarterly = rule.unit === 'quarter';
  const endFrom = (day: IsoDate): TermEnd =>
    isQuarterly ? quarterEnd(rule, day, since, all, quarter) : termEnd(rule, day, all);
  const found: PastDue[] = [];
  let last: IsoDate | null = null;
  for (;;) {
    let from: IsoDate = last === null ? since : isQuarterly ? nextQuarter(rule, last, since, quarter) : last;
    let end = endFrom(from);
    let round = firstHeld(rounds, {from, to, after: isQuarterly ? null : last});
    const isBefore = countedFrom !== null && end.lenient < countedFrom && countedFrom <= today;
    if (isBefore && (round === undefined || round.on >= countedFrom)) {
      // Old papers that were typed in later: from then on it is the quarter in which the work began that is asked.
      from = countedFrom;
      end = endFrom(from);
      round = firstHeld(rounds, {from, to, after: null});
    }
    if (from > to || from > today) return found;
    found.push(
      ...due('monitoring-due', end, round?.on ?? null, planId, all, {roundId: round?.id ?? null, lastDay: to}),
    );
    if (round === undefined) return found;
    last = round.on;
  }
}

function firstHeld(
  rounds: Watched['rounds'],
  {from, to, after}: {from: IsoDate; to: IsoDate; after: IsoDate | null},
): Watched['rounds'][number] | undefined {
  return rounds.find(({on}) => on >= from && on <= to && (after === null || on > after));
}

function entries(rule: DeadlineRule, all: Case): PastDue[] {
  return all.facts.rounds.flatMap(round =>
    round.monitoredOn === null
      ? []
      : due('monitoring-enter', termEnd(rule, round.monitoredOn, all), round.enteredOn, round.planId, all, {
          roundId: round.id,
        }),
  );
}

/** What became of it; none where it was overtaken, or ran out before the facility worked with the program. */
function due(
  kind: CountedKind,
  {strict, lenient}: TermEnd,
  doneOn: IsoDate | null,
  planId: string | null,
  {facts, today, countedFrom}: Case,
  {roundId = null, lastDay}: {roundId?: string | null; lastDay?: IsoDate} = {},
): PastDue[] {
  if (countedFrom !== null && lenient < countedFrom) return [];
  const made = (outcome: Outcome): PastDue[] => [{kind, strict, lenient, doneOn, outcome, planId, roundId}];
  if (doneOn !== null && doneOn <= lenient) return made(doneOn <= strict ? 'strict' : 'lenient');
  const away = facts.leaves.find(({to}) => to === null)?.from ?? null;
  const isOvertaken =
    (facts.closedOn !== null && facts.closedOn <= lenient) ||
    (away !== null && away <= lenient) ||
    (lastDay !== undefined && lastDay < lenient && lastDay < today);
  if (isOvertaken) return [];
  return made(doneOn === null && today <= lenient ? 'open' : 'broken');
}

import type {Calendar} from './calendar.ts';
import {addDays, addMonths, compareDates, daysBetween, quarterOf, type IsoDate} from './dates.ts';
import type {DeadlineFacts, DeadlineRule, Due, DueState, DueSubject, PlanFacts} from './deadline-rule.ts';
import {quarterEnd, termEnd, termEndBetween, type Counting, type TermEnd} from './deadline-terms.ts';
import {text, type Text} from './text.ts';

/** Something that is still to be done, with its last day. */
interface Open extends TermEnd {
  readonly subject: DueSubject;
}

/** One recipient on one day, and the rules that hold for the organisation. */
interface Case extends Counting {
  readonly facts: DeadlineFacts;
  readonly today: IsoDate;
  readonly rules: readonly DeadlineRule[];
}

/**
 * What is still to be done for one recipient, the earliest first. Pure: the same facts on the same day give the same
 * answer, so a recount never changes anything.
 *
 * `rules` are those of the edition; `localTerms` are the facility's own, for what the order does not state of its type.
 * Nothing is counted for a person who waits in the queue, is away, was transferred or has left.
 */
export function evaluateDeadlines(input: {
  facts: DeadlineFacts;
  rules: readonly DeadlineRule[];
  localTerms?: readonly DeadlineRule[];
  today: IsoDate;
  calendar: Calendar;
}): Due[] {
  const {facts, today, calendar} = input;
  if (facts.status !== 'receiving') return [];
  const rules = [...input.rules, ...(input.localTerms ?? [])].filter(rule =>
    rule.organisationTypes.includes(facts.organisationType),
  );
  const all: Case = {facts, today, calendar, leaves: facts.leaves, rules};
  return rules
    .flatMap(rule => openOf(rule, all).map(open => dueOf(rule, open, today)))
    .sort((left, right) => compareDates(left.dueStrict, right.dueStrict));
}

function dueOf(rule: DeadlineRule, open: Open, today: IsoDate): Due {
  return {
    ruleId: rule.id,
    kind: rule.kind,
    what: rule.what,
    paragraph: paragraphOf(rule),
    verified: rule.verified,
    dueStrict: open.strict,
    dueLenient: open.lenient,
    state: stateOf(open, rule.noticeDays, today),
    subject: open.subject,
  };
}

function paragraphOf({ground}: DeadlineRule): Text | null {
  if (ground.kind === 'order') return ground.paragraph;
  return ground.kind === 'local' ? text(ground.source, ground.source) : null;
}

function stateOf({strict, lenient}: TermEnd, noticeDays: number, today: IsoDate): DueState {
  if (today > lenient) return 'overdue';
  if (today >= strict) return 'due';
  return daysBetween(today, strict) <= noticeDays ? 'soon' : 'later';
}

function openOf(rule: DeadlineRule, all: Case): Open[] {
  switch (rule.kind) {
    case 'plan-draw-up':
      return openDrawUp(rule, all);
    case 'plan-fill':
      return openSteps(rule, all, plan => plan.status === 'draft' && plan.filledOn === null);
    case 'plan-approve':
      return openSteps(rule, all, plan => plan.status === 'filled' || plan.filledOn !== null);
    case 'monitoring-due':
      return openMonitoring(rule, all);
    case 'monitoring-enter':
      return openEntries(rule, all);
    case 'plan-review':
      return openReview(all);
    case 'plan-ends':
      return openPlanEnd(all);
    case 'programme-ends':
      return all.facts.programmeTo === null ? [] : [{...onDay(all.facts.programmeTo), subject: {type: 'recipient'}}];
  }
}

/** A plan is to be drawn up while none covers today or the time to come. */
function openDrawUp(rule: DeadlineRule, all: Case): Open[] {
  if (all.facts.plans.some(plan => isOpen(plan) && !isOver(plan, all.today))) return [];
  const event = planEvent(all, null);
  if (event === null || event.trigger !== rule.trigger) return [];
  return [{...termEnd(rule, event.on, all), subject: {type: 'recipient'}}];
}

/**
 * Filling and approval follow the drawing up: by the strict reading the day on which it was done, by the lenient one
 * the end of the term that was given for it. A plan whose time is over is history, and a correction has no term.
 */
function openSteps(rule: DeadlineRule, all: Case, isNext: (plan: PlanFacts) => boolean): Open[] {
  return all.facts.plans
    .filter(plan => isOpen(plan) && !isApproved(plan) && !isOver(plan, all.today))
    .filter(plan => plan.revisesId === null && isNext(plan))
    .flatMap(plan => {
      const event = planEvent(all, plan);
      if (event === null) return [];
      const drawUpRule = all.rules.find(other => other.kind === 'plan-draw-up' && other.trigger === event.trigger);
      const given = drawUpRule ? termEnd(drawUpRule, event.on, all) : onDay(event.on);
      const strict = plan.drawnUpOn === null ? given.strict : latest(plan.drawnUpOn, event.on);
      const lenient = latest(plan.drawnUpOn ?? given.lenient, given.lenient);
      return [{...termEndBetween(rule, strict, lenient, all), subject: {type: 'plan', planId: plan.id}}];
    });
}

/**
 * Once in every quarter in which a plan is in force. One deadline at a time: the first quarter without a round after
 * the last one; a round held late makes good what was missed, because monitoring cannot be held in the past.
 */
function openMonitoring(rule: DeadlineRule, all: Case): Open[] {
  const plan = planInForce(all);
  if (plan === null || plan.from === null) return [];
  const since = latest(startOfPlan(plan, all.facts.plans), all.facts.admittedOn ?? plan.from);
  const last = latestOf(all.facts.rounds.map(round => round.monitoredOn));
  const subject: DueSubject = {type: 'plan', planId: plan.id};
  if (rule.unit !== 'quarter') return [{...termEnd(rule, latest(last ?? since, since), all), subject}];
  const next = last === null ? since : latest(addDays(quarterOf(last).to, 1), since);
  return [{...quarterEnd(rule, next, since, all), subject}];
}

/** The journal is to be filled in after each round; for a plan that ended more than a quarter ago it is history. */
function openEntries(rule: DeadlineRule, all: Case): Open[] {
  const oldest = addMonths(all.today, -3);
  return all.facts.rounds.flatMap(round => {
    const plan = all.facts.plans.find(candidate => candidate.id === round.planId);
    if (round.monitoredOn === null || round.enteredOn !== null) return [];
    if (plan !== undefined && isOver(plan, oldest)) return [];
    return [
      {
        ...termEnd(rule, round.monitoredOn, all),
        subject: {type: 'round', planId: round.planId, roundId: round.id} as const,
      },
    ];
  });
}

/** The review is done when a round was held on its day or later, and under way when a correction is being written. */
function openReview(all: Case): Open[] {
  const plan = planInForce(all);
  if (plan === null || plan.reviewOn === null) return [];
  const reviewOn = plan.reviewOn;
  const wasHeld = all.facts.rounds.some(round => round.monitoredOn !== null && round.monitoredOn >= reviewOn);
  const isUnderWay = all.facts.plans.some(other => other.revisesId === plan.id && isOpen(other));
  return wasHeld || isUnderWay ? [] : [{...onDay(reviewOn), subject: {type: 'plan', planId: plan.id}}];
}

/** The end of a plan that nothing follows. Past it, the rule on the next plan speaks, where the organisation has one. */
function openPlanEnd(all: Case): Open[] {
  const approved = all.facts.plans.filter(plan => isOpen(plan) && isApproved(plan));
  const [plan] = approved.sort((left, right) => compareDates(right.to ?? '9999-12-31', left.to ?? '9999-12-31'));
  const to = plan?.to ?? null;
  if (plan === undefined || to === null) return [];
  const isFollowed = all.facts.plans.some(other => isOpen(other) && other.to !== null && other.to > to);
  const hasRule = all.rules.some(rule => rule.kind === 'plan-draw-up' && rule.trigger === 'previous-plan-end');
  if (isFollowed || (hasRule && isOver(plan, all.today))) return [];
  return [{...onDay(to), subject: {type: 'plan', planId: plan.id}}];
}

/**
 * What a new plan follows: the end of the plan before it, or else the admission. `candidate` is the new plan, where it
 * is already there.
 */
function planEvent(all: Case, candidate: PlanFacts | null): {trigger: DeadlineRule['trigger']; on: IsoDate} | null {
  const before = all.facts.plans.filter(
    plan => plan.id !== candidate?.id && isApproved(plan) && plan.status !== 'revised',
  );
  const end = latestOf(before.map(endOf));
  if (end !== null) return {trigger: 'previous-plan-end', on: end};
  return all.facts.admittedOn === null ? null : {trigger: 'admission', on: all.facts.admittedOn};
}

function planInForce({facts, today}: Case): PlanFacts | null {
  const inForce = facts.plans.filter(
    plan => isOpen(plan) && isApproved(plan) && plan.from !== null && plan.from <= today && !isOver(plan, today),
  );
  return inForce.sort((left, right) => compareDates(right.from ?? '', left.from ?? ''))[0] ?? null;
}

/** The first day of a plan, counted through its corrections. */
function startOfPlan(plan: PlanFacts, plans: readonly PlanFacts[]): IsoDate {
  const corrected = plans.find(other => other.id === plan.revisesId);
  const start = plan.from ?? '9999-12-31';
  if (corrected === undefined) return start;
  const earlier = startOfPlan(corrected, plans);
  return earlier < start ? earlier : start;
}

function isOpen(plan: PlanFacts): boolean {
  return plan.status !== 'revised' && plan.status !== 'ended';
}

function isApproved(plan: PlanFacts): boolean {
  return plan.status === 'approved' || plan.approvedOn !== null;
}

/** Whether the plan's last day lies before a day. */
function isOver(plan: PlanFacts, day: IsoDate): boolean {
  const end = endOf(plan);
  return end !== null && end < day;
}

function endOf(plan: PlanFacts): IsoDate | null {
  if (plan.endedOn === null || plan.to === null) return plan.endedOn ?? plan.to;
  return plan.endedOn < plan.to ? plan.endedOn : plan.to;
}

function onDay(day: IsoDate): TermEnd {
  return {strict: day, lenient: day};
}

function latest(left: IsoDate, right: IsoDate): IsoDate {
  return left > right ? left : right;
}

function latestOf(days: readonly (IsoDate | null)[]): IsoDate | null {
  return days.reduce((found, day) => (found === null || (day !== null && day > found) ? day : found), null);
}

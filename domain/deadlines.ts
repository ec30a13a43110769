import type {Calendar} from './calendar.ts';
import {addMonths, compareDates, daysBetween, type IsoDate} from './dates.ts';
import {
  chainOf,
  endOf,
  isApproved,
  isOpen,
  isOver,
  latest,
  latestOf,
  planInForce,
  startOfPlan,
  yearsOfPapers,
} from './deadline-plans.ts';
import type {
  DeadlineFacts,
  DeadlineRule,
  Due,
  DueState,
  DueSubject,
  PlanFacts,
  QuarterReading,
} from './deadline-rule.ts';
import {
  monthlyEnd,
  nextQuarter,
  onDay,
  quarterEnd,
  stepEnd,
  termEnd,
  yearEnd,
  type Counting,
  type TermEnd,
} from './deadline-terms.ts';
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
  readonly quarter: QuarterReading;
  /** No alarm is raised for what ran out before this day. */
  readonly countedFrom: IsoDate;
  readonly inForce: PlanFacts | null;
}

/**
 * What is still to be done for one recipient, the earliest first. Pure: the same facts on the same day give the same
 * answer, so a recount never changes anything.
 *
 * `rules` are those of the edition; `localTerms` are the facility's own, for what the order does not state of its type.
 * `countedFrom` is the day from which the facility works with the program: old papers that are typed in later raise no
 * alarm. Nothing is counted for a person who waits in the queue, is away, was transferred or has left.
 */
export function evaluateDeadlines(input: {
  facts: DeadlineFacts;
  rules: readonly DeadlineRule[];
  localTerms?: readonly DeadlineRule[];
  today: IsoDate;
  calendar: Calendar;
  quarter?: QuarterReading;
  countedFrom?: IsoDate | null;
}): Due[] {
  const {facts, today, calendar, quarter = 'calendar'} = input;
  if (facts.status !== 'receiving') return [];
  const rules = [...input.rules, ...(input.localTerms ?? [])].filter(rule =>
    rule.organisationTypes.includes(facts.organisationType),
  );
  const inForce = planInForce(facts.plans, today);
  const countedFrom = input.countedFrom ?? '0001-01-01';
  const all: Case = {facts, today, calendar, leaves: facts.leaves, rules, quarter, countedFrom, inForce};
  return rules
    .flatMap(rule => openOf(rule, all).map(open => dueOf(rule, open, all)))
    .sort((left, right) => compareDates(left.dueStrict, right.dueStrict));
}

function dueOf(rule: DeadlineRule, open: Open, all: Case): Due {
  return {
    ruleId: rule.id,
    kind: rule.kind,
    what: rule.what,
    paragraph: groundText(rule),
    verified: rule.verified,
    dueStrict: open.strict,
    dueLenient: open.lenient,
    dependsOnUndecided: open.dependsOnUndecided,
    state: stateOf(open, rule.noticeDays, all),
    subject: open.subject,
  };
}

/** The paragraph that a deadline rests on, or the facility's own source; null for a date that the worker entered. */
export function groundText({ground}: Pick<DeadlineRule, 'ground'>): Text | null {
  if (ground.kind === 'order') return ground.paragraph;
  return ground.kind === 'local' ? text(ground.source, ground.source) : null;
}

function stateOf({strict, lenient}: TermEnd, noticeDays: number, {today, countedFrom}: Case): DueState {
  if (today > lenient) return lenient < countedFrom ? 'archive' : 'overdue';
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
    case 'monthly-mark':
      return openMonthlyMark(rule, all);
    case 'year-binding':
      return openBindings(rule, all);
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
 * Filling and approval follow the drawing up. A plan whose time is over is history, and a correction has no term.
 */
function openSteps(rule: DeadlineRule, all: Case, isNext: (plan: PlanFacts) => boolean): Open[] {
  return all.facts.plans
    .filter(plan => isOpen(plan) && !isApproved(plan) && !isOver(plan, all.today))
    .filter(plan => plan.revisesId === null && isNext(plan))
    .flatMap(plan => {
      const event = planEvent(all, plan);
      if (event === null) return [];
      return [{...stepEnd(rule, plan.drawnUpOn, event, all), subject: {type: 'plan', planId: plan.id}}];
    });
}

/**
 * Once in every quarter in which a plan is in force. One deadline at a time: the first quarter without a round after
 * the last one; a round held late makes good what was missed, because monitoring cannot be held in the past. What was
 * missed before the facility worked with the program is passed over: the quarter that it began in is asked instead.
 */
function openMonitoring(rule: DeadlineRule, all: Case): Open[] {
  const {facts, inForce: plan, quarter, countedFrom} = all;
  if (plan === null || plan.from === null) return [];
  const since = latest(startOfPlan(plan, facts.plans), facts.admittedOn ?? plan.from);
  const last = latestOf(facts.rounds, round => round.monitoredOn);
  const endFrom = (day: IsoDate): TermEnd =>
    rule.unit === 'quarter' ? quarterEnd(rule, day, since, all, quarter) : termEnd(rule, day, all);
  const begins = rule.unit === 'quarter' && last !== null ? nextQuarter(rule, last, since, quarter) : last;
  const end = endFrom(latest(begins ?? since, since));
  const asked = end.lenient < countedFrom && countedFrom <= all.today ? endFrom(countedFrom) : end;
  return [{...asked, subject: {type: 'plan', planId: plan.id}}];
}

/** The journal is to be filled in after each round; for a plan that ended more than a quarter ago it is history. */
function openEntries(rule: DeadlineRule, all: Case): Open[] {
  const oldest = addMonths(all.today, -3);
  return all.facts.rounds.flatMap(round => {
    if (round.monitoredOn === null || round.enteredOn !== null) return [];
    const plan = all.facts.plans.find(candidate => candidate.id === round.planId);
    if (plan !== undefined && isOver(plan, oldest)) return [];
    return [
      {
        ...termEnd(rule, round.monitoredOn, all),
        subject: {type: 'round', planId: round.planId, roundId: round.id} as const,
      },
    ];
  });
}

/** While the last round of the plan in force found the state changed, the next mark follows within a month. */
function openMonthlyMark(rule: DeadlineRule, all: Case): Open[] {
  const {facts, inForce: plan} = all;
  if (plan === null || !facts.rounds.some(round => round.changed === true)) return [];
  const chain = chainOf(plan, facts.plans);
  const held = facts.rounds.filter(round => chain.has(round.planId));
  const last = latestOf(held, round => round.monitoredOn);
  if (last === null || !held.some(round => round.monitoredOn === last && round.changed === true)) return [];
  return [{...monthlyEnd(rule, last, all), subject: {type: 'plan', planId: plan.id}}];
}

/** Every year of which there is a plan or a round, until its papers are bound. */
function openBindings(rule: DeadlineRule, all: Case): Open[] {
  const bound = all.facts.boundYears;
  if (bound === undefined) return [];
  return yearsOfPapers(all.facts, all.today)
    .filter(year => !bound.includes(year))
    .map(year => ({...yearEnd(rule, year, all), subject: {type: 'year', year}}));
}

/** The review is done when a round was held on its day or later, and under way when a correction is being written. */
function openReview(all: Case): Open[] {
  const plan = all.inForce;
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
  const end = latestOf(before, endOf);
  if (end !== null) return {trigger: 'previous-plan-end', on: end};
  return all.facts.admittedOn === null ? null : {trigger: 'admission', on: all.facts.admittedOn};
}

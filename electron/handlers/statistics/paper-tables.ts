import type {IsoDate} from '../../../domain/dates.ts';
import {endOf} from '../../../domain/deadline-plans.ts';
import {holdsIn, isPlaced, presenceOf} from '../../../domain/statistics.ts';
import {countedKinds, outcomes, pastDeadlines, type PastDue} from '../../../domain/statistics-deadlines.ts';
import {
  cellOf,
  entryOf,
  type StatisticsCell,
  type StatisticsEntry,
  type StatisticsTable,
} from '../../../domain/statistics-tables.ts';
import {allRow} from '../../../domain/statistics-words.ts';
import {serviceTypes, type ServiceType} from '../../../domain/vocabulary.ts';
import {
  findingsOf,
  measureCounts,
  measuresOfPlans,
  type CountedPlanRow,
  type CountedRoundRow,
  type FindingRow,
} from '../../../db/queries/statistics.ts';
import type {Scope, ScopeRow} from './scope.ts';

/** Services by type: of the approved plans in force on a day of the period on which the person had a place. */
export function servicesTable(scope: Scope): StatisticsTable {
  const plans = plansInForce(scope);
  const byId = new Map(plans.map(plan => [plan.id, plan]));
  const counts = measureCounts(scope.db, [...byId.keys()]);
  const byService = Map.groupBy(counts, ({serviceType}) => serviceType);
  const cells = (service: ServiceType | null): StatisticsCell[] => {
    const own = service === null ? counts : (byService.get(service) ?? []);
    const having = [...new Set(own.map(({planId}) => planId))].flatMap(id => byId.get(id) ?? []);
    const people = new Map(having.map(plan => [plan.recipientId, plan]));
    return [
      cellOf(
        [...people].map(([recipientId, {id, from}]) => entryOf(recipientId, recipientId, {planId: id, day: from})),
      ),
      cellOf(having.map(({id, recipientId, from}) => entryOf(id, recipientId, {planId: id, day: from}))),
      {
        count: own.reduce((sum, {measures}) => sum + measures, 0),
        entries: () => measureEntries(scope, having, service),
      },
    ];
  };
  return {
    id: 'services',
    rows: [...serviceTypes.map(service => ({id: service, cells: cells(service)})), {id: allRow, cells: cells(null)}],
  };
}

function measureEntries({db}: Scope, plans: readonly CountedPlanRow[], service: ServiceType | null): StatisticsEntry[] {
  const byId = new Map(plans.map(plan => [plan.id, plan]));
  return measuresOfPlans(db, [...byId.keys()])
    .filter(({serviceType}) => service === null || serviceType === service)
    .flatMap(({id, planId, text}) => {
      const plan = byId.get(planId);
      return plan === undefined ? [] : [entryOf(id, plan.recipientId, {planId, day: plan.from, words: text})];
    });
}

/** Of a plan that was corrected, the last one that had been approved by the last day. */
function plansInForce({papers, period, lastDay, byPlacement}: Scope): CountedPlanRow[] {
  const approved = papers().plans.filter(({approvedOn}) => approvedOn !== null && approvedOn <= lastDay);
  const replaced = new Set(approved.map(({revisesId}) => revisesId));
  return approved.filter(plan => {
    const {from} = plan;
    if (replaced.has(plan.id) || from === null) return false;
    const to = endOf(plan) ?? lastDay;
    const first = from > period.from ? from : period.from;
    const last = to < lastDay ? to : lastDay;
    const spells = byPlacement.get(plan.placementId)?.spells ?? [];
    return first <= last && spells.some(spell => isPlaced(spell) && holdsIn(spell, {from: first, to: last}));
  });
}

/** What the closed rounds of the period found for each service type, and which it was decided to correct. */
export function monitoringTable(scope: Scope): StatisticsTable {
  const {planById, rounds} = scope.papers();
  const own = rounds.flatMap(round => {
    const plan = planById.get(round.planId);
    if (round.status !== 'closed' || plan === undefined || !isHeldIn(scope, round, plan)) return [];
    return [entryOf(round.id, plan.recipientId, {planId: plan.id, roundId: round.id, day: round.monitoredOn})];
  });
  const byId = new Map(own.map(entry => [entry.key, entry]));
  const findings = findingsOf(scope.db, [...byId.keys()]);
  const corrected = findings.flatMap(({roundId, servicesToReview}) =>
    servicesToReview === '[]' ? [] : correctedServices(servicesToReview).map(service => ({roundId, service})),
  );
  const entries = (roundIds: Iterable<string>): StatisticsEntry[] =>
    [...roundIds].flatMap(roundId => byId.get(roundId) ?? []);
  const found = (service: ServiceType, finding: FindingRow['finding']): string[] =>
    (byFinding.get(`${service} ${finding}`) ?? []).map(({roundId}) => roundId);
  const byFinding = Map.groupBy(findings, ({serviceType, finding}) => `${serviceType} ${finding}`);
  const decided = Map.groupBy(corrected, ({service}) => service);
  const rows = serviceTypes.map(service => {
    const each = (['better', 'none', 'worse'] as const).map(finding => entries(found(service, finding)));
    const decisions = new Set((decided.get(service) ?? []).map(({roundId}) => roundId));
    return {id: service, lists: [each.flat(), ...each, entries(decisions)]};
  });
  // Of all services together: the rounds themselves, and what was found in them as often as it was found.
  const sums = [1, 2, 3, 4].map(column =>
    rows.flatMap(({id, lists}) => (lists[column] ?? []).map(entry => ({...entry, key: `${entry.key} ${id}`}))),
  );
  return {
    id: 'monitoring',
    rows: [...rows, {id: allRow, lists: [own, ...sums]}].map(({id, lists}) => ({id, cells: lists.map(cellOf)})),
  };
}

function isHeldIn({period, unitId, byPlacement}: Scope, round: CountedRoundRow, plan: CountedPlanRow): boolean {
  const on = round.monitoredOn;
  if (on === null || on < period.from || on > period.to) return false;
  return unitId === null || isThere(byPlacement.get(plan.placementId), on);
}

/** Whether the person stood in the unit on a day, or left it on that day. */
function isThere(row: ScopeRow | undefined, day: IsoDate): boolean {
  return (
    row?.spells.some(spell => isPlaced(spell) && spell.from <= day && (spell.to === null || day <= spell.to)) ?? false
  );
}

function correctedServices(json: string): ServiceType[] {
  const named = JSON.parse(json) as string[];
  return serviceTypes.filter(service => named.includes(service));
}

/** Deadlines kept and broken, for the rules that the organisation has; none: no row. */
export function deadlinesTable(scope: Scope): StatisticsTable {
  const {rules} = scope;
  if (rules.length === 0) return {id: 'deadlines', rows: []};
  const found = pastDues(scope);
  const kinds = countedKinds.filter(kind => rules.some(rule => rule.kind === kind));
  const cells = (kind: PastDue['kind'] | null): StatisticsCell[] =>
    outcomes.map(outcome =>
      cellOf(
        found
          .filter(({due}) => due.outcome === outcome && (kind === null || due.kind === kind))
          .map(each => each.entry),
      ),
    );
  return {
    id: 'deadlines',
    rows: [...kinds.map(kind => ({id: kind, cells: cells(kind)})), {id: allRow, cells: cells(null)}],
  };
}

function pastDues(scope: Scope): {due: PastDue; entry: StatisticsEntry}[] {
  const {rows, period, today, rules, counting, unitId} = scope;
  const {plans, planById, rounds} = scope.papers();
  const plansOf = Map.groupBy(plans, plan => plan.placementId);
  const roundsOf = Map.groupBy(rounds, round => planById.get(round.planId)?.placementId ?? '');
  const {calendar, quarter, countedFrom} = counting;
  const by = {rules, calendar, today, quarter, countedFrom};
  return rows.flatMap(row => {
    const {placementId, recipientId} = row;
    const own = plansOf.get(placementId) ?? [];
    // Old papers that were entered late raise no alarm, and are no merit.
    if (row.archive) return [];
    const facts = {...presenceOf(row.wholeSpells), plans: own, rounds: roundsOf.get(placementId) ?? []};
    if (facts.admittedOn === null) return [];
    return pastDeadlines(facts, by).flatMap((due, index) => {
      const {strict, lenient, planId, roundId, doneOn} = due;
      if (lenient < period.from || lenient > period.to) return [];
      const decidedOn = doneOn !== null && doneOn < lenient ? doneOn : lenient;
      if (unitId !== null && !isThere(row, decidedOn)) return [];
      const entry = entryOf(`${placementId} ${index}`, recipientId, {day: doneOn, strict, lenient, planId, roundId});
      return [{due, entry}];
    });
  });
}

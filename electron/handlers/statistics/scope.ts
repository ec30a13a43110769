import {addDays, type IsoDate} from '../../../domain/dates.ts';
import type {DeadlineRule} from '../../../domain/deadline-rule.ts';
import {spellsOf, spellsWithin, type Spell} from '../../../domain/statistics.ts';
import {countedKinds} from '../../../domain/statistics-deadlines.ts';
import type {JournalRow, PeopleScope} from '../../../domain/statistics-people.ts';
import {lastKnownDay, type Period} from '../../../domain/statistics-period.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {countingOf, type Counting} from '../../../db/deadlines/counting.ts';
import {findFacility} from '../../../db/queries/facility.ts';
import {
  countedEvents,
  countedPlacements,
  countedPlans,
  countedRounds,
  plansById,
  staysIn,
  type CountedPlanRow,
  type CountedRoundRow,
} from '../../../db/queries/statistics.ts';

/** A row of the journal, and the whole of it where `spells` are only what was spent in a unit. */
export interface ScopeRow extends JournalRow {
  readonly wholeSpells: readonly Spell[];
  readonly archive: boolean;
}

/** Everything that the tables are counted from. */
export interface Scope extends PeopleScope {
  readonly db: ReadableDb;
  readonly today: IsoDate;
  readonly unitId: string | null;
  readonly rows: readonly ScopeRow[];
  readonly byPlacement: ReadonlyMap<string, ScopeRow>;
  readonly counting: Counting;
  /** Those whose keeping is counted and that the organisation has. */
  readonly rules: readonly DeadlineRule[];
  readonly papers: () => Papers;
}

interface Papers {
  readonly plans: readonly CountedPlanRow[];
  readonly planById: ReadonlyMap<string, CountedPlanRow>;
  readonly rounds: readonly CountedRoundRow[];
}

/** A term that began so long before the period can end in it: a plan of a year and its last quarter. */
const daysBefore = 500;
/** Who left before can have kept a term that ends in the period: a quarter. */
const daysAfterLeaving = 130;

export function scopeOf(db: ReadableDb, today: IsoDate, period: Period, unitId: string | null): Scope {
  const counting = countingOf(db);
  const type = findFacility(db)?.type;
  const rules = [...counting.rules, ...counting.localTerms].filter(
    ({kind, organisationTypes}) =>
      type !== undefined && organisationTypes.includes(type) && countedKinds.some(counted => counted === kind),
  );
  const rows = rowsOf(db, addDays(period.from, -daysAfterLeaving), unitId);
  let papers: Papers | undefined;
  return {
    db,
    today,
    period,
    unitId,
    lastDay: lastKnownDay(period, today),
    hasQueue: unitId === null,
    rows,
    byPlacement: new Map(rows.map(row => [row.placementId, row])),
    counting,
    rules,
    papers: () => (papers ??= papersOf(db, period, rules.length > 0)),
  };
}

function rowsOf(db: ReadableDb, since: IsoDate, unitId: string | null): ScopeRow[] {
  const events = Map.groupBy(countedEvents(db, since), event => event.placementId);
  const stays = unitId === null ? null : Map.groupBy(staysIn(db, unitId), stay => stay.placementId);
  return countedPlacements(db, since).flatMap(placement => {
    const own = events.get(placement.placementId) ?? [];
    const wholeSpells = spellsOf(own);
    const row = {...placement, archive: placement.archive === 1, wholeSpells};
    if (stays === null) return [{...row, spells: wholeSpells, events: own}];
    const there = stays.get(placement.placementId);
    if (there === undefined) return [];
    return [
      {
        ...row,
        spells: spellsWithin(wholeSpells, there),
        events: own.filter(({happenedOn: on}) => there.some(({from, to}) => from <= on && (to === null || on <= to))),
      },
    ];
  });
}

function papersOf(db: ReadableDb, {from, to}: Period, withDeadlines: boolean): Papers {
  const since = withDeadlines ? addDays(from, -daysBefore) : from;
  const rounds = countedRounds(db, {from: since, to});
  const plans = countedPlans(db, since, to);
  const planById = new Map(plans.map(plan => [plan.id, plan]));
  // A round may have been held when its plan was long over.
  const others = new Set(rounds.map(({planId}) => planId).filter(id => !planById.has(id)));
  for (const plan of others.size === 0 ? [] : plansById(db, [...others])) planById.set(plan.id, plan);
  return {plans, planById, rounds};
}

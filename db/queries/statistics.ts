import type {IsoDate} from '../../domain/dates.ts';
import type {PlanFacts, RoundFacts} from '../../domain/deadline-rule.ts';
import type {PlacementEventKind} from '../../domain/placement.ts';
import type {Period} from '../../domain/statistics-period.ts';
import type {RecipientCategory, ServiceType, Sex} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../connection.ts';

/** What statistics are counted from, read in a few statements for all people at once. */

export interface CountedUnit {
  readonly id: string;
  readonly nameKk: string;
  readonly nameRu: string;
  readonly places: number | null;
}

export function countedUnits(db: ReadableDb): CountedUnit[] {
  return db
    .prepare<CountedUnit>('SELECT id, name_kk AS nameKk, name_ru AS nameRu, places FROM unit ORDER BY opened_on, rowid')
    .all();
}

export interface CountedEventRow {
  readonly id: string;
  readonly placementId: string;
  readonly kind: PlacementEventKind;
  readonly happenedOn: IsoDate;
}

export interface CountedPlacementRow {
  readonly placementId: string;
  readonly recipientId: string;
  readonly bornOn: IsoDate | null;
  readonly sex: Sex | null;
  readonly category: RecipientCategory | null;
  /** 1 or 0: an old paper entered late. */
  readonly archive: number;
}

/** Rows of the journal that were over before a day have nothing to tell of the time after it. */
const notOverBefore = "NOT (s.status IN ('discharged', 'transferred', 'withdrawn') AND s.since < ?)";

export function countedPlacements(db: ReadableDb, since: IsoDate): CountedPlacementRow[] {
  return db
    .prepare<CountedPlacementRow>(
      `SELECT s.placement_id AS placementId, s.recipient_id AS recipientId, r.born_on AS bornOn, r.sex, r.category,
        p.archive
      FROM placement_state s
      CROSS JOIN recipient r ON r.id = s.recipient_id
      CROSS JOIN placement p ON p.id = s.placement_id
      WHERE ${notOverBefore}`,
    )
    .all(since);
}

/** In the order in which they count within each row. */
export function countedEvents(db: ReadableDb, since: IsoDate): CountedEventRow[] {
  return db
    .prepare<CountedEventRow>(
      `SELECT e.id, e.placement_id AS placementId, e.kind, e.happened_on AS happenedOn
      FROM placement_state s CROSS JOIN placement_event e ON e.placement_id = s.placement_id
      WHERE ${notOverBefore}
      ORDER BY e.happened_on, e.position`,
    )
    .all(since);
}

export interface StayRow {
  readonly placementId: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export function staysIn(db: ReadableDb, unitId: string): StayRow[] {
  return db
    .prepare<StayRow>(
      'SELECT placement_id AS placementId, from_on AS "from", to_on AS "to" FROM unit_stay WHERE unit_id = ?',
    )
    .all(unitId);
}

export interface CountedPlanRow extends PlanFacts {
  readonly placementId: string;
  readonly recipientId: string;
}

const planColumns = `id, placement_id AS placementId, recipient_id AS recipientId, revises_id AS revisesId, status,
  period_from AS "from", period_to AS "to", review_on AS reviewOn, drawn_up_on AS drawnUpOn, filled_on AS filledOn,
  approved_on AS approvedOn, ended_on AS endedOn`;

/** The plans whose time is not over before `since` and that were begun by `until`. */
export function countedPlans(db: ReadableDb, since: IsoDate, until: IsoDate): CountedPlanRow[] {
  return db
    .prepare<CountedPlanRow>(
      `SELECT ${planColumns} FROM plan
      WHERE (period_to IS NULL OR period_to >= ?) AND (period_from IS NULL OR period_from <= ? OR drawn_up_on <= ?)`,
    )
    .all(since, until, until);
}

export function plansById(db: ReadableDb, ids: readonly string[]): CountedPlanRow[] {
  return db
    .prepare<CountedPlanRow>(
      `SELECT ${planColumns} FROM json_each(?) AS wanted CROSS JOIN plan ON plan.id = wanted.value`,
    )
    .all(JSON.stringify(ids));
}

export interface CountedRoundRow extends RoundFacts {
  readonly status: 'open' | 'closed';
}

export function countedRounds(db: ReadableDb, {from, to}: Period): CountedRoundRow[] {
  return db
    .prepare<CountedRoundRow>(
      `SELECT id, plan_id AS planId, status, monitored_on AS monitoredOn, entered_on AS enteredOn
      FROM monitoring_round WHERE monitored_on BETWEEN ? AND ?`,
    )
    .all(from, to);
}

/** Of some plans: how many measures of each service type each of them has. */
export function measureCounts(
  db: ReadableDb,
  planIds: readonly string[],
): {planId: string; serviceType: ServiceType; measures: number}[] {
  return db
    .prepare<{planId: string; serviceType: ServiceType; measures: number}>(
      `SELECT m.plan_id AS planId, m.service_type AS serviceType, count(*) AS measures
      FROM json_each(?) AS wanted CROSS JOIN measure m ON m.plan_id = wanted.value
      GROUP BY m.plan_id, m.service_type`,
    )
    .all(JSON.stringify(planIds));
}

export interface MeasureOfPlan {
  readonly id: string;
  readonly planId: string;
  readonly serviceType: ServiceType;
  readonly text: string;
}

export function measuresOfPlans(db: ReadableDb, planIds: readonly string[]): MeasureOfPlan[] {
  return db
    .prepare<MeasureOfPlan>(
      `SELECT m.id, m.plan_id AS planId, m.service_type AS serviceType, m.text
      FROM json_each(?) AS wanted CROSS JOIN measure m ON m.plan_id = wanted.value`,
    )
    .all(JSON.stringify(planIds));
}

/** What a closed round found for a service type. */
export interface FindingRow {
  readonly roundId: string;
  readonly serviceType: ServiceType;
  /** Null: nothing was written of it. */
  readonly finding: 'better' | 'none' | 'worse' | null;
  /** JSON of the service types that it was decided to correct. */
  readonly servicesToReview: string;
}

/** Only those that say something. */
export function findingsOf(db: ReadableDb, roundIds: readonly string[]): FindingRow[] {
  return db
    .prepare<FindingRow>(
      `SELECT e.round_id AS roundId, e.service_type AS serviceType, e.services_to_review AS servicesToReview,
        coalesce(e.none_or_worse, iif(e.positive IS NULL, NULL, 'better')) AS finding
      FROM json_each(?) AS wanted CROSS JOIN monitoring_entry e ON e.round_id = wanted.value
      WHERE e.positive IS NOT NULL OR e.none_or_worse IS NOT NULL OR e.services_to_review <> '[]'`,
    )
    .all(JSON.stringify(roundIds));
}

export interface NamedRow {
  /** Place in the list that was asked about. */
  readonly position: number;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
  readonly bornOn: IsoDate | null;
}

/** A page of a list of people, who may stand in it more than once, by the Kazakh alphabet. */
export function namedPage(
  db: ReadableDb,
  recipientIds: readonly string[],
  page: {readonly offset: number; readonly limit: number},
): NamedRow[] {
  return db
    .prepare<NamedRow>(
      `SELECT wanted.key AS position, r.surname, r.first_name AS firstName, r.patronymic, r.born_on AS bornOn
      FROM json_each(?) AS wanted
      CROSS JOIN recipient r ON r.id = wanted.value
      LEFT JOIN placement_state s ON s.recipient_id = r.id AND s.current
      ORDER BY s.name_key, r.id, wanted.key LIMIT ? OFFSET ?`,
    )
    .all(JSON.stringify(recipientIds), page.limit, page.offset);
}

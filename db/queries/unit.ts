import {desc, eq, sql} from 'drizzle-orm';
import type {IsoDate} from '../../domain/dates.ts';
import type {ReadableDb} from '../connection.ts';
import {unit} from '../schema/facility.ts';
import {unitStay} from '../schema/journal.ts';

export type UnitRow = typeof unit.$inferSelect;
export type UnitStayRow = typeof unitStay.$inferSelect;

/** In the order in which they were made: an id is random, a row's number is not. */
export function allUnits(db: ReadableDb): UnitRow[] {
  return db
    .select()
    .from(unit)
    .orderBy(sql`rowid`)
    .all();
}

export function findUnit(db: ReadableDb, id: string): UnitRow | undefined {
  return db.select().from(unit).where(eq(unit.id, id)).get();
}

/** Of a row of the journal, the newest first. */
export function staysOf(db: ReadableDb, placementId: string): UnitStayRow[] {
  return db
    .select()
    .from(unitStay)
    .where(eq(unitStay.placementId, placementId))
    .orderBy(desc(unitStay.fromOn), desc(unitStay.id))
    .all();
}

export function findStay(db: ReadableDb, id: string): UnitStayRow | undefined {
  return db.select().from(unitStay).where(eq(unitStay.id, id)).get();
}

export interface StayInUnit {
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate | null;
  readonly admittedOn: IsoDate | null;
  /** The day of discharge or transfer. */
  readonly leftOn: IsoDate | null;
}

/** Every stay in a unit, with the days of its row of the journal. */
export function staysInUnit(db: ReadableDb, unitId: string): StayInUnit[] {
  return db
    .prepare<StayInUnit>(
      `SELECT u.from_on AS fromOn, u.to_on AS toOn, s.admitted_on AS admittedOn,
        iif(s.status IN ('discharged', 'transferred'), s.since, NULL) AS leftOn
      FROM unit_stay u CROSS JOIN placement_state s ON s.placement_id = u.placement_id
      WHERE u.unit_id = ?`,
    )
    .all(unitId);
}

/** Rows of the journal of those who stay in a unit on a day. */
export function placementsInUnit(db: ReadableDb, unitId: string, on: IsoDate): string[] {
  return db
    .prepare<{id: string}>(
      `WITH asked(day) AS (SELECT ?) SELECT u.placement_id AS id FROM asked CROSS JOIN unit_stay u
      WHERE u.unit_id = ? AND u.from_on <= day AND (u.to_on IS NULL OR day < u.to_on)`,
    )
    .all(on, unitId)
    .map(({id}) => id);
}

export interface OccupancyRow {
  /** Null: in no unit. */
  readonly unitId: string | null;
  readonly occupied: number;
  /** Of them: who is away for a while. */
  readonly away: number;
}

/** Who has a place on a day, by unit. On the day of discharge the place is free. */
export function occupancyOn(db: ReadableDb, on: IsoDate): OccupancyRow[] {
  return db
    .prepare<OccupancyRow>(
      `WITH asked(day) AS (SELECT ?), present AS (
        SELECT s.placement_id, coalesce((
          SELECT e.kind FROM placement_event e
          WHERE e.placement_id = s.placement_id AND e.happened_on <= day AND e.kind IN ('left', 'came-back')
          ORDER BY e.happened_on DESC, e.position DESC LIMIT 1), '') = 'left' AS is_away
        FROM asked CROSS JOIN placement_state s
        WHERE s.admitted_on <= day AND NOT (s.status IN ('discharged', 'transferred') AND s.since <= day))
      SELECT u.unit_id AS unitId, count(*) AS occupied, sum(p.is_away) AS away
      FROM asked CROSS JOIN present p
      LEFT JOIN unit_stay u
        ON u.placement_id = p.placement_id AND u.from_on <= day AND (u.to_on IS NULL OR u.to_on > day)
      GROUP BY u.unit_id`,
    )
    .all(on);
}

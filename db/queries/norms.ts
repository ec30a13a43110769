import {and, eq, gt, isNull, lte, or, sql} from 'drizzle-orm';
import type {IsoDate} from '../../domain/dates.ts';
import type {ReadableDb} from '../connection.ts';
import type {UnitRow} from './unit.ts';
import {unit} from '../schema/facility.ts';
import {placementState, unitStay} from '../schema/journal.ts';

/** Units of a kind that are open on a day, in the order in which they were made. */
export function openUnits(db: ReadableDb, today: IsoDate, kind: UnitRow['kind']): UnitRow[] {
  return db
    .select()
    .from(unit)
    .where(and(eq(unit.kind, kind), or(isNull(unit.closedOn), gt(unit.closedOn, today))))
    .orderBy(unit.id)
    .all();
}

/** How many people receive services on a day, by the unit where they stay; null: in none. */
export function receivingByUnit(db: ReadableDb, today: IsoDate): ReadonlyMap<string | null, number> {
  const rows = db
    .select({unitId: unitStay.unitId, people: sql<number>`count(DISTINCT ${placementState.placementId})`})
    .from(placementState)
    .leftJoin(
      unitStay,
      and(
        eq(unitStay.placementId, placementState.placementId),
        lte(unitStay.fromOn, today),
        or(isNull(unitStay.toOn), gt(unitStay.toOn, today)),
      ),
    )
    .where(and(eq(placementState.status, 'receiving'), eq(placementState.current, true)))
    .groupBy(unitStay.unitId)
    .all();
  return new Map(rows.map(({unitId, people}) => [unitId, people]));
}

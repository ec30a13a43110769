import {eq} from 'drizzle-orm';
import type {WritableDb} from '../connection.ts';
import {newId} from '../new-id.ts';
import type {UnitRow, UnitStayRow} from '../queries/unit.ts';
import {unit} from '../schema/facility.ts';
import {unitStay} from '../schema/journal.ts';

/** Adds a unit, or changes one. Answers its id. */
export function writeUnit(db: WritableDb, id: string | null, values: Omit<UnitRow, 'id'>): string {
  if (id !== null) {
    db.update(unit).set(values).where(eq(unit.id, id)).run();
    return id;
  }
  const made = newId();
  db.insert(unit)
    .values({id: made, ...values})
    .run();
  return made;
}

export function addStay(db: WritableDb, values: Omit<UnitStayRow, 'id'>): void {
  db.insert(unitStay)
    .values({id: newId(), ...values})
    .run();
}

export function writeStay(
  db: WritableDb,
  id: string,
  values: Partial<Pick<UnitStayRow, 'unitId' | 'fromOn' | 'toOn'>>,
): void {
  db.update(unitStay).set(values).where(eq(unitStay.id, id)).run();
}

export function removeStay(db: WritableDb, id: string): void {
  db.delete(unitStay).where(eq(unitStay.id, id)).run();
}

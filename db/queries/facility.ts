import {eq, getTableColumns, sql} from 'drizzle-orm';
import type {ReadableDb} from '../connection.ts';
import {account, facility, staff} from '../schema/facility.ts';

export type FacilityRow = typeof facility.$inferSelect;
export type StaffRow = typeof staff.$inferSelect;

/** The organisation of this installation; undefined until set-up has named it. */
export function findFacility(db: ReadableDb): FacilityRow | undefined {
  return db.select().from(facility).get();
}

export function findStaff(db: ReadableDb, id: string): StaffRow | undefined {
  return db.select().from(staff).where(eq(staff.id, id)).get();
}

/** Everybody who ever worked here; whoever needs an order sorts by the Kazakh alphabet, which SQL does not know. */
export function allStaff(db: ReadableDb): StaffRow[] {
  return db.select().from(staff).all();
}

/** Who may come in, in the order in which they were let in. */
export function activeAccounts(db: ReadableDb): Omit<typeof account.$inferSelect, 'disabled'>[] {
  const {disabled, ...columns} = getTableColumns(account);
  return db
    .select(columns)
    .from(account)
    .where(eq(disabled, false))
    .orderBy(sql`rowid`)
    .all();
}

/** Names of accounts by id, for histories and registers. */
export function accountNames(db: ReadableDb): ReadonlyMap<string, string> {
  const rows = db.select({id: account.id, name: account.name}).from(account).all();
  return new Map(rows.map(row => [row.id, row.name]));
}

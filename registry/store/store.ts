import {sql, type ExtractTablesWithRelations} from 'drizzle-orm';
import type {PgDatabase, PgQueryResultHKT, PgTransaction} from 'drizzle-orm/pg-core';
import {migrate, type OwnerConnection} from './migrate.ts';
import {migrations} from './migrations/list.ts';
import {ensureRoles, type Role} from './roles.ts';
import type {tables} from './tables.ts';

type Schema = typeof tables;
type Relations = ExtractTablesWithRelations<Schema>;

/** The tables inside a transaction, as the role of it may see them. */
export type Db = PgTransaction<PgQueryResultHKT, Schema, Relations>;

/** PostgreSQL, or PGlite inside this process. */
export interface Driver {
  readonly database: PgDatabase<PgQueryResultHKT, Schema, Relations>;
  /** One connection for itself, as the owner of the tables. */
  asOwner<Result>(work: (owner: OwnerConnection) => Promise<Result>): Promise<Result>;
  readonly connections: () => Connections;
  close(): Promise<void>;
}

/** Connections to the database now. */
export interface Connections {
  readonly open: number;
  readonly idle: number;
  /** Transactions that wait for one. */
  readonly waiting: number;
  readonly most: number;
}

/**
 * Whatever is read or written goes through one of these, and so through the policies of its role. Each is one transaction:
 * rolled back when `work` throws, and the error goes on. They do not nest: PGlite has one connection.
 */
export interface Store {
  /** The rows of one facility, and what was offered to it. */
  asFacility<Result>(facilityId: string, work: (db: Db) => Promise<Result>): Promise<Result>;
  /** Who somebody is, before the facility is known. */
  asFront<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
  asOfficer<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
  /** The registry's own secrets, and nothing else: no policy lets the owner see a facility. */
  asOwner<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
  readonly connections: () => Connections;
  /** Whether the database has the schema of this program: no older one, and no newer one. Throws where it does not answer. */
  hasOwnSchema(): Promise<boolean>;
  close(): Promise<void>;
}

/** Brings the database up to this version. Throws `StoreError`; what the database said otherwise goes on. */
export async function openStore(driver: Driver, now: () => number): Promise<Store> {
  try {
    await driver.asOwner(async owner => {
      await ensureRoles(owner);
      await migrate(owner, migrations, now);
    });
  } catch (error) {
    await driver.close();
    throw error;
  }
  const under = <Result>(role: Role, facilityId: string, work: (db: Db) => Promise<Result>): Promise<Result> =>
    driver.database.transaction(async db => {
      // Both end with the transaction, so that a connection of the pool carries nobody's rights to the next.
      await db.execute(
        sql`SELECT set_config('tirek.facility', ${facilityId}, true), set_config('role', ${role}, true)`,
      );
      return work(db);
    });
  return {
    asFacility: (facilityId, work) => under('tirek_exchange', facilityId, work),
    asFront: work => under('tirek_front', '', work),
    asOfficer: work => under('tirek_officer', '', work),
    asOwner: work => driver.database.transaction(work),
    connections: driver.connections,
    hasOwnSchema: () =>
      driver.asOwner(async owner => {
        const {rows} = await owner.query('SELECT max(version) AS version FROM applied_migration');
        return (rows as {version: number | null}[])[0]?.version === migrations.length;
      }),
    close: () => driver.close(),
  };
}

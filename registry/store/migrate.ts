import {createHash} from 'node:crypto';
import {assert} from '../../domain/assert.ts';
import {StoreError} from './store-error.ts';

/**
 * The same habits as db/migrate.ts: one transaction for each file, its hash kept, a changed file and a newer database
 * refused. An advisory lock besides, so that of two servers that start at once the second waits and then finds all done.
 */

export interface Migration {
  /** 1, 2, 3 … without a gap. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** One connection, as the owner of the tables. */
export interface OwnerConnection {
  query(text: string, values?: readonly unknown[]): Promise<{rows: unknown[]}>;
  /** Many statements in one text. */
  script(text: string): Promise<void>;
}

/** Any number that no other program on the same database uses. */
const lockNumber = 7_310_308;

export function hashOf({sql}: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}

/** Applies what is pending. Throws `StoreError` 'newer' for a database of a newer version; then nothing was touched. */
export async function migrate(
  owner: OwnerConnection,
  migrations: readonly Migration[],
  now: () => number,
): Promise<void> {
  await owner.query('SELECT pg_advisory_lock($1)', [lockNumber]);
  try {
    for (const migration of await pending(owner, migrations)) await applyOne(owner, migration, now);
  } finally {
    await owner.query('SELECT pg_advisory_unlock($1)', [lockNumber]);
  }
}

async function pending(owner: OwnerConnection, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  await owner.query(
    'CREATE TABLE IF NOT EXISTS applied_migration ' +
      '(version integer PRIMARY KEY, name text NOT NULL, hash text NOT NULL, applied_at timestamptz NOT NULL)',
  );
  const {rows} = await owner.query('SELECT version, name, hash FROM applied_migration ORDER BY version');
  const applied = rows as {version: number; name: string; hash: string}[];
  if (applied.length > migrations.length) throw new StoreError('newer');
  applied.forEach((was, index) => {
    const is = migrations[index];
    assert(is?.version === was.version && hashOf(is) === was.hash, `migration ${was.name} is as it was when applied`);
  });
  return migrations.slice(applied.length);
}

async function applyOne(owner: OwnerConnection, migration: Migration, now: () => number): Promise<void> {
  await owner.query('BEGIN');
  try {
    await owner.script(migration.sql);
    await owner.query('INSERT INTO applied_migration (version, name, hash, applied_at) VALUES ($1, $2, $3, $4)', [
      migration.version,
      migration.name,
      hashOf(migration),
      new Date(now()).toISOString(),
    ]);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

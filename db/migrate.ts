import {createHash} from 'node:crypto';
import type {Database} from 'better-sqlite3';
import {assert} from '../domain/assert.ts';
import {DatabaseError} from './database-error.ts';

/**
 * Our own runner, because drizzle's opens a transaction in which `PRAGMA foreign_keys=OFF` does nothing (the rebuild of a
 * table then fires what its references say), and skips without a word a migration older than the newest applied one.
 *
 * foreign keys off → BEGIN IMMEDIATE → for each file: drop triggers, the SQL, foreign_key_check empty, note its hash
 * → COMMIT → foreign keys on. Triggers are not part of migrations: they are made from the schema at each opening, so that
 * a migration marks nothing as changed.
 */

export interface Migration {
  /** 1, 2, 3 … without a gap. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export function hashOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

interface Applied {
  version: number;
  name: string;
  hash: string;
}

function tableNames(client: Database): Set<string> {
  const rows = client.prepare<[], {name: string}>("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  return new Set(rows.map(row => row.name));
}

function appliedTo(client: Database): Applied[] {
  const names = tableNames(client);
  if (names.has('applied_migration')) {
    return client.prepare<[], Applied>('SELECT version, name, hash FROM applied_migration ORDER BY version').all();
  }
  // A database under our key that has tables, and not ours.
  if (names.size > 0) throw new DatabaseError('not-a-database');
  return [];
}

/**
 * The migrations that a database still needs. Reads only.
 * Throws `DatabaseError` 'newer' for a database of a newer version, an assertion for a migration changed after release.
 */
export function pendingMigrations(client: Database, migrations: readonly Migration[]): readonly Migration[] {
  const applied = appliedTo(client);
  if (applied.length > migrations.length) throw new DatabaseError('newer');
  applied.forEach((was, index) => {
    const is = migrations[index];
    assert(is?.version === was.version && hashOf(is) === was.hash, `migration ${was.name} is as it was when applied`);
  });
  return migrations.slice(applied.length);
}

function applyOne(client: Database, migration: Migration, appliedAt: string): void {
  const triggers = client.prepare<[], {name: string}>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const {name} of triggers) client.exec(`DROP TRIGGER "${name}"`);
  client.exec(migration.sql);
  const broken = client.prepare<[], {table: string; parent: string}>('PRAGMA foreign_key_check').all();
  assert(
    broken.length === 0,
    `migration ${migration.name} keeps references: ${broken.map(row => `${row.table} → ${row.parent}`).join(', ')}`,
  );
  client
    .prepare('INSERT INTO applied_migration (version, name, hash, applied_at) VALUES (?, ?, ?, ?)')
    .run(migration.version, migration.name, hashOf(migration), appliedAt);
}

/**
 * Applies what is pending in one transaction, up to `upTo` (tests): a database is of the version before or of this one, and of
 * none between. Foreign keys are on afterwards.
 */
export function migrate(
  client: Database,
  migrations: readonly Migration[],
  now: () => number,
  upTo = migrations.length,
): void {
  const pending = pendingMigrations(client, migrations).filter(migration => migration.version <= upTo);
  if (pending.length === 0) return;
  client.pragma('foreign_keys = OFF');
  try {
    client.transaction(() => applyAll(client, pending, new Date(now()).toISOString())).immediate();
  } finally {
    client.pragma('foreign_keys = ON');
  }
}

function applyAll(client: Database, pending: readonly Migration[], appliedAt: string): void {
  client.exec(
    'CREATE TABLE IF NOT EXISTS applied_migration ' +
      '(version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  );
  for (const migration of pending) applyOne(client, migration, appliedAt);
}

import {generateSQLiteDrizzleJson, generateSQLiteMigration, type DrizzleSQLiteSnapshotJSON} from 'drizzle-kit/api';
import type {SQLiteTable} from 'drizzle-orm/sqlite-core';
import {assert, must} from '../../domain/assert.ts';
import {addPromises} from './checks.ts';

/** A schema as drizzle-kit remembers it, to compare the next one with. */
export type Snapshot = DrizzleSQLiteSnapshotJSON;

export async function snapshotOf(schema: Record<string, SQLiteTable>, previous?: Snapshot): Promise<Snapshot> {
  for (const table of Object.values(schema)) addPromises(table);
  return generateSQLiteDrizzleJson(schema, previous?.id, 'snake_case');
}

/**
 * What drizzle-kit writes, as our runner wants it: strict tables, ordinary quotes, and no pragma, because the runner
 * turns the foreign keys off itself before its transaction (inside one the pragma does nothing).
 */
function asOurs(statement: string): string | undefined {
  if (/^PRAGMA /i.test(statement)) return undefined;
  const quoted = statement.replaceAll('`', '"').replaceAll('\t', '  ').trim();
  const strict = quoted.startsWith('CREATE TABLE') ? quoted.replace(/\);?$/, ') STRICT;') : quoted;
  assert(!/[\\`]|\$\{/.test(strict), 'a migration fits in a template literal');
  return strict.endsWith(';') ? strict : `${strict};`;
}

/**
 * drizzle-kit copies a table that it rebuilds with all columns of the new one; those that the old one lacks
 * cannot be read from it and must take their default.
 */
function copyingWhatThereWas(statement: string, previous: Snapshot): string {
  const copy = /^INSERT INTO "__new_(\w+)"\((.*)\) SELECT .* FROM "\w+";$/.exec(statement);
  if (!copy) return statement;
  const [, name = '', list = ''] = copy;
  const had = new Set(Object.keys(must(previous.tables[name]).columns).map(column => `"${column}"`));
  const kept = list
    .split(', ')
    .filter(column => had.has(column))
    .join(', ');
  return `INSERT INTO "__new_${name}"(${kept}) SELECT ${kept} FROM "${name}";`;
}

/** The SQL from one schema to the next; empty when nothing changed. May ask at the terminal whether a name was changed. */
export async function migrationSql(previous: Snapshot, next: Snapshot): Promise<string> {
  const statements = await generateSQLiteMigration(previous, next);
  return statements
    .map(asOurs)
    .filter(statement => statement !== undefined)
    .map(statement => copyingWhatThereWas(statement, previous))
    .join('\n');
}

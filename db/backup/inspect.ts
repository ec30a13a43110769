import type {Database} from 'better-sqlite3';
import {must} from '../../domain/assert.ts';
import {asDatabaseError, DatabaseError} from '../database-error.ts';
import {openClient, openReadOnly} from '../client.ts';
import {readLocal} from '../local-state.ts';
import {migrations} from '../migrations/list.ts';

/** What a database holds, as far as a copy of it must hold the same. */
export interface Contents {
  /** Migrations applied. */
  readonly schema: number;
  /** How far the change log goes. */
  readonly head: number;
  /** This PC's name in the log. */
  readonly node: string;
  /** Rows by table; what is derived from others is not counted. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Tables of facts, with their names: neither SQLite's own nor those of the search. */
export function factTables(client: Database): string[] {
  return client
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all();
}

/**
 * Reads a copy through, every page and every reference. Throws `DatabaseError`: 'damaged', 'newer', 'not-a-database' where
 * the key is another one.
 */
export function inspectCopy(file: string, key: Uint8Array): Contents {
  return reading(file, key, client => {
    if (!isSound(client, 'integrity_check') || client.pragma('foreign_key_check', {simple: true}) !== undefined) {
      throw new DatabaseError('damaged');
    }
    return contentsOf(client);
  });
}

/** What a database holds, without reading it through. Throws `DatabaseError`. */
export function readContents(file: string, key: Uint8Array): Contents {
  return reading(file, key, contentsOf);
}

/** Rows by table of any file of ours; `deep`: each page is read, and 'damaged' is thrown where one is not sound. */
export function inspectFile(file: string, key: Uint8Array, deep: boolean): Readonly<Record<string, number>> {
  return reading(file, key, client => {
    if (deep && !isSound(client, 'integrity_check')) throw new DatabaseError('damaged');
    return rowsOf(client);
  });
}

function reading<Result>(file: string, key: Uint8Array, read: (client: Database) => Result): Result {
  const client = openReadOnly(file, key);
  try {
    return read(client);
  } catch (error) {
    throw asDatabaseError(error);
  } finally {
    client.close();
  }
}

/** Whether the database that people work with is whole. `quick`: the pages, not whether each index fits its table. */
export function isWhole(file: string, key: Uint8Array, depth: 'quick' | 'full'): boolean {
  try {
    const client = openClient(file, key, false);
    try {
      return isSound(client, depth === 'quick' ? 'quick_check' : 'integrity_check');
    } finally {
      client.close();
    }
  } catch (error) {
    const known = asDatabaseError(error);
    if (known instanceof DatabaseError && known.code === 'damaged') return false;
    throw known;
  }
}

function isSound(client: Database, check: 'quick_check' | 'integrity_check'): boolean {
  return client.pragma(`${check}(1)`, {simple: true}) === 'ok';
}

function contentsOf(client: Database): Contents {
  if (!factTables(client).includes('applied_migration')) throw new DatabaseError('not-a-database');
  const schema = count(client, 'applied_migration');
  if (schema > migrations.length) throw new DatabaseError('newer');
  const head = must(client.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM change').pluck().get());
  return {
    schema,
    head,
    node: readLocal(client, 'node') ?? '',
    rows: rowsOf(client),
  };
}

function rowsOf(client: Database): Readonly<Record<string, number>> {
  return Object.fromEntries(factTables(client).map(name => [name, count(client, name)]));
}

function count(client: Database, table: string): number {
  return must(client.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get());
}

import type {Database} from 'better-sqlite3';
import {must} from '../../domain/assert.ts';
import {mergeRow} from '../../domain/row-merge.ts';
import {readableOver} from '../access.ts';
import {openClient, openReadOnly} from '../client.ts';
import {asDatabaseError, DatabaseError} from '../database-error.ts';
import {logOfRow, rowChange} from '../exchange/log.ts';
import {brokenConstraint, rowWriter, type Writing} from '../exchange/rows.ts';
import {exchangeTables} from '../exchange/tables.ts';
import {migrate} from '../migrate.ts';
import {migrations} from '../migrations/list.ts';
import {makeStatements} from '../statements.ts';
import {factTables} from './inspect.ts';
import {readableRows, whereReadable} from './readable-rows.ts';

export interface SalvagedTable {
  readonly table: string;
  /** Rows of the new database, `rebuilt` of them from the change log. */
  readonly saved: number;
  readonly rebuilt: number;
  /** Rows that are gone, as far as anything tells how many there were; null: nothing does. */
  readonly lost: number | null;
}

export interface SalvageReport {
  readonly tables: readonly SalvagedTable[];
}

/** Their rows belong to the file itself, or are made anew when the new one is opened. */
const notCopied = new Set(['applied_migration', 'placement_state', 'deadline', 'deadline_stale']);

/**
 * Reads what can be read of a damaged database into a new one; the damaged one stays as it is.
 *
 *   each table, past the pages that do not open ──▶ rows that only the change log still knows ──▶ without what refers to a
 *   row that is gone
 *
 * Throws 'damaged' where not even the list of the tables can be read, 'not-a-database' where the first page cannot.
 */
export function salvageDatabase(file: string, key: Uint8Array, target: string, now: () => number): SalvageReport {
  const source = openReadOnly(file, key);
  try {
    const present = new Set(factTables(source));
    const client = openClient(target, key, true);
    try {
      return salvageInto(client, source, present, now);
    } finally {
      client.close();
    }
  } catch (error) {
    throw asDatabaseError(error);
  } finally {
    source.close();
  }
}

function salvageInto(
  client: Database,
  source: Database,
  present: ReadonlySet<string>,
  now: () => number,
): SalvageReport {
  const version = versionOf(source);
  if (version > migrations.length) throw new DatabaseError('newer');
  migrate(client, migrations, now, version);
  client.pragma('foreign_keys = OFF');
  const tables = factTables(client).filter(table => present.has(table) && !notCopied.has(table));
  const before = new Map(tables.map(table => [table, countIn(source, table)]));
  const rebuilt = client.transaction(() => {
    for (const table of tables) copyTable(source, client, table);
    // What was derived is made anew when the database is opened.
    client.prepare("UPDATE local_state SET value = '' WHERE key = 'search'").run();
    const fromLog = version === migrations.length ? rebuildFromLog(client) : new Map<string, number>();
    dropOrphans(client);
    return fromLog;
  })();
  return {
    tables: tables.map(table => {
      const saved = must(countIn(client, table));
      const expected = before.get(table) ?? null;
      const lost = expected === null ? null : Math.max(0, expected - saved);
      return {table, saved, rebuilt: rebuilt.get(table) ?? 0, lost};
    }),
  };
}

/** Of a list of migrations that cannot be read, this version's is supposed. */
function versionOf(source: Database): number {
  const select = 'SELECT max(version) FROM applied_migration';
  return whereReadable(() => source.prepare<[], number>(select).pluck().get()) ?? migrations.length;
}

function columnsOf(client: Database, table: string): string[] {
  return client.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
}

function copyTable(source: Database, client: Database, table: string): void {
  const known = new Set(columnsOf(client, table));
  const columns = columnsOf(source, table).filter(column => known.has(column));
  const names = columns.map(name => `"${name}"`).join(', ');
  const insert = client.prepare(
    `INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const rows of readableRows(source, table, columns)) {
    for (const row of rows) insert.run(...columns.map(column => row[column]));
  }
}

/** An index may still know how many rows there were, where the table does not. */
function countIn(client: Database, table: string): number | null {
  const counts = ['', ' NOT INDEXED'].map(
    how => whereReadable(() => client.prepare<[], number>(`SELECT count(*) FROM "${table}"${how}`).pluck().get()) ?? 0,
  );
  const most = Math.max(...counts);
  return most === 0 && !isReadable(client, table) ? null : most;
}

function isReadable(client: Database, table: string): boolean {
  return whereReadable(() => client.prepare(`SELECT count(*) FROM "${table}"`).get()) !== undefined;
}

/** What each row was is written in the log as well: a row whose page is gone is folded from its changes. */
function rebuildFromLog(client: Database): Map<string, number> {
  const statements = makeStatements(client, 'integrating');
  const db = readableOver(statements);
  const writing: Writing = {db, run: (sql, ...values) => void client.prepare(sql).run(...values)};
  const writer = rowWriter(writing);
  const rebuilt = new Map<string, number>();
  for (const [name, table] of exchangeTables) {
    const missing = client
      .prepare<[string], string>(
        `SELECT DISTINCT row_id FROM change WHERE table_name = ? AND row_id NOT IN (SELECT id FROM "${name}")
          AND row_id NOT IN (SELECT row_id FROM erased_row WHERE table_name = change.table_name)`,
      )
      .pluck()
      .all(name);
    for (const id of missing) {
      const {exists, values} = mergeRow(logOfRow(db, name, id).map(rowChange));
      // One whose beginning is lost too lacks what it cannot be without.
      if (exists && brokenConstraint(() => writer.insert(table, id, values)) === undefined) {
        rebuilt.set(name, (rebuilt.get(name) ?? 0) + 1);
      }
    }
  }
  return rebuilt;
}

/** Until nothing refers to a row that is gone: removing one may leave others without theirs. */
function dropOrphans(client: Database): void {
  for (;;) {
    const orphans = client.prepare<[], {table: string; rowid: number}>('PRAGMA foreign_key_check').all();
    if (orphans.length === 0) return;
    for (const {table, rowid} of orphans) client.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid);
  }
}

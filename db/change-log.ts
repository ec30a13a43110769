import type {Database} from 'better-sqlite3';
import {getTableColumns, getTableName} from 'drizzle-orm';
import type {SQLiteTable} from 'drizzle-orm/sqlite-core';
import {columnName} from './column-name.ts';
import {change} from './schema/log.ts';
import {syncedTables} from './synced-tables.ts';
import type {Trigger} from './triggers.ts';

/**
 * The change log is written by triggers that are generated from the schema, in the transaction of the change:
 *
 *   a row of a synced table ── INSERT, UPDATE, DELETE ──▶ trigger ──▶ one row of `change`
 *       patch   the columns that changed (IS NOT), as JSON; of a new or a deleted row those that are not NULL
 *       base    the stamps of the row's latest changes         author, recorded_at, stamp, origin   from the session
 *
 * A row that is written as it was leaves nothing. What comes from another node is written with its own stamp by the
 * exchange (db/exchange), under which the triggers are silent. Nobody else writes the log, and that is kept four times: the types
 * of `WritableDb` lack the table; a statement that names it where it writes is not compiled (statements.ts); its rows
 * cannot be changed or deleted (the triggers below); and a program without our functions cannot write a synced table.
 */

/** Where the triggers get what a row cannot tell. Called once for each change, inside its transaction. */
export interface ChangeSession {
  /** False while the exchange writes what others have changed. */
  logs(): boolean;
  /** Account id; null: the program itself. */
  author(): string | null;
  /** UTC instant, ISO with Z. */
  recordedAt(): string;
  /** A hybrid time later than every other of this node. */
  stamp(): string;
  /** The node that changes something. */
  origin(): string;
  /** An erasure was written: it is carried out before the transaction ends. */
  erase(erasureId: string): void;
}

export function registerChangeFunctions(client: Database, session: ChangeSession): void {
  client.function('tirek_logs', () => (session.logs() ? 1 : 0));
  client.function('tirek_author', () => session.author());
  client.function('tirek_recorded_at', () => session.recordedAt());
  client.function('tirek_stamp', () => session.stamp());
  client.function('tirek_origin', () => session.origin());
  client.function('tirek_erase', id => {
    session.erase(String(id));
    return null;
  });
}

interface Column {
  readonly name: string;
  /** Holds JSON text, which goes into the patch as it is; anything else is quoted. */
  readonly isJson: boolean;
}

/** All but the key, which stands in the log's own column. */
function loggedColumns(table: SQLiteTable): Column[] {
  return Object.entries(getTableColumns(table))
    .filter(([property]) => property !== 'id')
    .map(([property, column]) => ({name: columnName(property), isJson: column.dataType === 'json'}));
}

/** SQL for a JSON object of those columns of NEW or OLD that meet a condition. */
function patchOf(row: 'NEW' | 'OLD', columns: readonly Column[], condition: (column: Column) => string): string {
  const members = columns.map(column => {
    const value = `${row}."${column.name}"`;
    const json = column.isJson ? `coalesce(${value}, 'null')` : `json_quote(${value})`;
    return `iif(${condition(column)}, ',"${column.name}":' || ${json}, '')`;
  });
  return `'{' || substr(${members.join(' || ')}, 2) || '}'`;
}

/** SQL: 96 random bits, for the digest of a patch (domain/audit.ts). */
export const newSalt = 'hex(randomblob(12))';

function logRow(tableName: string, row: 'NEW' | 'OLD', op: 'insert' | 'update' | 'delete', patch: string): string {
  return [
    'INSERT INTO change (table_name, row_id, op, patch, base, author, recorded_at, stamp, origin, salt)',
    `VALUES ('${tableName}', ${row}.id, '${op}', ${patch},`,
    `coalesce((SELECT heads FROM fork WHERE table_name = '${tableName}' AND row_id = ${row}.id),`,
    `(SELECT stamp FROM change WHERE row_id = ${row}.id AND table_name = '${tableName}' ORDER BY seq DESC LIMIT 1)),`,
    `tirek_author(), tirek_recorded_at(), tirek_stamp(), tirek_origin(), ${newSalt});`,
    // Where edits of several PCs had met, this change joins them.
    `UPDATE fork SET heads = NULL WHERE table_name = '${tableName}' AND row_id = ${row}.id AND heads IS NOT NULL;`,
  ].join(' ');
}

function triggersOf(table: SQLiteTable): Trigger[] {
  const tableName = getTableName(table);
  const columns = loggedColumns(table);
  const known = (row: 'NEW' | 'OLD') => (column: Column) => `${row}."${column.name}" IS NOT NULL`;
  const changed = (column: Column) => `NEW."${column.name}" IS NOT OLD."${column.name}"`;
  const trigger = (name: string, event: string, body: string): Trigger => ({
    name,
    sql: `CREATE TRIGGER ${name} ${event} BEGIN ${body} END`,
  });
  return [
    trigger(
      `log_${tableName}_insert`,
      `AFTER INSERT ON "${tableName}" WHEN tirek_logs()`,
      logRow(tableName, 'NEW', 'insert', patchOf('NEW', columns, known('NEW'))),
    ),
    trigger(
      `log_${tableName}_update`,
      `AFTER UPDATE ON "${tableName}" WHEN tirek_logs() AND (${columns.map(changed).join(' OR ')})`,
      logRow(tableName, 'NEW', 'update', patchOf('NEW', columns, changed)),
    ),
    trigger(
      `log_${tableName}_delete`,
      `AFTER DELETE ON "${tableName}" WHEN tirek_logs()`,
      logRow(tableName, 'OLD', 'delete', patchOf('OLD', columns, known('OLD'))),
    ),
    trigger(
      `keep_${tableName}_id`,
      `BEFORE UPDATE OF id ON "${tableName}" WHEN NEW.id IS NOT OLD.id`,
      "SELECT RAISE(ABORT, 'the key of a row never changes');",
    ),
  ];
}

/** All of a change but its words, and the salt of their digest. */
const kept = Object.keys(getTableColumns(change))
  .filter(property => property !== 'patch' && property !== 'salt')
  .map(columnName);
const same = kept.map(column => `NEW.${column} IS OLD.${column}`).join(' AND ');

/** What makes the log grow only at its end. One thing may be done to what stands there: to empty a change of an erased row. */
const appendOnly: readonly Trigger[] = [
  {
    name: 'keep_change_update',
    sql: `CREATE TRIGGER keep_change_update BEFORE UPDATE ON change
      WHEN NOT (NEW.patch = '{}' AND NEW.salt IS NULL AND ${same}
        AND EXISTS (SELECT 1 FROM erased_row WHERE row_id = NEW.row_id AND table_name = NEW.table_name))
      BEGIN SELECT RAISE(ABORT, 'the change log only grows'); END`,
  },
  {
    name: 'keep_change_delete',
    sql: `CREATE TRIGGER keep_change_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the change log only grows'); END`,
  },
];

/** Each row that an erasure names, one by one; the connection carries it out before the transaction ends (db/erasure/). */
const erasureTriggers: readonly Trigger[] = [
  {
    name: 'erase_rows',
    sql: `CREATE TRIGGER erase_rows AFTER INSERT ON erasure BEGIN
      INSERT INTO erased_row (row_id, table_name, recipient_id)
        SELECT value ->> 1, value ->> 0, NEW.recipient_id FROM json_each(NEW.rows) WHERE true
        ON CONFLICT (row_id, table_name) DO NOTHING;
      SELECT tirek_erase(NEW.id);
    END`,
  },
  ...['UPDATE', 'DELETE'].map(event => ({
    name: `keep_erasure_${event.toLowerCase()}`,
    sql: `CREATE TRIGGER keep_erasure_${event.toLowerCase()} BEFORE ${event} ON erasure BEGIN SELECT RAISE(ABORT, 'what was erased stays erased'); END`,
  })),
];

export function changeLogTriggers(): Trigger[] {
  return [...Object.values(syncedTables).flatMap(triggersOf), ...appendOnly, ...erasureTriggers];
}

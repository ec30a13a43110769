import {getTableColumns, getTableName, sql} from 'drizzle-orm';
import {check, type AnySQLiteColumn, type SQLiteTable, type SQLiteTableExtraConfigValue} from 'drizzle-orm/sqlite-core';
import {columnName} from '../column-name.ts';

/**
 * What the rules promise of each column, as CHECK constraints derived from the schema: a closed list holds its values,
 * JSON is valid, a flag is 0 or 1, a column named like a date is a day that exists, one named …At is an instant in UTC.
 * drizzle-kit sees them as part of the schema, so that a longer list makes it write a migration.
 */

const dateNames = /(On|From|To|Date)$|^since$/;
/** Named like dates, and are words: «Қайдан келді». */
const wordsAllTheSame = new Set(['cameFrom']);

const isoInstant = '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z';

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** The condition that a column's values meet (NULL always does); undefined where its SQL type says it all. */
export function promiseOf(name: string, column: AnySQLiteColumn): string | undefined {
  const place = `"${columnName(name)}"`;
  if (column.enumValues?.length) return `${place} IN (${column.enumValues.map(quoted).join(', ')})`;
  if (column.dataType === 'json') return `json_valid(${place})`;
  if (column.dataType === 'boolean') return `${place} IN (0, 1)`;
  // date() answers YYYY-MM-DD, moves 31 February to March, and gives NULL for what is no date: so "is the same" is strict.
  if (dateNames.test(name) && !wordsAllTheSame.has(name)) return `date(${place}) IS ${place}`;
  if (name.endsWith('At')) return `${place} GLOB ${quoted(isoInstant)}`;
  return undefined;
}

const done = new WeakSet<SQLiteTable>();

type ExtraConfig = (columns: Record<string, AnySQLiteColumn>) => SQLiteTableExtraConfigValue[];

/** Adds the promises to a table, once, beside the indexes that it declares itself. */
export function addPromises(table: SQLiteTable): void {
  if (done.has(table)) return;
  done.add(table);
  // drizzle keeps the third argument of sqliteTable() under this symbol and reads it when it describes the table.
  const place = Symbol.for('drizzle:ExtraConfigBuilder');
  const own: ExtraConfig = Reflect.get(table, place) ?? (() => []);
  const extended: ExtraConfig = columns => [
    ...own(columns),
    ...Object.entries(getTableColumns(table)).flatMap(([name, column]) => {
      const promise = promiseOf(name, column);
      return promise ? [check(`${getTableName(table)}_${columnName(name)}`, sql.raw(promise))] : [];
    }),
  ];
  Reflect.set(table, place, extended);
}

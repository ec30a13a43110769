import {getTableColumns, getTableName} from 'drizzle-orm';
import {getTableConfig, type SQLiteTable} from 'drizzle-orm/sqlite-core';
import {must} from '../../domain/assert.ts';
import {columnName} from '../column-name.ts';
import {syncedTables} from '../synced-tables.ts';

/** The synced tables by their names in SQL, as the exchange writes them: column by column, from a patch. */

export interface ExchangeTable {
  readonly name: string;
  /** Without the key, which is `id` everywhere. Whether a column holds JSON text. */
  readonly columns: ReadonlyMap<string, {readonly isJson: boolean; readonly notNull: boolean}>;
  /** Columns that name a row of another table. */
  readonly parents: readonly {readonly column: string; readonly table: string}[];
}

function describe(table: SQLiteTable): ExchangeTable {
  const columns = Object.entries(getTableColumns(table))
    .filter(([property]) => property !== 'id')
    .map(([property, column]) => {
      const described = {isJson: column.dataType === 'json', notNull: column.notNull};
      return [columnName(property), described] as const;
    });
  const properties = new Map(Object.entries(getTableColumns(table)).map(([property, column]) => [column, property]));
  const parents = getTableConfig(table).foreignKeys.map(key => {
    const {columns: own, foreignTable} = key.reference();
    const property = must(properties.get(must(own[0])));
    return {column: columnName(property), table: getTableName(foreignTable)};
  });
  return {name: getTableName(table), columns: new Map(columns), parents};
}

export const exchangeTables: ReadonlyMap<string, ExchangeTable> = new Map(
  Object.values(syncedTables).map(table => [getTableName(table), describe(table)]),
);

/** Which row it is, as the key of a map. No table has a space in its name. */
export function placeOf(table: string, rowId: string): string {
  return `${table} ${rowId}`;
}

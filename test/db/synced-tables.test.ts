import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {getTableColumns, getTableName, is, Table} from 'drizzle-orm';
import {describe, expect, test} from 'vitest';
import {localTables, syncedTables, tables} from '../../db/synced-tables.ts';

const folder = join(import.meta.dirname, '../../db/schema');

async function schemaTables(): Promise<string[]> {
  const modules = await Promise.all(
    readdirSync(folder).map((file): Promise<Record<string, unknown>> => import(join(folder, file))),
  );
  return modules.flatMap(module =>
    Object.values(module).flatMap(each => (is(each, Table) ? [getTableName(each)] : [])),
  );
}

describe('what the log follows', () => {
  test('every table of the schema is either synced or local', async () => {
    const listed = [...Object.values(syncedTables), ...Object.values(localTables)].map(table => getTableName(table));
    expect(new Set(listed)).toEqual(new Set(await schemaTables()));
  });

  test('a synced table has one key, the text column id', () => {
    for (const table of Object.values(syncedTables)) {
      const keys = Object.entries(getTableColumns(table)).flatMap(([name, column]) =>
        column.primary ? [`${name} ${column.getSQLType()}`] : [],
      );
      expect([getTableName(table), keys]).toEqual([getTableName(table), ['id text']]);
    }
  });

  test('no table stands in both lists', () => {
    expect(Object.keys(tables)).toHaveLength(Object.keys(syncedTables).length + Object.keys(localTables).length);
  });
});

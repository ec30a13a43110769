import {afterEach, describe, expect, test} from 'vitest';
import {beginnings, type Connection} from '../../db/connection.ts';
import {testDatabase} from '../support/test-database.ts';

const {copyOf} = beginnings;

afterEach(() => {
  beginnings.copyOf = copyOf;
});

/** All that stands in a database, but when the migrations were applied. */
function contentOf({readable}: Connection): unknown {
  const schema = readable
    .prepare<{name: string; sql: string | null}>('SELECT name, sql FROM sqlite_schema ORDER BY name')
    .all();
  const tables = readable
    .prepare<{name: string}>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name",
    )
    .all();
  const rows = tables.map(({name}) => {
    const all = readable.prepare<Record<string, unknown>>(`SELECT * FROM "${name}"`).all();
    return [name, all.map(row => JSON.stringify({...row, applied_at: null})).toSorted()] as const;
  });
  return {schema, rows: Object.fromEntries(rows)};
}

describe('a new database', () => {
  test('is the same from the migrations and, in the unit tests, as a copy of one that they made', () => {
    expect(copyOf).not.toBeNull();
    const copied = contentOf(testDatabase());
    beginnings.copyOf = null;
    expect(copied).toEqual(contentOf(testDatabase()));
  });
});

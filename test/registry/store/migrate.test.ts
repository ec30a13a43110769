import {getTableColumns, getTableName} from 'drizzle-orm';
import {Client} from 'pg';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {columnName} from '../../../db/column-name.ts';
import {hashOf, migrate, type OwnerConnection} from '../../../registry/store/migrate.ts';
import {migrations} from '../../../registry/store/migrations/list.ts';
import {postgres} from '../../../registry/store/postgres.ts';
import {ensureRoles} from '../../../registry/store/roles.ts';
import {StoreError} from '../../../registry/store/store-error.ts';
import {openStore} from '../../../registry/store/store.ts';
import {tables} from '../../../registry/store/tables.ts';
import {databases, makeDatabase, openTestStore, type TestStore} from '../support/stores.ts';
import {lacks} from '../../support/lacks.ts';

test('a migration that was released is never edited', () => {
  expect(
    migrations.map(({version, name, ...rest}) => [version, name, hashOf({version, name, ...rest}).slice(0, 16)]),
  ).toEqual([
    [1, '0001-foundation', 'b7314d0ec5b2e58c'],
    [2, '0002-reference-data', '5c40ed948a1102fa'],
    [3, '0003-quarantine', 'b84ddefd327da0f0'],
    [4, '0004-audit-ends', '4552424af5493b63'],
    [5, '0005-erasure', 'eb730457f19c16dc'],
    [6, '0006-backup-role', '767af2ea0d1c8ac1'],
  ]);
});

describe.each(databases)('the tables of the registry on %s', kind => {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openTestStore(kind);
  });
  afterAll(() => opened.close());

  test.each(Object.values(tables).map(table => ({name: getTableName(table), table})))(
    '$name is what the schema says',
    async ({name, table}) => {
      const {rows} = await opened.driver.asOwner(owner =>
        owner.query(
          `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, attnotnull AS "notNull", collname = 'C' AS bytewise
         FROM pg_attribute LEFT JOIN pg_collation ON pg_collation.oid = attcollation
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
          [`"${name}"`],
        ),
      );
      const wanted = Object.entries(getTableColumns(table)).map(([property, column]) => {
        const type = column.getSQLType();
        return {
          name: columnName(property),
          type: type.replace(' COLLATE "C"', '').replace('timestamp (3)', 'timestamp(3)'),
          notNull: column.notNull,
          bytewise: type.includes('COLLATE') ? true : type === 'text' ? false : null,
        };
      });
      expect(rows).toEqual(wanted);
    },
  );

  test('every table of a facility has it first in its key', async () => {
    const {rows} = await opened.driver.asOwner(owner =>
      owner.query(
        `SELECT conrelid::regclass::text AS name FROM pg_constraint
         JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
         WHERE contype = 'p' AND attname = 'facility_id' ORDER BY 1`,
      ),
    );
    const wanted = Object.values(tables).filter(table => 'facilityId' in getTableColumns(table));
    expect(rows).toEqual(
      wanted.map(table => ({name: getTableName(table)})).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    );
  });

  const released = migrations.map(({name}) => ({name}));
  const next = {
    version: migrations.length + 1,
    name: 'next',
    sql: 'CREATE TABLE next (id integer); INSERT INTO next VALUES (1);',
  };

  test('what fails leaves nothing; what is new is applied once; a changed and a newer one are refused', async () => {
    const run = (list: Parameters<typeof migrate>[1]) => opened.driver.asOwner(owner => migrate(owner, list, Date.now));
    const names = async () => {
      const {rows} = await opened.driver.asOwner(owner =>
        owner.query('SELECT name FROM applied_migration ORDER BY version'),
      );
      return rows;
    };
    await expect(run([...migrations, {...next, sql: `${next.sql} SELECT nonsense;`}])).rejects.toThrow('nonsense');
    expect(await names()).toEqual(released);
    await run([...migrations, next]);
    await run([...migrations, next]);
    expect(await names()).toEqual([...released, {name: next.name}]);
    await expect(run([...migrations, {...next, sql: 'SELECT 1'}])).rejects.toThrow('next is as it was when applied');
    await expect(run(migrations)).rejects.toEqual(new StoreError('newer'));
  });
});

test.skipIf(lacks.postgreSql())('four servers that start at once on an empty PostgreSQL all come up', async () => {
  const {url, drop} = await makeDatabase();
  const start = () =>
    openStore(
      postgres(url, () => undefined),
      Date.now,
    );
  const stores = await Promise.all([start(), start(), start(), start()]);
  for (const store of stores) await store.close();
  await drop();
});

test.skipIf(lacks.postgreSql())('an account that may not make roles is told of it', async () => {
  const {url, drop} = await makeDatabase();
  onTestFinished(drop);
  const client = new Client(url);
  await client.connect();
  const limited = `tirek_limited_${process.pid}`;
  await client.query(`CREATE ROLE ${limited} NOLOGIN; GRANT ${limited} TO CURRENT_USER; SET ROLE ${limited}`);
  const owner: OwnerConnection = {
    query: (text, values = []) => client.query(text, [...values]),
    script: async text => void (await client.query(text)),
  };
  const error: unknown = await ensureRoles(owner).catch((each: unknown) => each);
  await client.query(`RESET ROLE; DROP ROLE ${limited}`);
  await client.end();
  expect(error).toMatchObject({problem: 'no-roles'});
});

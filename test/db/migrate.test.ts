import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {sqliteTable, text} from 'drizzle-orm/sqlite-core';
import Sqlite from 'better-sqlite3';
import {describe, expect, onTestFinished, test} from 'vitest';
import {DatabaseError} from '../../db/database-error.ts';
import {migrationSql, snapshotOf, type Snapshot} from '../../db/generate/migration.ts';
import {hashOf, migrate, type Migration} from '../../db/migrate.ts';
import {migrations} from '../../db/migrations/list.ts';
import {tables} from '../../db/synced-tables.ts';

const folder = join(import.meta.dirname, '../../db/migrations');
const now = () => 0;

function memory(): Sqlite.Database {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  return client;
}

const first: Migration = {
  version: 1,
  name: '0001-first',
  sql: `CREATE TABLE parent (id TEXT PRIMARY KEY) STRICT;
    CREATE TABLE child (id TEXT PRIMARY KEY, parent_id TEXT NOT NULL REFERENCES parent (id) ON DELETE CASCADE) STRICT;`,
};
const rebuild: Migration = {
  version: 2,
  name: '0002-rebuild',
  sql: `CREATE TABLE __new_parent (id TEXT PRIMARY KEY, name TEXT) STRICT;
    INSERT INTO __new_parent (id) SELECT id FROM parent;
    DROP TABLE parent;
    ALTER TABLE __new_parent RENAME TO parent;`,
};

describe('the released migrations', () => {
  const lock: Record<string, string> = JSON.parse(
    readFileSync(join(import.meta.dirname, 'migrations/migrations.lock.json'), 'utf8'),
  );

  test('are as they were when they were released', () => {
    expect(Object.fromEntries(migrations.map(migration => [migration.name, hashOf(migration)]))).toEqual(lock);
  });

  test('each has a test of its own', () => {
    const untested = migrations.filter(
      ({name}) => !existsSync(join(import.meta.dirname, `migrations/${name}.test.ts`)),
    );
    expect(untested.map(({name}) => name)).toEqual([]);
  });

  test('the list holds every file, in order and without a gap', () => {
    const files = readdirSync(folder).filter(file => /^\d{4}-/.test(file));
    expect(migrations.map(({name}) => `${name}.ts`)).toEqual(files);
    expect(migrations.map(({version, name}) => [version, Number(name.slice(0, 4))])).toEqual(
      migrations.map((_, index) => [index + 1, index + 1]),
    );
  });

  test('lead to the schema that the code knows, promises included', async () => {
    const last: Snapshot = JSON.parse(readFileSync(join(folder, 'snapshot.json'), 'utf8'));
    expect(await migrationSql(last, await snapshotOf(tables, last))).toBe('');
  });

  test('make strict tables, and delete nothing along with another row', () => {
    const client = memory();
    migrate(client, migrations, now);
    const made = client
      .prepare<[], {name: string; strict: number}>(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(made.filter(({strict}) => strict !== 1)).toEqual([]);
    expect(made.length).toBeGreaterThanOrEqual(Object.keys(tables).length);
    expect(migrations.map(({sql}) => sql).join()).not.toMatch(/CASCADE|SET NULL/i);
  });
});

describe('the runner', () => {
  test('rebuilds a parent without touching its children', () => {
    const client = memory();
    migrate(client, [first], now);
    client.exec("INSERT INTO parent VALUES ('p'); INSERT INTO child VALUES ('c', 'p')");
    migrate(client, [first, rebuild], now);
    expect(client.prepare('SELECT * FROM child').all()).toEqual([{id: 'c', parent_id: 'p'}]);
    expect(client.pragma('foreign_keys', {simple: true})).toBe(1);
  });

  test('leaves all as it was when a file fails in its middle', () => {
    const client = memory();
    migrate(client, [first], now);
    const failing = {version: 2, name: '0002-failing', sql: 'CREATE TABLE half (id TEXT) STRICT; SELECT nothing;'};
    expect(() => migrate(client, [first, failing], now)).toThrow('nothing');
    expect(client.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual([]);
    migrate(client, [first, rebuild], now);
    expect(client.prepare('SELECT version, name FROM applied_migration').all()).toEqual([
      {version: 1, name: '0001-first'},
      {version: 2, name: '0002-rebuild'},
    ]);
  });

  test('refuses one that breaks a reference, and names the tables, not the rows', () => {
    const client = memory();
    migrate(client, [first], now);
    client.exec("INSERT INTO parent VALUES ('p'); INSERT INTO child VALUES ('c', 'p')");
    const orphaning = {version: 2, name: '0002-orphans', sql: 'DELETE FROM parent;'};
    expect(() => migrate(client, [first, orphaning], now)).toThrow('0002-orphans keeps references: child → parent');
    expect(client.prepare('SELECT id FROM parent').all()).toEqual([{id: 'p'}]);
  });

  test('drops the triggers first, so that nothing is marked as changed', () => {
    const client = memory();
    migrate(client, [first], now);
    client.exec(`CREATE TABLE seen (id TEXT) STRICT;
      CREATE TRIGGER watch AFTER UPDATE ON parent BEGIN INSERT INTO seen VALUES (NEW.id); END;
      INSERT INTO parent VALUES ('p')`);
    migrate(client, [first, {version: 2, name: '0002-touch', sql: "UPDATE parent SET id = 'q';"}], now);
    expect(client.prepare('SELECT id FROM seen').all()).toEqual([]);
  });

  test('refuses a file that was changed after it was applied', () => {
    const client = memory();
    migrate(client, [first], now);
    expect(() => migrate(client, [{...first, sql: `${first.sql} `}, rebuild], now)).toThrow('as it was when applied');
  });

  test('refuses a database of a newer version', () => {
    const client = memory();
    migrate(client, [first, rebuild], now);
    expect(() => migrate(client, [first], now)).toThrow(new DatabaseError('newer'));
  });

  test('stops at a version', () => {
    const client = memory();
    migrate(client, [first, rebuild], now, 1);
    expect(client.prepare('SELECT version FROM applied_migration').all()).toEqual([{version: 1}]);
    migrate(client, [first, rebuild], now);
    expect(client.prepare('SELECT version FROM applied_migration').all()).toEqual([{version: 1}, {version: 2}]);
  });
});

describe('what a next migration will look like', () => {
  const kinds = (...values: [string, ...string[]]) => ({
    thing: sqliteTable('thing', {id: text().primaryKey(), kind: text({enum: values}).notNull(), bornOn: text()}),
  });

  test('a longer list makes the table anew and keeps its rows; a new column takes its default', async () => {
    const before = await snapshotOf(kinds('a', 'b'));
    const grown = {
      thing: sqliteTable('thing', {
        id: text().primaryKey(),
        kind: text({enum: ['a', 'b', 'c']}).notNull(),
        bornOn: text(),
        diedOn: text(),
      }),
    };
    const client = memory();
    client.exec(await migrationSql(await snapshotOf({}), before));
    client.exec("INSERT INTO thing VALUES ('1', 'a', '2026-01-05')");
    expect(() => client.exec("INSERT INTO thing VALUES ('2', 'c', NULL)")).toThrow('thing_kind');
    client.exec(await migrationSql(before, await snapshotOf(grown, before)));
    client.exec("INSERT INTO thing VALUES ('2', 'c', NULL, '2026-01-06')");
    expect(client.prepare('SELECT * FROM thing ORDER BY id').all()).toEqual([
      {id: '1', kind: 'a', born_on: '2026-01-05', died_on: null},
      {id: '2', kind: 'c', born_on: null, died_on: '2026-01-06'},
    ]);
  });
});

import {join} from 'node:path';
import {eq, getTableColumns, getTableName} from 'drizzle-orm';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {columnName} from '../../db/column-name.ts';
import {openDatabase, type Connection} from '../../db/connection.ts';
import {account, staff} from '../../db/schema/facility.ts';
import {change} from '../../db/schema/log.ts';
import {paper} from '../../db/schema/paper.ts';
import {recipient} from '../../db/schema/recipient.ts';
import {syncedTables} from '../../db/synced-tables.ts';
import {rawClient, temporaryFolder, testDatabase, testNow} from '../support/test-database.ts';
import {testKey} from '../support/test-key.ts';

const by = {accountId: 'somebody'};

function log(connection: Connection): (typeof change.$inferSelect)[] {
  return connection.readable.select().from(change).orderBy(change.seq).all();
}

/** What the log says a table's rows are: every patch laid over the one before. */
function replayed(connection: Connection, tableName: string): Map<string, Record<string, unknown>> {
  const rows = new Map<string, Record<string, unknown>>();
  for (const entry of log(connection).filter(each => each.tableName === tableName)) {
    const patch: Record<string, unknown> = JSON.parse(entry.patch);
    if (entry.op === 'delete') rows.delete(entry.rowId);
    else rows.set(entry.rowId, {...(entry.op === 'insert' ? {} : rows.get(entry.rowId)), ...patch});
  }
  return rows;
}

/** The rows as they stand, in the shape of `replayed`: without the key, without what is empty, JSON as JSON. */
function standing(connection: Connection, tableName: keyof typeof syncedTables): Map<string, Record<string, unknown>> {
  const table = syncedTables[tableName];
  const json = Object.entries(getTableColumns(table)).flatMap(([name, column]) =>
    column.dataType === 'json' ? [columnName(name)] : [],
  );
  const rows = connection.readable.prepare<Record<string, unknown>>(`SELECT * FROM "${getTableName(table)}"`).all();
  return new Map(
    rows.map(({id, ...columns}) => [
      String(id),
      Object.fromEntries(
        Object.entries(columns)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => [name, json.includes(name) ? JSON.parse(String(value)) : value]),
      ),
    ]),
  );
}

function withoutEmpty(rows: Map<string, Record<string, unknown>>): Map<string, Record<string, unknown>> {
  return new Map(
    [...rows].map(([id, row]) => [id, Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))]),
  );
}

const person = {id: 'r', surname: 'Оспанова', firstName: 'Әлия'};

describe('what a change leaves', () => {
  test('an insert leaves what is known, an update what changed, a delete what was', () => {
    const connection = testDatabase();
    connection.transact(db => {
      db.insert(recipient)
        .values({...person, phone: '8 701 123 45 67'})
        .run();
      db.update(recipient).set({surname: 'Құрманғазы', firstName: 'Әлия', phone: null}).run();
      db.delete(recipient).run();
    }, by);
    expect(log(connection).map(({op, patch}) => [op, JSON.parse(patch)])).toEqual([
      ['insert', {surname: 'Оспанова', first_name: 'Әлия', phone: '8 701 123 45 67'}],
      ['update', {surname: 'Құрманғазы', phone: null}],
      ['delete', {surname: 'Құрманғазы', first_name: 'Әлия'}],
    ]);
  });

  test('who, when, where, and after which change', () => {
    const connection = testDatabase();
    connection.transact(db => db.insert(recipient).values(person).run(), by);
    connection.transact(db => db.update(recipient).set({sex: 'female'}).run(), {accountId: null});
    const [first, second] = log(connection);
    expect(first).toMatchObject({
      seq: 1,
      tableName: 'recipient',
      rowId: 'r',
      base: null,
      author: 'somebody',
      recordedAt: '2026-01-05T04:30:00.000Z',
      origin: '0000000000004000',
    });
    expect(second).toMatchObject({seq: 2, base: first?.stamp, author: null});
    expect(String(second?.stamp) > String(first?.stamp)).toBe(true);
  });

  test('a row written as it was leaves nothing', () => {
    const connection = testDatabase();
    connection.transact(db => db.insert(recipient).values(person).run(), by);
    connection.transact(db => db.update(recipient).set(person).run(), by);
    expect(log(connection)).toHaveLength(1);
  });

  test('lists and values of JSON stand in the patch as JSON, flags as 0 and 1', () => {
    const connection = testDatabase();
    const values = {deep: {empty: null, list: [1, 'екі', false]}};
    connection.transact(db => {
      db.insert(account).values({id: 'a', name: 'Әлия', role: 'head', disabled: true}).run();
      db.insert(paper)
        .values({
          id: 'p',
          form: 'plan',
          editionId: '308',
          editionShape: 'x',
          subjectId: 's',
          revision: 1,
          legalDate: '2026-01-05',
          frozenAt: '2026-01-05T00:00:00Z',
          values,
        })
        .run();
    }, by);
    expect(log(connection).map(({patch}) => JSON.parse(patch))).toMatchObject([{disabled: 1}, {values}]);
  });

  test('a replaced row is logged as deleted and inserted', () => {
    const connection = testDatabase();
    connection.transact(db => {
      db.insert(recipient).values(person).run();
      db.execute("INSERT OR REPLACE INTO recipient (id, surname, first_name) VALUES ('r', 'А', 'Б')");
    }, by);
    expect(log(connection).map(({op}) => op)).toEqual(['insert', 'delete', 'insert']);
    expect(replayed(connection, 'recipient')).toEqual(standing(connection, 'recipient'));
  });

  test('every synced table is followed', () => {
    const triggers = testDatabase()
      .readable.prepare<{name: string}>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'log_%'")
      .all();
    const expected = Object.values(syncedTables).flatMap(table =>
      ['insert', 'update', 'delete'].map(op => `log_${getTableName(table)}_${op}`),
    );
    expect(triggers.map(({name}) => name).toSorted()).toEqual(expected.toSorted());
  });
});

describe('the log can be trusted', () => {
  test.each([
    ["INSERT INTO change (table_name) VALUES ('x')"],
    ['UPDATE "change" SET author = NULL'],
    ['DELETE FROM change'],
    ['REPLACE INTO main . [change] (seq) VALUES (1)'],
  ])('no code writes it: %s', sql => {
    const connection = testDatabase();
    expect(() => connection.transact(db => db.execute(sql), by)).toThrow('only triggers write the change log');
  });

  test('its rows cannot be changed or taken out, even around that guard', () => {
    const connection = testDatabase();
    connection.transact(db => db.insert(recipient).values(person).run(), by);
    connection.close();
    const client = rawClient(connection.file);
    expect(() => client.exec("UPDATE change SET author = 'x'")).toThrow('only grows');
    expect(() => client.exec('DELETE FROM change')).toThrow('only grows');
  });

  test('a program without our functions cannot change a fact beside the log', () => {
    const connection = testDatabase();
    connection.close();
    const client = rawClient(connection.file);
    expect(() => client.exec("INSERT INTO journal (id, begun_on) VALUES ('j', '2026-01-05')")).toThrow(
      'no such function',
    );
  });

  test('the key of a row never changes', () => {
    const connection = testDatabase();
    connection.transact(db => db.insert(recipient).values(person).run(), by);
    expect(() => connection.transact(db => db.update(recipient).set({id: 'other'}).run(), by)).toThrow('never changes');
  });

  test('stamps go on after a restart with a clock that went back a year', () => {
    const file = join(temporaryFolder(), 'tirek.db');
    let now = testNow;
    for (const surname of ['А', 'Ә', 'Б']) {
      const connection = openDatabase({file, key: testKey, now: () => now});
      connection.transact(
        db =>
          db
            .insert(recipient)
            .values({...person, id: surname, surname})
            .run(),
        by,
      );
      connection.transact(db => db.update(recipient).set({sex: 'male'}).where(eq(recipient.id, surname)).run(), by);
      connection.close();
      now -= 365 * 24 * 60 * 60 * 1000;
    }
    const stamps = log(testDatabase({file})).map(({stamp}) => stamp);
    expect(stamps).toHaveLength(6);
    expect(stamps).toEqual([...new Set(stamps)].toSorted());
  });

  test('opening again makes no trigger anew and logs nothing', () => {
    const connection = testDatabase();
    const version = () =>
      Object.values(connection.readable.prepare<object>('SELECT * FROM pragma_schema_version').get() ?? {})[0];
    const before = version();
    connection.close();
    const again = testDatabase({file: connection.file});
    expect(Object.values(again.readable.prepare<object>('SELECT * FROM pragma_schema_version').get() ?? {})[0]).toBe(
      before,
    );
    expect(log(again)).toEqual([]);
  });
});

describe('the log holds everything', () => {
  // Any text that SQLite can hold: a lone half of a surrogate pair has no UTF-8.
  const words = fc.oneof(
    fc.string({unit: 'binary'}).map(each => each.toWellFormed()),
    fc.constantFrom('', '"', '\\', '\u0000', 'null', '{}', 'Ұ\u0301', '👩‍👩‍👧', "';DROP TABLE x;--", 'a\u0000b', '\u2028'),
  );
  const maybe = fc.option(words, {nil: null});
  const row = fc.record({
    id: fc.constantFrom('1', '2', '3'),
    surname: words,
    patronymic: maybe,
    startedOn: fc.constantFrom(null, '2026-01-05', '2024-02-29'),
    serviceTypes: fc.array(fc.constantFrom('legal' as const, 'medical' as const), {maxLength: 3}),
  });
  const step = fc.oneof(
    fc.record({op: fc.constant('put' as const), row}),
    fc.record({op: fc.constant('drop' as const), row}),
  );

  test('replaying it gives every row exactly', () => {
    const connection = testDatabase();
    fc.assert(
      fc.property(fc.array(step, {maxLength: 12, size: 'max'}), steps => {
        connection.transact(db => {
          for (const {op, row: values} of steps) {
            const {id, ...set} = values;
            if (op === 'drop') db.delete(staff).where(eq(staff.id, id)).run();
            else {
              db.insert(staff)
                .values({...values, firstName: 'x', positionKk: 'y', positionRu: 'z'})
                .onConflictDoUpdate({target: staff.id, set})
                .run();
            }
          }
        }, by);
        expect(withoutEmpty(replayed(connection, 'staff'))).toEqual(standing(connection, 'staff'));
      }),
      {numRuns: 200},
    );
    const broken = log(connection).filter((entry, index, all) => {
      const previous = all.slice(0, index).findLast(each => each.rowId === entry.rowId);
      return entry.base !== (previous?.stamp ?? null) || entry.patch === '{}';
    });
    expect(broken).toEqual([]);
  });
});

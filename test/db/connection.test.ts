import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {eq} from 'drizzle-orm';
import {describe, expect, test} from 'vitest';
import {openDatabase, type WritableDb} from '../../db/connection.ts';
import {DatabaseError} from '../../db/database-error.ts';
import {journal} from '../../db/schema/journal.ts';
import {change} from '../../db/schema/log.ts';
import {recipient} from '../../db/schema/recipient.ts';
import {rawClient, temporaryFolder, testDatabase, testNow} from '../support/test-database.ts';
import {testKey} from '../support/test-key.ts';

const nobody = {accountId: null};
const now = () => testNow;

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof DatabaseError ? error.code : String(error);
  }
  return 'no error';
}

/** Every file of a folder with its bytes, to see that nothing was touched. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map(file => [file, readFileSync(join(folder, file)).toString('base64')]),
  );
}

describe('opening', () => {
  test('what was written is there after closing and opening', () => {
    const file = join(temporaryFolder(), 'tirek.db');
    const first = openDatabase({file, key: testKey, now});
    first.transact(db => db.insert(journal).values({id: 'j', begunOn: '2026-01-05'}).run(), nobody);
    first.close();
    const second = testDatabase({file});
    expect(second.readable.select().from(journal).all()).toEqual([{id: 'j', begunOn: '2026-01-05', endedOn: null}]);
    expect(second.node).toBe(first.node);
  });

  test('the settings that durability, secrecy and the rules need are in force', () => {
    const {readable} = testDatabase();
    const pragma = (name: string) =>
      Object.values(readable.prepare<object>(`SELECT * FROM pragma_${name}`).get() ?? {})[0];
    const names = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'temp_store',
      'cell_size_check',
      'recursive_triggers',
    ];
    expect(Object.fromEntries(names.map(name => [name, pragma(name)]))).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      temp_store: 2,
      cell_size_check: 1,
      recursive_triggers: 1,
    });
  });

  interface Case {
    readonly what: string;
    readonly bytes: Buffer;
    readonly code: string;
  }
  const plainDatabase = (() => {
    const header = Buffer.alloc(4096);
    header.write('SQLite format 3\0');
    return header;
  })();
  const cases: readonly Case[] = [
    {what: 'a text file', bytes: Buffer.from('Қайырлы күн! '.repeat(1000)), code: 'not-a-database'},
    {what: 'a file of ten bytes', bytes: Buffer.from('0123456789'), code: 'not-a-database'},
    {what: 'a head of a plain database', bytes: plainDatabase, code: 'not-a-database'},
    {what: 'an empty file where there must be a database', bytes: Buffer.alloc(0), code: 'not-a-database'},
  ];
  test.each(cases)('$what: $code, and it is left as it was', ({bytes, code}) => {
    const folder = temporaryFolder();
    const file = join(folder, 'tirek.db');
    writeFileSync(file, bytes);
    expect(codeOf(() => openDatabase({file, key: testKey, now, create: false}))).toBe(code);
    expect(contents(folder)).toEqual({'tirek.db': bytes.toString('base64')});
  });

  test('a missing file where there must be one is not made', () => {
    const folder = temporaryFolder();
    expect(codeOf(() => openDatabase({file: join(folder, 'tirek.db'), key: testKey, now, create: false}))).toBe(
      'not-a-database',
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a log without its database is kept', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'tirek.db-wal'), 'what was last saved');
    expect(codeOf(() => openDatabase({file: join(folder, 'tirek.db'), key: testKey, now}))).toBe('damaged');
    expect(readdirSync(folder)).toEqual(['tirek.db-wal']);
  });

  test('the wrong key opens nothing and breaks nothing', () => {
    const connection = testDatabase();
    connection.transact(db => db.insert(journal).values({id: 'j', begunOn: '2026-01-05'}).run(), nobody);
    connection.close();
    const wrong = new Uint8Array(32).fill(1);
    expect(codeOf(() => openDatabase({file: connection.file, key: wrong, now}))).toBe('not-a-database');
    expect(testDatabase({file: connection.file}).readable.select().from(journal).all()).toHaveLength(1);
  });

  test('a database of a newer version is left alone', () => {
    const connection = testDatabase();
    connection.close();
    const client = rawClient(connection.file);
    client.exec("INSERT INTO applied_migration VALUES (999, '0999-later', 'hash', '2030-01-01T00:00:00Z')");
    client.close();
    const before = readFileSync(connection.file);
    expect(codeOf(() => openDatabase({file: connection.file, key: testKey, now}))).toBe('newer');
    expect(readFileSync(connection.file).equals(before)).toBe(true);
  });

  test('a database of another program under our key is not ours', () => {
    const file = join(temporaryFolder(), 'tirek.db');
    const client = rawClient(file);
    client.exec('CREATE TABLE something (else_ TEXT)');
    client.close();
    expect(codeOf(() => openDatabase({file, key: testKey, now}))).toBe('not-a-database');
  });

  test('a page that was altered is damage, not data', () => {
    const connection = testDatabase();
    const people = Array.from({length: 400}, (_, index) => ({
      id: `r${index}`,
      surname: `Оспанова ${'ә'.repeat(200)}`,
      firstName: 'Әлия',
    }));
    connection.transact(db => db.insert(recipient).values(people).run(), nobody);
    connection.close();
    const bytes = readFileSync(connection.file);
    for (let page = 20; page < 60; page += 1)
      bytes.writeUInt8(bytes.readUInt8(page * 4096 + 100) ^ 1, page * 4096 + 100);
    writeFileSync(connection.file, bytes);
    const reading = () => testDatabase({file: connection.file}).readable.select().from(recipient).all();
    expect(codeOf(reading)).toBe('damaged');
  });
});

describe('secrecy', () => {
  test('neither the file nor its log holds plain text', () => {
    const folder = temporaryFolder();
    const connection = testDatabase({file: join(folder, 'tirek.db')});
    connection.transact(
      db => db.insert(recipient).values({id: 'r', surname: 'Сырттан-белгі', firstName: 'MARKED-NAME'}).run(),
      nobody,
    );
    const files = readdirSync(folder).filter(file => !file.endsWith('-shm'));
    expect(files.toSorted()).toEqual(['tirek.db', 'tirek.db-wal']);
    for (const file of files) {
      const bytes = readFileSync(join(folder, file));
      expect(bytes.length).toBeGreaterThan(0);
      for (const mark of ['Сырттан-белгі', 'MARKED-NAME', 'marked', 'SQLite format 3', 'CREATE TABLE']) {
        expect([file, mark, bytes.includes(mark)]).toEqual([file, mark, false]);
      }
    }
  });
});

describe('transactions', () => {
  test('a failure leaves nothing, and the next one works', () => {
    const connection = testDatabase();
    const failing = () =>
      connection.transact(db => {
        db.insert(journal).values({id: 'j', begunOn: '2026-01-05'}).run();
        throw new Error('no');
      }, nobody);
    expect(failing).toThrow('no');
    expect(connection.readable.select().from(journal).all()).toEqual([]);
    expect(connection.readable.select().from(change).all()).toEqual([]);
    expect(
      connection.transact(db => db.insert(journal).values({id: 'k', begunOn: '2026-01-05'}).run().changes, nobody),
    ).toBe(1);
  });

  test('a promise is refused and rolled back', () => {
    const connection = testDatabase();
    const asynchronous = () =>
      connection.transact(async db => db.insert(journal).values({id: 'j', begunOn: '2026-01-05'}).run(), nobody);
    expect(asynchronous).toThrow('synchronous');
    expect(connection.readable.select().from(journal).all()).toEqual([]);
  });

  test('they do not nest', () => {
    const connection = testDatabase();
    expect(() => connection.transact(() => connection.transact(() => 1, nobody), nobody)).toThrow('nest');
  });

  test('a query that gets around its type is refused all the same', () => {
    const {readable} = testDatabase();
    expect(() => readable.prepare('DELETE FROM journal')).toThrow('a query does not write');
    expect(() => readable.prepare('DELETE FROM journal RETURNING id')).toThrow('a query does not write');
    expect(() => readable.prepare('BEGIN')).toThrow('reads rows');
    const sly: Pick<WritableDb, 'insert'> = Object.assign(readable);
    expect(() => sly.insert(journal).values({id: 'j', begunOn: '2026-01-05'}).run()).toThrow('does not write');
  });

  test('the writing side outside a transaction is refused', () => {
    const connection = testDatabase();
    const kept = connection.transact(db => db, nobody);
    expect(() => kept.insert(journal).values({id: 'j', begunOn: '2026-01-05'}).run()).toThrow('needs a transaction');
  });

  test('values never come with an error', () => {
    const connection = testDatabase();
    const twice = () =>
      connection.transact(db => {
        for (let time = 0; time < 2; time += 1) {
          db.insert(recipient).values({id: 'r', surname: 'Құпия', firstName: 'Secret'}).run();
        }
      }, nobody);
    expect(twice).toThrow(/^UNIQUE constraint failed: recipient\.id$/);
  });

  test('one compiled statement gives rows as objects and as arrays', () => {
    const connection = testDatabase();
    connection.transact(db => db.insert(journal).values({id: 'j', begunOn: '2026-01-05'}).run(), nobody);
    const select = connection.readable.select().from(journal).where(eq(journal.id, 'j'));
    const byHand = connection.readable.prepare<{id: string}>(select.toSQL().sql);
    expect(byHand.get('j')?.id).toBe('j');
    expect(select.get()?.id).toBe('j');
    expect(byHand.get('j')?.id).toBe('j');
  });

  test('a slow statement is told with its SQL and without its values', () => {
    const slow: string[] = [];
    const {readable} = testDatabase({onSlow: sql => slow.push(sql)});
    readable
      .prepare('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT max(i) FROM n')
      .get(2_000_000);
    readable.prepare('SELECT ?').get('Құпия');
    expect(slow).toEqual([expect.stringContaining('WHERE i < ?')]);
  });
});

test('of statements that are never asked again only so many are kept; each still answers', () => {
  const {readable} = testDatabase();
  const answer = (value: number) => readable.prepare<{value: number}>(`SELECT ${value} AS value`).get()?.value;
  for (let value = 0; value < 600; value += 1) expect(answer(value)).toBe(value);
  expect(answer(0)).toBe(0);
});

test('a session that ends while very many rows are written leaves nothing to be made anew by it', async () => {
  const connection = testDatabase();
  connection.integrate(log => {
    log.suspendDerived();
    log.suspendDerived();
    log.resumeDerived();
  });
  await connection.whileWritingMany(10_000, async () => connection.close());
  expect(testDatabase({file: connection.file}).node).toBe(connection.node);
});

import {copyFileSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {copyDatabase} from '../../../db/backup/copy.ts';
import {inspectCopy} from '../../../db/backup/inspect.ts';
import {salvageDatabase, type SalvageReport} from '../../../db/backup/salvage.ts';
import {asDatabaseError, DatabaseError} from '../../../db/database-error.ts';
import {openDatabase} from '../../../db/connection.ts';
import {recipient} from '../../../db/schema/recipient.ts';
import {must} from '../../../domain/assert.ts';
import {crowd} from '../../support/crowd.ts';
import {rawClient, temporaryFolder, testDatabase, testNow} from '../../support/test-database.ts';
import {testKey} from '../../support/test-key.ts';

const pageSize = 4096;
const people = 2_000;

/** A database of people, as one file. */
function whole(): string {
  const connection = testDatabase();
  connection.transact(
    db => {
      for (const each of crowd(people))
        db.insert(recipient)
          .values({...each, address: 'Қызылорда'.repeat(10)})
          .run();
    },
    {accountId: null},
  );
  const file = join(temporaryFolder(), 'whole.db');
  copyDatabase(connection.file, testKey, file);
  return file;
}

/** Overwrites so many pages, always the same ones for a seed; never the first, which holds the list of the tables. */
function spoil(file: string, seed: number, count: number): void {
  const bytes = readFileSync(file);
  const pages = bytes.length / pageSize;
  let state = seed;
  for (let index = 0; index < count; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const page = 20 + (state % (pages - 20));
    bytes.fill(state & 0xff, page * pageSize, (page + 1) * pageSize);
  }
  writeFileSync(file, bytes);
}

function of(report: SalvageReport, table: string) {
  return must(report.tables.find(each => each.table === table));
}

test('a whole database is read whole', () => {
  const file = whole();
  const target = join(temporaryFolder(), 'new.db');
  const report = salvageDatabase(file, testKey, target, () => testNow);
  expect(report.tables.filter(({lost}) => lost !== 0)).toEqual([]);
  expect(of(report, 'recipient')).toEqual({table: 'recipient', saved: people, rebuilt: 0, lost: 0});
  const opened = openDatabase({file: target, key: testKey, now: () => testNow});
  expect(opened.readable.prepare<{count: number}>('SELECT count(*) AS count FROM search_entry').get()?.count).toBe(
    people,
  );
  opened.close();
  expect(inspectCopy(target, testKey).rows['change']).toBe(people);
});

test('pages overwritten at random: what is left is read, what the log still knows is rebuilt, and the new file is sound', () => {
  const file = whole();
  const damaged = join(temporaryFolder(), 'damaged.db');
  let [salvaged, rebuilt] = [0, 0];
  for (let seed = 1; seed <= 12; seed += 1) {
    copyFileSync(file, damaged);
    spoil(damaged, seed, 5);
    const before = readFileSync(damaged);
    const target = join(temporaryFolder(), 'new.db');
    let report: SalvageReport;
    try {
      report = salvageDatabase(damaged, testKey, target, () => testNow);
    } catch (error) {
      expect(asDatabaseError(error)).toBeInstanceOf(DatabaseError);
      continue;
    } finally {
      expect(readFileSync(damaged).equals(before)).toBe(true);
    }
    salvaged += 1;
    rebuilt += of(report, 'recipient').rebuilt;
    // A root of a table may be hit: then its rows are those of the log.
    expect(of(report, 'recipient').saved).toBeGreaterThan(people * 0.9);
    openDatabase({file: target, key: testKey, now: () => testNow}).close();
    expect(inspectCopy(target, testKey).rows['recipient']).toBe(of(report, 'recipient').saved);
  }
  // Where the list of the tables itself is hit, nothing can be read, and that is said.
  expect(salvaged).toBeGreaterThan(6);
  expect(rebuilt).toBeGreaterThan(0);
});

test('a database of an earlier version is read as it was; one of a newer is left alone', () => {
  const connection = testDatabase();
  connection.transact(
    db => db.execute("INSERT INTO recipient (id, surname, first_name) VALUES ('r', 'Оспанова', 'Әлия')"),
    {accountId: null},
  );
  connection.close();
  const salvage = () => {
    const report = salvageDatabase(connection.file, testKey, join(temporaryFolder(), 'new.db'), () => testNow);
    return of(report, 'recipient');
  };
  const raw = rawClient(connection.file);
  raw.exec('DELETE FROM applied_migration WHERE version = (SELECT max(version) FROM applied_migration)');
  expect(salvage()).toEqual({table: 'recipient', saved: 1, rebuilt: 0, lost: 0});
  raw.exec("INSERT INTO applied_migration (version, name, hash, applied_at) VALUES (9999, 'x', 'x', 'x')");
  expect(salvage).toThrow(expect.objectContaining({code: 'newer'}));
});

test('a row that only the log still knows is rebuilt; one whose beginning is lost too is not', () => {
  const connection = testDatabase();
  connection.transact(
    db => {
      for (const id of ['whole', 'torn'])
        db.execute("INSERT INTO recipient (id, surname, first_name) VALUES (?, 'Оспанова', 'Әлия')", id);
      db.execute("UPDATE recipient SET phone = '1'");
    },
    {accountId: null},
  );
  connection.close();
  const raw = rawClient(connection.file);
  for (const {name} of raw.prepare<[], {name: string}>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) {
    raw.exec(`DROP TRIGGER "${name}"`);
  }
  raw.exec("DELETE FROM recipient; DELETE FROM change WHERE row_id = 'torn' AND op = 'insert'");
  raw.close();
  const target = join(temporaryFolder(), 'new.db');
  const report = salvageDatabase(connection.file, testKey, target, () => testNow);
  expect(of(report, 'recipient')).toMatchObject({saved: 1, rebuilt: 1});
  const opened = openDatabase({file: target, key: testKey, now: () => testNow});
  expect(opened.readable.prepare('SELECT id, phone FROM recipient').all()).toEqual([{id: 'whole', phone: '1'}]);
  opened.close();
});

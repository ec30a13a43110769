import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {copyDatabase, copyFileUnderKey, copyUnderKey} from '../../../db/backup/copy.ts';
import {inspectCopy, inspectFile, isWhole, readContents} from '../../../db/backup/inspect.ts';
import {openDatabase} from '../../../db/connection.ts';
import {DatabaseError} from '../../../db/database-error.ts';
import {rawClient, temporaryFolder, testDatabase, testNow} from '../../support/test-database.ts';
import {testKey} from '../../support/test-key.ts';

const other = new Uint8Array(32).fill(1);

function codeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error instanceof DatabaseError ? error.code : error;
  }
}

function writeDrafts(connection: ReturnType<typeof testDatabase>, from: number, count: number): void {
  connection.transact(
    db => {
      for (let index = from; index < from + count; index += 1) {
        db.execute("INSERT INTO local_state (key, value) VALUES (?, 'x')", `key ${index}`);
      }
    },
    {accountId: null},
  );
}

test('a copy made while somebody writes holds one moment, under the same key, and stands alone', () => {
  const connection = testDatabase();
  writeDrafts(connection, 0, 500);
  const target = join(temporaryFolder(), 'copy.db');
  copyDatabase(connection.file, testKey, target);
  writeDrafts(connection, 500, 1);
  expect(inspectCopy(target, testKey)).toMatchObject({node: connection.node, rows: {account: 0, local_state: 502}});
  expect(readFileSync(target).includes('SQLite format 3')).toBe(false);
  expect(isWhole(connection.file, testKey, 'full')).toBe(true);
});

test.each([
  ['under another key', (file: string) => codeOf(() => inspectCopy(file, other)), 'not-a-database'],
  [
    'cut in the middle',
    (file: string) => {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.subarray(0, bytes.length / 2));
      return codeOf(() => inspectCopy(file, testKey));
    },
    'damaged',
  ],
  [
    'of no bytes',
    (file: string) => {
      writeFileSync(file, '');
      return codeOf(() => inspectCopy(file, testKey));
    },
    'not-a-database',
  ],
  [
    'altered by one bit',
    (file: string) => {
      const bytes = readFileSync(file);
      bytes.writeUInt8(bytes.readUInt8(40_000) ^ 1, 40_000);
      writeFileSync(file, bytes);
      return codeOf(() => inspectCopy(file, testKey));
    },
    'damaged',
  ],
])('a copy %s is refused', (_, spoil, code) => {
  const target = join(temporaryFolder(), 'copy.db');
  copyDatabase(testDatabase().file, testKey, target);
  expect(spoil(target)).toBe(code);
});

test('a copy under another key holds the same, and opens by that key alone', () => {
  const connection = testDatabase();
  writeDrafts(connection, 0, 20);
  const [records, files] = ['records.db', 'files.db'].map(name => join(temporaryFolder(), name)) as [string, string];
  copyUnderKey(connection.file, testKey, records, other);
  expect(inspectCopy(records, other)).toEqual(readContents(connection.file, testKey));
  expect(codeOf(() => readContents(records, testKey))).toBe('not-a-database');
  copyFileUnderKey(connection.file, testKey, files, other);
  expect(inspectFile(files, other, true)).toMatchObject({local_state: inspectCopy(records, other).rows['local_state']});
});

test('a database of a newer version, and a file of ours that holds no records, are no backup', () => {
  const connection = testDatabase();
  connection.close();
  const raw = rawClient(connection.file);
  raw.exec("INSERT INTO applied_migration (version, name, hash, applied_at) VALUES (9999, 'x', 'x', 'x')");
  expect(codeOf(() => readContents(connection.file, testKey))).toBe('newer');
  raw.exec('DROP TABLE applied_migration');
  raw.close();
  expect(codeOf(() => readContents(connection.file, testKey))).toBe('not-a-database');
});

test('a page that is not what was written is found by the quick look and by the full one; another key is told apart', () => {
  const connection = testDatabase();
  writeDrafts(connection, 0, 500);
  connection.close();
  expect([isWhole(connection.file, testKey, 'quick'), isWhole(connection.file, testKey, 'full')]).toEqual([true, true]);
  expect(codeOf(() => isWhole(connection.file, other, 'quick'))).toBe('not-a-database');
  const bytes = readFileSync(connection.file);
  for (let at = 40_000; at < bytes.length; at += 4_096) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(connection.file, bytes);
  expect([isWhole(connection.file, testKey, 'quick'), isWhole(connection.file, testKey, 'full')]).toEqual([
    false,
    false,
  ]);
});

test('the program of before is not let at a database that has to be brought up to its version', () => {
  const connection = testDatabase();
  connection.close();
  const raw = rawClient(connection.file);
  raw.exec('DELETE FROM applied_migration WHERE version = (SELECT max(version) FROM applied_migration)');
  raw.close();
  const open = () => openDatabase({file: connection.file, key: testKey, now: () => testNow, mayMigrate: false});
  expect(codeOf(open)).toBe('outdated');
});

test('a folder that is not there is told from one that may not be written', () => {
  const file = join(temporaryFolder(), 'none', 'tirek.db');
  expect(codeOf(() => openDatabase({file, key: testKey, now: () => testNow}))).toBe('failing');
});

import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {copyDatabase} from '../../../db/backup/copy.ts';
import {inspectCopy, isWhole} from '../../../db/backup/inspect.ts';
import {DatabaseError} from '../../../db/database-error.ts';
import {temporaryFolder, testDatabase} from '../../support/test-database.ts';
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

import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {lockFolder} from '../../../electron/host/folder-lock.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-lock-'));
});

afterEach(() => rmSync(folder, {recursive: true, force: true}));

function take(): () => void {
  const lock = lockFolder(folder);
  if (lock.result !== 'taken') throw new Error(lock.result);
  return lock.release;
}

test('one at a time, and again once it is let go', () => {
  const release = take();
  expect(lockFolder(folder).result).toBe('already-running');
  release();
  take()();
});

test('rubbish in the lock file, as a power cut leaves it, does not keep anybody out', () => {
  writeFileSync(join(folder, 'lock.db'), 'x'.repeat(5_000));
  const release = take();
  expect(lockFolder(folder).result).toBe('already-running');
  release();
});

test('a file in place of the folder is said, not thrown', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(lockFolder(file).result).toBe('not-a-folder');
});

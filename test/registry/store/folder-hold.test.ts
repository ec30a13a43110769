import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {holdFolder} from '../../../registry/store/folder-hold.ts';
import {pglite} from '../../../registry/store/pglite.ts';

/** One process per data folder of the registry. */

function emptyFolder(): {folder: string; file: string} {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-hold-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return {folder, file: join(folder, 'registry.pid')};
}

test('held once in a process, and free when it is given back', async () => {
  const {folder, file} = emptyFolder();
  const release = holdFolder(folder);
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  expect(() => holdFolder(join(folder, '.'))).toThrow('folder-in-use');
  await expect(pglite(folder)).rejects.toThrow('folder-in-use');
  release();
  expect(existsSync(file)).toBe(false);
  holdFolder(folder)();
});

test('another process that lives keeps it', () => {
  const {folder, file} = emptyFolder();
  writeFileSync(file, String(process.ppid));
  expect(() => holdFolder(folder)).toThrow('folder-in-use');
  expect(readFileSync(file, 'utf8')).toBe(String(process.ppid));
});

test.each([
  ['of a process that has ended', () => String(spawnSync(process.execPath, ['--version']).pid)],
  ['of one with our number, as every start in a container has it', () => String(process.pid)],
  ['of a power cut, empty', () => ''],
  ['of a number that no process has', () => '-1'],
  ['of something else', () => 'registry'],
])('what is left %s is taken over', (_, left) => {
  const {folder, file} = emptyFolder();
  writeFileSync(file, left());
  const release = holdFolder(folder);
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  release();
});

test('a folder that is not there is said as it is', () => {
  expect(() => holdFolder(join(emptyFolder().folder, 'none'))).toThrow('ENOENT');
});

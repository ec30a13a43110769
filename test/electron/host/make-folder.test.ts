import {mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {prepareOutFolder} from '../../../electron/demo/out-folder.ts';
import {lockFolder} from '../../../electron/host/folder-lock.ts';
import {makeFolder} from '../../../electron/host/make-folder.ts';
import {smallDisk} from '../../support/small-disk.ts';
import {lacks} from '../../support/lacks.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tirek-make-'));
});

afterEach(() => rmSync(root, {recursive: true, force: true}));

test('with all that is above it, and again', () => {
  const folder = join(root, 'а', 'б', 'в');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).isDirectory()).toBe(true);
});

test('not over a file', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => makeFolder(join(root, 'file'))).toThrow('EEXIST');
  expect(lockFolder(join(root, 'file', 'in it')).result).toBe('not-a-folder');
});

test.skipIf(lacks.linux())('where the system will have none, it ends and is told', () => {
  expect(() => makeFolder('/proc/tirek')).toThrow('ENOENT');
  expect(lockFolder('/proc/tirek').result).toBe('read-only');
  expect(prepareOutFolder('/proc/tirek')?.ru).toContain('Укажите другую');
});

test.skipIf(lacks.smallDisk())('on a disk that can only be read', () => {
  const disk = smallDisk(1);
  mkdirSync(join(disk.folder, 'old'));
  disk.readOnly(true);
  expect(lockFolder(join(disk.folder, 'new')).result).toBe('read-only');
  expect(lockFolder(join(disk.folder, 'old')).result).toBe('read-only');
  expect(prepareOutFolder(join(disk.folder, 'new'))?.ru).toContain('Нет права писать');
});

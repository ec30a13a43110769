import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {writeAtomically} from '../../../electron/host/atomic-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-file-'));
});

afterEach(() => {
  rmSync(folder, {recursive: true, force: true});
});

const steps = ['open', 'write', 'sync', 'rename', 'sync-folder'];

test('the steps are these, in this order', () => {
  const taken: string[] = [];
  writeAtomically(join(folder, 'file'), 'new', name => void taken.push(name));
  expect(taken).toEqual(steps);
});

test.each(steps)('cut before «%s» the file is whole', cut => {
  const file = join(folder, 'file');
  writeFileSync(file, 'old');
  expect(() =>
    writeAtomically(file, 'new', name => {
      if (name === cut) throw new Error('cut');
    }),
  ).toThrow('cut');
  expect(readFileSync(file, 'utf8')).toBe(cut === 'sync-folder' ? 'new' : 'old');
  writeAtomically(file, 'newer');
  expect(readFileSync(file, 'utf8')).toBe('newer');
});

import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {findSticks, sticksIn} from '../../../electron/host/sticks.ts';
import {lacks} from '../../support/lacks.ts';

test('only what is a disk of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-sticks-'));
  mkdirSync(join(folder, 'person', 'a folder'), {recursive: true});
  writeFileSync(join(folder, 'a file'), '');
  expect(await sticksIn({ofPeople: [folder], ofAll: [folder]})).toEqual([]);
});

test.skipIf(lacks.linux())('a mount point is found, in a folder of a person as well', async () => {
  expect(await sticksIn({ofPeople: [], ofAll: ['/dev']})).toContain('/dev/shm');
  expect(await sticksIn({ofPeople: ['/'], ofAll: []})).toContain('/dev/shm');
});

test('places that are not there give nothing, and this PC is looked at without an error', async () => {
  expect(await sticksIn({ofPeople: ['/no such place'], ofAll: ['/nor this one']})).toEqual([]);
  expect(Array.isArray(await findSticks())).toBe(true);
});

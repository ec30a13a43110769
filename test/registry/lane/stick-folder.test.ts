import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {LaneStop} from '../../../registry/lane/outcome.ts';
import {
  checkStick,
  diskStop,
  fileProblem,
  findChosen,
  makeEnrolmentFolder,
  smallFilesIn,
} from '../../../registry/lane/stick-folder.ts';
import {ParcelError} from '../../../registry/parcel/parcel-error.ts';

/** What a disk says of a stick, and what a person is told of it. */

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-stick-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** As the system says it. */
function said(code: string): Error {
  return Object.assign(new Error(code), {syscall: 'write', code});
}

function codeOf(error: unknown): string {
  return error instanceof LaneStop ? error.problem.code : String(error);
}

test.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EFBIG', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['ENOENT', 'pulled-out'],
  ['ENODEV', 'pulled-out'],
  ['ENXIO', 'pulled-out'],
  ['ENOTCONN', 'pulled-out'],
  ['EIO', 'unreadable'],
])('%s while it is written is told as %s', (code, problem) => {
  expect(codeOf(diskStop(said(code)))).toBe(problem);
});

test('what no disk said stays as it is', () => {
  const error = new Error('the database was closed');
  expect(diskStop(error)).toBe(error);
  expect(diskStop('a word')).toBe('a word');
});

test('one file that cannot be read is told by itself, and the others may be read', async () => {
  const folder = emptyFolder();
  expect(await fileProblem(new ParcelError('altered', 'its signature'), folder)).toEqual({
    code: 'altered',
    by: 'us',
    detail: 'its signature',
  });
  expect(await fileProblem(said('EIO'), folder)).toEqual({code: 'unreadable', by: 'us', detail: 'EIO'});
});

test('a stick that is gone ends it, whichever file it was seen by; what no disk said is thrown', async () => {
  const folder = emptyFolder();
  expect(await fileProblem(said('ENODEV'), folder).catch(codeOf)).toBe('pulled-out');
  expect(await fileProblem(said('EIO'), join(folder, 'gone')).catch(codeOf)).toBe('pulled-out');
  await expect(fileProblem(new Error('the database was closed'), folder)).rejects.toThrow('closed');
});

test('of small files, those by other names, folders and large ones are left out', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'a.json'), '{}');
  writeFileSync(join(folder, 'b.json'), '{"more": "than is read"}');
  writeFileSync(join(folder, 'c.txt'), '{}');
  mkdirSync(join(folder, 'd.json'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'e.json'));
  const found = await smallFilesIn([folder, join(folder, 'none')], /\.json$/u, 10);
  expect(found.map(({path}) => path)).toEqual([join(folder, 'a.json')]);
});

test('a folder that cannot be listed is told as the disk says', async () => {
  const file = join(emptyFolder(), 'a.json');
  writeFileSync(file, '{}');
  expect(await smallFilesIn([file], /\.json$/u, 10).catch(codeOf)).toBe('unreadable');
});

test('a chosen file is no folder; a folder in the place of a stick that was pulled out is not written into', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(await findChosen(join(folder, 'file')).catch(codeOf)).toBe('no-folder');
  expect(await findChosen(join(folder, 'file', 'in-it')).catch(codeOf)).toBe('no-folder');
  const {chosen, device} = await findChosen(folder);
  expect(await checkStick({chosen, device: device + 1}).catch(codeOf)).toBe('pulled-out');
});

test('a file that stands where a folder is to be made is told as the disk says', async () => {
  const folder = emptyFolder();
  const stick = await findChosen(folder);
  await makeEnrolmentFolder(stick);
  rmSync(join(folder, 'Tirek'), {recursive: true});
  writeFileSync(join(folder, 'Tirek'), '');
  const error: unknown = await makeEnrolmentFolder(stick).catch((each: unknown) => each);
  expect(codeOf(diskStop(error))).toBe('unreadable');
});

import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {tracesIn} from './traces.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-traces-'));
});

afterEach(() => rmSync(folder, {recursive: true, force: true}));

test.each([
  ['as it is written', Buffer.from('… Ыбырайымова …')],
  ['in capitals', Buffer.from('ЫБЫРАЙЫМОВА')],
  ['in small letters, of two bytes each', Buffer.from('xыбырайымова', 'utf16le').subarray(2)],
  ['escaped', Buffer.from('"\\u042b\\u0431\\u044b\\u0440\\u0430\\u0439\\u044b\\u043c\\u043e\\u0432\\u0430"')],
])('a word is found %s', (_how, bytes) => {
  mkdirSync(join(folder, 'deep', 'er'), {recursive: true});
  writeFileSync(join(folder, 'deep', 'er', 'file'), bytes);
  writeFileSync(join(folder, 'other'), 'Ыбырай');
  expect(tracesIn([folder], ['Ыбырайымова'])).toEqual([`${join(folder, 'deep', 'er', 'file')}: Ыбырайымова`]);
});

test('a file that hides its words is found by its kind', () => {
  writeFileSync(join(folder, 'print'), '%PDF-1.7 …');
  writeFileSync(join(folder, 'picture'), Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  expect(tracesIn([folder, join(folder, 'missing')], ['Ыбырайымова']).toSorted()).toEqual([
    `${join(folder, 'picture')}: a picture`,
    `${join(folder, 'print')}: a PDF`,
  ]);
});

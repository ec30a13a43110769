import {expect, test} from 'vitest';
import {whereReadable} from '../../../db/backup/readable-rows.ts';

const failing = (code: string) => () =>
  whereReadable(() => {
    throw Object.assign(new Error(code), {code});
  });

test('what is wrong with one place of a file is passed over, and nothing else', () => {
  for (const code of ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_READ']) expect(failing(code)()).toBeUndefined();
  for (const code of ['SQLITE_FULL', 'SQLITE_ERROR']) expect(failing(code)).toThrow();
  expect(whereReadable(() => 0)).toBe(0);
});

import {expect, test} from 'vitest';
import {asDatabaseError, asUpkeep, DatabaseError} from '../../db/database-error.ts';

const said = (code: string): Error => Object.assign(new Error(code), {code});

test.each([
  ['SQLITE_NOTADB', 'not-a-database'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['SQLITE_READONLY_DIRECTORY', 'read-only'],
  ['SQLITE_CORRUPT_VTAB', 'damaged'],
  ['SQLITE_IOERR_CORRUPTFS', 'damaged'],
  ['SQLITE_IOERR_WRITE', 'failing'],
  ['SQLITE_BUSY', 'failing'],
])('%s is told as %s', (code, told) => {
  expect(asDatabaseError(said(code))).toMatchObject({code: told});
});

test('a rule that was broken, and what is no error of the database, stay as they are', () => {
  for (const error of [said('SQLITE_CONSTRAINT_CHECK'), new Error('x'), 'x'])
    expect(asDatabaseError(error)).toBe(error);
});

test('upkeep that the disk does not take is left for another time; a fault of the program is not', () => {
  const failing = (error: Error) => () =>
    asUpkeep(() => {
      throw error;
    });
  expect(failing(said('SQLITE_IOERR_TRUNCATE'))).not.toThrow();
  expect(failing(new DatabaseError('full'))).not.toThrow();
  expect(failing(said('SQLITE_CONSTRAINT_CHECK'))).toThrow('CONSTRAINT');
});

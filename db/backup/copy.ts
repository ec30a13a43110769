import {closeSync, fsyncSync, openSync} from 'node:fs';
import {isDeepStrictEqual} from 'node:util';
import {changeKey, openClient} from '../client.ts';
import {asDatabaseError, DatabaseError} from '../database-error.ts';
import {inspectCopy, inspectFile, readContents} from './inspect.ts';

/**
 * Writes a database as it is at one moment into a new file, under the same key, while others go on reading and writing it.
 * Not SQLite's backup API, which fails on an encrypted file. Throws `DatabaseError`; the new file is then worth nothing.
 */
export function copyDatabase(source: string, key: Uint8Array, target: string): void {
  const client = openClient(source, key, false);
  try {
    client.prepare('VACUUM INTO ?').run(target);
  } catch (error) {
    throw asDatabaseError(error);
  } finally {
    client.close();
  }
  sync(target);
}

/** The same under another key, read through and counted. Throws `DatabaseError`, 'damaged' where it is not the same. */
export function copyUnderKey(source: string, key: Uint8Array, target: string, newKey: Uint8Array): void {
  copyDatabase(source, key, target);
  putUnderKey(target, key, newKey);
}

/** For a copy that nobody has yet. */
export function putUnderKey(copy: string, key: Uint8Array, newKey: Uint8Array): void {
  const contents = readContents(copy, key);
  changeKey(copy, key, newKey);
  sync(copy);
  if (!isDeepStrictEqual(inspectCopy(copy, newKey), contents)) throw new DatabaseError('damaged');
}

/** For a file that is no database of records: the scans. */
export function copyFileUnderKey(source: string, key: Uint8Array, target: string, newKey: Uint8Array): void {
  copyDatabase(source, key, target);
  const rows = inspectFile(target, key, false);
  changeKey(target, key, newKey);
  sync(target);
  if (!isDeepStrictEqual(inspectFile(target, newKey, true), rows)) throw new DatabaseError('damaged');
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

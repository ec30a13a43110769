import {closeSync, fsyncSync, openSync} from 'node:fs';
import {openClient} from '../client.ts';
import {asDatabaseError} from '../database-error.ts';

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
  const descriptor = openSync(target, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

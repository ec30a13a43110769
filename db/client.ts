import {accessSync, constants, copyFileSync, statSync} from 'node:fs';
import {dirname} from 'node:path';
// oxlint-disable-next-line import/default -- CommonJS: its whole is the class, as the compiler knows
import Sqlite from 'better-sqlite3';
import {assert} from '../domain/assert.ts';
import {asDatabaseError, DatabaseError} from './database-error.ts';

/** Chosen by measurement: docs/decisions/0003-cipher.md. */
const cipher = 'chacha20';

/** SQLite's own, in bytes: the least that a database of ours can have. */
const pageSize = 4096;

function sizeOf(file: string): number {
  return statSync(file, {throwIfNoEntry: false})?.size ?? 0;
}

function checkPlace(file: string, create: boolean): void {
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new DatabaseError(missing ? 'failing' : 'read-only', error);
  }
  // A stump of a page counts as empty for SQLite: it would be made anew, and say nothing.
  if (sizeOf(file) >= pageSize) return;
  if (!create) throw new DatabaseError('not-a-database');
  // SQLite would delete a log without its database; it may hold the last thing that somebody saved.
  if (sizeOf(`${file}-wal`) > 0) throw new DatabaseError('damaged');
}

/** A file of ours that another database begins as a copy of, and its key. */
export interface Beginning {
  readonly file: string;
  readonly key: Uint8Array;
}

function unlock(client: Sqlite.Database, key: Uint8Array): void {
  client.pragma(`cipher = '${cipher}'`);
  client.key(raw(key));
  // The key is tried only now, with the first page.
  client.prepare('SELECT count(*) FROM sqlite_schema').get();
}

/** Raw: the key is random already, so no time goes into deriving one. It is handed over as bytes, never in a statement. */
function raw(key: Uint8Array): Buffer {
  return Buffer.from(`raw:${Buffer.from(key).toString('hex')}`);
}

function rekey(client: Sqlite.Database, key: Uint8Array, newKey: Uint8Array): void {
  if (Buffer.from(key).equals(newKey)) return;
  // A file in WAL mode takes no new key.
  client.pragma('journal_mode = DELETE');
  client.pragma('journal_mode = OFF');
  client.rekey(raw(newKey));
}

function configure(client: Sqlite.Database): void {
  client.pragma('journal_mode = WAL');
  // In WAL mode the default, NORMAL, may lose the last transactions in a power cut.
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  // No temporary file: it would be outside the encryption.
  client.pragma('temp_store = MEMORY');
  client.pragma('busy_timeout = 5000');
  // 64 MB at most: a page that is not in the cache is read and decrypted anew.
  client.pragma('cache_size = -65536');
  client.pragma('cell_size_check = ON');
  client.pragma(`journal_size_limit = ${16 * 1024 * 1024}`);
  // Overwrites what is deleted where that costs no further write: the key opens free pages too.
  client.pragma('secure_delete = FAST');
  // A REPLACE is a deletion as well: it must reach the change log.
  client.pragma('recursive_triggers = ON');
}

/**
 * Opens an encrypted file, or makes it: empty, or as a copy of `beginning`. Nothing but SQLite's own recovery touches a file
 * that turns out not to be ours. Throws `DatabaseError`.
 */
export function openClient(
  file: string,
  key: Uint8Array,
  create: boolean,
  beginning: Beginning | null = null,
): Sqlite.Database {
  // Below Node-API 10 the addon does not refuse to load: the process dies without a word.
  assert(Number(process.versions['napi']) >= 10, 'Node 22.14 or newer');
  assert(key.length === 32, 'the database key has 32 bytes');
  checkPlace(file, create);
  const from = create && sizeOf(file) === 0 ? beginning : null;
  let client: Sqlite.Database | undefined;
  try {
    if (from !== null) copyFileSync(from.file, file);
    client = new Sqlite(file);
    unlock(client, from?.key ?? key);
    if (from !== null) rekey(client, from.key, key);
    configure(client);
    // A file without write permission opens all the same; this does not.
    client.exec('BEGIN IMMEDIATE; ROLLBACK');
    return client;
  } catch (error) {
    client?.close();
    throw asDatabaseError(error);
  }
}

/** A file that must stay as it is, a backup: nothing is written, not even beside it. Throws `DatabaseError`. */
export function openReadOnly(file: string, key: Uint8Array): Sqlite.Database {
  if (sizeOf(file) < pageSize) throw new DatabaseError('not-a-database');
  let client: Sqlite.Database | undefined;
  try {
    client = new Sqlite(file, {readonly: true});
    unlock(client, key);
    client.pragma('temp_store = MEMORY');
    client.pragma('cell_size_check = ON');
    return client;
  } catch (error) {
    client?.close();
    throw asDatabaseError(error);
  }
}

/**
 * Writes a file anew under another key, page for page, and without a journal: one that this was cut off for is worth nothing, so
 * it is done to a copy that nobody has yet. Throws `DatabaseError`.
 */
export function changeKey(file: string, key: Uint8Array, newKey: Uint8Array): void {
  let client: Sqlite.Database | undefined;
  try {
    client = new Sqlite(file);
    unlock(client, key);
    rekey(client, key, newKey);
  } catch (error) {
    throw asDatabaseError(error);
  } finally {
    client?.close();
  }
}

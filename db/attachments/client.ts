import type {Database} from 'better-sqlite3';
import {openClient} from '../client.ts';
import {DatabaseError} from '../database-error.ts';

/** What this version of the program writes; a file of a newer one is not touched. */
const version = 1;

/**
 * blob      one file by its content; `held` bytes of it are here, and `whole` says that all are and that their hash is right
 * piece     its bytes from `start` on, 256 kB at most
 * delivery  this partner has it
 */
const schema = `
  CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY,
    held INTEGER NOT NULL DEFAULT 0,
    whole INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE piece (
    sha256 TEXT NOT NULL REFERENCES blob ON DELETE CASCADE,
    start INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (sha256, start)
  ) STRICT;
  CREATE TABLE delivery (
    sha256 TEXT NOT NULL REFERENCES blob ON DELETE CASCADE,
    partner TEXT NOT NULL,
    PRIMARY KEY (sha256, partner)
  ) STRICT, WITHOUT ROWID;
`;

/** Opens `attachments.db`, or makes it: whatever it lacks is asked for at the next exchange. Throws `DatabaseError`. */
export function openAttachmentsFile(file: string, key: Uint8Array): Database {
  const client = openClient(file, key, true);
  try {
    const found = Number(client.pragma('user_version', {simple: true}));
    if (found > version) throw new DatabaseError('newer');
    // What is dropped here is dropped for good, and seldom.
    client.pragma('secure_delete = ON');
    if (found === 0) client.transaction(() => client.exec(`${schema} PRAGMA user_version = ${version}`)).immediate();
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

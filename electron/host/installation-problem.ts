import {accessSync, closeSync, constants, existsSync, openSync, readSync, statSync} from 'node:fs';
import {DatabaseError} from '../../db/database-error.ts';
import type {InstallationProblem} from '../contract/session.ts';
import type {KeyringRead} from './keyring.ts';

/** What can be seen to be wrong with a data folder before anybody has signed in. */
export function findProblem(read: KeyringRead, database: string): InstallationProblem | undefined {
  const there = existsSync(database);
  switch (read.found) {
    case 'damaged':
      return 'keyring-damaged';
    case 'newer':
      return 'newer-database';
    case 'nothing':
      return there ? 'keyring-missing' : undefined;
    case 'keyring':
      if (!there) return read.keyring.complete ? 'database-missing' : undefined;
      if (!isReadable(database)) return 'read-only';
      return isPlainDatabase(database) ? 'not-a-database' : undefined;
  }
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What an error of opening the database means for the installation; undefined where a next try may do better. */
export function problemOf(error: unknown): InstallationProblem | undefined {
  if (!(error instanceof DatabaseError)) return undefined;
  switch (error.code) {
    case 'not-a-database':
      return 'not-a-database';
    case 'newer':
      return 'newer-database';
    case 'damaged':
      return 'damaged';
    case 'outdated':
    case 'read-only':
    case 'full':
    case 'failing':
      return undefined;
  }
}

/** Ours is encrypted from the first byte: one that says what it is in the clear is somebody else's, and so is a folder. */
function isPlainDatabase(file: string): boolean {
  if (!statSync(file).isFile()) return true;
  const head = Buffer.alloc(16);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, head, 0, head.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return head.toString('latin1') === 'SQLite format 3\0';
}

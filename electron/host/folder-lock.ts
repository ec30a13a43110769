import {accessSync, constants, rmSync} from 'node:fs';
import {join} from 'node:path';
import Sqlite from 'better-sqlite3';
import {makeFolder} from './make-folder.ts';

export type LockResult =
  | {result: 'taken'; release: () => void}
  | {result: 'already-running' | 'not-a-folder' | 'read-only' | 'disk-full'};

/**
 * One process per data folder. The lock is SQLite's own exclusive lock on a file of its own: the system drops it when
 * the process ends, however it ends, so that nothing is left to clean up after a crash or a power cut.
 */
export function lockFolder(folder: string, mend = true): LockResult {
  const file = join(folder, 'lock.db');
  let database: Sqlite.Database | undefined;
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    database = new Sqlite(file, {timeout: 0});
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    if (mend && isDamaged(error)) {
      // The file holds nothing of anybody's: a power cut may have left rubbish in it, and then a new one does as well.
      rmSync(file);
      return lockFolder(folder, false);
    }
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return {result: reason};
  }
  const taken = database;
  return {result: 'taken', release: () => taken.close()};
}

function isDamaged(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code));
}

function reasonOf(error: unknown): Exclude<LockResult['result'], 'taken'> | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_BUSY')) return 'already-running';
  if (code === 'ENOSPC' || code.startsWith('SQLITE_FULL')) return 'disk-full';
  if (code === 'EDQUOT') return 'disk-full';
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'not-a-folder';
  // A drive that is not there, a name that is too long: whatever the system has against the place.
  const isOfTheSystem = error instanceof Error && 'syscall' in error;
  return isOfTheSystem || /^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)/.test(code) ? 'read-only' : undefined;
}

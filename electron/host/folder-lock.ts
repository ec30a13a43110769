import {accessSync, constants, mkdirSync} from 'node:fs';
import {join} from 'node:path';
import Sqlite from 'better-sqlite3';

export type LockResult =
  | {result: 'taken'; release: () => void}
  | {result: 'already-running' | 'read-only' | 'disk-full'};

/**
 * One process per data folder. The lock is SQLite's own exclusive lock on a file of its own: the system drops it when
 * the process ends, however it ends, so that nothing is left to clean up after a crash or a power cut.
 */
export function lockFolder(folder: string): LockResult {
  let database: Sqlite.Database | undefined;
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700});
    accessSync(folder, constants.W_OK);
    database = new Sqlite(join(folder, 'lock.db'), {timeout: 0});
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return {result: reason};
  }
  const taken = database;
  return {result: 'taken', release: () => taken.close()};
}

function reasonOf(error: unknown): Exclude<LockResult['result'], 'taken'> | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_BUSY')) return 'already-running';
  if (code === 'ENOSPC' || code.startsWith('SQLITE_FULL')) return 'disk-full';
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM)/.test(code)) return 'read-only';
  return undefined;
}

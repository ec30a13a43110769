/**
 * Why a database cannot be used, as far as a person can do something about it:
 * - not-a-database: another file, or the key does not fit it; the two cannot be told apart.
 * - newer: made by a newer version of the program.
 * - outdated: needs a migration, and whoever opened it did not want that.
 * - read-only: the file or its folder cannot be written.   - full: the disk is full.
 * - damaged: the file was a database of ours and parts of it cannot be read.   - failing: the disk answers with errors.
 */
export type DatabaseErrorCode = 'not-a-database' | 'newer' | 'outdated' | 'read-only' | 'full' | 'damaged' | 'failing';

export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, cause?: unknown) {
    super(`database: ${code}`, {cause});
    this.name = 'DatabaseError';
    this.code = code;
  }
}

/** SQLite's result codes by their beginning; the first that fits. A constraint or a wrong statement is none of them. */
const codesOfSqlite: readonly (readonly [prefix: string, code: DatabaseErrorCode])[] = [
  ['SQLITE_NOTADB', 'not-a-database'],
  ['SQLITE_FULL', 'full'],
  // The shared-memory file beside the database could not grow.
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_IOERR_DATA', 'damaged'],
  ['SQLITE_IOERR_CORRUPTFS', 'damaged'],
  ['SQLITE_IOERR', 'failing'],
  ['SQLITE_BUSY', 'failing'],
  ['SQLITE_PROTOCOL', 'failing'],
  ['SQLITE_NOMEM', 'failing'],
];

/** The error itself, or the `DatabaseError` that it amounts to. */
export function asDatabaseError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = codesOfSqlite.find(([prefix]) => code.startsWith(prefix));
  return known ? new DatabaseError(known[1], error) : error;
}

/** Upkeep: what the disk does not take now is done another time. Throws what is no fault of the disk. */
export function asUpkeep(work: () => void): void {
  try {
    work();
  } catch (thrown) {
    const error = asDatabaseError(thrown);
    if (!(error instanceof DatabaseError)) throw error;
  }
}

import {asDatabaseError, DatabaseError, type DatabaseErrorCode} from '../../../db/database-error.ts';
import type {BackupProblem} from '../../contract/backup.ts';
import {logDefect} from '../log.ts';

const ofDatabase: Record<DatabaseErrorCode, BackupProblem> = {
  'not-a-database': 'damaged',
  'newer': 'newer',
  'outdated': 'internal',
  'read-only': 'read-only',
  'full': 'full',
  'damaged': 'damaged',
  'failing': 'failing',
};

const ofSystem: Readonly<Record<string, BackupProblem>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOENT: 'absent',
  ENOTDIR: 'absent',
  ENODEV: 'absent',
  ENXIO: 'absent',
};

/** Why no backup could be made or read, in the words of the contract. A defect is logged. */
export function backupProblemOf(thrown: unknown, where: string): BackupProblem {
  const error = asDatabaseError(thrown);
  if (error instanceof DatabaseError) return ofDatabase[error.code];
  if (error instanceof Error && 'code' in error && 'syscall' in error) return ofSystem[String(error.code)] ?? 'failing';
  logDefect(where, error);
  return 'internal';
}

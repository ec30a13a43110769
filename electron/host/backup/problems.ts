import {asDatabaseError, DatabaseError, type DatabaseErrorCode} from '../../../db/database-error.ts';
import type {BackupProblem} from '../../contract/backup.ts';
import {logDefect} from '../log.ts';
import {systemProblemOf} from '../system-problem.ts';

const ofDatabase: Record<DatabaseErrorCode, BackupProblem> = {
  'not-a-database': 'damaged',
  'newer': 'newer',
  'outdated': 'internal',
  'read-only': 'read-only',
  'full': 'full',
  'damaged': 'damaged',
  'failing': 'failing',
};

/** Why no backup could be made or read, in the words of the contract. A defect is logged. */
export function backupProblemOf(thrown: unknown, where: string): BackupProblem {
  const error = asDatabaseError(thrown);
  if (error instanceof DatabaseError) return ofDatabase[error.code];
  const problem = systemProblemOf(error);
  if (problem !== undefined) return problem;
  logDefect(where, error);
  return 'internal';
}

import {UpdateFileError} from '../../../registry/parcel/update-file.ts';
import type {UpdateProblem} from '../../contract/update.ts';
import {logDefect} from '../log.ts';
import {systemProblemOf} from '../system-problem.ts';

/** Why nothing was put in place, in the words of the contract. A defect is logged. */
export function updateProblemOf(error: unknown): UpdateProblem {
  if (error instanceof UpdateFileError) return error.defect;
  const problem = systemProblemOf(error);
  if (problem !== undefined) return problem === 'absent' ? 'gone' : problem;
  logDefect('update', error);
  return 'internal';
}

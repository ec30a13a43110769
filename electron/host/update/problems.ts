import {UpdateFileError} from '../../../registry/parcel/update-file.ts';
import type {UpdateProblem} from '../../contract/update.ts';
import {logDefect} from '../log.ts';

const ofSystem: Readonly<Record<string, UpdateProblem>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
};

/** Why nothing was put in place, in the words of the contract. A defect is logged. */
export function updateProblemOf(error: unknown): UpdateProblem {
  if (error instanceof UpdateFileError) return error.defect;
  if (error instanceof Error && 'code' in error && 'syscall' in error) return ofSystem[String(error.code)] ?? 'failing';
  logDefect('update', error);
  return 'internal';
}

/** What the system said of a file or a folder; undefined: it was not the system that spoke. */
export type SystemProblem = 'full' | 'read-only' | 'absent' | 'failing';

const byCode: Readonly<Record<string, SystemProblem>> = {
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

export function systemProblemOf(error: unknown): SystemProblem | undefined {
  const isSystem = error instanceof Error && 'code' in error && 'syscall' in error;
  return isSystem ? (byCode[String(error.code)] ?? 'failing') : undefined;
}

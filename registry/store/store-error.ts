/** Why the store cannot be used; somebody must do something, and the words for it stand in registry/server/problem-words.ts. */
export const storeProblems = [
  /** The database was made by a newer version. */
  'newer',
  /** The roles are missing and this account may not make them. */
  'no-roles',
  /** Another server holds the data folder. */
  'folder-in-use',
  /** pg_dump or pg_restore is not installed. */
  'no-tool',
  /** One of them ended with an error. */
  'tool-failed',
  /** The database is older than this program: a copy would not be whole. */
  'not-migrated',
  /** Something stands already where the copy is to be written. */
  'file-exists',
  /** The file is no copy of a registry, or damaged. */
  'no-backup',
  /** A copy is put into an empty database only. */
  'not-empty',
] as const;
export type StoreProblem = (typeof storeProblems)[number];

export class StoreError extends Error {
  readonly problem: StoreProblem;
  /** What a tool of PostgreSQL said, without rows; to be shown below the words. */
  readonly said: string;

  constructor(problem: StoreProblem, said = '') {
    super(problem);
    this.name = 'StoreError';
    this.problem = problem;
    this.said = said;
  }
}

/** The code of what PostgreSQL answered (five characters), or of the socket; undefined where there is none. */
export function codeOf(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code;
  }
  return undefined;
}

/**
 * Whether trying again later helps without anybody doing anything: the server is away or restarting, has no connection or
 * no room left, waited too long, or two transactions met.
 */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  if (code === undefined) return error instanceof Error && /timeout|terminated/i.test(error.message);
  return (
    /^(08|53|57|58|40)/.test(code) ||
    /^E(CONN|PIPE|TIMEDOUT|AI_AGAIN|NOTFOUND|HOST|NET|NOSPC)/.test(code) ||
    code === '55P03'
  );
}

import type {InstallationProblem} from './session.ts';

/** What a backup can mend; the other problems are of the place, not of what stands in it. */
export const mendableProblems: ReadonlySet<InstallationProblem> = new Set([
  'not-a-database',
  'damaged',
  'database-missing',
  'keyring-missing',
  'keyring-damaged',
  // An earlier program over newer data: a backup of its own time is what it can open.
  'newer-database',
]);

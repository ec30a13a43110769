import {openDatabase, type Connection} from '../../db/connection.ts';
import {DatabaseError} from '../../db/database-error.ts';
import type {InstallationProblem} from '../contract/session.ts';
import type {Backups} from './backup/backups.ts';
import type {Clock} from './clock.ts';
import {problemOf} from './installation-problem.ts';
import {logSlow} from './log.ts';
import type {Opened} from './vault.ts';

/** The database cannot be opened, and no next try will do better. */
export class CannotOpen extends Error {
  readonly problem: InstallationProblem;

  constructor(problem: InstallationProblem) {
    super(problem);
    this.problem = problem;
  }
}

export interface RecordsOptions {
  readonly file: string;
  readonly clock: Clock;
  readonly backups: Pick<Backups, 'beforeOpening' | 'beforeMigration'>;
}

/**
 * Opens the database with its key, and makes it where set-up was interrupted before it was there. One that was not closed is
 * looked through first, and one of an earlier version is copied before it is migrated. Throws `CannotOpen`, or what the disk did.
 */
export async function openRecords({file, clock, backups}: RecordsOptions, opened: Opened): Promise<Connection> {
  const open = (mayMigrate: boolean): Connection =>
    openDatabase({
      file,
      key: opened.key,
      create: !opened.ring.complete,
      node: opened.ring.installation,
      mayMigrate,
      now: () => clock().getTime(),
      onSlow: logSlow,
    });
  const damaged = opened.ring.complete ? await backups.beforeOpening(opened) : undefined;
  if (damaged !== undefined) throw new CannotOpen(damaged);
  try {
    return open(false);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== 'outdated') throw worded(error);
  }
  await backups.beforeMigration(opened);
  try {
    return open(true);
  } catch (error) {
    throw worded(error);
  }
}

function worded(error: unknown): unknown {
  const problem = problemOf(error);
  return problem === undefined ? error : new CannotOpen(problem);
}

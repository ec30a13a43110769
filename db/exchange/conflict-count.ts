import {must} from '../../domain/assert.ts';
import type {ReadableDb} from '../connection.ts';
import {conflictsOf} from './conflicts.ts';

interface Fork {
  readonly table: string;
  readonly rowId: string;
  /** The number of its latest change. */
  readonly last: number | null;
}

interface Known {
  readonly choices: number;
  readonly counts: Map<string, number>;
}

const known = new WeakMap<ReadableDb, Known>();

/** How many values wait for somebody to choose. Rows that nothing has happened to are not merged again. */
export function countConflicts(db: ReadableDb): number {
  const {count: choices} = must(db.prepare<{count: number}>('SELECT count(*) AS count FROM conflict_choice').get());
  const before = known.get(db);
  const counts = before?.choices === choices ? before.counts : new Map<string, number>();
  known.set(db, {choices, counts});
  const forks = db
    .prepare<Fork>(
      `SELECT table_name AS "table", row_id AS rowId,
        (SELECT max(seq) FROM change c WHERE c.row_id = fork.row_id AND c.table_name = fork.table_name) AS last
      FROM fork`,
    )
    .all();
  return forks.reduce((sum, fork) => {
    const key = `${fork.table} ${fork.rowId} ${fork.last}`;
    const count = counts.get(key) ?? conflictsOf(db, fork).length;
    counts.set(key, count);
    return sum + count;
  }, 0);
}

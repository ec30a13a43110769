import type {Database} from 'better-sqlite3';
import {asDatabaseError, DatabaseError} from '../database-error.ts';

export type Row = Readonly<Record<string, unknown>>;

const pageOfRows = 500;

/**
 * The rows of a table that can be read, in the order of their row ids. Where a page does not open, the rows before it are
 * taken one by one; then the first row behind it is looked for, in steps that grow and then shrink again.
 */
export function* readableRows(client: Database, table: string, columns: readonly string[]): Generator<Row[]> {
  const names = columns.map(name => `"${name}"`).join(', ');
  const select = client.prepare<[number, number], Row & {'row id': number}>(
    `SELECT rowid AS "row id", ${names} FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  const read = (after: number, limit: number) => whereReadable(() => select.all(after, limit));
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = read(after, pageOfRows) ?? oneByOne(after, read);
    const last = rows.at(-1);
    if (last !== undefined) {
      yield rows;
      after = last['row id'];
    }
    if (rows.length === pageOfRows) continue;
    const next = behindDamage(after, read);
    if (next === undefined) return;
    after = next;
  }
}

type Read = (after: number, limit: number) => (Row & {'row id': number})[] | undefined;

function oneByOne(start: number, read: Read): (Row & {'row id': number})[] {
  const rows: (Row & {'row id': number})[] = [];
  for (let after = start; rows.length < pageOfRows - 1;) {
    const [row] = read(after, 1) ?? [];
    if (row === undefined) break;
    rows.push(row);
    after = row['row id'];
  }
  return rows;
}

/** From where reading goes on; undefined: there is nothing more. */
function behindDamage(after: number, read: Read): number | undefined {
  const here = read(after, 1);
  if (here !== undefined) return here.length === 0 ? undefined : after;
  // Row ids below one are not given out.
  const from = Math.max(after, 0);
  let [unreadable, step] = [0, 1];
  while (read(from + step, 1) === undefined) {
    unreadable = step;
    step *= 2;
    if (from + step > Number.MAX_SAFE_INTEGER) return undefined;
  }
  while (step - unreadable > 1) {
    const middle = Math.floor((unreadable + step) / 2);
    if (read(from + middle, 1) === undefined) unreadable = middle;
    else step = middle;
  }
  return from + step;
}

/** Undefined where the file is damaged at this place. */
export function whereReadable<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (thrown) {
    const error = asDatabaseError(thrown);
    if (error instanceof DatabaseError && isOfThePlace(error)) return undefined;
    throw error;
  }
}

/** A page that does not open under its key is an error of reading, or one of the format: it depends on the page. */
function isOfThePlace({code}: DatabaseError): boolean {
  return code === 'damaged' || code === 'not-a-database' || code === 'failing';
}

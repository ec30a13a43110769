import type {Change} from '../../registry/protocol/change.ts';
import {placeOf} from './tables.ts';
import type {ReadableDb} from '../connection.ts';

/**
 * What the log says of the changes of a page, asked once for all of them instead of for each. It is kept up with what is
 * taken in; whoever writes other rows on the way forgets it, and from then on each change is looked up by itself.
 */
export class Foresight {
  readonly #known: Set<string>;
  /** The latest change of each row of the page; rows that the log does not know have none. */
  readonly #heads: Map<string, string>;
  #holds = true;

  constructor(db: ReadableDb, changes: readonly Change[]) {
    this.#known = knownOf(db, changes);
    this.#heads = headsOf(db, changes);
  }

  get holds(): boolean {
    return this.#holds;
  }

  /** Whether the change stands in the log; undefined: to be looked up. */
  isKnown(stamp: string): boolean | undefined {
    return this.#holds ? this.#known.has(stamp) : undefined;
  }

  /** The latest change of its row: none or one; undefined: to be looked up. */
  headsOf({table, rowId}: Change): readonly string[] | undefined {
    if (!this.#holds) return undefined;
    const head = this.#heads.get(placeOf(table, rowId));
    return head === undefined ? [] : [head];
  }

  /** It stands in the log from now on, as the latest of its row. */
  note({table, rowId, stamp}: Change): void {
    this.#known.add(stamp);
    this.#heads.set(placeOf(table, rowId), stamp);
  }

  forget(): void {
    this.#holds = false;
  }
}

function knownOf(db: ReadableDb, changes: readonly Change[]): Set<string> {
  const rows = db
    .prepare<{stamp: string}>('SELECT stamp FROM change WHERE stamp IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(changes.map(({stamp}) => stamp)));
  return new Set(rows.map(({stamp}) => stamp));
}

function headsOf(db: ReadableDb, changes: readonly Change[]): Map<string, string> {
  const places = [...new Map(changes.map(({table, rowId}) => [placeOf(table, rowId), {table, rowId}])).values()];
  const rows = db
    .prepare<{index: number; head: string | null}>(
      `SELECT wanted.key AS "index", (
          SELECT stamp FROM change WHERE row_id = wanted.value ->> 'rowId' AND table_name = wanted.value ->> 'table'
          ORDER BY seq DESC LIMIT 1
        ) AS head
      FROM json_each(?) AS wanted`,
    )
    .all(JSON.stringify(places));
  const heads = new Map<string, string>();
  for (const {index, head} of rows) {
    const place = places[index];
    if (place !== undefined && head !== null) heads.set(placeOf(place.table, place.rowId), head);
  }
  return heads;
}

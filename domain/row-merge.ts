import {must} from './assert.ts';

/**
 * How the changes that several PCs made to one row become one row again: per field, by hybrid time. Of two values that
 * were written without knowledge of each other the later stands, and the other one is a conflict that a person sees.
 * The outcome depends on the set of the changes alone, never on the order in which they arrived.
 */

export interface RowChange {
  /** Hybrid time; greater than that of every change that its author knew of. */
  readonly stamp: string;
  /** The latest changes of the row that its author knew of; empty: none. */
  readonly base: readonly string[];
  readonly op: 'insert' | 'update' | 'delete';
  /** The fields that it wrote; of a delete the last values. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** A value that lost: it stays in the history, and can be chosen. */
export interface Losing {
  readonly stamp: string;
  readonly value: unknown;
}

/** `field` null: somebody deleted the row while somebody else changed it. The loser's value is then its whole patch. */
export interface RowConflict {
  readonly field: string | null;
  readonly winner: string;
  readonly losers: readonly Losing[];
}

export interface MergedRow {
  readonly exists: boolean;
  /** Also of a row that was deleted: its last ones. A field that nobody wrote is not there. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The changes that no other one knew of: more than one, and the next change must name them all. */
  readonly heads: readonly string[];
  readonly conflicts: readonly RowConflict[];
}

interface Placed extends RowChange {
  /** Places of all the changes that this one knew of, directly or through others. */
  readonly known: ReadonlySet<number>;
}

export function mergeRow(changes: readonly RowChange[]): MergedRow {
  const placed = place(changes);
  const {exists, values} = fold(placed);
  const based = new Set(placed.flatMap(({base}) => base));
  const heads = placed.filter(({stamp}) => !based.has(stamp)).map(({stamp}) => stamp);
  return {exists, values, heads, conflicts: isOneLine(placed) ? [] : conflictsOf(placed)};
}

/** Each knew the one before it: nobody wrote beside anybody. */
function isOneLine(placed: readonly Placed[]): boolean {
  return placed.every(({known}, index) => known.size === index);
}

/** In the order of their stamps, in which each stands after all that it knew. */
function place(changes: readonly RowChange[]): Placed[] {
  const ordered = changes.toSorted((one, other) => (one.stamp < other.stamp ? -1 : 1));
  const places = new Map(ordered.map(({stamp}, index) => [stamp, index]));
  const placed: Placed[] = [];
  for (const change of ordered) {
    const known = new Set<number>();
    for (const stamp of change.base) {
      const index = places.get(stamp);
      // A base that is not here is one that this side has not got: nothing is said of it.
      if (index === undefined) continue;
      known.add(index);
      for (const earlier of placed[index]?.known ?? []) known.add(earlier);
    }
    placed.push({...change, known});
  }
  return placed;
}

function fold(placed: readonly Placed[]): {exists: boolean; values: Record<string, unknown>} {
  let exists = false;
  /** What was written into each field, in order, and the place of the change that did. */
  let written: {readonly field: string; readonly value: unknown; readonly by: number}[] = [];
  const deletes: Placed[] = [];
  for (const [by, change] of placed.entries()) {
    if (change.op === 'delete') {
      exists = false;
      deletes.push(change);
      continue;
    }
    // Whoever makes a row that was deleted takes over nothing of what was deleted knowingly, by them or by another; what
    // somebody wrote beside the deletion stays.
    if (change.op === 'insert' && !exists) {
      const knew = [change, ...deletes];
      written = written.filter(earlier => !knew.some(({known}) => known.has(earlier.by)));
    }
    for (const [field, value] of Object.entries(change.values)) written.push({field, value, by});
    exists = true;
  }
  return {exists, values: Object.fromEntries(written.map(({field, value}) => [field, value]))};
}

function conflictsOf(placed: readonly Placed[]): RowConflict[] {
  const fields = new Set(placed.flatMap(({op, values}) => (op === 'delete' ? [] : Object.keys(values))));
  const ofFields = [...fields].flatMap(field => {
    const writers = placed.flatMap(({op, values}, index) => (op !== 'delete' && field in values ? [index] : []));
    return conflictOf(placed, field, latestOf(placed, writers), change => change.values[field]);
  });
  const deletes = placed.flatMap(({op}, index) => (op === 'delete' ? [index] : []));
  if (deletes.length === 0) return ofFields;
  const claims = latestOf(
    placed,
    placed.map((_, index) => index),
  );
  const some =
    claims.some(index => placed[index]?.op === 'delete') && claims.some(index => placed[index]?.op !== 'delete');
  return some ? [...ofFields, ...conflictOf(placed, null, claims, existence)] : ofFields;
}

function existence({op, values}: RowChange): unknown {
  return op === 'delete' ? null : values;
}

/** Those that none of the others knew of. */
function latestOf(placed: readonly Placed[], indexes: readonly number[]): number[] {
  return indexes.filter(index => !indexes.some(other => placed[other]?.known.has(index)));
}

function conflictOf(
  placed: readonly Placed[],
  field: string | null,
  latest: readonly number[],
  valueOf: (change: RowChange) => unknown,
): RowConflict[] {
  const written = latest.map(index => must(placed[index]));
  const winner = written.at(-1);
  if (winner === undefined) return [];
  const value = JSON.stringify(valueOf(winner) ?? null);
  const losers = written
    .slice(0, -1)
    .map(change => ({stamp: change.stamp, value: valueOf(change) ?? null}))
    .filter(loser => JSON.stringify(loser.value) !== value);
  return losers.length === 0 ? [] : [{field, winner: winner.stamp, losers}];
}

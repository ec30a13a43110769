/** What is to be done with one child of a saved list. `row` is the child that it was before; undefined for a new one. */
export interface Kept<Row, Value> {
  readonly row: Row | undefined;
  readonly value: Value;
  readonly position: number;
  /** Nothing about it is new: it is not written again. */
  readonly untouched: boolean;
}

export interface Matching<Row, Value> {
  readonly kept: readonly Kept<Row, Value>[];
  readonly gone: readonly Row[];
}

interface Likeness<Value> {
  /** After equal content: what makes two children the same one, the surest first. */
  readonly by: readonly ((child: Value) => string)[];
  /** Positions are counted apart for each of these; one list unless given. */
  readonly list?: (child: Value) => string;
}

/**
 * Finds, for a list that comes whole from a screen, which child each value was before: a screen knows no ids of
 * children. First by equal content, then by likeness, in their order. So a child that nobody touched is not written
 * again, and one that moved or was mended keeps its identity and its history.
 *
 * Positions only grow where they must: taking one out moves none of the others.
 */
export function matchChildren<Value extends object, Row extends Value & {readonly position: number}>(
  rows: readonly Row[],
  values: readonly Value[],
  likeness: Likeness<Value>,
): Matching<Row, Value> {
  const free = new Set([...rows].sort((a, b) => a.position - b.position));
  const matched = new Map<Value, Row>();
  const passes = [holds, ...likeness.by.map(key => (row: Value, value: Value) => key(row) === key(value))];
  for (const alike of passes) {
    for (const value of values) {
      if (matched.has(value)) continue;
      const row = [...free].find(candidate => alike(candidate, value));
      if (row === undefined) continue;
      matched.set(value, row);
      free.delete(row);
    }
  }
  const last = new Map<string, number>();
  const kept = values.map(value => {
    const list = likeness.list?.(value) ?? '';
    const row = matched.get(value);
    const lowest = (last.get(list) ?? -1) + 1;
    const position = row !== undefined && row.position >= lowest ? row.position : lowest;
    last.set(list, position);
    return {row, value, position, untouched: row !== undefined && row.position === position && holds(row, value)};
  });
  return {kept, gone: [...free]};
}

/** Whether a row holds exactly these values, lists compared by content. */
function holds<Value extends object>(row: Value, value: Value): boolean {
  return Object.entries(value).every(
    ([key, part]) => JSON.stringify(row[key as keyof Value] ?? null) === JSON.stringify(part ?? null),
  );
}

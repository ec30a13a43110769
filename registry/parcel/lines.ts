import {changeOfLine, fromText, lineOf, type Change} from '../protocol/change.ts';

/**
 * The lines of a parcel, each shorter by what the lines before it say already (docs/decisions/0048):
 *
 *   number 0   the next one after that of the line before
 *   base n     one change was known, that of the line n before this one
 *
 * An eighth of what a day's work weighs packed. Whatever else stands there is read as it is.
 */

/** So far back a line is looked for: what both sides hold of a parcel. */
const farthest = 4_000;

/** The places of the latest lines by their stamps, and back. */
class Before {
  #count = 0;
  readonly #places = new Map<string, number>();
  readonly #stamps: string[] = [];
  lastSeq = 0;

  note({seq, stamp}: Change): void {
    const slot = this.#count % farthest;
    const oldest = this.#stamps[slot];
    if (oldest !== undefined && this.#places.get(oldest) === this.#count - farthest) this.#places.delete(oldest);
    this.#stamps[slot] = stamp;
    this.#places.set(stamp, this.#count);
    this.#count += 1;
    this.lastSeq = seq;
  }

  /** How many lines before the next one; undefined: too far, or nowhere. */
  distanceTo(stamp: string): number | undefined {
    const place = this.#places.get(stamp);
    return place === undefined ? undefined : this.#count - place;
  }

  stampAt(distance: number): string | undefined {
    const isThere = distance >= 1 && distance <= Math.min(this.#count, farthest);
    return isThere ? this.#stamps[(this.#count - distance) % farthest] : undefined;
  }
}

/** The text of each change, in their order. */
export function lineWriter(): (change: Change) => string {
  const before = new Before();
  return change => {
    const [seq, stamp, table, rowId, op, patch, base, ...rest] = lineOf(change);
    const [known] = change.base;
    const distance = known === undefined || change.base.length > 1 ? undefined : before.distanceTo(known);
    const text = JSON.stringify([
      seq === before.lastSeq + 1 ? 0 : seq,
      stamp,
      table,
      rowId,
      op,
      patch,
      distance ?? base,
      ...rest,
    ]);
    before.note(change);
    return text;
  };
}

/** The changes of the same lines; undefined where one is none. */
export function lineReader(): (text: string) => Change | undefined {
  const before = new Before();
  return text => {
    const line = fromText(text);
    if (line === undefined) return undefined;
    if (line[0] === 0) line[0] = before.lastSeq + 1;
    if (typeof line[6] === 'number' && line[6] !== 0) line[6] = before.stampAt(line[6]);
    const change = changeOfLine(line);
    if (change !== undefined) before.note(change);
    return change;
  };
}

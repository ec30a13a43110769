import {assert, must} from '../../domain/assert.ts';

/** Chance that repeats itself: the same seed gives the same people and the same year. */
export interface Random {
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  /** True so many times out of a hundred. */
  percent(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** So many different ones of a list, in the order of the list; all where there are fewer. */
  some<T>(list: readonly T[], count: number): T[];
  /** A chance of its own for a named purpose: what is drawn from it does not move what is drawn elsewhere. */
  fork(purpose: string): Random;
}

export function makeRandom(seed: string): Random {
  let state = hash(seed);

  /** mulberry32: small and even enough for fiction. At least 0, below 1. */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  function int(from: number, to: number): number {
    assert(to >= from, 'a range has its ends in order');
    return from + Math.floor(next() * (to - from + 1));
  }

  return {
    int,
    percent(share) {
      return next() * 100 < share;
    },
    pick(list) {
      return must(list[int(0, list.length - 1)], 'something to pick from');
    },
    some(list, count) {
      const left = list.map((_, index) => index);
      const chosen = new Set<number>();
      while (chosen.size < Math.min(count, list.length)) {
        const [index] = left.splice(int(0, left.length - 1), 1);
        chosen.add(must(index));
      }
      return list.filter((_, index) => chosen.has(index));
    },
    fork(purpose) {
      return makeRandom(`${seed}/${purpose}`);
    },
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value | 0;
}

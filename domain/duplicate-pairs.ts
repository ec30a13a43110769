import {
  foldedLikeness,
  foldPerson,
  likenessGrades,
  swapDayAndMonth,
  type FoldedPerson,
  type Likened,
  type Likeness,
} from './duplicates.ts';

export interface LikenedEntry extends Likened {
  readonly id: string;
}

/** Two entries that may be of one person; `first` is the one with the smaller id. */
export interface LikePair extends Likeness {
  readonly firstId: string;
  readonly secondId: string;
}

interface Entry {
  readonly id: string;
  readonly folded: FoldedPerson;
}

/** Rests after so many comparisons, and so many people made ready: a few milliseconds. */
const comparisonsAtOnce = 10_000;
const foldedAtOnce = 500;

/**
 * All pairs among some people, those first that are likeliest. Not everybody is compared with everybody: only who has
 * the IIN, the day of birth (the day and month in either order) or surname and first name (in either order) in common.
 *
 * A generator: it rests every few milliseconds, so that whoever drives it can do something else meanwhile.
 */
export function* findPairs(people: readonly LikenedEntry[]): Generator<undefined, LikePair[]> {
  const found = new Map<string, LikePair>();
  let compared = 0;
  for (const block of yield* blocksOf(people)) {
    for (const [index, one] of block.entries()) {
      for (const other of block.slice(index + 1)) {
        compared += 1;
        if (compared % comparisonsAtOnce === 0) yield;
        const like = foldedLikeness(one.folded, other.folded);
        if (like === null) continue;
        const [firstId, secondId] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
        found.set(pairKey(firstId, secondId), {firstId, secondId, ...like});
      }
    }
  }
  const rank = ({grade}: LikePair) => likenessGrades.indexOf(grade);
  return [...found.values()].sort(
    (a, b) => rank(a) - rank(b) || compare(a.firstId, b.firstId) || compare(a.secondId, b.secondId),
  );
}

/** The same for either order. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one}/${other}` : `${other}/${one}`;
}

function* blocksOf(people: readonly LikenedEntry[]): Generator<undefined, Entry[][]> {
  const blocks = new Map<string, Entry[]>();
  for (const [index, person] of people.entries()) {
    if (index % foldedAtOnce === foldedAtOnce - 1) yield;
    const entry = {id: person.id, folded: foldPerson(person)};
    for (const key of keysOf(entry.folded)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [entry]);
      else block.push(entry);
    }
  }
  return [...blocks.values()].filter(block => block.length > 1);
}

function keysOf({iin, bornOn, surname, firstName}: FoldedPerson): string[] {
  const names = [surname, firstName].sort().join('/');
  return [
    `name ${names}`,
    ...(iin === null ? [] : [`iin ${iin}`]),
    ...(bornOn === null ? [] : [`born ${[bornOn, swapDayAndMonth(bornOn)].sort().join('/')}`]),
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

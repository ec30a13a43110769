import {must} from './assert.ts';
import {checkIin} from './iin.ts';
import type {IsoDate} from './dates.ts';
import type {PersonName} from './person.ts';
import {fold} from './search-key.ts';

/**
 * Whether two entries are of one person. Never a proof: a person decides. Names are compared as the search folds them, so
 * that the Kazakh and the Russian spelling of a name are one.
 */

/** What is compared. */
export interface Likened extends PersonName {
  readonly bornOn: IsoDate | null;
  readonly iin: string | null;
}

/** How much speaks for it, the most first. */
export const likenessGrades = ['sure', 'likely', 'possible'] as const;
export type LikenessGrade = (typeof likenessGrades)[number];

/** What speaks for it or against it, in the order in which it is told. */
export const likenessGrounds = [
  'same-iin',
  'same-names',
  'close-names',
  'names-reordered',
  'surname-changed',
  'patronymic-missing',
  'names-differ',
  'same-birth-date',
  'birth-date-swapped',
  'birth-date-one-digit',
  'birth-date-unknown',
  'birth-dates-differ',
] as const;
export type LikenessGround = (typeof likenessGrounds)[number];

export interface Likeness {
  readonly grade: LikenessGrade;
  /** In the order of `likenessGrounds`. */
  readonly grounds: readonly LikenessGround[];
}

/** An entry made ready to be compared with many. */
export interface FoldedPerson {
  readonly surname: string;
  readonly firstName: string;
  /** Without its ending: «Қайратқызы», «Кайратовна» and «Қайрат қызы» are of one father. Empty: none. */
  readonly father: string;
  readonly words: string;
  readonly bornOn: IsoDate | null;
  readonly iin: string | null;
  readonly iinIsValid: boolean;
}

export function foldPerson({surname, firstName, patronymic, bornOn, iin}: Likened): FoldedPerson {
  const parts = [surname, firstName, patronymic ?? ''].map(fold);
  const [foldedSurname = '', foldedFirst = '', foldedPatronymic = ''] = parts;
  return {
    surname: foldedSurname,
    firstName: foldedFirst,
    father: fatherOf(foldedPatronymic),
    words: sortedWords(parts.join(' ')),
    bornOn,
    iin: iin === null || iin === '' ? null : iin,
    iinIsValid: iin !== null && checkIin(iin).kind === 'ok',
  };
}

/** How much alike two entries are; null: nothing says that they are of one person, or two valid numbers say that not. */
export function likeness(one: Likened, other: Likened): Likeness | null {
  return foldedLikeness(foldPerson(one), foldPerson(other));
}

export function foldedLikeness(one: FoldedPerson, other: FoldedPerson): Likeness | null {
  const sameIin = one.iin !== null && one.iin === other.iin;
  if (!sameIin && one.iinIsValid && other.iinIsValid) return null;
  const names = namesOf(one, other);
  const born = bornOf(one.bornOn, other.bornOn);
  if (sameIin) {
    const supported = names !== null || born === 'same-birth-date';
    return {
      grade: supported ? 'sure' : 'likely',
      grounds: ['same-iin', ...(names?.grounds ?? (['names-differ'] as const)), born],
    };
  }
  if (names === null) return null;
  const grade = gradeOf(names, born);
  return grade === null ? null : {grade, grounds: [...names.grounds, born]};
}

type NameGround = Extract<
  LikenessGround,
  'same-names' | 'close-names' | 'names-reordered' | 'surname-changed' | 'patronymic-missing'
>;
type BornGround = Extract<LikenessGround, `${string}birth-date${string}`>;

interface Names {
  readonly how: 'whole' | 'same' | 'near' | 'close' | 'close-first' | 'renamed';
  readonly grounds: readonly NameGround[];
}

/** `null`: not together a ground at all. */
const grades: Record<Names['how'], Partial<Record<BornGround, LikenessGrade>>> = {
  // All three parts.
  'whole': {
    'same-birth-date': 'sure',
    'birth-date-swapped': 'likely',
    'birth-date-one-digit': 'likely',
    'birth-date-unknown': 'possible',
  },
  // Nobody has told a patronymic.
  'same': {
    'same-birth-date': 'likely',
    'birth-date-swapped': 'possible',
    'birth-date-one-digit': 'possible',
    'birth-date-unknown': 'possible',
  },
  // One patronymic is missing, or the parts stand in another order.
  'near': {
    'same-birth-date': 'likely',
    'birth-date-swapped': 'possible',
    'birth-date-one-digit': 'possible',
    'birth-date-unknown': 'possible',
  },
  'close': {'same-birth-date': 'likely'},
  // So are called twins.
  'close-first': {'same-birth-date': 'possible'},
  'renamed': {'same-birth-date': 'possible'},
};

function gradeOf({how}: Names, born: BornGround): LikenessGrade | null {
  return grades[how][born] ?? null;
}

function namesOf(one: FoldedPerson, other: FoldedPerson): Names | null {
  const sameSurname = one.surname === other.surname;
  const sameFirst = one.firstName === other.firstName;
  const fathers = fathersOf(one.father, other.father);
  if (sameSurname && sameFirst && fathers === 'same') {
    return {how: one.father === '' ? 'same' : 'whole', grounds: ['same-names']};
  }
  if (sameSurname && sameFirst && fathers === 'missing') return {how: 'near', grounds: ['patronymic-missing']};
  if (one.words === other.words) return {how: 'near', grounds: ['names-reordered']};
  if (one.surname === other.firstName && one.firstName === other.surname && fathers !== 'different') {
    const missing: readonly NameGround[] = fathers === 'missing' ? ['patronymic-missing'] : [];
    return {how: 'near', grounds: ['names-reordered', ...missing]};
  }
  const spelt =
    (sameSurname || isClose(one.surname, other.surname)) &&
    (sameFirst || isClose(one.firstName, other.firstName)) &&
    (fathers !== 'different' || isClose(one.father, other.father));
  if (spelt) {
    const missing: readonly NameGround[] = fathers === 'missing' ? ['patronymic-missing'] : [];
    return {how: sameFirst ? 'close' : 'close-first', grounds: ['close-names', ...missing]};
  }
  if (sameFirst && fathers === 'same' && one.father !== '') return {how: 'renamed', grounds: ['surname-changed']};
  return null;
}

function fathersOf(one: string, other: string): 'same' | 'missing' | 'different' {
  if (one === other) return 'same';
  return one === '' || other === '' ? 'missing' : 'different';
}

function bornOf(one: IsoDate | null, other: IsoDate | null): BornGround {
  if (one === null || other === null) return 'birth-date-unknown';
  if (one === other) return 'same-birth-date';
  if (swapDayAndMonth(one) === other) return 'birth-date-swapped';
  const digits = Array.from(one).filter((digit, index) => digit !== other[index]).length;
  return digits === 1 ? 'birth-date-one-digit' : 'birth-dates-differ';
}

/** `1980-03-05` for `1980-05-03`: a day that need not exist. */
export function swapDayAndMonth(day: IsoDate): string {
  return `${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}`;
}

const endingOfPatronymic = / ?(?:улы|кызы|ович|евич|овна|евна|инична|ична|ич)$/u;

/** What is left is shorter than a name only where the ending was the name. */
const shortestName = 2;

function fatherOf(patronymic: string): string {
  const father = patronymic.replace(endingOfPatronymic, '');
  return father.length < shortestName ? patronymic : father;
}

function sortedWords(words: string): string {
  return words
    .split(' ')
    .filter(word => word !== '')
    .sort()
    .join(' ');
}

/** From so many letters on two slips of the pen are one name still; below the first, none is. */
const lettersForOne = 3;
const lettersForTwo = 7;

/** Whether one name is the other with a slip of the pen: a letter too many, too few, another, or two that changed places. */
function isClose(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < lettersForOne) return false;
  return editDistance(one, other, shorter < lettersForTwo ? 1 : 2) !== null;
}

/** Edits from one word to another, two letters that changed places being one; null: more than `most`. */
function editDistance(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null;
  let [before, row]: [number[], number[]] = [[], Array.from({length: other.length + 1}, (_, index) => index)];
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      next.push(
        Math.min(
          must(row[to]) + 1,
          must(next[to - 1]) + 1,
          must(row[to - 1]) + (same ? 0 : 1),
          swapped ? must(before[to - 2]) + 1 : Infinity,
        ),
      );
    }
    if (Math.min(...next) > most) return null;
    before = row;
    row = next;
  }
  const edits = must(row.at(-1));
  return edits > most ? null : edits;
}

import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {likenessGradeNames, likenessGroundNames} from '../../domain/duplicate-words.ts';
import {
  likeness,
  likenessGrades,
  likenessGrounds,
  type Likened,
  type LikenessGrade,
  type LikenessGround,
} from '../../domain/duplicates.ts';
import {makeTestIin} from '../../domain/iin.ts';
import {fold} from '../../domain/search-key.ts';
import {isoDates} from './arbitraries.ts';

const [numberA, numberB] = [makeTestIin('1980-05-03', 'female', 1), makeTestIin('1980-05-03', 'female', 2)];
const wrongDigit = `${numberA.slice(0, 11)}${(Number(numberA[11]) + 1) % 10}`;

/** «Тегі Аты Әкесінің аты», the day of birth, the IIN. */
function person([words, bornOn = null, iin = null]: readonly [string, (string | null)?, (string | null)?]): Likened {
  const [surname = '', firstName = '', ...patronymic] = words.split(' ');
  return {surname, firstName, patronymic: patronymic.length === 0 ? null : patronymic.join(' '), bornOn, iin};
}

type Typed = Parameters<typeof person>[0];
type Expected = readonly [LikenessGrade, ...LikenessGround[]] | null;

const day = '1980-05-03';
const whole = 'Оспанова Әлия Қайратқызы';

const cases: readonly [why: string, one: Typed, other: Typed, expected: Expected][] = [
  ['the same', [whole, day], [whole, day], ['sure', 'same-names', 'same-birth-date']],
  ['the Russian spelling', [whole, day], ['Оспанова Алия Кайраткызы', day], ['sure', 'same-names', 'same-birth-date']],
  ['a Russian patronymic', [whole, day], ['Оспанова Алия Кайратовна', day], ['sure', 'same-names', 'same-birth-date']],
  [
    'a patronymic in two words',
    [whole, day],
    ['Оспанова Әлия Қайрат қызы', day],
    ['sure', 'same-names', 'same-birth-date'],
  ],
  ['no patronymic at all', ['Оспанова Әлия', day], ['Оспанова Алия', day], ['likely', 'same-names', 'same-birth-date']],
  ['no patronymic of one', [whole, day], ['Оспанова Алия', day], ['likely', 'patronymic-missing', 'same-birth-date']],
  ['day and month', [whole, day], [whole, '1980-03-05'], ['likely', 'same-names', 'birth-date-swapped']],
  ['one digit of the year', [whole, day], [whole, '1990-05-03'], ['likely', 'same-names', 'birth-date-one-digit']],
  ['no day of one', [whole, day], [whole], ['possible', 'same-names', 'birth-date-unknown']],
  ['namesakes', [whole, day], [whole, '1976-11-20'], null],
  [
    'a slip in the surname',
    [whole, day],
    ['Оспонова Әлия Қайратқызы', day],
    ['likely', 'close-names', 'same-birth-date'],
  ],
  [
    'two letters changed places',
    [whole, day],
    ['Опсанова Әлия Қайратқызы', day],
    ['likely', 'close-names', 'same-birth-date'],
  ],
  ['twins', ['Ким Дана', day], ['Ким Дина', day], ['possible', 'close-names', 'same-birth-date']],
  ['a short name is another name', ['Ли Ён', day], ['Ни Ён', day], null],
  ['a slip and another day', [whole, day], ['Оспонова Әлия Қайратқызы', '1980-03-05'], null],
  [
    'after marriage',
    [whole, day],
    ['Сейітова Әлия Қайратқызы', day],
    ['possible', 'surname-changed', 'same-birth-date'],
  ],
  ['another surname without a patronymic', ['Оспанова Әлия', day], ['Сейітова Әлия', day], null],
  [
    'surname and first name',
    [whole, day],
    ['Әлия Оспанова Қайратқызы', day],
    ['likely', 'names-reordered', 'same-birth-date'],
  ],
  [
    'the same, and no patronymic',
    [whole, day],
    ['Әлия Оспанова', day],
    ['likely', 'names-reordered', 'patronymic-missing', 'same-birth-date'],
  ],
  [
    'one IIN',
    [whole, day, numberA],
    ['Оспанова Алия', day, numberA],
    ['sure', 'same-iin', 'patronymic-missing', 'same-birth-date'],
  ],
  [
    'one IIN, another name',
    [whole, day, numberA],
    ['Ким Дина', '1999-01-01', numberA],
    ['likely', 'same-iin', 'names-differ', 'birth-dates-differ'],
  ],
  [
    'one IIN, another surname',
    [whole, day, numberA],
    ['Ким Дина', day, numberA],
    ['sure', 'same-iin', 'names-differ', 'same-birth-date'],
  ],
  ['two valid IINs', [whole, day, numberA], [whole, day, numberB], null],
  ['an IIN with a slip', [whole, day, numberA], [whole, day, wrongDigit], ['sure', 'same-names', 'same-birth-date']],
  ['a stranger', [whole, day], ['Петров Иван Ильич', day], null],
];

describe('likeness', () => {
  test.each(cases)('%s', (_why, one, other, expected) => {
    const found = likeness(person(one), person(other));
    expect(found === null ? null : [found.grade, ...found.grounds]).toEqual(expected);
  });

  test('every grade and ground has its words', () => {
    for (const grade of likenessGrades) expect(likenessGradeNames[grade].kk).not.toBe('');
    for (const ground of likenessGrounds) expect(likenessGroundNames[ground].ru).not.toBe('');
  });
});

const word = fc.stringMatching(/^[а-яәғқңөұүһі]{1,12}$/u);
const people: fc.Arbitrary<Likened> = fc.record({
  surname: word,
  firstName: word,
  patronymic: fc.option(word, {nil: null}),
  bornOn: fc.option(isoDates('1930-01-01', '2010-12-31'), {nil: null}),
  iin: fc.option(fc.constantFrom(numberA, numberB, wrongDigit), {nil: null}),
});

/** Two that are often alike: the other has some of the fields of the one, spoilt or not. */
const twos: fc.Arbitrary<readonly [Likened, Likened]> = fc
  .tuple(
    people,
    people,
    fc.record({
      surname: fc.boolean(),
      firstName: fc.boolean(),
      patronymic: fc.boolean(),
      bornOn: fc.boolean(),
      iin: fc.boolean(),
      swap: fc.boolean(),
    }),
  )
  .map(([one, other, take]) => {
    const mixed = {
      surname: take.surname ? one.surname : other.surname,
      firstName: take.firstName ? one.firstName : other.firstName,
      patronymic: take.patronymic ? one.patronymic : other.patronymic,
      bornOn: take.bornOn ? one.bornOn : other.bornOn,
      iin: take.iin ? one.iin : other.iin,
    };
    return [one, take.swap ? {...mixed, surname: mixed.firstName, firstName: mixed.surname} : mixed] as const;
  });

describe('whatever the two are', () => {
  test('it does not matter which of them is first', () => {
    fc.assert(
      fc.property(twos, ([one, other]) => {
        expect(likeness(one, other)).toEqual(likeness(other, one));
      }),
    );
  });

  test('everybody is like himself', () => {
    fc.assert(
      fc.property(people, one => {
        const own = likeness(one, one);
        expect(own?.grounds.some(ground => ground === 'same-names')).toBe(true);
      }),
    );
  });

  test('spelt as the search folds it, a name is as like as before', () => {
    const folded = (one: Likened): Likened => ({
      ...one,
      surname: fold(one.surname).toUpperCase(),
      firstName: fold(one.firstName),
      patronymic: one.patronymic === null ? null : fold(one.patronymic),
    });
    fc.assert(
      fc.property(twos, ([one, other]) => {
        expect(likeness(one, folded(other))).toEqual(likeness(one, other));
      }),
    );
  });

  test('two valid numbers are two people', () => {
    fc.assert(
      fc.property(twos, ([one, other]) => {
        expect(likeness({...one, iin: numberA}, {...other, iin: numberB})).toBe(null);
      }),
    );
  });
});

describe('how far a name may be from another', () => {
  const isNear = (one: string, other: string): boolean =>
    likeness(person([`${one} Әлия Қайратқызы`, day]), person([`${other} Әлия Қайратқызы`, day]))?.grounds[0] ===
    'close-names';

  test.each<[why: string, one: string, other: string, near: boolean]>([
    ['two letters are too few for a slip', 'Ли', 'Ни', false],
    ['three are enough', 'Ким', 'Кам', true],
    ['a letter too many', 'Ким', 'Кимм', true],
    ['a letter too few at the beginning', 'Оспанова', 'спанова', true],
    ['two slips in six letters', 'Асанов', 'Исанав', false],
    ['two slips in seven', 'Оспанов', 'Аспанав', true],
    ['three slips in eight', 'Оспанова', 'Аспонава', false],
    ['two letters more', 'Оспанов', 'Оспановна', true],
    ['three letters more', 'Оспанов', 'Оспановным', false],
    ['two that changed places are one slip', 'Асан', 'Саан', true],
    ['two that changed places at the end', 'Асан', 'Асна', true],
    ['two that changed places over a third are two', 'Асан', 'Насат', false],
    ['a pair that changed places, and a slip beside it', 'Оспанов', 'Опсаноф', true],
    ['two pairs that changed places', 'Оспанов', 'Опсаонв', true],
    ['a pair that changed places and two slips', 'Оспанов', 'Опсинаф', false],
    ['the letters of a pair, but not side by side', 'Марат', 'Тарам', false],
  ])('%s: %s, %s', (_, one, other, near) => {
    expect([isNear(one, other), isNear(other, one)]).toEqual([near, near]);
  });
});

describe('what is missing, and what differs', () => {
  const grade = (one: Typed, other: Typed) => {
    const found = likeness(person(one), person(other));
    return found === null ? null : [found.grade, ...found.grounds];
  };

  test.each<[why: string, one: Typed, other: Typed, expected: Expected]>([
    ['an IIN of nothing is none', [whole, day, ''], [whole, day, ''], ['sure', 'same-names', 'same-birth-date']],
    [
      'no patronymics, day and month',
      ['Ким Дана', day],
      ['Ким Дана', '1980-03-05'],
      ['possible', 'same-names', 'birth-date-swapped'],
    ],
    [
      'no patronymics, one digit',
      ['Ким Дана', day],
      ['Ким Дана', '1981-05-03'],
      ['possible', 'same-names', 'birth-date-one-digit'],
    ],
    ['no patronymics, no day', ['Ким Дана', day], ['Ким Дана'], ['possible', 'same-names', 'birth-date-unknown']],
    [
      'one patronymic, day and month',
      [whole, day],
      ['Оспанова Әлия', '1980-03-05'],
      ['possible', 'patronymic-missing', 'birth-date-swapped'],
    ],
    [
      'one patronymic, one digit',
      [whole, day],
      ['Оспанова Әлия', '1981-05-03'],
      ['possible', 'patronymic-missing', 'birth-date-one-digit'],
    ],
    [
      'one patronymic, no day',
      [whole, day],
      ['Оспанова Әлия'],
      ['possible', 'patronymic-missing', 'birth-date-unknown'],
    ],
    [
      'a slip and no patronymic',
      [whole, day],
      ['Оспонова Әлия', day],
      ['likely', 'close-names', 'patronymic-missing', 'same-birth-date'],
    ],
    ['another father', [whole, day], ['Оспанова Әлия Маратқызы', day], null],
    ['another father, and the parts in another order', [whole, day], ['Әлия Оспанова Маратқызы', day], null],
    [
      'all three parts in another order',
      [whole, day],
      ['Қайратқызы Оспанова Әлия', day],
      ['likely', 'names-reordered', 'same-birth-date'],
    ],
    ['another surname and no patronymic of one', [whole, day], ['Сейітова Әлия', day], null],
    ['a father whose name is an ending', ['Ким Дана Улы', day], ['Ким Дана Ович', day], null],
  ])('%s', (_, one, other, expected) => {
    expect(grade(one, other)).toEqual(expected);
  });
});

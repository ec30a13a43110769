import {must} from '../../domain/assert.ts';
import type {LikenedEntry} from '../../domain/duplicate-pairs.ts';
import {makeTestIin} from '../../domain/iin.ts';

/** Invented people of an ordinary kind, always the same ones, and entries of some of them made a second time. */

const surnames =
  'Ахметов Оспанов Сейітов Қасымов Жүнісов Ибраев Сәтпаев Нұрланов Тілеуов Үсенов Өмірзақов Мұқанов Әбдірахманов Байжанов Дүйсенов Ескендіров Жұмабаев Құрманғазиев Петров Иванов Ким Цой Шмидт Ткаченко Һамитов'.split(
    ' ',
  );
const women =
  'Әлия Айгүл Гүлнұр Дана Жанар Зәуре Күләш Мәдина Нұргүл Роза Салтанат Ұлжан Шолпан Ырысты Іңкәр Анна Ольга Динара'.split(
    ' ',
  );
const men =
  'Алмас Бауыржан Ғалым Ерлан Ислам Қайрат Олжас Өмір Тимур Үміт Ілияс Иван Сергей Данияр Нұрлан Серік Талғат Арман'.split(
    ' ',
  );
const fathers = 'Асан Болат Ғани Дәулет Ермек Жақсылық Қанат Мұрат Нұржан Сейіт Төлеген Хамза Әбу Өтеген Қуат'.split(
  ' ',
);

/** A small generator with a seed: mulberry32. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return sides => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

function pick(list: readonly string[], roll: (sides: number) => number): string {
  return must(list[roll(list.length)]);
}

function idOf(kind: string, index: number): string {
  return `00000000-0000-4000-${kind}-${index.toString(16).padStart(12, '0')}`;
}

/** Two thirds have an IIN, nine tenths a patronymic, nearly all a birth date. */
export function crowd(size: number, seed = 1): LikenedEntry[] {
  const roll = dice(seed);
  return Array.from({length: size}, (_, index) => {
    const isWoman = roll(2) === 0;
    const surname = pick(surnames, roll);
    const two = (value: number) => String(value).padStart(2, '0');
    const bornOn = `${1930 + roll(80)}-${two(1 + roll(12))}-${two(1 + roll(28))}`;
    const sex = isWoman ? 'female' : 'male';
    return {
      id: idOf('9000', index),
      surname: isWoman && surname.endsWith('в') ? `${surname}а` : surname,
      firstName: pick(isWoman ? women : men, roll),
      patronymic: roll(10) === 0 ? null : `${pick(fathers, roll)}${isWoman ? 'қызы' : 'ұлы'}`,
      bornOn: roll(50) === 0 ? null : bornOn,
      iin: roll(3) === 0 ? null : makeTestIin(bornOn, sex, roll(900)),
    };
  });
}

/** How people are entered a second time. */
const slips: readonly {readonly how: string; readonly of: (one: LikenedEntry) => LikenedEntry | null}[] = [
  {
    how: 'in Russian letters',
    of: one => ({...one, surname: russian(one.surname), firstName: russian(one.firstName), iin: null}),
  },
  {
    how: 'by the IIN, another surname',
    of: one => (one.iin === null ? null : {...one, surname: 'Басқаева', patronymic: null}),
  },
  {
    how: 'without a patronymic',
    of: one => (one.bornOn === null || one.patronymic === null ? null : {...one, patronymic: null, iin: null}),
  },
  {
    how: 'a Russian patronymic',
    of: one =>
      one.patronymic === null || one.bornOn === null
        ? null
        : {...one, patronymic: russian(one.patronymic).replace(/кызы$/u, 'овна').replace(/улы$/u, 'ович'), iin: null},
  },
  {
    how: 'day and month',
    of: one =>
      one.bornOn === null
        ? null
        : {...one, bornOn: `${one.bornOn.slice(0, 4)}-${one.bornOn.slice(8)}-${one.bornOn.slice(5, 7)}`, iin: null},
  },
  {
    how: 'a digit of the year',
    of: one =>
      one.bornOn === null
        ? null
        : {
            ...one,
            bornOn: `${one.bornOn.slice(0, 3)}${(Number(one.bornOn[3]) + 1) % 10}${one.bornOn.slice(4)}`,
            iin: null,
          },
  },
  {
    how: 'a letter of the surname',
    of: one =>
      one.bornOn === null || one.surname.length < 5
        ? null
        : {...one, surname: one.surname.replace(/^(...)./u, '$1ж'), iin: null},
  },
  {
    how: 'married since',
    of: one => (one.bornOn === null || one.patronymic === null ? null : {...one, surname: 'Замужева', iin: null}),
  },
  {how: 'names changed places', of: one => ({...one, surname: one.firstName, firstName: one.surname, iin: null})},
];

const letters: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  і: 'и',
  һ: 'х',
};

function russian(words: string): string {
  return Array.from(words, letter => {
    const small = letter.toLowerCase();
    const folded = letters[small] ?? small;
    return letter === small ? folded : folded.toUpperCase();
  }).join('');
}

interface Planted {
  readonly ofId: string;
  readonly copy: LikenedEntry;
  readonly how: string;
}

/** So many of them once more, each with the next slip. */
export function planted(people: readonly LikenedEntry[], count: number): Planted[] {
  const copies: Planted[] = [];
  for (let index = 0; copies.length < count; index += 1) {
    const one = must(people[(index * 17) % people.length]);
    const {how, of} = must(slips[index % slips.length]);
    const copy = of(one);
    if (copy !== null) copies.push({ofId: one.id, how, copy: {...copy, id: idOf('9100', index)}});
  }
  return copies;
}

import {DatabaseSync} from 'node:sqlite';
import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {compareKazakh, kazakhKey} from '../../domain/collation.ts';

const alphabet = 'А Ә Б В Г Ғ Д Е Ё Ж З И Й К Қ Л М Н Ң О Ө П Р С Т У Ұ Ү Ф Х Һ Ц Ч Ш Щ Ъ Ы І Ь Э Ю Я'.split(' ');

describe('compareKazakh', () => {
  test('the 42 letters stand in their order, great or small', () => {
    expect(alphabet).toHaveLength(42);
    const mixed = alphabet.map((letter, index) => (index % 2 === 0 ? letter : letter.toLowerCase()));
    expect(mixed.toReversed().sort(compareKazakh)).toEqual(mixed);
  });

  test.each<[why: string, sorted: string[]]>([
    ['names', ['Абай', 'Әлия', 'Болат', 'Ғани', 'Дәулет', 'Еркін', 'Қанат', 'Ләззат', 'Өмір', 'Ұлан', 'Үміт', 'Іңкәр']],
    ['a letter inside', ['Аман', 'Аңсар', 'Аойша', 'Аөл']],
    ['a shorter name first', ['Ким', 'Ким Ли', 'Ким-Ян', 'Кима']],
    ['great and small alike', ['абай', 'АБАЯ', 'абаян']],
    ['the case decides last', ['Абай', 'абай', 'абая']],
    ['ё is a letter of its own', ['Семен', 'Семер', 'Семён']],
    [
      'signs, digits, Latin, Cyrillic, other letters',
      ['«', '5', '50', 'Kim', 'Ñuñez', 'Z', 'Łukasz', 'А', 'Я', 'Ї', '日'],
    ],
    ['a quote does not move a name', ['Шаңырақ', '«Шұғыла»', 'Шырақ']],
    ['Latin with a mark', ['Nina', 'Ñora', 'Nura']],
    ['a decomposed letter', ['Андреи', 'Андреи\u0306', 'Андрейи']],
  ])('%s', (_, sorted) => {
    expect(sorted.toReversed().sort(compareKazakh)).toEqual(sorted);
  });

  test('an order: antisymmetric, transitive, equal only for equal texts', () => {
    fc.assert(
      fc.property(names(), names(), names(), (a, b, c) => {
        expect(Math.sign(compareKazakh(a, b))).toBe(-Math.sign(compareKazakh(b, a)) + 0);
        expect(compareKazakh(a, b) === 0).toBe(a.normalize('NFC') === b.normalize('NFC'));
        const [first = '', second = '', third = ''] = [a, b, c].sort(compareKazakh);
        expect(compareKazakh(first, second) <= 0 && compareKazakh(second, third) <= 0).toBe(true);
        expect(compareKazakh(first, third) <= 0).toBe(true);
      }),
    );
  });
});

describe('kazakhKey', () => {
  test('a column of keys in SQLite sorts as the list on the screen', () => {
    const database = new DatabaseSync(':memory:');
    database.exec('CREATE TABLE person (name TEXT NOT NULL, sort_key TEXT NOT NULL) STRICT');
    const insert = database.prepare('INSERT INTO person VALUES (?, ?)');
    const sorted = database.prepare('SELECT name FROM person ORDER BY sort_key');
    fc.assert(
      fc.property(fc.array(names(), {maxLength: 20}), list => {
        database.exec('DELETE FROM person');
        for (const name of list) insert.run(name, kazakhKey(name));
        expect(sorted.all().map(row => row['name'])).toEqual([...list].sort(compareKazakh));
      }),
    );
    database.close();
  });

  test('survives what is no text', () => {
    expect(kazakhKey('\u0000\ud83d')).toBe(kazakhKey('\ufffd'));
    expect(kazakhKey('')).toBe('\u0001');
  });
});

/** Texts as they are kept: well formed, without NUL. */
function names(): fc.Arbitrary<string> {
  const letters = [
    ...alphabet,
    ...alphabet.map(letter => letter.toLowerCase()),
    ' ',
    '-',
    '5',
    'K',
    'ñ',
    'Ї',
    '日',
    '👍',
    '\uf8ff',
  ];
  return fc.oneof(
    fc.string({unit: fc.constantFrom(...letters), maxLength: 6}),
    fc.string({unit: 'binary', maxLength: 4}).map(text => text.replaceAll('\u0000', '').normalize('NFC')),
  );
}

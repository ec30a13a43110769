import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fold, initials, wrongLayout} from '../../domain/search-key.ts';

describe('fold', () => {
  const spellings: [kazakh: string, russian: string, folded: string][] = [
    ['Әлия', 'Алия', 'алия'],
    ['Құрманғазы', 'Курмангазы', 'курмангазы'],
    ['Мұхамедқали', 'Мухамедкали', 'мухамедкали'],
    ['Һамит', 'Хамит', 'хамит'],
    ['Іңкәр', 'Инкар', 'инкар'],
    ['Гүлнұр', 'Гульнур', 'гулнур'],
    ['Айгүл', 'Айгуль', 'айгул'],
    ['Өмірбек', 'Омирбек', 'омирбек'],
    ['Үміт', 'Умит', 'умит'],
    ['Ғабит', 'Габит', 'габит'],
    ['Дінмұхамед', 'Динмухамед', 'динмухамед'],
    ['Семенова', 'Семёнова', 'семенова'],
    ['Григорев', 'Григорьев', 'григорев'],
    ['Обедков', 'Объедков', 'обедков'],
  ];
  test.each(spellings)('%s and %s find each other', (kazakh, russian, folded) => {
    expect([fold(kazakh), fold(russian)]).toEqual([folded, folded]);
    expect([fold(kazakh.toUpperCase()), fold(russian.toUpperCase())]).toEqual([folded, folded]);
  });

  test.each<[why: string, text: string, folded: string]>([
    ['й is kept', 'Алий Әли', 'алий али'],
    ['й in two parts', 'Алии\u0306', 'алий'],
    ['ё in two parts', 'Семе\u0308нова', 'семенова'],
    ['a stress mark', 'Али\u0301я', 'алия'],
    ['digits', 'Іс № 12/ЖІ-2026', 'ис 12 жи 2026'],
    ['a phone', '+7 (701) 123-45-67', '7 701 123 45 67'],
    ['a double surname', 'Ким-Ли', 'ким ли'],
    ['quotes and blanks', '  «Шұғыла»,\u00a0ЖШС ', 'шугыла жшс'],
    ['a Latin i in a Cyrillic word', 'Тегi', 'теги'],
    ['Latin capitals that look Cyrillic', 'HҰРЛАH BЕРА', 'нурлан вера'],
    ['a Latin h for һ', 'Гауhар', 'гаухар'],
    ['all Latin lookalikes', 'жaceopxykmt', 'жасеорхукмт'],
    ['Latin words stay Latin', 'Hope Kim', 'hope kim'],
    ['invisible characters', 'Ә\u200bл\u00adия', 'алия'],
    ['only soft signs', 'ь Ъ', ''],
    ['emoji', '👍', ''],
    ['nothing', '', ''],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('whatever the text: small letters, digits and single blanks, and folding again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({unit: 'binary'}), fc.string({unit: fc.constantFrom(...'ҢңһHhİiАьъ -1'.split(''))})),
        text => {
          const folded = fold(text);
          expect(folded).toMatch(/^(?:[\p{L}\p{Nd}]+(?: [\p{L}\p{Nd}]+)*)?$/u);
          expect(folded).not.toMatch(/[әғёіқңөұүһъь]/u);
          expect(fold(folded)).toBe(folded);
        },
      ),
    );
  });
});

test.each<[string, string]>([
  ['Оспанова Әлия Қанатқызы', 'оак'],
  ['Оспанова Ә. Қ.', 'оак'],
  ['Ким-Ли', 'кл'],
  ['', ''],
])('initials of %j: %j', (text, expected) => {
  expect(initials(text)).toBe(expected);
});

describe('wrongLayout', () => {
  test.each<[why: string, typed: string, meant: string[]]>([
    ['Latin for Russian', 'fkbz', ['алия']],
    ['capitals and signs', 'Jcgfyjdf', ['Оспанова']],
    ['signs that are letters', "tub;'[].,", ['егижэхъюб']],
    ['ё', '`krf', ['ёлка', '`лка']],
    ['Latin for Kazakh', '2kbz', ['2лия', 'әлия']],
    ['Kazakh capitals', '@kbz', ['@лия', 'Әлия']],
    ['all of the number row', 'f234589 0-=', ['а234589 0-=', 'аәіңғүұ қөһ']],
    ['all of the number row, shifted', 'f@#$%*()_+', ['а@#$%*()_+', 'аӘІҢҒҮҰҚӨҺ']],
    ['Russian for Kazakh', '2лия', ['әлия', '2kbz']],
    ['Russian for Kazakh, capitals', '"лия №ң', ['Әлия Ің', '1kbz №4']],
    ['Kazakh for digits', 'үңі', ['843']],
    ['Kazakh for a phone', 'Һ. . қ"ә', ['Һ. . қӘә', '+7 7 012']],
    ['Russian for Latin', 'зкште', ['print']],
    ['nothing else possible', '12345', []],
    ['nothing', '', []],
  ])('%s', (_, typed, meant) => {
    expect(wrongLayout(typed)).toEqual(meant);
  });

  test('what was typed blind on the Latin layout is found again', () => {
    const russian = fc.string({
      unit: fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъыьэюяАЯ '.split('')),
      minLength: 1,
    });
    fc.assert(
      fc.property(
        russian.filter(word => wrongLayout(word).some(latin => /[a-z]/iu.test(latin))),
        word => wrongLayout(word).some(latin => wrongLayout(latin).includes(word)),
      ),
    );
  });
});

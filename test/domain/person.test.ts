import {createRequire} from 'node:module';
import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  cleanMultiline,
  cleanName,
  cleanText,
  fullName,
  printableRanges,
  shortName,
  unprintable,
  type PersonName,
} from '../../domain/person.ts';

test.each<[PersonName, full: string, short: string]>([
  [{surname: 'Оспанова', firstName: 'Әлия', patronymic: 'Қанатқызы'}, 'Оспанова Әлия Қанатқызы', 'Оспанова Ә. Қ.'],
  [{surname: 'Ким', firstName: 'Виктор', patronymic: null}, 'Ким Виктор', 'Ким В.'],
  [
    {surname: 'Иванова-Петрова', firstName: 'Анна-Мария', patronymic: null},
    'Иванова-Петрова Анна-Мария',
    'Иванова-Петрова А.',
  ],
  [{surname: 'Нұрлан', firstName: '', patronymic: null}, 'Нұрлан', 'Нұрлан'],
  [{surname: 'ван дер Берг', firstName: 'іңкәр', patronymic: 'ұлы'}, 'ван дер Берг іңкәр ұлы', 'ван дер Берг І. Ұ.'],
])('%j', (name, full, short) => {
  expect(fullName(name)).toBe(full);
  expect(shortName(name)).toBe(short);
});

test.each<[Parameters<typeof cleanName>[0], PersonName]>([
  [
    {surname: '  Оспанова ', firstName: 'Әлия\t', patronymic: '\u00a0Қанатқызы'},
    {surname: 'Оспанова', firstName: 'Әлия', patronymic: 'Қанатқызы'},
  ],
  [
    {surname: 'Ким', firstName: 'Виктор', patronymic: '  '},
    {surname: 'Ким', firstName: 'Виктор', patronymic: null},
  ],
  [
    {surname: 'Ким', firstName: 'Виктор', patronymic: ' — '},
    {surname: 'Ким', firstName: 'Виктор', patronymic: null},
  ],
  [
    {surname: 'Ким', firstName: 'Виктор'},
    {surname: 'Ким', firstName: 'Виктор', patronymic: null},
  ],
  [
    {surname: 'мак-ГРЕГОР', firstName: 'Д’Арси', patronymic: null},
    {surname: 'мак-ГРЕГОР', firstName: 'Д’Арси', patronymic: null},
  ],
])('cleanName %j', (typed, kept) => {
  expect(cleanName(typed)).toEqual(kept);
});

describe('cleanText', () => {
  test.each<[why: string, typed: string, kept: string]>([
    ['blanks at the ends', '  Әлия  ', 'Әлия'],
    ['runs of blanks', 'Ә\u2003 \u00a0қ', 'Ә қ'],
    ['line breaks and tabs', 'бір\r\nекі\tүш\u2028төрт', 'бір екі үш төрт'],
    ['control characters', 'а\u0000б\u0007в\u001bг\u007fд\u009fе', 'абвгде'],
    ['zero width', 'Әл\u200bи\u200d\ufeffя', 'Әлия'],
    ['direction marks', '\u202eяилӘ\u2066', 'яилӘ'],
    ['soft hyphen', 'Құр\u00adманғазы', 'Құрманғазы'],
    ['decomposed letters', 'Андреи\u0306', 'Андрей'],
    ['a decomposed letter torn by an invisible one', 'Андреи\u200b\u0306', 'Андрей'],
    ['hyphens that do not break', 'Ким\u2011Ли', 'Ким-Ли'],
    ['a torn half of a character', 'а\ud83dб', 'аб'],
    ['the chooser of an emoji', '❤\ufe0f', '❤'],
    ['a blank left by an invisible one', 'а \u200b б', 'а б'],
    ['all Kazakh letters', 'ӘәҒғҚқҢңӨөҰұҮүҺһІі', 'ӘәҒғҚқҢңӨөҰұҮүҺһІі'],
    ['quotes and signs', '«№ 5–6» — 50 % ₸', '«№ 5–6» — 50 % ₸'],
    ['nothing', ' \u200b\n', ''],
  ])('%s', (_, typed, kept) => {
    expect(cleanText(typed)).toBe(kept);
  });

  test('whatever is pasted: no control character, no blank too many, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(pasted(), typed => {
        const kept = cleanText(typed);
        expect(kept).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|\s\s|^\s|\s$/u);
        expect(kept.isWellFormed()).toBe(true);
        expect(cleanText(kept)).toBe(kept);
      }),
    );
  });
});

describe('cleanMultiline', () => {
  test.each<[why: string, typed: string, kept: string]>([
    ['every manner of line break', 'а\r\nб\nв\rг\u0085д\u2028е\u2029ж', 'а\nб\nв\nг\nд\nе\nж'],
    ['blanks at the ends of lines', '  а  \n\tб\t', 'а\nб'],
    ['one empty line stays', 'а\n\nб', 'а\n\nб'],
    ['many empty lines', 'а\n\n \n\nб', 'а\n\nб'],
    ['empty lines at the ends', '\n\nа\n\n', 'а'],
    ['control characters', 'а\u0000\n\u001bб\v', 'а\nб'],
  ])('%s', (_, typed, kept) => {
    expect(cleanMultiline(typed)).toBe(kept);
  });

  test('whatever is pasted: only line breaks of one kind, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(pasted(), typed => {
        const kept = cleanMultiline(typed);
        expect(kept.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
        expect(kept).not.toMatch(/\n{3}|^\n|\n$| \n|\n /u);
        expect(cleanMultiline(kept)).toBe(kept);
      }),
    );
  });
});

describe('unprintable', () => {
  test.each<[string, string[]]>([
    ['Әлия Құрманғазықызы, 12.05.2001 (№ 5/ҚҰ) «ё» – — ‘а’ “б” „в” • … § ° ± × ÷ % ‰ ₸', []],
    ['Łukasz Ñuñez Šímová ß', []],
    ['бір\nекі', []],
    ['жақсы 👍👍🏽', ['👍', '🏽']],
    ['а → б', ['→']],
    ['日本 ❤', ['日', '本', '❤']],
    ['а\u0301', ['\u0301']],
    ['а\tб', ['\t']],
    ['', []],
  ])('%j: %j', (kept, expected) => {
    expect(unprintable(kept)).toEqual(expected);
  });

  test('every printable character is in the font of the forms', () => {
    const path = 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf';
    const font = fontReader().openSync(path);
    const missing: string[] = [];
    for (const [from, to] of printableRanges) {
      for (let point = from; point <= to; point += 1) {
        if (!font.hasGlyphForCodePoint(point)) missing.push(point.toString(16));
      }
    }
    expect(missing).toEqual([]);
  });
});

interface FontReader {
  openSync(path: string): {hasGlyphForCodePoint(point: number): boolean};
}

/** The reader of fonts that the PDF library brings along; it has no types. */
function fontReader(): FontReader {
  const ofPdfLibrary = createRequire(createRequire(import.meta.url).resolve('pdfmake'));
  return ofPdfLibrary('fontkit') as FontReader;
}

/** Text as it comes from a clipboard: letters, blanks of all kinds, control characters, halves of characters. */
function pasted(): fc.Arbitrary<string> {
  const odd = [
    '\u0000',
    '\u0007',
    '\t',
    '\n',
    '\r',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u2028',
    '\u202e',
    '\ufeff',
  ];
  return fc
    .array(fc.oneof(fc.constantFrom(...odd, ' ', 'ә', 'и', '\u0306', '\ud83d', '\udc4d'), fc.string({unit: 'binary'})))
    .map(parts => parts.join(''));
}

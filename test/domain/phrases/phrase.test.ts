import {describe, expect, test} from 'vitest';
import {
  findPhrases,
  languageOf,
  namesSomebody,
  phrasePlaces,
  saysTheSame,
  type OfferedPhrase,
} from '../../../domain/phrases/phrase.ts';
import {starterPhrases} from '../../../domain/phrases/starter.ts';
import {unprintable} from '../../../domain/person.ts';
import {serviceTypes} from '../../../domain/vocabulary.ts';

const offered: readonly OfferedPhrase[] = [
  {
    id: 'a',
    serviceType: 'medical',
    place: 'measure',
    text: {kk: 'Емдік дене шынықтыру', ru: 'Лечебная физкультура'},
    hidden: false,
    uses: 0,
  },
  {
    id: 'b',
    serviceType: 'medical',
    place: 'measure',
    text: {kk: 'Емдік массаж', ru: 'Лечебный массаж'},
    hidden: false,
    uses: 3,
  },
  {id: 'c', serviceType: 'medical', place: 'measure', text: {kk: 'Үйге бару', ru: ''}, hidden: false, uses: 0},
  {id: 'd', serviceType: 'medical', place: 'measure', text: {kk: 'Массаж', ru: 'Массаж'}, hidden: true, uses: 9},
  {id: 'e', serviceType: 'medical', place: 'reason', text: {kk: 'Массаж', ru: 'Массаж'}, hidden: false, uses: 9},
  {id: 'f', serviceType: 'labour', place: 'measure', text: {kk: 'Массаж', ru: 'Массаж'}, hidden: false, uses: 9},
];

function found(typed: string, language: 'kk' | 'ru' = 'ru') {
  return findPhrases(offered, {serviceType: 'medical', place: 'measure', typed, language}).map(({words}) => words);
}

describe('phrases that are found', () => {
  interface Case {
    readonly what: string;
    readonly typed: string;
    readonly finds: readonly string[];
  }
  const cases: readonly Case[] = [
    {
      what: 'nothing typed: all, the most used first',
      typed: '',
      finds: ['Лечебный массаж', 'Лечебная физкультура', 'Үйге бару'],
    },
    {what: 'a part of a word', typed: 'культ', finds: ['Лечебная физкультура']},
    {what: 'words in any order', typed: 'массаж лечеб', finds: ['Лечебный массаж']},
    {what: 'the other language', typed: 'шыныктыру', finds: ['Емдік дене шынықтыру']},
    {what: 'folded letters of a phrase in one language', typed: 'уйге', finds: ['Үйге бару']},
    {what: 'the wrong keyboard', typed: 'vfccf;', finds: ['Лечебный массаж']},
    {what: 'nothing', typed: 'бассейн', finds: []},
  ];
  test.each(cases)('$what', ({typed, finds}) => {
    expect(found(typed)).toEqual(finds);
  });

  test('in the language of the screen', () => {
    expect(found('массаж', 'kk')).toEqual(['Емдік массаж']);
  });
});

test('two phrases are one when they say the same in a language, however it is written', () => {
  const [first, second] = offered as [OfferedPhrase, OfferedPhrase];
  expect(saysTheSame(first, {...second, text: {kk: 'ЕМДІК  дене шыныктыру', ru: 'Иное'}})).toBe(true);
  expect(saysTheSame(first, {...second, text: {kk: '', ru: 'Иное'}})).toBe(false);
  expect(saysTheSame({...first, text: {kk: '', ru: 'Иное'}}, {...second, text: {kk: '', ru: 'Другое'}})).toBe(false);
  expect(saysTheSame(first, {...first, place: 'reason'})).toBe(false);
});

test.each([
  ['580509300012', true],
  ['ИИН 580509 300 012', true],
  ['12 раз, 30 минут', false],
  ['тел. 8 701 000 00 01', false],
  ['1234567890123', false],
])('%s is a number of somebody: %s', (words, is) => {
  expect(namesSomebody(words)).toBe(is);
});

describe('the phrases that the program brings along', () => {
  test('are enough for each service type, and short enough to be read in a list', () => {
    for (const serviceType of serviceTypes) {
      const own = starterPhrases.filter(phrase => phrase.serviceType === serviceType);
      const measures = own.filter(({place}) => place === 'measure').length;
      expect([serviceType, measures >= 6 && measures <= 10]).toEqual([serviceType, true]);
      expect([serviceType, own.length - measures]).toEqual([serviceType, 6]);
    }
    expect(starterPhrases.filter(({text: {kk, ru}}) => kk.length > 90 || ru.length > 90)).toEqual([]);
  });

  test('none twice, none that paper cannot show, none with a key that an id cannot be', () => {
    const twice = starterPhrases.filter((phrase, at) =>
      starterPhrases.some((other, place) => place < at && saysTheSame(phrase, other)),
    );
    expect(twice.map(({id}) => id)).toEqual([]);
    expect(starterPhrases.filter(({text: {kk, ru}}) => unprintable(kk + ru).length > 0)).toEqual([]);
    expect(starterPhrases.filter(({id}) => !/^[a-z]+\.[a-z]+\.[a-z]+$/u.test(id) || id.length > 64)).toEqual([]);
    expect(new Set(starterPhrases.map(({place}) => place))).toEqual(new Set(phrasePlaces));
  });
});

test.each([
  ['ұйқы', 'ru', 'kk'],
  ['Ұ', 'ru', 'kk'],
  ['сауна', 'kk', 'kk'],
  ['массаж', 'ru', 'ru'],
  ['двадцать букв ровно.', 'kk', 'kk'],
  ['двадцать одна буква..', 'kk', 'ru'],
] as const)('the language of «%s» on a screen in %s', (words, shown, expected) => {
  expect(languageOf(words, shown)).toBe(expected);
});

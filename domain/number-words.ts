import {assert, must} from './assert.ts';
import {russianPlural, type CountedNoun} from './plural.ts';
import {text, type Text} from './text.ts';

const sheet: CountedNoun = {kk: 'парақ', ru: {one: 'лист', few: 'листа', many: 'листов'}};
const russianThousand = {one: 'тысяча', few: 'тысячи', many: 'тысяч'};

const kazakhUnits = ['', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз'];
const kazakhTens = ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан'];

const russianBelowTwenty = [
  '',
  'один',
  'два',
  'три',
  'четыре',
  'пять',
  'шесть',
  'семь',
  'восемь',
  'девять',
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
];
const russianTens = [
  '',
  '',
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];
const russianHundreds = [
  '',
  'сто',
  'двести',
  'триста',
  'четыреста',
  'пятьсот',
  'шестьсот',
  'семьсот',
  'восемьсот',
  'девятьсот',
];

/**
 * A whole number from 0 to 999,999 in words, small letters; in Russian masculine («двадцать один»).
 * Kazakh says «жүз» for 100 but «бір мың» for 1000, as papers do.
 */
export function numberInWords(count: number): Text {
  assert(Number.isInteger(count) && count >= 0 && count <= 999_999, 'numbers from 0 to 999,999 have words here');
  if (count === 0) return text('нөл', 'ноль');
  const [thousands, rest] = [Math.floor(count / 1000), count % 1000];
  const kazakh = [...(thousands > 0 ? [kazakhBelowThousand(thousands), 'мың'] : []), kazakhBelowThousand(rest)];
  const russian = [
    ...(thousands > 0 ? [feminine(russianBelowThousand(thousands)), russianThousand[russianPlural(thousands)]] : []),
    russianBelowThousand(rest),
  ];
  return text(joined(kazakh), joined(russian));
}

/** The count of sheets as the cover of Appendix 3 asks for it: «жиырма үш парақ», «двадцать три листа». */
export function sheetsInWords(count: number): Text {
  const words = numberInWords(count);
  return text(`${words.kk} ${sheet.kk}`, `${words.ru} ${sheet.ru[russianPlural(count)]}`);
}

function kazakhBelowThousand(count: number): string {
  const hundreds = Math.floor(count / 100);
  return joined([
    hundreds > 1 ? digit(kazakhUnits, hundreds) : '',
    hundreds > 0 ? 'жүз' : '',
    digit(kazakhTens, Math.floor(count / 10) % 10),
    digit(kazakhUnits, count % 10),
  ]);
}

function russianBelowThousand(count: number): string {
  const belowHundred = count % 100;
  const words =
    belowHundred < 20
      ? [digit(russianBelowTwenty, belowHundred)]
      : [digit(russianTens, Math.floor(belowHundred / 10)), digit(russianBelowTwenty, belowHundred % 10)];
  return joined([digit(russianHundreds, Math.floor(count / 100)), ...words]);
}

/** тысяча is feminine: одна, две. */
function feminine(words: string): string {
  return words.replace(/один$/u, 'одна').replace(/два$/u, 'две');
}

function digit(words: readonly string[], index: number): string {
  return must(words[index]);
}

function joined(words: readonly string[]): string {
  return words.filter(word => word !== '').join(' ');
}

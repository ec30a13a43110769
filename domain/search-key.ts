import {must} from './assert.ts';
import {cleanText} from './person.ts';

/**
 * Letters that count as one in a search, so that the Kazakh and the Russian spelling of a name find each other:
 * Әлия = Алия, Құрманғазы = Курмангазы, Һамит = Хамит, Іңкәр = Инкар.
 * ъ and ь are dropped, because Russian adds them where Kazakh has none (Гүлнұр, Гульнур).
 * й stays apart from и: both languages write it alike, and it tells names apart (Әли, Алий).
 */
const foldedLetters: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  ё: 'е',
  і: 'и',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  ъ: '',
  ь: '',
};

/**
 * Latin letters that were typed for the Cyrillic ones they look like; common in old tables, where і had no key.
 * Capitals first: a capital H looks like Н, a small h like һ.
 */
const lookalikeCapitals: Readonly<Record<string, string>> = {B: 'В', H: 'Н'};
const lookalikeLetters: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  h: 'х',
  i: 'и',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** The keys of the Latin layout, and what the same keys give in the Russian and in the Kazakh one. */
const letterKeys = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,.QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const letterRow = 'йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ';
const numberKeys = '1234567890-=@#$%^&*()_+';
const kazakhNumberRow = '"әіңғ,.үұқөһӘІҢҒ;:ҮҰҚӨҺ';

const latinToRussian = keyMap(`${letterKeys}\`~`, `${letterRow}ёЁ`);
const latinToKazakh = keyMap(letterKeys + numberKeys, letterRow + kazakhNumberRow);
const russianToLatin = keyMap(`${letterRow}ёЁ`, `${letterKeys}\`~`);
const kazakhToLatin = keyMap(kazakhNumberRow + letterRow, numberKeys + letterKeys);
const russianToKazakh = keyMap('2345890-="№;%*()_+', 'әіңғүұқөһӘІҢҒҮҰҚӨҺ');

/**
 * The form of a text that a search compares: small letters, folded, digits kept, everything else a blank, one blank
 * between words, none at the ends. Folding twice changes nothing.
 */
export function fold(text: string): string {
  return plainCyrillic.test(text) ? foldPlain(text) : foldAny(text);
}

/** What nearly all names are of: precomposed Cyrillic letters, digits and blanks, which need no more than half of it. */
const plainCyrillic = /^[\d \u0400-\u0481\u048a-\u04ff]*$/u;
const folded = new RegExp(`[${Object.keys(foldedLetters).join('')}]`, 'gu');

function foldPlain(text: string): string {
  return text
    .toLowerCase()
    .replace(folded, letter => must(foldedLetters[letter]))
    .replace(/ {2,}/gu, ' ')
    .trim();
}

function foldAny(text: string): string {
  const letters = cleanText(text)
    .replace(/[\p{L}\p{M}]+/gu, word => (isCyrillic(word) ? replaceEach(word, lookalikeCapitals) : word))
    .toLowerCase()
    .replace(/\p{M}/gu, '');
  return replaceEach(letters, foldedLetters)
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter(word => word !== '')
    .map(word => (isCyrillic(word) ? replaceEach(word, lookalikeLetters) : word))
    .join(' ');
}

/** First letters of the folded words: «Оспанова Ә. Қ.» → «оак». */
export function initials(text: string): string {
  return fold(text)
    .split(' ')
    .map(([first = '']) => first)
    .join('');
}

/**
 * What may have been meant, when the keyboard stood on another layout: Latin for Russian or Kazakh (`fkbz`, `2kbz`),
 * Russian for Kazakh (`2лия`), Russian or Kazakh for Latin and for digits (`зкште`, `үңі`).
 * Likeliest first; for a second search when the first has found nothing. Empty when nothing else could be meant.
 */
export function wrongLayout(typed: string): string[] {
  const meant: string[] = [];
  if (/[a-z]/iu.test(typed)) meant.push(replaceEach(typed, latinToRussian), replaceEach(typed, latinToKazakh));
  if (isCyrillic(typed)) {
    meant.push(replaceEach(typed, russianToKazakh));
    meant.push(
      ...[replaceEach(typed, russianToLatin), replaceEach(typed, kazakhToLatin)].filter(text => !isCyrillic(text)),
    );
  }
  return [...new Set(meant)].filter(text => text !== typed);
}

function isCyrillic(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}

function replaceEach(text: string, replacements: Readonly<Record<string, string>>): string {
  let replaced = '';
  for (const character of text) replaced += replacements[character] ?? character;
  return replaced;
}

function keyMap(from: string, to: string): Readonly<Record<string, string>> {
  const targets = to.split('');
  return Object.fromEntries(from.split('').map((key, index) => [key, must(targets[index])]));
}

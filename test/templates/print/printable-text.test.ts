import {expect, test} from 'vitest';
import {fragments, printable} from '../../../templates/print/printable-text.ts';

test.each([
  ['Әсел Құрманғали', 'Әсел Құрманғали'],
  ['ә\u0300', 'ә□'],
  ['и\u0306', 'й'],
  ['😀a', '□a'],
  ['👨‍👩‍👧', '□□□□□'],
  ['a\tb\r\nc\rd', 'a b\nc\nd'],
  ['\u0000\u200b\ud83d', '□□□'],
  ['№ 5 ₸ — «ок»', '№ 5 ₸ — «ок»'],
])('%j is printed as %j', (typed, expected) => {
  expect(printable(typed)).toBe(expected);
});

const endless = 'ш'.repeat(30);

test.each([
  ['қысқа сөздер', ['қысқа сөздер']],
  ['', ['']],
  [endless, [[endless]]],
  [`а ${endless} б ${endless}`, ['а ', [`${endless} `], 'б ', [endless]]],
  // A word with a hyphen may be broken there, and nowhere else.
  ['әлеуметтік-тұрмыстық', ['әлеуметтік-тұрмыстық']],
])('%j is broken inside only where a word is too wide', (typed, expected) => {
  const found = fragments(typed, 10, 80);
  expect(found.map(({text, wordBreak}) => (wordBreak ? [text] : text))).toEqual(expected);
});

test('fragments keep their style', () => {
  expect(fragments(endless, 10, 80, {italics: true})).toEqual([{text: endless, wordBreak: 'break-all', italics: true}]);
});

import {must} from './assert.ts';

/** The alphabet of the Kazakh Cyrillic script, which holds the Russian one. */
const alphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';

/** Blanks and signs between words, before digits, before Latin, before Cyrillic: as in a printed list. */
const betweenWords = ' ';
/** Above z and below а: Latin letters without a plain form, as in Łukasz. */
const afterLatin = '{';
/** Above every place: letters of other scripts and of other Cyrillic alphabets. */
const afterCyrillic = '\ue000';
/** Ends the compared part of a key; below a blank, so that «Ким» stands before «Ким Ли». */
const endOfLetters = '\u0001';

/** Each letter's place in the alphabet as one character that rises with it; with what other characters were found to have. */
const places = new Map(alphabet.split('').map((letter, index) => [letter, String.fromCodePoint(0x0430 + index)]));

/**
 * A text as a sort key by the 42 letters of the Kazakh alphabet (А Ә Б В Г Ғ …), great and small letters alike; two
 * texts that differ in nothing else are told apart by their own characters at the key's end.
 * Kept in a column, it sorts in the database's binary order (bytes of UTF-8).
 */
export function kazakhKey(text: string): string {
  const own = text.toWellFormed().normalize('NFC').replaceAll('\u0000', '');
  let key = '';
  for (const character of own.toLowerCase()) key += placeOf(character);
  return key.replace(/ +/gu, betweenWords).trim() + endOfLetters + own;
}

/** For `sort`: the order of `kazakhKey`, the same as the database's. */
export function compareKazakh(left: string, right: string): number {
  return compareByCodePoint(kazakhKey(left), kazakhKey(right));
}

function placeOf(character: string): string {
  const place = places.get(character);
  if (place !== undefined) return place;
  const found = placeOfOther(character);
  places.set(character, found);
  return found;
}

function placeOfOther(character: string): string {
  if (/[\p{Nd}\p{Script=Latin}]/u.test(character)) {
    return character.normalize('NFKD').replace(/\P{ASCII}/gu, '') || afterLatin + character;
  }
  return /\p{L}/u.test(character) ? afterCyrillic + character : betweenWords;
}

/** The order of UTF-8 bytes. The `<` of strings differs from it where a character takes two UTF-16 units. */
function compareByCodePoint(left: string, right: string): number {
  let index = 0;
  while (index < left.length && left.codePointAt(index) === right.codePointAt(index)) {
    index += String.fromCodePoint(must(left.codePointAt(index))).length;
  }
  return (left.codePointAt(index) ?? -1) - (right.codePointAt(index) ?? -1);
}

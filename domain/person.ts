import {must} from './assert.ts';

/** A name as the forms ask for it: «тегі, аты, әкесінің аты (бар болса)». */
export interface PersonName {
  surname: string;
  firstName: string;
  /** Null for a person who has none; never an empty string. */
  patronymic: string | null;
}

/**
 * The characters, as inclusive ranges of code points, that paper can show: what the Times-like font of the forms is cut
 * down to, and what `unprintable` lets pass. A character that is added here must be in that font.
 */
export const printableRanges: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  // Latin-1 and Latin Extended-A, for foreign names.
  [0xa0, 0x17f],
  // Cyrillic and its supplement, all Kazakh letters among them.
  [0x0400, 0x052f],
  // – —
  [0x2013, 0x2014],
  // ‘ ’
  [0x2018, 0x2019],
  // “ ” „
  [0x201c, 0x201e],
  // •
  [0x2022, 0x2022],
  // …
  [0x2026, 0x2026],
  // ‰
  [0x2030, 0x2030],
  // ₸
  [0x20b8, 0x20b8],
  // №
  [0x2116, 0x2116],
];

/** Surname first, then the first name, then the patronymic where there is one. */
export function fullName(name: PersonName): string {
  return [name.surname, name.firstName, name.patronymic ?? ''].filter(part => part !== '').join(' ');
}

/** «Оспанова Ә. Қ.» */
export function shortName(name: PersonName): string {
  return [name.surname, initial(name.firstName), initial(name.patronymic ?? '')].filter(part => part !== '').join(' ');
}

/**
 * A typed name as it is kept. The letters and their case stay as they were typed: nobody knows better than the person
 * how a name is written. A dash where there is no patronymic means that there is none.
 */
export function cleanName(typed: {surname: string; firstName: string; patronymic?: string | null}): PersonName {
  const patronymic = cleanText(typed.patronymic ?? '');
  return {
    surname: cleanText(typed.surname),
    firstName: cleanText(typed.firstName),
    patronymic: /\p{L}/u.test(patronymic) ? patronymic : null,
  };
}

/**
 * A text of one line as it is kept: composed (NFC), no control or invisible character, no torn half of a character,
 * every run of white space one blank, none at the ends.
 */
export function cleanText(typed: string): string {
  return withoutInvisible(typed.replace(/[\t\n\v\f\r\u0085\p{Z}]/gu, ' '))
    .replace(/ {2,}/gu, ' ')
    .trim();
}

/**
 * A text of several lines as it is kept: as `cleanText` per line, line breaks as `\n`, at most one empty line in a row,
 * none at the ends.
 */
export function cleanMultiline(typed: string): string {
  return typed
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map(cleanText)
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/^\n+|\n+$/gu, '');
}

/** The characters of a kept text that paper cannot show, each once, in the order in which they come. */
export function unprintable(kept: string): string[] {
  return [...new Set(kept)].filter(character => {
    const point = must(character.codePointAt(0));
    return character !== '\n' && !printableRanges.some(([from, to]) => from <= point && point <= to);
  });
}

function initial(word: string): string {
  const [first] = word;
  return first === undefined ? '' : `${first.toUpperCase()}.`;
}

/**
 * Control characters, format characters (zero width, direction marks, soft hyphen), lone surrogates, and marks that
 * only choose how the character before them looks. Word's hyphens that do not break become hyphens.
 */
function withoutInvisible(line: string): string {
  return line
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .normalize('NFC');
}

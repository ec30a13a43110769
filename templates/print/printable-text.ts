import {must} from '../../domain/assert.ts';
import {printableRanges} from '../../domain/person.ts';
import type {Fragment} from './definition.ts';
import {estimatedWidth} from './text-width.ts';

/** Stands on paper for a character that the font does not have. */
export const replacement = '\u25a1';

/** A value as it can be printed: composed, and a box for each character that the font does not have. */
export function printable(value: string): string {
  const composed = value.normalize('NFC').replace(/\r\n?/gu, '\n').replace(/\t/gu, ' ');
  return Array.from(composed, character => (isPrintable(character) ? character : replacement)).join('');
}

/**
 * A value as fragments that stay within a place so wide: words that fit are broken at their ends only, wider ones
 * anywhere.
 */
export function fragments(
  value: string,
  fontSize: number,
  width: number,
  style: Omit<Fragment, 'text'> = {},
): Fragment[] {
  const made: Fragment[] = [];
  let plain = '';
  for (const word of printable(value).split(/(?<=[\s-])/u)) {
    if (estimatedWidth(word.trimEnd(), fontSize) <= width) {
      plain += word;
      continue;
    }
    if (plain !== '') made.push({...style, text: plain});
    made.push({...style, text: word, wordBreak: 'break-all'});
    plain = '';
  }
  if (plain !== '' || made.length === 0) made.push({...style, text: plain});
  return made;
}

function isPrintable(character: string): boolean {
  const point = must(character.codePointAt(0));
  return character === '\n' || printableRanges.some(([from, to]) => from <= point && point <= to);
}

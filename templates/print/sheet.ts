import {must} from '../../domain/assert.ts';
import {text, type PrintLanguage, type Text} from '../../domain/text.ts';
import type {Answers} from '../core/condition.ts';
import type {Edition, Field} from '../core/edition.ts';
import type {Fragment} from './definition.ts';
import {fragments, printable} from './printable-text.ts';
import {inLanguage, slots, type Words} from './words.ts';

/** What every block is printed with. */
export interface Sheet {
  readonly edition: Edition;
  /** `null` prints the order's blank form. */
  readonly answers: Answers | null;
  readonly language: PrintLanguage;
  /** Between the margins, in points. */
  readonly width: number;
  readonly height: number;
}

/** Captions under lines, the stamp, the footnotes. */
export const smallSize = 9.5;

/** To be written by hand: as long as the form makes them. */
const blanks: Readonly<Record<string, Text>> = {
  year: text('20 ___', '20 ___'),
  day: text('___', '___'),
  month: text('____________', '____________'),
  from: text('_______________', '_______________'),
  to: text('_______________', '_______________'),
  value: text('____________', '____________'),
};

export function fieldOf(sheet: Sheet, name: string): Field {
  return must(sheet.edition.fields[name], `${sheet.edition.id} has no field ${name}`);
}

/**
 * The printed line of a field, a paragraph per language: its words, its slots filled and underlined, or left to be
 * written by hand.
 */
export function sentences(sheet: Sheet, field: Field, answer: unknown, fontSize: number): Fragment[][] {
  const line = must(field.line, 'a sentence needs the printed line of its field');
  const filled = slots(field, answer);
  return inLanguage(line, sheet.language).map((pattern, index) => {
    const side = sheet.language === 'ru' || (sheet.language === 'both' && index === 1) ? 'ru' : 'kk';
    return pattern.split(/(\{\w+\})/u).flatMap(part => {
      const slot = /^\{(\w+)\}$/u.exec(part)?.[1];
      if (slot === undefined) return part === '' ? [] : [{text: part}];
      const words = inSide(filled[slot] ?? null, side);
      if (words === null) return [{text: must(blanks[slot], `unknown slot ${slot}`)[side]}];
      return fragments(words, fontSize, sheet.width * 0.9, slot === 'value' ? {decoration: 'underline'} : {});
    });
  });
}

/** Keeps a block on one page, but for texts that no page may hold: what is kept and does not fit is lost. */
export function kept(sheet: Sheet, ...answers: readonly unknown[]): {readonly unbreakable?: true} {
  const typed = sheet.answers === null ? '' : JSON.stringify(answers);
  return typed.length < longestKept ? {unbreakable: true} : {};
}

/** Characters of JSON: about twenty lines of half the page's width. */
const longestKept = 700;

/** Words of the form, a paragraph per language. A footnote mark never begins a line. */
export function labelLines(label: Text, language: PrintLanguage): string[] {
  return inLanguage(label, language).map(words => printable(words).replace(/ (?=\*+$)/u, '\u00a0'));
}

function inSide(words: Words, side: 'kk' | 'ru'): string | null {
  return words === null || typeof words === 'string' ? words : words[side];
}

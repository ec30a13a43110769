import type {PrintLanguage, Text} from '../../domain/text.ts';
import type {Alignment, Cell} from './definition.ts';
import {fragments} from './printable-text.ts';
import {labelLines, smallSize} from './sheet.ts';

/** What a line is written with: a sheet of a form, or a print of our own. */
export interface Writing {
  readonly language: PrintLanguage;
  readonly edition: {readonly page: {readonly fontSize: number}};
}

export const noBorder = [false, false, false, false] as const;
export const underBorder = [false, false, false, true] as const;

/** A value above a ruled line. An empty one keeps the height of a line to write on. */
export function onLine(sheet: Writing, values: readonly string[], width: number, alignment: Alignment): Cell {
  const {fontSize} = sheet.edition.page;
  if (values.length === 0) return {text: '\u00a0', border: underBorder};
  return {
    stack: values.map(value => ({text: fragments(value, fontSize, width * 0.95), alignment})),
    border: underBorder,
  };
}

/**
 * Draws the cells of a row down to the line under the tallest of them. Only for a row that is kept on one page: across
 * a page break the renderer's file is broken.
 */
export function onOneBase(row: readonly Cell[], isKept: boolean): readonly Cell[] {
  return isKept ? row.map(cell => ({...cell, verticalAlignment: 'bottom' as const})) : row;
}

/** Under a line, small. */
export function caption(sheet: Writing, words: Text): Cell {
  return {
    stack: labelLines(words, sheet.language).map(text => ({text, alignment: 'center' as const})),
    fontSize: smallSize,
    border: noBorder,
  };
}

import type {PrintLanguage} from '../../domain/text.ts';
import type {Answers} from '../core/condition.ts';
import type {Edition} from '../core/edition.ts';
import type {DraftOf} from '../core/values.ts';
import {printBlock} from './blocks.ts';
import type {PrintDefinition} from './definition.ts';
import type {Sheet} from './sheet.ts';
import {inOneLine} from './words.ts';
import {text} from '../../domain/text.ts';

export interface PrintOptions {
  /** The mark across every page, until the paper is approved. */
  readonly draft: boolean;
  /** Says at the foot that the form had lost force on the paper's date. */
  readonly lostForce: boolean;
  /** When the paper was frozen (UTC, ISO with Z). Without it the print bears the date of its edition: same input, same bytes. */
  readonly madeAt?: string;
  /** The id of the frozen paper. */
  readonly record?: string;
}

const millimetre = 72 / 25.4;
const a4 = {short: 210 * millimetre, long: 297 * millimetre};

/** The binding takes the left edge of an upright page and the upper edge of a lying one. */
const margins = {
  portrait: [30, 20, 10, 18],
  landscape: [15, 20, 12, 15],
} as const;

const draftMark = text('ЖОБА', 'ПРОЕКТ');

const lostForceNote = text('нысан 01.07.2023 бастап күшін жойған', 'форма утратила силу с 01.07.2023');

/**
 * A paper as it is printed: the edition's layout with these answers, or the order's blank form. Pure: the same input is
 * the same document, and with `madeAt` fixed the same bytes.
 */
export function documentDefinition<E extends Edition>(
  edition: E,
  values: DraftOf<E> | 'blank',
  language: PrintLanguage,
  options: PrintOptions,
): PrintDefinition {
  const {orientation} = edition.page;
  const [left, top, right, bottom] = margins[orientation].map(side => side * millimetre) as [
    number,
    number,
    number,
    number,
  ];
  const [pageWidth, pageHeight] = orientation === 'portrait' ? [a4.short, a4.long] : [a4.long, a4.short];
  const sheet: Sheet = {
    edition: language === 'both' ? inSmallerType(edition) : edition,
    answers: values === 'blank' ? null : (values as Answers),
    language,
    width: pageWidth - left - right,
    height: pageHeight - top - bottom,
  };
  return {
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: [left, top, right, bottom],
    content: edition.print.map(block => printBlock(sheet, block)),
    fontSize: sheet.edition.page.fontSize,
    footnote: options.lostForce ? inOneLine(lostForceNote, language) : null,
    watermark: options.draft ? inOneLine(draftMark, 'both') : null,
    language: language === 'ru' ? 'ru-KZ' : 'kk-KZ',
    info: {
      title: inOneLine(edition.title, language),
      form: edition.id,
      record: options.record ?? null,
      madeAt: options.madeAt ?? `${edition.basis.dated}T00:00:00Z`,
    },
  };
}

/** Two languages are half as much again to read: a point smaller, a page is filled and not left for the next one. */
function inSmallerType(edition: Edition): Edition {
  const {page} = edition;
  return {...edition, page: {...page, fontSize: page.fontSize - 1, tableFontSize: page.tableFontSize - 1}};
}

import type {PrintLanguage} from '../../domain/text.ts';
import type {Answers} from '../core/condition.ts';
import type {Edition} from '../core/edition.ts';
import type {DraftOf} from '../core/values.ts';
import {printBlock} from './blocks.ts';
import type {PrintDefinition} from './definition.ts';
import {lostForceNote, pageFrame} from './page.ts';
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

const draftMark = text('ЖОБА', 'ПРОЕКТ');

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
  const frame = pageFrame(orientation);
  const sheet: Sheet = {
    edition: language === 'both' ? inSmallerType(edition) : edition,
    answers: values === 'blank' ? null : (values as Answers),
    language,
    width: frame.width,
    height: frame.height,
  };
  return {
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: frame.margins,
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

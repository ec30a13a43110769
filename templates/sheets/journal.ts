import {assert, must} from '../../domain/assert.ts';
import type {Language, Text} from '../../domain/text.ts';
import type {Answers} from '../core/condition.ts';
import type {Fields} from '../core/edition.ts';
import type {TableBlock} from '../core/layout.ts';
import {appendix2} from '../editions/308-2022/appendix-2.ts';
import {valueLines} from '../print/words.ts';

/** The journal (Appendix 2) column by column, in the words of its print: for what is typed into the state portal. */
export interface JournalSheet {
  /** The heads of the 14 columns, as the form prints them. */
  readonly heads: readonly Text[];
  /** A row of the journal as the words of its 14 cells; the lines of one cell are apart by `\n`. */
  readonly cells: (row: Answers, language: Language) => string[];
}

/** `edition`: as it is, or with its corrected labels. */
export function journalSheet(edition: typeof appendix2): JournalSheet {
  const fields: Fields = edition.fields.rows.fields;
  const {columns} = must(edition.print.find((block): block is TableBlock & typeof block => block.block === 'table'));
  return {
    heads: columns.map(({head}) => (typeof head === 'string' ? must(fields[head]).label : head)),
    cells: (row, language) =>
      columns.map(({cell}) => {
        assert(typeof cell !== 'string', 'a column of the journal names its fields');
        return cell
          .flatMap(part => ('field' in part ? valueLines(must(fields[part.field]), row[part.field], language) : []))
          .map(plain)
          .join('\n');
      }),
  };
}

/** In the edition's own words. */
export const ownJournalSheet = journalSheet(appendix2);

/** What keeps words together on paper is a foreign character in a field of a portal. */
function plain(words: string): string {
  return words.replaceAll('\u00a0', ' ');
}

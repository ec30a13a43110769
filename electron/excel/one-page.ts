import {getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings} from 'write-excel-file/utility';
import {must} from '../../domain/assert.ts';
import type {WorkbookSheet} from './workbook.ts';

const elements = [
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="1"/>',
];

/** What the writer of workbooks needs for sheets that are printed on one page each: no table and no chart is cut. */
export function onePageOf(sheets: readonly WorkbookSheet[]) {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (markup: string, _: unknown, {sheetIndex}: {readonly sheetIndex: number}) =>
            sheets[sheetIndex]?.onOnePage === true ? elements.reduce(withElement, markup) : markup,
        },
      },
    },
  };
}

/** Excel refuses elements in another order than the standard has them. */
function withElement(markup: string, element: string): string {
  const order = must(getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet'));
  return insertElementMarkupAccordingToOrderOfSiblings(markup, element, order, 'worksheet');
}

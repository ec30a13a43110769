import type {ChartTone} from '../../domain/statistics-charts.ts';
import type {Text} from '../../domain/text.ts';

/** A sheet of a workbook as plain data; what writes the file chooses the language and the number format. */
export type SheetCell =
  | {readonly type: 'text'; readonly value: Text}
  | {readonly type: 'number'; readonly value: number}
  | {readonly type: 'empty'};

/** A chart of the first rows, which have their names in the first column. */
export interface SheetChart<Words = Text> {
  readonly kind: 'bars' | 'lines';
  readonly title: Words;
  readonly rows: number;
  /** Columns of the sheet, from 0; the head is their name in the legend. */
  readonly series: readonly {readonly column: number; readonly tone: ChartTone; readonly dashed: boolean}[];
}

export interface DataSheet {
  readonly name: Text;
  readonly heads: readonly Text[];
  /** As many cells in each row as there are heads. */
  readonly rows: readonly (readonly SheetCell[])[];
  readonly chart?: SheetChart | null;
}

export const emptyCell: SheetCell = {type: 'empty'};

export function textCell(value: Text | null): SheetCell {
  return value === null ? emptyCell : {type: 'text', value};
}

export function numberCell(value: number | null): SheetCell {
  return value === null ? emptyCell : {type: 'number', value};
}

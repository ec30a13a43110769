import type {Text} from '../../domain/text.ts';

/** A sheet of a workbook as plain data; what writes the file chooses the language and the number format. */
export type SheetCell =
  | {readonly type: 'text'; readonly value: Text}
  | {readonly type: 'number'; readonly value: number}
  | {readonly type: 'empty'};

export interface DataSheet {
  readonly name: Text;
  readonly heads: readonly Text[];
  /** As many cells in each row as there are heads. */
  readonly rows: readonly (readonly SheetCell[])[];
}

export const emptyCell: SheetCell = {type: 'empty'};

export function textCell(value: Text | null): SheetCell {
  return value === null ? emptyCell : {type: 'text', value};
}

export function numberCell(value: number | null): SheetCell {
  return value === null ? emptyCell : {type: 'number', value};
}

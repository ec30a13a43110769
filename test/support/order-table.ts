import {readFileSync} from 'node:fs';
import {must} from '../../domain/assert.ts';

/** A row of Appendix 1 as the order prints it, read without the edition that is held against it. */
export interface OrderRow {
  readonly no: number;
  /** With the numbers of the notes and the condition in brackets. */
  readonly post: string;
  readonly notes: readonly number[];
  /** The cells that stand alone: null for «-». */
  readonly alone: readonly (number | null)[];
  /** The words of the merged cell that the rest of the row is. */
  readonly merged: string | null;
}

const columnCount = 11;

export function orderTable(): OrderRow[] {
  const file = new URL('../templates/editions/308-2022/appendix-1.order.txt', import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(readRow);
}

function readRow(line: string): OrderRow {
  const [no = '', post = '', cells = ''] = line.split(' | ');
  const merged = /"(.*)"$/u.exec(cells)?.[1] ?? null;
  const alone = cells
    .replace(/".*"$/u, '')
    .trim()
    .split(' ')
    .filter(cell => cell !== '')
    .map(cell => (cell === '-' ? null : Number(cell.replace(',', '.'))));
  if (merged === null && alone.length !== columnCount) throw new Error(`row ${no} has ${alone.length} cells`);
  const notes = /(?<=\s)\d(?:, ?\d)*(?= \(|$)/u.exec(post)?.[0] ?? '';
  return {no: Number(no), post, notes: notes.split(/, ?/u).filter(Boolean).map(Number), alone, merged};
}

/** What stands in a column of the row, from 0: «-» as null, a number, or the words of the merged cell. */
export function cellOf(row: OrderRow, column: number): number | null | string {
  return column < row.alone.length ? (must(row.alone.slice(column), 'a column')[0] ?? null) : must(row.merged);
}

import writeWorkbook, {type Cell, type SheetData} from 'write-excel-file/node';
import {must} from '../../domain/assert.ts';
import type {IsoDate} from '../../domain/dates.ts';
import type {SheetChart} from '../../templates/sheets/sheet.ts';
import {chartsOf} from './charts.ts';
import {onePageOf} from './one-page.ts';
import {rowHeight} from './row-height.ts';

/** A day is written as a day of the spreadsheet, so that it sorts and filters. Null: an empty cell. */
export type WorkbookCell = string | number | {readonly day: IsoDate} | null;

export interface WorkbookSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** In characters, one for each column; where it is left out, 18. */
  readonly widths?: readonly number[];
  readonly chart?: SheetChart<string> | null;
  /** However small that makes it; else as Excel cuts it. */
  readonly onOnePage?: boolean;
}

/** A cell of Excel holds no more. */
const longestText = 32_767;

/**
 * An Excel file (.xlsx, ECMA-376). What was typed is always written as text, so that words that begin with `=`, `+`, `-`
 * or `@` are no formula. The head stays in view.
 */
export async function workbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const taken = new Set<string>();
  const named = sheets.map(sheet => ({...sheet, name: sheetName(sheet.name, taken)}));
  const made = named.map(sheet => {
    const widths = sheet.head.map((_, index) => sheet.widths?.[index] ?? 18);
    const cells = [sheet.head.map(headCell), ...sheet.rows.map(row => row.map(cellOf))];
    const heights = [rowHeight(sheet.head, widths, 'bold'), ...sheet.rows.map(row => rowHeight(row, widths))];
    const data: SheetData = cells.map((row, index) => asHigh(row, heights[index]));
    return {data, sheet: sheet.name, columns: widths.map(width => ({width})), stickyRowsCount: 1};
  });
  return new Uint8Array(await writeWorkbook(made, {features: [chartsOf(named), onePageOf(named)]}).toBuffer());
}

type StyledCell = Extract<Cell, {readonly value?: unknown}>;

/** A row is as high as its first cell says. */
function asHigh(cells: readonly (StyledCell | null)[], height: number | undefined): SheetData[number] {
  if (height === undefined) return [...cells];
  const [first, ...rest] = cells;
  return [{...(first ?? {value: '', type: String}), height}, ...rest];
}

function headCell(words: string): StyledCell {
  return {value: words, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top'};
}

function cellOf(cell: WorkbookCell): StyledCell | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return {value: cell, type: Number, alignVertical: 'top'};
  if (typeof cell === 'string') {
    return {value: cell.slice(0, longestText), type: String, wrap: true, alignVertical: 'top'};
  }
  return {value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy', alignVertical: 'top'};
}

/** Excel allows so many letters, none of []:*?/\, and no name twice. */
const longestName = 31;

function sheetName(name: string, taken: Set<string>): string {
  const plain = name.replaceAll(/[[\]:*?/\\\s]+/g, ' ').replaceAll(/^[\s']+|[\s']+$/g, '') || '1';
  const numbers = Array.from({length: 99}, (_, index) => ` ${index + 2}`);
  const candidates = ['', ...numbers].map(number => cutAtWord(plain, longestName - number.length) + number);
  const free = must(candidates.find(each => !taken.has(each.toLowerCase())));
  taken.add(free.toLowerCase());
  return free;
}

/** Whole words, and a sign that there were more; of one long word its beginning. */
function cutAtWord(words: string, most: number): string {
  if (words.length <= most) return words;
  const begun = words.slice(0, most - 1);
  const whole = /\s/.test(words.charAt(most - 1)) ? begun : begun.slice(0, Math.max(0, begun.lastIndexOf(' ')));
  return `${(whole || begun).replace(/[\s,;.–—-]+$/u, '')}…`;
}

import {assert, must} from '../../domain/assert.ts';
import type {Text} from '../../domain/text.ts';
import {isKnown, type Answers} from '../core/condition.ts';
import {fieldName, type Field, type Fields} from '../core/edition.ts';
import type {Column, Part, TableBlock} from '../core/layout.ts';
import type {Cell, CellStyle, Content, Paragraph} from './definition.ts';
import {fragments} from './printable-text.ts';
import {fieldOf, labelLines, type Sheet} from './sheet.ts';
import {estimatedHeight} from './text-height.ts';
import {inOneLine, valueLines} from './words.ts';

/** What the `grid` layout of the renderer takes from a column: padding on both sides and a line. */
export const gridPadding = 6.5;

const smallestTable = 8;

/** A row of the form: one line of the table, or one for each item of the list that it is expanded by. */
interface Row {
  readonly number: number;
  readonly label: Text | null;
  readonly items: readonly Answers[];
}

/** What the columns of a block name. */
interface Grid {
  readonly sheet: Sheet;
  readonly block: TableBlock;
  readonly fields: Fields;
  /** Inner widths of the columns, in points. */
  readonly widths: readonly number[];
  readonly fontSize: number;
  readonly headSize: number;
}

/** A table of the form: its head repeated on every page, column numbers where the form has them. */
export function formTable(sheet: Sheet, block: TableBlock): Content {
  const field = fieldOf(sheet, block.field);
  assert(field.type === 'table' || field.type === 'list', `${block.field} is no table`);
  const shares = block.columns.reduce((sum, column) => sum + column.width, 0);
  const grid: Grid = {
    sheet,
    block,
    fields: columnFields(field.fields, block.expand),
    widths: block.columns.map(column => (column.width / shares) * sheet.width - gridPadding),
    fontSize: Math.max(smallestTable, sheet.edition.page.tableFontSize),
    // Two languages in one head: smaller, so that a first row still fits under it.
    headSize: Math.max(smallestTable, sheet.edition.page.tableFontSize - (sheet.language === 'both' ? 1 : 0)),
  };
  const head = headRows(grid);
  const body = rowsOf(sheet, field, block).flatMap(row => bodyRows(grid, row));
  const keeping = whatIsKept(grid, head, body);
  return {
    stack: [
      ...leadOf(grid, field, keeping),
      {
        table: {
          widths: grid.widths,
          heights: [
            ...head.map(() => 'auto' as const),
            ...body.map(() => (sheet.answers === null ? blankRowHeight : 'auto')),
          ],
          headerRows: head.length,
          keepWithHeaderRows: keeping.firstRow ? 1 : 0,
          dontBreakRows: keeping.rows,
          body: [...head, ...body],
        },
        layout: 'grid',
        fontSize: grid.fontSize,
        margin: [0, 4, 0, 0],
      },
      ...(block.expand === undefined ? [] : [endMark(block)]),
    ],
    margin: [0, 6, 0, 0],
  };
}

/** Tells the renderer's page breaks where the last row stands. */
function endMark(block: TableBlock): Paragraph {
  return {text: '\u00a0', fontSize: 1, style: `${block.field} end`};
}

interface Keeping {
  /** No row is broken over two pages. */
  readonly rows: boolean;
  /** The first row stays with the head. */
  readonly firstRow: boolean;
  /** Points that the table needs to begin on a page. */
  readonly opening: number;
}

/** What is kept together is lost when it does not fit on a page: so only what surely fits. */
function whatIsKept(grid: Grid, head: readonly Cell[][], body: readonly Cell[][]): Keeping {
  const headHeight = head.reduce((sum, row) => sum + rowHeight({...grid, fontSize: grid.headSize}, row), 0);
  const heights = body.map(row => rowHeight(grid, row));
  const room = grid.sheet.height * 0.9 - headHeight;
  const firstRow = (heights[0] ?? 0) < room;
  return {
    rows: Math.max(0, ...heights) < Math.min(room, grid.sheet.height * 0.6),
    firstRow,
    opening: headHeight + (firstRow ? (heights[0] ?? 0) : startOfRow),
  };
}

/** A few lines of a row that is broken. */
const startOfRow = 60;

/** The paragraph above a table; where there is none, a mark that moves with the table to the next page. */
function leadOf(grid: Grid, field: Field, {firstRow, opening}: Keeping): Paragraph[] {
  // The renderer itself keeps a head with a row that may not be broken.
  if (!grid.block.lead) return firstRow ? [] : [{text: ' ', fontSize: 1, headlineLevel: opening}];
  const [first = '', ...rest] = labelLines(field.label, grid.sheet.language);
  const {fontSize} = grid.sheet.edition.page;
  const own = [first, ...rest].map(text => estimatedHeight({text}, grid.sheet.width, fontSize));
  const height = own.reduce((sum, each) => sum + each, aroundLead);
  return [{text: first, headlineLevel: opening + height}, ...rest.map(text => ({text}))];
}

function columnFields(fields: Fields, expand: string | undefined): Fields {
  if (expand === undefined) return fields;
  const list = must(fields[expand], `no field ${expand} to expand`);
  assert(list.type === 'list', `${expand} is no list`);
  return list.fields;
}

/** As many empty rows as a blank journal sheet has room for. */
const blankRows = 12;

const blankRowHeight = 22;

/** What the `grid` layout of the renderer adds above and below a row. */
const rowPadding = 4.5;

/** Points between a lead and its table, and a little more. */
const aroundLead = 8;

function rowsOf(sheet: Sheet, field: Field, block: TableBlock): Row[] {
  const answer = sheet.answers?.[block.field];
  if (field.type === 'table') {
    const answers = (answer ?? {}) as Readonly<Record<string, Answers | undefined>>;
    return Object.entries(field.rows).map(([key, label], index) => ({
      number: index + 1,
      label,
      items: itemsOf(answers[key], block.expand),
    }));
  }
  const answers = sheet.answers === null ? Array.from({length: blankRows}, () => ({})) : ((answer ?? []) as Answers[]);
  return answers.map((item, index) => ({number: index + 1, label: null, items: itemsOf(item, block.expand)}));
}

function itemsOf(answers: Answers | undefined, expand: string | undefined): readonly Answers[] {
  if (answers === undefined) return [{}];
  if (expand === undefined) return [answers];
  const items = (answers[expand] ?? []) as readonly Answers[];
  return items.length === 0 ? [{}] : items;
}

function headRows(grid: Grid): Cell[][] {
  const {block} = grid;
  const own = block.columns.map((column, index) => headCell(grid, columnLabel(grid, column), index));
  const rows: Cell[][] = block.columns.some(column => column.group !== undefined)
    ? [groupRow(grid), own.map((cell, index) => ({...cell, border: [true, isGrouped(grid, index), true, true]}))]
    : [own];
  if (block.numbered) rows.push(block.columns.map((_, index) => ({text: String(index + 1), alignment: 'center'})));
  return rows;
}

/** A group's words over its columns. The heads of the others stand in the row below, open to the top. */
function groupRow(grid: Grid): Cell[] {
  const {columns} = grid.block;
  return columns.map((column, index) => {
    if (column.group === undefined) return {text: '', border: [true, true, true, false]};
    if (index > 0 && columns[index - 1]?.group?.kk === column.group.kk) return {text: ''};
    const span = columns.filter(other => other.group?.kk === column.group?.kk).length;
    return {...headCell(grid, column.group, index, span), colSpan: span};
  });
}

function isGrouped(grid: Grid, index: number): boolean {
  return grid.block.columns[index]?.group !== undefined;
}

function columnLabel(grid: Grid, column: Column): Text {
  return typeof column.head === 'string'
    ? must(grid.fields[column.head], `no field ${column.head}`).label
    : column.head;
}

function headCell(grid: Grid, label: Text, index: number, span = 1): Cell {
  const width = grid.widths.slice(index, index + span).reduce((sum, inner) => sum + inner, 0);
  return {
    stack: labelLines(label, grid.sheet.language).map(text => ({
      text: fragments(text, grid.headSize, width),
      alignment: 'center' as const,
      fontSize: grid.headSize,
    })),
  };
}

function bodyRows(grid: Grid, row: Row): Cell[][] {
  return row.items.map((item, index) => {
    const first = index === 0;
    const last = index === row.items.length - 1;
    // The cells of the row's own number and name stand open between its lines.
    const open: CellStyle = {
      border: [true, first, true, last],
      ...(grid.block.expand !== undefined && {style: `${grid.block.field} ${row.number}.${index + 1}`}),
    };
    return grid.block.columns.map((column, position) => {
      if (column.cell !== 'number' && column.cell !== 'row')
        return {stack: paragraphs(grid, column.cell, item, position)};
      const own: Content =
        column.cell === 'number'
          ? {text: String(row.number), alignment: 'center'}
          : {stack: rowName(grid, row, position)};
      return first ? {...own, ...open} : {text: '\u00a0', ...open, onNewPage: own};
    });
  });
}

function rowName(grid: Grid, row: Row, position: number): Paragraph[] {
  if (row.label === null) return [];
  return labelLines(row.label, grid.sheet.language).map(text => ({
    text: fragments(text, grid.fontSize, must(grid.widths[position])),
  }));
}

function paragraphs(grid: Grid, parts: readonly Part[], item: Answers, position: number): Paragraph[] {
  const {fontSize} = grid;
  const width = must(grid.widths[position]);
  const written = parts.flatMap(part => ('field' in part ? partLines(grid, part.field, part.lead === true, item) : []));
  const made: Paragraph[] = written.map(({lead, words, chosen}) => ({
    text: [
      ...(lead === '' ? [] : [{text: lead, italics: true as const}]),
      ...fragments(words, fontSize, width, chosen && parts.length > 1 ? {italics: true} : {}),
    ],
  }));
  const signs = parts.some(part => 'signature' in part) && written.length > 0;
  if (!signs) return made;
  const underscores = '_'.repeat(Math.min(18, Math.floor(width / (fontSize * 0.5)) - 1));
  return [...made, {text: underscores, margin: [0, 6, 0, 0]}];
}

interface PartLine {
  readonly lead: string;
  readonly words: string;
  /** Picked from a list, not typed: set apart from the words that follow. */
  readonly chosen: boolean;
}

function partLines(grid: Grid, path: string, lead: boolean, item: Answers): PartLine[] {
  const {field, answer} = at(grid.fields, path, item);
  if (!isKnown(answer)) return [];
  const written = valueLines(field, answer, grid.sheet.language);
  const chosen = field.type === 'choice' || field.type === 'choices';
  if (!lead) return written.map(words => ({lead: '', words, chosen}));
  const name = inOneLine(fieldName(field), grid.sheet.language);
  return [{lead: `${name}: `, words: written.join(' / '), chosen: false}];
}

function at(fields: Fields, path: string, item: Answers): {field: Field; answer: unknown} {
  const [name = '', ...rest] = path.split('.');
  const field = must(fields[name], `no field ${path}`);
  if (rest.length === 0) return {field, answer: item[name]};
  assert(field.type === 'group', `${name} is no group`);
  return at(field.fields, rest.join('.'), (item[name] ?? {}) as Answers);
}

/** Points that a row of the table takes, about. */
function rowHeight(grid: Grid, row: readonly Cell[]): number {
  const heights = row.flatMap((cell, index) =>
    [cell, ...(cell.onNewPage === undefined ? [] : [cell.onNewPage])].map(content =>
      estimatedHeight(content, must(grid.widths[index]), grid.fontSize),
    ),
  );
  return Math.max(...heights) + rowPadding;
}

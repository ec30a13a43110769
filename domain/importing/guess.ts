import {fold} from '../search-key.ts';
import {importFields, importFieldWords, type ImportField, type ImportKind} from './kinds.ts';

/** Where the head of a table stands, and what its columns may mean. Only ever a suggestion: a person looks at it. */

/** All cells as text, days as `YYYY-MM-DD`, an empty cell as an empty text. */
export type TableRows = readonly (readonly string[])[];

export interface TableArea {
  /** The first row of the head, from 0. */
  readonly head: number;
  /** How many rows the head takes. */
  readonly depth: number;
  /** The last row of the table. */
  readonly last: number;
}

/** A field for each column; null: nothing is taken from it. */
export type ColumnFields = readonly (ImportField | null)[];

/** Further down no table begins. */
const rowsLookedAt = 60;
const deepestHead = 3;

interface Match {
  readonly column: number;
  readonly field: ImportField;
  /** 3: the heading itself; 2: it begins so; 1: it contains these words. */
  readonly grade: number;
  readonly length: number;
}

/** The words of each column, those of several rows joined; a part that is the same in two of them stands once. */
export function headingsOf(rows: TableRows, {head, depth}: Pick<TableArea, 'head' | 'depth'>): string[] {
  const parts = rows.slice(head, head + depth);
  const width = Math.max(0, ...parts.map(row => row.length));
  return Array.from({length: width}, (_, column) =>
    [...new Set(parts.map(row => (row[column] ?? '').trim()).filter(part => part !== ''))].join(' '),
  );
}

export function guessFields(kind: ImportKind, headings: readonly string[]): ColumnFields {
  const fields: (ImportField | null)[] = headings.map(() => null);
  const taken = new Set<ImportField>();
  for (const {column, field} of matchesOf(kind, headings)) {
    if (fields[column] !== null || taken.has(field)) continue;
    fields[column] = field;
    taken.add(field);
  }
  return fields;
}

function matchesOf(kind: ImportKind, headings: readonly string[]): Match[] {
  return headings
    .flatMap((heading, column) => {
      const words = fold(heading);
      return words === '' || words.length > 200 ? [] : fieldMatches(kind, words, column);
    })
    .sort((a, b) => b.grade - a.grade || b.length - a.length || a.column - b.column);
}

function fieldMatches(kind: ImportKind, words: string, column: number): Match[] {
  return namesOf(kind).flatMap(({field, folded}) => {
    const grade =
      words === folded ? 3 : words.startsWith(`${folded} `) ? 2 : ` ${words} `.includes(` ${folded} `) ? 1 : 0;
    return grade === 0 ? [] : [{column, field, grade, length: folded.length}];
  });
}

interface FoldedName {
  readonly field: ImportField;
  readonly folded: string;
}

const names = new Map<ImportKind, FoldedName[]>();

function namesOf(kind: ImportKind): FoldedName[] {
  const known = names.get(kind);
  if (known !== undefined) return known;
  const made = importFields[kind].flatMap(field => {
    const {name, also} = importFieldWords[field];
    return [...new Set([name.kk, name.ru, ...also].map(fold))].map(folded => ({field, folded}));
  });
  names.set(kind, made);
  return made;
}

/** The tables of a sheet, from above; where none is recognised, one that begins with the first row. */
export function findTables(kind: ImportKind, rows: TableRows): TableArea[] {
  const heads: {head: number; depth: number}[] = [];
  let row = 0;
  while (row < rows.length) {
    const found = row < rowsLookedAt || heads.length > 0 ? headAt(kind, rows, row) : null;
    if (found === null) row += 1;
    else {
      heads.push(found);
      row = found.head + found.depth;
    }
  }
  if (heads.length === 0) return [{head: firstFilled(rows), depth: 1, last: rows.length - 1}];
  return heads.map((each, index) => {
    const next = heads[index + 1];
    return {...each, last: next === undefined ? rows.length - 1 : lastBefore(rows, next.head)};
  });
}

function headAt(kind: ImportKind, rows: TableRows, head: number): {head: number; depth: number} | null {
  // Most rows are of people: one look at the single row spares the others.
  if (distinct(rows[head] ?? []) < 2 || !hasHeading(kind, rows[head] ?? [])) return null;
  let best = {depth: 1, fields: fieldsAt(kind, rows, head, 1)};
  for (let depth = 2; depth <= Math.min(deepestHead, rows.length - head); depth += 1) {
    const fields = fieldsAt(kind, rows, head, depth);
    if (fields > best.fields) best = {depth, fields};
  }
  return best.fields >= 2 ? {head, depth: best.depth} : null;
}

function hasHeading(kind: ImportKind, row: readonly string[]): boolean {
  return row.some((cell, column) => cell.length < 200 && cell !== '' && isHeading(kind, cell, column));
}

function isHeading(kind: ImportKind, cell: string, column: number): boolean {
  return fieldMatches(kind, fold(cell), column).some(({grade}) => grade === 3);
}

function fieldsAt(kind: ImportKind, rows: TableRows, head: number, depth: number): number {
  return guessFields(kind, headingsOf(rows, {head, depth})).filter(field => field !== null).length;
}

/** Rows that are empty, or hold nothing but a title, belong to the table below. */
function lastBefore(rows: TableRows, head: number): number {
  let row = head - 1;
  while (row > 0 && distinct(rows[row] ?? []) <= 1) row -= 1;
  return row;
}

function firstFilled(rows: TableRows): number {
  const found = rows.findIndex(row => distinct(row) > 1);
  return Math.max(0, found);
}

/** A merged cell stands in each of its places. */
function distinct(row: readonly string[]): number {
  return new Set(row.map(cell => cell.trim()).filter(cell => cell !== '')).size;
}

/**
 * Whether a row below the head may be of somebody: not a blank, not the numbers of the columns, not a total, not a title that
 * is merged over the table. Of a single cell only what looks like a name.
 */
export function isDataRow(row: readonly string[]): boolean {
  const filled = row.map(cell => cell.trim()).filter(cell => cell !== '');
  const [first = ''] = filled;
  if (filled.length === 0 || /^(?:барлығы|жиыны|итого|всего)(?!\p{L})/iu.test(first)) return false;
  if (filled.length === 1) return /^\p{L}[\p{L}.'-]*(?:\s+\p{L}[\p{L}.'-]*)+$/u.test(first);
  if (new Set(filled).size === 1) return false;
  return !filled.every((cell, index) => cell === String(index + 1));
}

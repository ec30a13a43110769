import {codeListNames, type CodeListName} from '../../protocol/code-lists.ts';
import {checkReference, type FaultInPlace, type ReadReference} from '../../protocol/reference.ts';
import {limits} from '../../protocol/limits.ts';

/**
 * Code lists as a table that any spreadsheet saves: CSV (RFC 4180) in UTF-8, with the columns `list`, `code`, `kk`, `ru` in any
 * order, apart by a semicolon, a comma or a tab. Windows-1251 has no Kazakh letters: a file in it is refused in words.
 */
export const tableColumns = ['list', 'code', 'kk', 'ru'] as const;

interface Row {
  /** Of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export function readCodeListTable(file: string): ReadReference<'code-lists'> {
  if (file.length > limits.reference) return {faults: [{code: 'too-large', path: []}]};
  const text = file.replace(/^\uFEFF/u, '');
  const [head = ''] = text.split(/\r?\n/u, 1);
  const separator = [';', ',', '\t'].find(each => head.includes(each)) ?? ';';
  const rows = rowsOf(text, separator);
  if (!Array.isArray(rows)) return {faults: [{code: 'open-quote', path: [], line: rows.openAt}]};
  const names = rows[0]?.cells.map(cell => cell.trim().toLowerCase()) ?? [];
  const isHead = names.length === tableColumns.length && tableColumns.every(column => names.includes(column));
  if (!isHead) return {faults: [{code: 'wrong-columns', path: [], line: 1}]};
  const unreadable = rows.find(({cells}) => cells.some(cell => cell.includes('\uFFFD')));
  if (unreadable !== undefined) return {faults: [{code: 'not-utf8', path: [], line: unreadable.line}]};
  return check(rows.slice(1), names);
}

function check(rows: readonly Row[], names: readonly string[]): ReadReference<'code-lists'> {
  const lists: Partial<Record<CodeListName, object[]>> = {};
  const lines: Partial<Record<CodeListName, number[]>> = {};
  const faults: FaultInPlace[] = [];
  for (const {line, cells} of rows) {
    const cell = (column: string): string => cells[names.indexOf(column)] ?? '';
    const list = codeListNames.find(each => each === cell('list').trim());
    if (cells.length > names.length) faults.push({code: 'wrong-columns', path: [], line});
    else if (list === undefined) faults.push({code: 'unknown-list', path: ['list'], line});
    else {
      (lists[list] ??= []).push({code: cell('code'), kk: cell('kk'), ru: cell('ru')});
      (lines[list] ??= []).push(line);
    }
  }
  const read = checkReference('code-lists', {lists});
  if ('faults' in read) faults.push(...read.faults.map(fault => inTable(fault, lines)));
  else if (JSON.stringify(read.content).length > limits.reference) faults.push({code: 'too-large', path: []});
  if (faults.length > 0) return {faults: faults.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))};
  return read;
}

/** `lists, diagnoses, 4, kk` is a line and a column of the file. */
function inTable(fault: FaultInPlace, lines: Partial<Record<string, readonly number[]>>): FaultInPlace {
  const [, list, place, ...column] = fault.path;
  const line = typeof place === 'number' ? lines[String(list)]?.[place] : undefined;
  return line === undefined ? fault : {code: fault.code, path: column, line};
}

/** The rows that are not empty; a quote that is never closed: where it was opened. */
function rowsOf(text: string, separator: string): Row[] | {readonly openAt: number} {
  const rows: Row[] = [];
  let [line, begun, cells, cell] = [1, 1, [] as string[], ''];
  let quotedSince: number | undefined;
  const endRow = (): void => {
    cells.push(cell);
    if (cells.some(each => each.trim() !== '')) rows.push({line: begun, cells});
    [cells, cell, begun] = [[], '', line];
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') line += 1;
    if (quotedSince !== undefined) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') [cell, at] = [`${cell}"`, at + 1];
      else quotedSince = undefined;
    } else if (character === '"' && cell === '') quotedSince = line;
    else if (character === separator) {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  if (quotedSince !== undefined) return {openAt: quotedSince};
  endRow();
  return rows;
}

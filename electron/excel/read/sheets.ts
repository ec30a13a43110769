import * as xlsx from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import {readLimits, type ReadTables} from './messages.ts';
import {decodeText, parseSeparated, separatorOf} from './text-table.ts';
import {plainZip, unpack} from './unpack.ts';

// Workbooks of the nineties say their letters in the code page of their PC.
xlsx.set_cptable(codepages);

/** The tables of a file, whatever it was saved as. Runs in a worker: a hostile file ends that, and nothing else. */
export function readTables(bytes: Uint8Array): ReadTables {
  if (bytes.length > readLimits.fileBytes) return {problem: 'too-large'};
  if (bytes.length === 0) return {problem: 'empty'};
  const found = begins(bytes, [0x50, 0x4b]) ? fromZip(bytes) : isContainer(bytes) ? fromBook(bytes) : fromText(bytes);
  if ('problem' in found) return found;
  if (found.sheets.some(({rows}) => rows.length > readLimits.rows)) return {problem: 'too-many-rows'};
  const cells = found.sheets.reduce((sum, {rows}) => sum + rows.reduce((all, row) => all + row.length, 0), 0);
  if (cells > readLimits.cells) return {problem: 'too-many-rows'};
  const sheets = found.sheets.filter(({rows}) => rows.length > 0);
  return sheets.length === 0 ? {problem: 'empty'} : {sheets};
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** The container of .xls and of everything that Office has locked with a password. */
function isContainer(bytes: Uint8Array): boolean {
  return begins(bytes, [0xd0, 0xcf, 0x11, 0xe0]) || begins(bytes, [0x09, 0x08]) || begins(bytes, [0x09, 0x04]);
}

function fromZip(bytes: Uint8Array): ReadTables {
  const unpacked = unpack(bytes);
  if ('problem' in unpacked) return unpacked;
  const names = Object.keys(unpacked.files);
  const isBook = names.some(name => /^xl\/workbook\.(xml|bin)$/iu.test(name));
  const isOds = names.includes('content.xml') && wordsOf(unpacked.files['mimetype']).includes('spreadsheet');
  if (!isBook && !isOds) return {problem: 'not-a-table'};
  if (wordsOf(unpacked.files['META-INF/manifest.xml']).includes('encryption-data')) return {problem: 'password'};
  return fromBook(plainZip(unpacked.files));
}

function wordsOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : new TextDecoder().decode(bytes);
}

function fromBook(bytes: Uint8Array | string): ReadTables {
  try {
    const book = xlsx.read(bytes, {
      type: typeof bytes === 'string' ? 'string' : 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      // Of text: an IIN stays one, and no day is read the American way.
      raw: typeof bytes === 'string',
      sheetRows: readLimits.rows + 2,
    });
    const shown = book.SheetNames.filter((_, index) => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0);
    const from1904 = book.Workbook?.WBProps?.date1904 === true;
    return {sheets: shown.map(name => ({name, rows: rowsOf(book.Sheets[name], from1904)}))};
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    if (/password|encrypt/iu.test(words)) return {problem: 'password'};
    return {problem: /workbook stream|unsupported|unrecognized/iu.test(words) ? 'not-a-table' : 'damaged'};
  }
}

function rowsOf(sheet: xlsx.WorkSheet | undefined, from1904: boolean): string[][] {
  const cells = (sheet?.['!data'] ?? []) as readonly (readonly (xlsx.CellObject | undefined)[] | undefined)[];
  const rows = Array.from(cells, row =>
    Array.from((row ?? []).slice(0, readLimits.columns), cell => wordsOfCell(cell, from1904)),
  );
  for (const {s, e} of sheet?.['!merges'] ?? []) {
    const isSmall = (e.r - s.r + 1) * (e.c - s.c + 1) <= readLimits.mergedCells;
    const words = rows[s.r]?.[s.c] ?? '';
    if (!isSmall || words === '' || e.c >= readLimits.columns) continue;
    for (let row = s.r; row <= Math.min(e.r, rows.length - 1); row += 1) {
      const places = (rows[row] ??= []);
      for (let column = s.c; column <= e.c; column += 1) places[column] = words;
    }
  }
  return trimmed(rows);
}

function wordsOfCell(cell: xlsx.CellObject | undefined, from1904: boolean): string {
  const {t, v, z} = cell ?? {};
  if (v === undefined || v === null || t === 'e' || t === 'z') return '';
  if (t === 'n' && typeof z === 'string' && xlsx.SSF.is_date(z)) return dayOf(Number(v), from1904);
  if (t === 'n') return Number.isInteger(v) && Math.abs(Number(v)) < 1e15 ? BigInt(Number(v)).toString() : String(v);
  if (t === 'd') return v instanceof Date ? v.toISOString().slice(0, 10) : String(v);
  return String(v).slice(0, readLimits.letters);
}

/** A count of days as the day; what is no day, as it is. */
function dayOf(serial: number, date1904: boolean): string {
  const day = xlsx.SSF.parse_date_code(serial, {date1904}) as {y: number; m: number; d: number} | null;
  if (day === null || serial < 1) return String(serial);
  return [String(day.y).padStart(4, '0'), ...[day.m, day.d].map(part => String(part).padStart(2, '0'))].join('-');
}

const markup = /^\s*<(?:\?xml|!doctype|html|head|body|table|meta|style)/iu;

function fromText(bytes: Uint8Array): ReadTables {
  if (
    [
      [0x25, 0x50, 0x44, 0x46],
      [0x89, 0x50, 0x4e, 0x47],
      [0xff, 0xd8, 0xff],
    ].some(mark => begins(bytes, mark))
  ) {
    return {problem: 'not-a-table'};
  }
  const text = decodeText(bytes);
  // oxlint-disable-next-line no-control-regex -- what no table of text holds
  if (text === null || /[\u0001-\u0008\u000e-\u001f]/u.test(text.slice(0, 10_000))) return {problem: 'not-a-table'};
  // Portals and old programs save pages under the name of a workbook.
  if (markup.test(text))
    return /<(?:\w+:)?(?:table|worksheet)\b/iu.test(text) ? fromBook(text) : {problem: 'not-a-table'};
  const rows = parseSeparated(text, separatorOf(text), readLimits.rows + 2);
  if (rows.every(row => row.length === 1)) return {problem: rows.every(isRowEmpty) ? 'empty' : 'not-a-table'};
  const cut = rows.map(row => row.slice(0, readLimits.columns).map(cell => cell.slice(0, readLimits.letters)));
  return {sheets: [{name: '', rows: trimmed(cut)}]};
}

/** Without what is empty at the end of a row and of the sheet. */
function trimmed(rows: readonly string[][]): string[][] {
  const last = rows.findLastIndex(row => !isRowEmpty(row));
  return rows.slice(0, last + 1).map(row => {
    const end = row.findLastIndex(cell => cell !== undefined && cell.trim() !== '');
    return Array.from(row.slice(0, end + 1), cell => cell ?? '');
  });
}

function isRowEmpty(row: readonly string[]): boolean {
  return row.every(cell => cell === undefined || cell.trim() === '');
}

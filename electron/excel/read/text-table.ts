/** A table as text: which letters its bytes are, and what stands between its cells. */

/**
 * The upper half of KZ-1048, the Kazakh sister of Windows-1251: it differs from it only where 1251 has letters of Serbian,
 * Ukrainian and Belarusian, which no table of ours holds.
 */
const upperHalf =
  'ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\ufffd™љ›њқһџ\u00a0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00ad®Ү°±Ііөµ¶·ё№ғ»әҢңү' +
  'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';

/** Null: these bytes are no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = (mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (marked([0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (marked([0xfe, 0xff])) return new TextDecoder('utf-16le').decode(swapped(bytes));
  const sample = bytes.subarray(0, 4_096);
  const zeros = sample.reduce((count, byte) => count + Number(byte === 0), 0);
  if (zeros > 0) {
    // UTF-16 without its mark: of every digit and separator one byte is zero.
    const odd = sample.reduce((count, byte, index) => count + Number(byte === 0 && index % 2 === 1), 0);
    return odd === zeros && bytes.length % 2 === 0 ? new TextDecoder('utf-16le').decode(bytes) : null;
  }
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return decodeKazakh1251(bytes);
  }
}

function decodeKazakh1251(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let begin = 0; begin < bytes.length; begin += 8_192) {
    const part = bytes.subarray(begin, begin + 8_192);
    parts.push(
      Array.from(part, byte => (byte < 0x80 ? String.fromCharCode(byte) : upperHalf.charAt(byte - 0x80))).join(''),
    );
  }
  return parts.join('');
}

function swapped(bytes: Uint8Array): Uint8Array {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}

const separators = [';', '\t', ',', '|'] as const;

/** That which divides the first lines into the most cells, the same number in most of them. */
export function separatorOf(text: string): string {
  const sample = text.slice(0, 50_000);
  let best = {separator: ';', score: 0};
  for (const separator of separators) {
    const widths = parseSeparated(sample, separator, 30).map(row => row.length);
    const counts = Map.groupBy(
      widths.filter(width => width > 1),
      width => width,
    );
    const [width = 0, rows = []] = [...counts].sort((a, b) => b[1].length - a[1].length || b[0] - a[0])[0] ?? [];
    const score = rows.length * Math.min(width, 50);
    if (score > best.score) best = {separator, score};
  }
  return best.separator;
}

/** RFC 4180, forgiving: a quote inside an unquoted cell is a letter, a quoted cell that never ends goes to the end. */
export function parseSeparated(text: string, separator: string, mostRows: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length && rows.length < mostRows) {
    const cell = cellAt(text, at, separator);
    row.push(withoutGuard(cell.words));
    at = cell.end;
    if (text.charAt(at) === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    rows.push(row);
    row = [];
    if (text.charAt(at) === '\r') at += 1;
    if (text.charAt(at) === '\n') at += 1;
  }
  return rows;
}

function cellAt(text: string, begin: number, separator: string): {words: string; end: number} {
  if (text.charAt(begin) !== '"') {
    let end = begin;
    while (end < text.length && !isEnd(text.charAt(end), separator)) end += 1;
    return {words: text.slice(begin, end), end};
  }
  let words = '';
  let at = begin + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return {words: words + text.slice(at), end: text.length};
    words += text.slice(at, quote);
    if (text.charAt(quote + 1) === '"') {
      words += '"';
      at = quote + 2;
      continue;
    }
    let end = quote + 1;
    while (end < text.length && !isEnd(text.charAt(end), separator)) end += 1;
    return {words: words + text.slice(quote + 1, end), end};
  }
}

function isEnd(letter: string, separator: string): boolean {
  return letter === separator || letter === '\n' || letter === '\r';
}

/** The apostrophe that our own tables set before what a spreadsheet would take for a formula. */
function withoutGuard(words: string): string {
  return /^'[=+\-@\t\r]/u.test(words) ? words.slice(1) : words;
}

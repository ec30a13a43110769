/** The mark by which Excel knows UTF-8: without it Kazakh letters come out as others. */
const byteOrderMark = '\ufeff';

/**
 * A CSV file (RFC 4180) as Excel in Kazakhstan opens it: UTF-8 with its mark, `;` between cells, CRLF between rows. Words
 * that a spreadsheet would take for a formula get the apostrophe that says "text": a phone number begins with `+`.
 */
export function csv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map(row => row.map(cellOf).join(';'));
  return new TextEncoder().encode(byteOrderMark + lines.map(line => `${line}\r\n`).join(''));
}

function cellOf(words: string): string {
  const safe = /^[=+\-@\t\r]/u.test(words) ? `'${words}` : words;
  return /[;"\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

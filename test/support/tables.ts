import * as xlsx from '@e965/xlsx';
import {encodeBytes} from '../../electron/contract/bytes.ts';
import type {ImportKind} from '../../domain/importing/kinds.ts';
import {guessFields, headingsOf} from '../../domain/importing/guess.ts';
import {must} from '../../domain/assert.ts';
import type {JobView} from '../../electron/contract/job.ts';
import type {Office} from './office.ts';
import {until} from './time.ts';

/** Tables as people make them, written by the same library that reads them, and the calls that take them. */

export type TableCell = string | number | Date | null;

export function bookOf(
  rows: readonly (readonly TableCell[])[],
  bookType: xlsx.BookType = 'xlsx',
  merges: readonly string[] = [],
): Uint8Array {
  const sheet = sheetOf(rows, merges);
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, 'Тізім');
  return new Uint8Array(xlsx.write(book, {type: 'buffer', bookType}) as Buffer);
}

export function sheetOf(rows: readonly (readonly TableCell[])[], merges: readonly string[] = []): xlsx.WorkSheet {
  const sheet = xlsx.utils.aoa_to_sheet(
    rows.map(row => [...row]),
    {cellDates: true, UTC: true},
  );
  if (merges.length > 0) sheet['!merges'] = merges.map(range => xlsx.utils.decode_range(range));
  return sheet;
}

export async function finished({client}: Office, jobId: string): Promise<JobView> {
  return until(async () => {
    const job = await client.job.state({jobId});
    return job.state === 'running' ? undefined : job;
  });
}

export async function readTable(office: Office, kind: ImportKind, file: Uint8Array) {
  const {jobId} = await office.client.importing.read({kind, file: encodeBytes(file)});
  await finished(office, jobId);
  return {jobId, ...(await office.client.importing.sheets({jobId}))};
}

/** Reads, guesses as the screen does, checks. Answers the job of the check with all its lines. */
export async function checkTable(office: Office, kind: ImportKind, file: Uint8Array, which = 0) {
  const {jobId, sheets, problem} = await readTable(office, kind, file);
  if (problem !== null) throw new Error(problem);
  const area = must(must(sheets[0]).tables[which]);
  const {rows} = await office.client.importing.rows({jobId, sheet: 0, from: area.head, limit: area.depth});
  const headings = headingsOf(rows, {head: 0, depth: area.depth});
  const fields = [...guessFields(kind, headings)];
  const check = await office.client.importing.check({jobId, sheet: 0, area, fields});
  await finished(office, check.jobId);
  const lines = await Promise.all(
    (['good', 'remark', 'refused'] as const).map(state =>
      office.client.importing.checked({jobId: check.jobId, state, after: null, limit: 500}),
    ),
  );
  return {
    jobId: check.jobId,
    fields,
    counts: must(lines[0]).counts,
    lines: lines.flatMap(page => page.lines).sort((a, b) => a.row - b.row),
  };
}

export async function takeTable(office: Office, kind: ImportKind, file: Uint8Array, rows: 'good' | 'all' = 'all') {
  const checked = await checkTable(office, kind, file);
  const {jobId} = await office.client.importing.take({jobId: checked.jobId, rows});
  const {state} = await finished(office, jobId);
  if (state !== 'done') throw new Error(state);
  return {checked, ...(await office.client.importing.taken({jobId}))};
}

export async function takeBack(office: Office, importId: string) {
  const {jobId} = await office.client.importing.takeBack({importId});
  const {state} = await finished(office, jobId);
  if (state !== 'done') throw new Error(state);
  return office.client.importing.tookBack({jobId});
}

import {z} from 'zod';
import {importKinds, everyImportField} from '../../domain/importing/kinds.ts';
import {importFileProblems, rowRefusals, rowRemarks, stayReasons} from '../../domain/importing/problems.ts';
import {languages} from '../../domain/text.ts';
import {bytes} from './bytes.ts';
import {id, instant, line, maybe, nothing} from './fields.ts';
import {command, query} from './kernel.ts';

/**
 * Taking people, staff and plans from a table of the facility's own. A file is read by a job, then checked by another one with
 * the same rules as what is taken; both live as long as the session, and nothing of them is written to the disk. Who may
 * take what, `rightOfImport` says: the kind stands in the job, so the handlers look.
 */

const kind = z.enum(importKinds);
const field = z.enum(everyImportField);
/** A row or a column of the sheet, from 0. */
const place = z.int().min(0).max(100_000);
const job = z.strictObject({jobId: id});

/** As domain/importing/guess.ts has it. */
const tableArea = z.strictObject({head: place, depth: z.int().min(1).max(5), last: place});

const rowState = z.enum(['good', 'remark', 'refused']);
export type RowState = z.output<typeof rowState>;

const finding = z.strictObject({
  /** Null: the row as a whole. */
  field: maybe(field),
  problem: z.enum([...rowRefusals, ...rowRemarks]),
});
export type Finding = z.output<typeof finding>;

const checkedLine = z.strictObject({
  row: place,
  /** Who it is, as far as it can be read. */
  name: z.string(),
  state: rowState,
  findings: z.array(finding),
});
export type CheckedLine = z.output<typeof checkedLine>;

export const importedSummary = z.strictObject({
  importId: id,
  kind,
  at: instant,
  /** The name under which somebody has signed in. */
  by: maybe(z.string()),
  /** How many were taken, and how many of them were taken back. */
  taken: z.int(),
  takenBack: z.int(),
  /** Whether somebody has asked to take it back. */
  isTakenBack: z.boolean(),
});
export type ImportedSummary = z.output<typeof importedSummary>;

export const importingCalls = {
  read: query(z.strictObject({kind, file: bytes}), job),
  /** Of a job that has read: what is wrong with the file, or its sheets with the tables that were found in each. */
  sheets: query(
    job,
    z.strictObject({
      problem: maybe(z.enum(importFileProblems)),
      sheets: z.array(z.strictObject({name: z.string(), rows: z.int(), tables: z.array(tableArea)})),
    }),
  ),
  /** Rows of a sheet to look at; long cells are cut. */
  rows: query(
    z.strictObject({jobId: id, sheet: place, from: place, limit: z.int().min(1).max(100)}),
    z.strictObject({rows: z.array(z.array(z.string()))}),
  ),
  /** The dry run: the same checks as `take`. `fields`: what is taken from each column. */
  check: query(z.strictObject({jobId: id, sheet: place, area: tableArea, fields: z.array(maybe(field)).max(200)}), job),
  /** Of a job that has checked, a page at a time. `after`: the last row of the page before. */
  checked: query(
    z.strictObject({jobId: id, state: rowState, after: maybe(place), limit: z.int().min(1).max(500)}),
    z.strictObject({
      counts: z.strictObject({good: z.int(), remark: z.int(), refused: z.int()}),
      lines: z.array(checkedLine),
      more: z.boolean(),
    }),
  ),
  /** The table with one more column that says what is wrong; the job is saved as every other (contract/job.ts). */
  errors: query(z.strictObject({jobId: id, language: z.enum(languages)}), job),
  /** Takes the good rows, those with remarks too, or the named ones. What is refused is never taken. */
  take: command(
    z.strictObject({jobId: id, rows: z.union([z.enum(['good', 'all']), z.array(place).max(50_000)])}),
    job,
    {
      topics: ['job'],
    },
  ),
  /** Of a job that has taken: how many, and what was refused after all because something has changed since the dry run. */
  taken: query(job, z.strictObject({importId: id, taken: z.int(), refused: z.array(checkedLine)})),
  /** What was taken on this PC, the newest first, of the kinds that this person may take. */
  list: query(nothing, z.array(importedSummary), {topics: ['importing']}),
  /** Removes what an import has brought, where nothing was added to it or changed since. */
  takeBack: command(z.strictObject({importId: id}), job, {topics: ['job']}),
  /** Of a job that has taken back. */
  tookBack: query(
    job,
    z.strictObject({
      removed: z.int(),
      stays: z.array(z.strictObject({name: line, recipientId: maybe(id), why: z.enum(stayReasons)})),
    }),
  ),
};

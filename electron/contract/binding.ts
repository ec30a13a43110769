import {z} from 'zod';
import {printLanguages} from '../../domain/text.ts';
import {id, isoDate, line, maybe, nothing, personName} from './fields.ts';
import {command, query} from './kernel.ts';

/**
 * Year-end binding (paragraph 35 5)): journal and plan bound together in a separate folder for each recipient. A folder
 * is made of the papers as they were approved; what is not approved yet is told and left out. One recipient's folder is
 * looked at and printed as a paper (`paper.render`, source `year`), many are made by `start`.
 */

const year = z.int().min(1900).max(9999);

/** Why a paper of the year is not in the folder. */
export const lackKinds = ['plan-not-approved', 'round-open', 'no-paper'] as const;

const lack = z.strictObject({
  what: z.enum(lackKinds),
  planId: id,
  /** Null: it is the plan itself. */
  roundId: maybe(id),
  /** Which revision of a plan (0: the plan), or which round. */
  number: z.int(),
});

const folderLine = z.strictObject({
  recipientId: id,
  name: personName,
  fileNumber: maybe(line),
  /** Approved papers: plans, their revisions, rounds of monitoring. */
  plans: z.int(),
  revisions: z.int(),
  rounds: z.int(),
  lacks: z.array(lack),
  bound: maybe(z.strictObject({boundOn: isoDate, sheets: z.int()})),
});
export type FolderLine = z.output<typeof folderLine>;

const sheetCount = z.int().min(1).max(99_999);
const folderSheets = z.strictObject({recipientId: id, sheets: sheetCount});
export type FolderSheets = z.output<typeof folderSheets>;

/** What a job has made beside its file. */
export const bindingOutcome = z.strictObject({
  folders: z.array(folderSheets),
  /** Those whose folder could not be made; the others are there. */
  failed: z.array(id),
});

export const bindingCalls = {
  /** By name. `years`: those that have papers, the newest first. */
  list: query(z.strictObject({year}), z.strictObject({years: z.array(year), folders: z.array(folderLine)}), {
    access: 'records',
    topics: ['plan', 'monitoring', 'paper', 'recipient', 'file', 'binding'],
  }),
  /**
   * Makes the folders, as one file (`pile`) or a ZIP with a file for each recipient (`each`); the job is followed by the
   * calls of contract/job.ts. Who has no approved paper is left out; where that is everybody: `invalid`.
   */
  start: query(
    z.strictObject({
      year,
      recipientIds: z.union([z.literal('all'), z.array(id).min(1)]),
      language: z.enum(printLanguages),
      what: z.enum(['pile', 'each']),
    }),
    z.strictObject({jobId: id, leftOut: z.array(id)}),
    {audit: 'print'},
  ),
  /** Of a job that is done. */
  outcome: query(z.strictObject({jobId: id}), bindingOutcome),
  /** Enters in the register of prints that these folders were saved. */
  register: command(z.strictObject({year, recipientIds: z.array(id), language: z.enum(printLanguages)}), nothing, {
    topics: ['paper'],
    audit: 'print',
  }),
  /** Notes that the folders are bound, with so many sheets; what was noted before is corrected. */
  markBound: command(z.strictObject({year, boundOn: isoDate, folders: z.array(folderSheets).min(1)}), nothing, {
    topics: ['binding'],
  }),
  /** Takes the note back, where it was a slip. */
  takeBack: command(z.strictObject({year, recipientId: id}), nothing, {topics: ['binding']}),
};

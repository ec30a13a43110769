import {z} from 'zod';
import {longestKeeping} from '../../domain/keeping-term.ts';
import {languages} from '../../domain/text.ts';
import {id, isoDate, line, maybe, nothing, personName} from './fields.ts';
import {command, query} from './kernel.ts';

/** What the law on personal data asks of the organisation: a copy of all that it holds on one person, and a term of keeping. */

const settings = z.strictObject({
  /** Whether a card remarks that no consent is recorded. */
  consentMark: z.boolean(),
  /** Years after the last leaving; null: kept for ever. */
  keepYears: maybe(z.int().min(1).max(longestKeeping)),
});

const dueLine = z.strictObject({
  recipientId: id,
  name: personName,
  bornOn: maybe(isoDate),
  fileNumber: maybe(line),
  /** The day of the last leaving, and the day on which the term was over. */
  leftOn: isoDate,
  dueOn: isoDate,
});
export type DueLine = z.output<typeof dueLine>;

/** What a job has made beside its file. */
export const personCopyOutcome = z.strictObject({
  /** Scans in the file, those that are not on this computer yet, and those for which there was no room. */
  scans: z.int(),
  scansMissing: z.int(),
  scansTooLarge: z.int(),
  /** Papers in the file, and those that could not be made. */
  papers: z.int(),
  papersMissing: z.int(),
});
export type PersonCopyOutcome = z.output<typeof personCopyOutcome>;

export const personalDataCalls = {
  settings: query(nothing, settings, {topics: ['facility']}),
  saveSettings: command(settings, nothing, {access: 'terms', topics: ['facility', 'recipient']}),
  /** Whose term of keeping is over, the longest first. Nothing happens by itself. */
  due: query(
    z.strictObject({offset: z.int().min(0), limit: z.int().min(1).max(200)}),
    z.strictObject({total: z.int(), items: z.array(dueLine)}),
    {access: 'file', topics: ['journal', 'recipient', 'file', 'facility']},
  ),
  /**
   * Makes a ZIP of all that is held on a person: readable, machine-readable, and the scans (docs/decisions/0029). Not
   * encrypted: it is meant for the person. The job is followed by the calls of contract/job.ts.
   */
  copy: query(z.strictObject({recipientId: id, language: z.enum(languages)}), z.strictObject({jobId: id}), {
    access: 'person-copy',
    audit: 'export',
  }),
  /** Of a job that is done. */
  outcome: query(z.strictObject({jobId: id}), personCopyOutcome, {access: 'person-copy'}),
};

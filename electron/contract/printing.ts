import {z} from 'zod';
import {pileFilters, pileLackKinds, pileVersions} from '../../domain/pile.ts';
import {languages, printLanguages} from '../../domain/text.ts';
import {placementStatuses} from '../../domain/vocabulary.ts';
import {bytes} from './bytes.ts';
import {id, instant, isoDate, line, maybe, personName} from './fields.ts';
import {query} from './kernel.ts';
import {madeSource, paperForms, printLine} from './paper.ts';

/**
 * The print centre: the papers of many people as one pile, and the register of what was printed. A pile that was made is
 * looked at, printed and entered in the register as a paper (`paper.render`, source `pile`).
 */

const language = z.enum(printLanguages);

/** More than that nobody chooses from on one screen. */
export const mostPileLines = 500;

const pilePaper = z.strictObject({
  form: z.enum(paperForms),
  source: madeSource,
  /** Of a correction of a plan, or of a round of monitoring; null: it has none. */
  number: maybe(z.int()),
  /** The day of an approved paper; a draft has none. */
  on: maybe(isoDate),
  /** When it was last printed or saved. */
  printedAt: maybe(instant),
  /** Somebody who is named on it has not signed it yet. */
  unsigned: z.boolean(),
  /** In this language; null: it has not been made yet, and nobody knows. */
  pages: maybe(z.int()),
});
export type PilePaper = z.output<typeof pilePaper>;

const pileLack = z.strictObject({
  form: z.enum(paperForms),
  why: z.enum(pileLackKinds),
  planId: maybe(id),
  roundId: maybe(id),
});
export type PileLack = z.output<typeof pileLack>;

const pileLine = z.strictObject({
  /** Null: the electronic journal, which is nobody's. */
  recipientId: maybe(id),
  name: maybe(personName),
  fileNumber: maybe(line),
  papers: z.array(pilePaper),
  lacks: z.array(pileLack),
});
export type PileLine = z.output<typeof pileLine>;

/** What a job of `start` ends with, beside its file. */
export const pileOutcome = z.strictObject({
  what: z.enum(['pile', 'each']),
  language,
  /** In their order in the file. */
  papers: z.array(z.strictObject({source: madeSource, pages: z.int()})),
  /** Those that could not be made; the others are there. */
  failed: z.array(madeSource),
  /** The form of one of them had lost force on its date. */
  lostForce: z.boolean(),
});
export type PileOutcome = z.output<typeof pileOutcome>;

/** Null: everybody. */
const registerFilter = {
  from: maybe(isoDate),
  to: maybe(isoDate),
  accountId: maybe(id),
  form: maybe(z.enum(paperForms)),
  recipientId: maybe(id),
};

const registerLine = z.strictObject({...printLine.shape, recipientId: maybe(id), name: maybe(personName)});
export type RegisterLine = z.output<typeof registerLine>;

const exported = z.strictObject({...registerFilter, language: z.enum(languages)});

export const printingCalls = {
  /** Who would be in the pile, by the Kazakh alphabet, at most `mostPileLines`; forms that this role may not see are left out. */
  list: query(
    z.strictObject({
      forms: z.array(z.enum(paperForms)).max(paperForms.length),
      version: z.enum(pileVersions),
      language,
      /** Of the present row of the journal. */
      statuses: z.array(z.enum(placementStatuses)).max(placementStatuses.length),
      unitId: maybe(id),
      /** Who has a part in the plan. */
      staffId: maybe(id),
      /** Parts of a name or of the number of a personal file; empty: everybody. */
      text: line,
      filter: z.enum(pileFilters),
    }),
    z.strictObject({lines: z.array(pileLine), total: z.int()}),
    {topics: ['paper', 'plan', 'monitoring', 'file', 'journal', 'recipient', 'unit', 'job']},
  ),
  /**
   * Makes the papers in this order, as one file (`pile`) or a ZIP with a file for each (`each`); the job is followed by the
   * calls of contract/job.ts. What was made before and is the same is not made again.
   */
  start: query(
    z.strictObject({papers: z.array(madeSource).min(1).max(2_000), language, what: z.enum(['pile', 'each'])}),
    z.strictObject({jobId: id}),
    {audit: 'print'},
  ),
  /** Of a job that is done. */
  outcome: query(z.strictObject({jobId: id}), pileOutcome),
  /** How many of these papers are made already: what a job that was stopped, or a lock, has left. */
  held: query(z.strictObject({papers: z.array(madeSource).max(2_000), language}), z.strictObject({held: z.int()}), {
    topics: ['job'],
  }),
  /** The register of prints, the newest first. */
  register: query(
    z.strictObject({...registerFilter, offset: z.int().min(0), limit: z.int().min(1).max(200)}),
    z.strictObject({total: z.int(), lines: z.array(registerLine)}),
    {access: 'records', topics: ['paper', 'recipient']},
  ),
  /** Who has printed something. */
  printers: query(z.strictObject({}), z.array(z.strictObject({id, name: line})), {
    access: 'records',
    topics: ['paper'],
  }),
  /** What the filter lets through, the newest lines where there are more than a sheet holds. */
  excel: query(exported, z.strictObject({file: bytes, fileName: line}), {access: 'export', audit: 'export'}),
  saveExcel: query(exported, z.strictObject({saved: z.boolean()}), {access: 'export', audit: 'export'}),
};

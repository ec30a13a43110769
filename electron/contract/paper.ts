import {z} from 'zod';
import {printLanguages} from '../../domain/text.ts';
import {bytes} from './bytes.ts';
import {id, instant, isoDate, line, maybe, nothing} from './fields.ts';
import {command, query} from './kernel.ts';
import {planIssue} from './plan.ts';
import {lifeSource, monthSource} from './schedule.ts';

export const paperForms = ['appendix-2', 'appendix-3', 'appendix-4', 'appendix-5'] as const;
export type PaperForm = (typeof paperForms)[number];

/**
 * What to print:
 * - blank: the order's empty form;
 * - living: from the facts as they are now, with the draft mark. Subject: journal, recipient, plan or round;
 * - frozen: a paper as it was approved;
 * - year: the plan and journal of a recipient's year, bound together (contract/binding.ts);
 * - transfer: the papers of a hand-over (contract/transfer.ts); of a received one, as they came;
 * - month, life: the pictures of contract/schedule.ts, which no register keeps;
 * - pile: what a job of the print centre has made (contract/printing.ts), in the language in which it was made.
 */
const sheetSource = z.discriminatedUnion('kind', [
  z.strictObject({kind: z.literal('blank'), form: z.enum(paperForms)}),
  z.strictObject({kind: z.literal('living'), form: z.enum(paperForms), subjectId: id}),
  z.strictObject({kind: z.literal('frozen'), paperId: id}),
]);
/** What becomes one paper. */
export type SheetSource = z.output<typeof sheetSource>;

/** A paper that is filled. */
const [, living, frozen] = sheetSource.options;
export const madeSource = z.discriminatedUnion('kind', [living, frozen]);
export type MadeSource = z.output<typeof madeSource>;

export const paperSource = z.discriminatedUnion('kind', [
  ...sheetSource.options,
  z.strictObject({kind: z.literal('year'), recipientId: id, year: z.int().min(1900).max(9999)}),
  z.strictObject({kind: z.literal('transfer'), transferId: id}),
  z.strictObject({kind: z.literal('pile'), jobId: id}),
  monthSource,
  lifeSource,
]);
export type PaperSource = z.output<typeof paperSource>;

export const paperLine = z.strictObject({
  id,
  form: z.enum(paperForms),
  subjectId: id,
  revision: z.int(),
  legalDate: isoDate,
  frozenAt: instant,
});
export type PaperLine = z.output<typeof paperLine>;

export const printLine = z.strictObject({
  id,
  form: z.enum(paperForms),
  language: z.enum(printLanguages),
  how: z.enum(['printed', 'saved']),
  state: z.enum(['blank', 'draft', 'frozen']),
  printedAt: instant,
  accountName: line,
  paperId: maybe(id),
});

const rendered = z.strictObject({source: paperSource, language: z.enum(printLanguages)});

export const paperCalls = {
  /** The PDF, its title for a file name, and whether the edition has lost force on the paper's date. */
  render: query(
    rendered,
    z.strictObject({
      pdf: bytes,
      fileName: line,
      state: z.enum(['blank', 'draft', 'frozen', 'picture']),
      lostForce: z.boolean(),
    }),
    {
      topics: [
        'paper',
        'plan',
        'monitoring',
        'file',
        'journal',
        'recipient',
        'facility',
        'staff',
        'transfer',
        'calendar',
      ],
      audit: 'print',
    },
  ),
  /** Asks where to and saves; false when the person changed their mind. */
  saveAs: query(rendered, z.strictObject({saved: z.boolean()}), {audit: 'export'}),
  /** Enters a print in the register. `pages`: of a pile, from which page to which; left out: all of it. */
  register: command(
    z.strictObject({
      ...rendered.shape,
      how: z.enum(['printed', 'saved']),
      pages: z.strictObject({from: z.int().min(1), to: z.int().min(1)}).optional(),
    }),
    nothing,
    {topics: ['paper'], audit: 'print'},
  ),
  /** What is missing before the cover or the journal can be issued. */
  issues: query(z.strictObject({form: z.enum(['appendix-2', 'appendix-3']), subjectId: id}), z.array(planIssue), {
    topics: ['file', 'journal', 'recipient', 'facility', 'staff'],
  }),
  /** By the head. Freezes a cover (Appendix 3) or the journal as it stands (Appendix 2); plans and rounds freeze by their own calls. */
  issue: command(
    z.strictObject({form: z.enum(['appendix-2', 'appendix-3']), subjectId: id, legalDate: isoDate}),
    z.strictObject({paperId: id}),
    {access: 'approve', topics: ['paper']},
  ),
  list: query(z.strictObject({recipientId: id}), z.array(paperLine), {topics: ['paper']}),
  /** The papers that were made from one journal, recipient's cover, plan or round, the newest first. */
  ofSubject: query(z.strictObject({subjectId: id}), z.array(paperLine), {topics: ['paper']}),
  prints: query(z.strictObject({recipientId: id}), z.array(printLine), {topics: ['paper']}),
};

import {z} from 'zod';
import {roundings} from '../../domain/staff-norms/facility.ts';
import {counts, flags, measured, organisationKinds} from '../../domain/staff-norms/norm.ts';
import {printLanguages} from '../../domain/text.ts';
import {organisationTypes} from '../../domain/vocabulary.ts';
import {bytes} from './bytes.ts';
import {id, line, maybe, nothing, personName, stamp} from './fields.ts';
import {command, query} from './kernel.ts';

/** Staff norms (Appendix 1) of the organisation and of each of its units of supported independent living. */

const most = 1_000_000;

/** Units of staff: four decimals at most, which is as finely as they are counted. */
const units = z.number().min(0).max(1_000).multipleOf(0.0001);

/** What was answered for one place; a question that is left out was not answered. */
export const normAnswers = z.strictObject({
  /** Of the organisation; a unit has none. */
  kind: maybe(z.enum(organisationKinds)),
  /** Null: as many as receive services there now. */
  people: maybe(z.int().min(0).max(most)),
  flags: z.partialRecord(z.enum(flags), z.boolean()),
  counts: z
    .partialRecord(z.enum(counts), z.number().min(0).max(most))
    .refine(given => counts.every(of => measured.includes(of) || Number.isInteger(given[of] ?? 0)), {
      error: 'malformed',
    }),
  /** By the number of the post: what the inter-sector norms give. */
  entered: z.record(z.string().regex(/^\d{1,3}$/u), units),
  rounding: z.enum(roundings),
  /** Who works in this unit; empty for the organisation, where everybody else does. */
  staffIds: z.array(id).max(1_000),
  /** The posts of all who work are on their cards: a post that nobody holds is vacant, not unknown. */
  staffIsWhole: z.boolean(),
});
export type NormAnswers = z.output<typeof normAnswers>;

const said = z.strictObject({kk: z.string(), ru: z.string()});

/** Figures are words already: exact, with the comma, as in the print and in the workbook. */
const figures = z.string();

const normPlace = z.strictObject({
  /** Null: the organisation itself. */
  unitId: maybe(id),
  name: said,
  /** Who receives services there today. */
  receiving: z.int(),
  /** Of the organisation: who stays in its palliative wards today, and their places; null: it has none. */
  palliative: maybe(z.strictObject({people: z.int(), places: maybe(z.int())})),
  /** What was saved; null before the first time. */
  answers: maybe(normAnswers),
  stamp,
  /** Hundredths of units by the number of the post, of those who work there today by their cards. */
  actual: z.array(z.strictObject({post: z.int(), hundredths: z.int()})),
  /** Who works there and has no post or no rate on the card. */
  withoutPost: z.int(),
});
export type NormPlace = z.output<typeof normPlace>;

const normPost = z.strictObject({
  no: z.int(),
  name: said,
  /** The cell of the column, or the rule in words. */
  rule: said,
  state: z.enum(['units', 'no-unit', 'other-kind', 'not-needed', 'unanswered', 'to-enter']),
  raw: maybe(figures),
  units: maybe(figures),
  actual: maybe(figures),
  difference: maybe(figures),
  standing: z.enum(['short', 'enough', 'over', 'unknown']),
  remarks: z.array(said),
  /** What the text of the order leaves open here; it stands among the remarks too. */
  unsure: maybe(said),
});
export type NormPost = z.output<typeof normPost>;

const normSum = z.strictObject({
  raw: figures,
  units: figures,
  actual: figures,
  /** Null while a part of either is not known. */
  difference: maybe(figures),
  remark: maybe(said),
});
export type NormSum = z.output<typeof normSum>;

const calculation = z.strictObject({
  state: z.literal('computed'),
  /** How many people it is for, and the column of the table that serves so many. */
  people: z.int(),
  column: said,
  groups: z.array(z.strictObject({id: line, name: said, posts: z.array(normPost), sum: normSum})),
  sum: normSum,
  vehicles: z.strictObject({
    lead: said,
    limits: z.array(
      z.strictObject({
        id: line,
        name: said,
        count: z.int(),
        state: z.enum(['allowed', 'not-allowed', 'unanswered']),
        remarks: z.array(said),
      }),
    ),
  }),
  /** Notes 1 to 5 and the free notes of the appendix. */
  notes: z.array(z.strictObject({mark: z.string(), words: said})),
});
export type NormCalculation = z.output<typeof calculation>;

const asked = z.strictObject({unitId: maybe(id), answers: normAnswers});
const printed = z.strictObject({...asked.shape, language: z.enum(printLanguages)});
const file = z.strictObject({file: bytes, fileName: line});

export const normsCalls = {
  get: query(
    nothing,
    z.strictObject({
      /** Appendix 1 concerns stationary organisations only; null before set-up has named the organisation. */
      facilityType: maybe(z.enum(organisationTypes)),
      /** The organisation first, then its units of supported independent living. */
      places: z.array(normPlace),
      /** Who works here today, to say who works in a unit. */
      staff: z.array(z.strictObject({id, name: personName, unitId: maybe(id)})),
    }),
    {topics: ['norms', 'facility', 'staff', 'unit', 'journal', 'recipient']},
  ),
  save: command(z.strictObject({...asked.shape, seen: stamp}), z.strictObject({stamp}), {topics: ['norms']}),
  /** By answers that need not be saved: the screen counts anew while a person types. */
  compute: query(
    asked,
    z.discriminatedUnion('state', [
      /** Why nothing can be counted yet, and what to do. */
      z.strictObject({state: z.literal('not-yet'), why: said}),
      calculation,
    ]),
    {topics: ['norms', 'facility', 'staff', 'unit', 'journal', 'recipient']},
  ),
  /** The calculation as a PDF. */
  print: query(printed, file, {audit: 'print'}),
  /** The calculation as an Excel workbook. */
  excel: query(printed, file, {audit: 'export'}),
  /** Asks where to and saves; false when the person changed their mind. */
  saveAs: query(z.strictObject({...printed.shape, as: z.enum(['pdf', 'xlsx'])}), z.strictObject({saved: z.boolean()}), {
    audit: 'export',
  }),
};

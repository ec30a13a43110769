import {z} from 'zod';
import {admissionAnswers, disabilityGroups, organisationTypes, recipientCategories} from '../../domain/vocabulary.ts';
import {id, isoDate, line, maybe, saved, stamp} from './fields.ts';
import {command, query} from './kernel.ts';

/**
 * The conditions of admission (paragraphs 2, 5, 6, 13, 19, 23, 35) as they were answered for a row of the journal. Never a
 * bar: who is admitted against a condition has a reason beside it.
 */

const checkAnswer = z.strictObject({
  /** Of the edition. */
  itemId: line,
  answer: z.enum(['met', 'not-met']),
  /** Which of the reasons that the order lists, by its place among them. */
  ground: maybe(z.int().min(0).max(99)),
  reason: maybe(line),
});

/** What a person says of an admission: what only she knows, and the ticks. */
export const admissionGiven = z.strictObject({
  hoursPerDay: maybe(z.number().min(0).max(24).multipleOf(0.01)),
  staysNight: maybe(z.boolean()),
  /** Until when the person is to stay. */
  stayTo: maybe(isoDate),
  answers: z.array(checkAnswer).max(100),
});
export type AdmissionGiven = z.output<typeof admissionGiven>;

const admissionView = z.strictObject({
  stamp,
  organisationType: maybe(z.enum(organisationTypes)),
  /** The day of admission; today for who waits. */
  on: isoDate,
  isAdmitted: z.boolean(),
  /** What the records know of the person. */
  known: z.strictObject({
    bornOn: maybe(isoDate),
    category: maybe(z.enum(recipientCategories)),
    disabilityGroup: maybe(z.enum(disabilityGroups)),
    programmeTo: maybe(isoDate),
  }),
  given: admissionGiven,
  /** How each condition stood when it was kept last, in the order of the edition; empty: nobody has looked. */
  kept: z.array(
    z.strictObject({itemId: line, answer: z.enum(admissionAnswers), ground: maybe(z.int()), reason: maybe(line)}),
  ),
});
export type AdmissionView = z.output<typeof admissionView>;

export const admissionCalls = {
  get: query(z.strictObject({placementId: id}), admissionView, {
    topics: ['admission', 'journal', 'recipient', 'facility'],
    audit: 'view',
  }),
  /** Keeps the checklist of a row of the journal. Of who is admitted, what is against the facts needs its reason. */
  save: command(z.strictObject({placementId: id, seen: stamp, given: admissionGiven}), saved, {
    topics: ['admission'],
  }),
};

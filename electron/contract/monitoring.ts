import {z} from 'zod';
import {positiveChangeGroups, serviceTypes} from '../../domain/vocabulary.ts';
import {id, isoDate, maybe, nothing, prose, saved, stamp} from './fields.ts';
import {command, query} from './kernel.ts';
import {planIssue} from './plan.ts';

export const monitoringEntryValues = z.strictObject({
  serviceType: z.enum(serviceTypes),
  positiveGroups: z.array(z.enum(positiveChangeGroups)),
  positive: maybe(prose),
  noneOrWorse: maybe(z.enum(['none', 'worse'])),
  reason: maybe(prose),
  decision: maybe(prose),
  servicesToReview: z.array(z.enum(serviceTypes)),
  recommendation: maybe(prose),
  monitoredOn: maybe(isoDate),
  staffId: maybe(id),
});
export type MonitoringEntryValues = z.output<typeof monitoringEntryValues>;

const roundValues = {
  observedFrom: maybe(isoDate),
  observedTo: maybe(isoDate),
  monitoredOn: maybe(isoDate),
  specialistId: maybe(id),
  specialistSignedOn: maybe(isoDate),
  consultantId: maybe(id),
  consultantSignedOn: maybe(isoDate),
  /** Eight, in the order of the form. */
  entries: z.array(monitoringEntryValues).max(8),
};

export const roundView = z.strictObject({
  id,
  stamp,
  planId: id,
  recipientId: id,
  number: z.int(),
  status: z.enum(['open', 'closed']),
  enteredOn: maybe(isoDate),
  paperId: maybe(id),
  ...roundValues,
  /** The round before this one, whose words stand beside these. */
  previous: z.array(monitoringEntryValues),
});
export type RoundView = z.output<typeof roundView>;

export const roundLine = z.strictObject({
  id,
  number: z.int(),
  status: z.enum(['open', 'closed']),
  observedFrom: maybe(isoDate),
  observedTo: maybe(isoDate),
  monitoredOn: maybe(isoDate),
  paperId: maybe(id),
});

export const monitoringCalls = {
  rounds: query(z.strictObject({planId: id}), z.array(roundLine), {topics: ['monitoring']}),
  get: query(z.strictObject({id}), roundView, {topics: ['monitoring'], audit: 'view'}),
  /** A new open round of an approved plan; answers the open one when there is one. */
  start: command(z.strictObject({planId: id}), saved, {topics: ['monitoring', 'recipient']}),
  /** Who does not keep whole plans changes the entries of the own service types alone (`denied`). */
  save: command(z.strictObject({id, seen: stamp, ...roundValues}), saved, {
    access: 'own-services',
    topics: ['monitoring'],
  }),
  /** The day of a signature on the printed sheet, or none. Who keeps no whole plans signs for themselves. */
  sign: command(
    z.strictObject({id, seen: stamp, as: z.enum(['specialist', 'consultant']), signedOn: maybe(isoDate)}),
    saved,
    {access: 'own-services', topics: ['monitoring']},
  ),
  issues: query(z.strictObject({id}), z.array(planIssue), {topics: ['monitoring', 'staff', 'facility']}),
  /** Freezes the sheet. A decision to correct opens a revision of the plan with those services marked. */
  close: command(
    z.strictObject({id, seen: stamp, enteredOn: isoDate}),
    z.strictObject({id, stamp, paperId: id, revisionPlanId: maybe(id)}),
    {topics: ['monitoring', 'plan', 'paper', 'recipient']},
  ),
  discard: command(z.strictObject({id, seen: stamp}), nothing, {topics: ['monitoring', 'recipient']}),
};

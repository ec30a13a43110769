import {z} from 'zod';
import {measurePeriods, planStatuses, serviceTypes, signatoryRoles} from '../../domain/vocabulary.ts';
import {bilingual, id, isoDate, line, maybe, nothing, prose, saved, stamp} from './fields.ts';
import {command, query} from './kernel.ts';

export const measureValues = z.strictObject({
  serviceType: z.enum(serviceTypes),
  text: prose,
  volume: maybe(line),
  period: maybe(z.enum(measurePeriods)),
  dateFrom: maybe(isoDate),
  dateTo: maybe(isoDate),
  staffId: maybe(id),
  assignedOn: maybe(isoDate),
});
export type MeasureValues = z.output<typeof measureValues>;

export const planSignatureValues = z.strictObject({
  role: z.enum(signatoryRoles),
  staffId: maybe(id),
  signedOn: maybe(isoDate),
});

/** What is typed into the plan itself. Whoever takes all of it over takes the names from here (docs/developers/new-field.md). */
const planFields = {
  observedFrom: maybe(isoDate),
  observedTo: maybe(isoDate),
  periodFrom: maybe(isoDate),
  periodTo: maybe(isoDate),
  reviewOn: maybe(isoDate),
};
export type PlanFields = z.output<z.ZodObject<typeof planFields>>;
export type PlanFieldName = keyof PlanFields;
export const planFieldNames = Object.keys(planFields) as readonly PlanFieldName[];

/** Nothing typed yet. */
export const emptyPlanFields = Object.fromEntries(planFieldNames.map(name => [name, null])) as Readonly<
  Record<PlanFieldName, null>
>;

export function planFieldsOf(plan: PlanFields): PlanFields {
  return Object.fromEntries(planFieldNames.map(name => [name, plan[name]])) as PlanFields;
}

const planValues = {
  ...planFields,
  measures: z.array(measureValues).max(400),
  signatures: z.array(planSignatureValues).max(5),
};

export const planView = z.strictObject({
  id,
  stamp,
  recipientId: id,
  placementId: id,
  revision: z.int(),
  revisesId: maybe(id),
  servicesToReview: z.array(z.enum(serviceTypes)),
  status: z.enum(planStatuses),
  admittedOn: maybe(isoDate),
  drawnUpOn: maybe(isoDate),
  filledOn: maybe(isoDate),
  approvedOn: maybe(isoDate),
  approvedById: maybe(id),
  endedOn: maybe(isoDate),
  endReason: maybe(line),
  /** The frozen paper, once approved. */
  paperId: maybe(id),
  ...planValues,
});
export type PlanView = z.output<typeof planView>;

/** What stands in the way of approval (`stop`), or is only worth a look (`warn`). Words in both languages come along. */
export const planIssue = z.strictObject({
  /** The path of the answer on the paper: `services.medical.measures.0.volume`. */
  field: line,
  severity: z.enum(['stop', 'warn']),
  say: bilingual,
  paragraph: maybe(line),
});
export type PlanIssue = z.output<typeof planIssue>;

export const planCalls = {
  get: query(z.strictObject({id}), planView, {topics: ['plan', 'recipient', 'staff', 'journal'], audit: 'view'}),
  /** A new draft for the current placement; `copyFrom` takes over the measures of an earlier plan. */
  create: command(z.strictObject({recipientId: id, copyFrom: maybe(id)}), saved, {topics: ['plan', 'recipient']}),
  /**
   * Only a draft or a filled plan can be saved; a filled one becomes a draft again when it changes. Who does not keep whole
   * plans changes measures of the own service types alone: the rest must come back as it was (`denied`).
   */
  save: command(z.strictObject({id, seen: stamp, ...planValues}), saved, {
    access: 'own-services',
    topics: ['plan', 'recipient'],
  }),
  /** The day of a signature on the printed plan, or none; a filled plan stays filled. Who keeps no whole plans signs for themselves. */
  sign: command(z.strictObject({id, seen: stamp, role: z.enum(signatoryRoles), signedOn: maybe(isoDate)}), saved, {
    access: 'own-services',
    topics: ['plan'],
  }),
  issues: query(z.strictObject({id}), z.array(planIssue), {topics: ['plan', 'recipient', 'staff', 'facility']}),
  markFilled: command(z.strictObject({id, seen: stamp, filledOn: isoDate}), saved, {topics: ['plan']}),
  /** By the head. Refused (`invalid`) while an issue stops it. Freezes the paper; an approved revision ends what it revises. */
  approve: command(z.strictObject({id, seen: stamp, approvedOn: isoDate}), z.strictObject({id, stamp, paperId: id}), {
    access: 'approve',
    topics: ['plan', 'paper', 'recipient'],
  }),
  /** A correction is a new revision: a draft with the same measures and the named services marked. */
  revise: command(z.strictObject({id, services: z.array(z.enum(serviceTypes))}), saved, {
    topics: ['plan', 'recipient'],
  }),
  end: command(z.strictObject({id, seen: stamp, endedOn: isoDate, reason: maybe(line)}), saved, {
    topics: ['plan', 'recipient'],
  }),
  /** Only a draft that was never approved. */
  discard: command(z.strictObject({id, seen: stamp}), nothing, {topics: ['plan', 'recipient']}),
};

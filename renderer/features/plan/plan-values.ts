import {z} from 'zod';
import type {InputOf} from '../../../electron/contract/kernel.ts';
import {
  planFieldNames,
  type planCalls,
  type PlanFieldName,
  type PlanFields,
  type PlanView,
} from '../../../electron/contract/plan.ts';
import {
  measurePeriods,
  serviceTypes,
  signatoryRoles,
  type OrganisationType,
  type ServiceType,
  type SignatoryRole,
} from '../../../domain/vocabulary.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {raw, typed} from '../../form/typed.ts';

/** What stands in the fields of the plan: text as typed. Measures lie in the order of the form's eight rows. */
export interface RawMeasure {
  readonly serviceType: ServiceType;
  readonly text: string;
  readonly volume: string;
  readonly period: string;
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly staffId: string;
  readonly assignedOn: string;
}

export interface RawPlan extends Readonly<Record<PlanFieldName, string>> {
  readonly measures: RawMeasure[];
  readonly signatures: {readonly role: SignatoryRole; readonly staffId: string; readonly signedOn: string}[];
}

export type PlanValues = Omit<InputOf<(typeof planCalls)['save']>, 'id' | 'seen'>;

export const measureSchema = z.object({
  serviceType: z.enum(serviceTypes),
  text: typed.prose().transform(words => words ?? ''),
  volume: typed.line(),
  period: typed.choice(measurePeriods),
  dateFrom: typed.date(),
  dateTo: typed.date(),
  staffId: typed.id(),
  assignedOn: typed.date(),
});

export const planSchema: z.ZodType<PlanValues, RawPlan> = z.object({
  observedFrom: typed.date(),
  observedTo: typed.date(),
  periodFrom: typed.date(),
  periodTo: typed.date(),
  reviewOn: typed.date(),
  measures: z.array(measureSchema),
  signatures: z.array(z.object({role: z.enum(signatoryRoles), staffId: typed.id(), signedOn: typed.date()})),
});

/** Who signs Appendix 4 in an organisation of this type (its footnotes * and **), in the order of the form. */
export function signatoriesOf(type: OrganisationType) {
  return appendix4.signatories.filter(signatory => (signatory.filledBy as readonly OrganisationType[]).includes(type));
}

function rawFields(plan: PlanFields): Record<PlanFieldName, string> {
  return Object.fromEntries(planFieldNames.map(name => [name, raw.text(plan[name])])) as Record<PlanFieldName, string>;
}

export function rawPlan(plan: PlanView, type: OrganisationType): RawPlan {
  return {
    ...rawFields(plan),
    measures: serviceTypes.flatMap(serviceType =>
      plan.measures
        .filter(measure => measure.serviceType === serviceType)
        .map(measure => ({
          serviceType,
          text: measure.text,
          volume: raw.text(measure.volume),
          period: raw.text(measure.period),
          dateFrom: raw.text(measure.dateFrom),
          dateTo: raw.text(measure.dateTo),
          staffId: raw.text(measure.staffId),
          assignedOn: raw.text(measure.assignedOn),
        })),
    ),
    signatures: signatoriesOf(type).map(({role}) => {
      const signed = plan.signatures.find(signature => signature.role === role);
      return {role, staffId: raw.text(signed?.staffId), signedOn: raw.text(signed?.signedOn)};
    }),
  };
}

/** A row that was added and never filled: it is not kept. What the new row was given by itself does not count. */
export function isEmptyMeasure(measure: PlanValues['measures'][number]): boolean {
  return measure.text === '' && measure.volume === null;
}

/** Measures that lack their days get those of the plan, and today as the day of assignment; what is typed stays. */
export function withDaysOf(plan: Pick<RawPlan, 'periodFrom' | 'periodTo' | 'measures'>, today: string): RawMeasure[] {
  return plan.measures.map(measure => ({
    ...measure,
    dateFrom: measure.dateFrom || plan.periodFrom,
    dateTo: measure.dateTo || plan.periodTo,
    assignedOn: measure.assignedOn || today,
  }));
}

/** Where the measures of a service type end in the list: a new one goes there, so that the order is the form's. */
export function endOf(measures: readonly RawMeasure[], serviceType: ServiceType): number {
  const rank = serviceTypes.indexOf(serviceType);
  const after = measures.findIndex(measure => serviceTypes.indexOf(measure.serviceType) > rank);
  return after === -1 ? measures.length : after;
}

/**
 * The field of this screen that a matter of the paper belongs to (`services.medical.measures.0.volume`), or the other
 * screen where it is mended.
 */
export type IssueTarget =
  | {readonly kind: 'field'; readonly name: string}
  | {readonly kind: 'service'; readonly serviceType: ServiceType}
  | {readonly kind: 'person'}
  | {readonly kind: 'settings'}
  | {readonly kind: 'none'};

const measureFields: Record<string, string> = {
  'text': 'text',
  'volume': 'volume',
  'period': 'period',
  'dates': 'dateFrom',
  'dates.from': 'dateFrom',
  'dates.to': 'dateTo',
  'specialist': 'staffId',
  'assignedOn': 'assignedOn',
};

/** Where the form has one period of two fields; what else is typed into a plan has the form's own name. */
const periodFields: Record<string, PlanFieldName> = {
  'observed': 'observedFrom',
  'observed.from': 'observedFrom',
  'observed.to': 'observedTo',
  'planned': 'periodFrom',
  'planned.from': 'periodFrom',
  'planned.to': 'periodTo',
};

const personFields = ['recipient', 'born', 'diagnosis', 'admittedOn'];
const settingsFields = ['head', 'organisation', 'organisationType'];

export function issueTarget(field: string, values: RawPlan): IssueTarget {
  const [first = '', service, , index, ...rest] = field.split('.');
  const named = periodFields[field] ?? planFieldNames.find(name => name === field);
  if (named !== undefined) return {kind: 'field', name: named};
  if (personFields.includes(first)) return {kind: 'person'};
  if (settingsFields.includes(first)) return {kind: 'settings'};
  if (first === 'signatures') {
    const empty = values.signatures.findIndex(signature => signature.staffId === '');
    return {kind: 'field', name: `signatures.${Math.max(0, empty)}.staffId`};
  }
  if (first !== 'services') return {kind: 'none'};
  const serviceType = serviceTypes.find(each => each === service) ?? 'everyday';
  // Measures stand in the form as they were added: those of one service need not stand together.
  const places = values.measures.flatMap((measure, at) => (measure.serviceType === serviceType ? [at] : []));
  const at = places[Number(index)];
  if (at === undefined) return {kind: 'service', serviceType};
  const name = measureFields[rest.join('.')] ?? measureFields[rest[0] ?? ''] ?? 'text';
  return {kind: 'field', name: `measures.${at}.${name}`};
}

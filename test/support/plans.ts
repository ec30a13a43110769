import {emptyPlanFields} from '../../electron/contract/plan.ts';
import type {OfficeClient, Office, Staff} from './office.ts';
import {admit, noMeasure} from './office.ts';

/** What `recipient.save` takes, as it stands now. */
export async function cardOf(client: OfficeClient, id: string) {
  const {
    stamp: seen,
    placements: _p,
    events: _e,
    fileNumber: _f,
    plans: _l,
    ...facts
  } = await client.recipient.get({id});
  return {...facts, seen};
}

/** What is needed of a person before a plan can be approved. */
export async function tellDiagnosis(client: OfficeClient, recipientId: string): Promise<void> {
  await client.recipient.save({...(await cardOf(client, recipientId)), diagnosis: 'I топтағы мүгедектік'});
}

/** One measure with all that its form asks for. */
export function wholeMeasure(staff: Staff) {
  return {
    ...noMeasure,
    serviceType: 'medical',
    text: 'Дәрігер қарауы',
    volume: 'айына 1 рет',
    period: 'month',
    dateFrom: '2026-02-02',
    dateTo: '2026-12-31',
    staffId: staff.medical,
    assignedOn: '2026-02-02',
  } as const;
}

export const wholeDates = {
  ...emptyPlanFields,
  periodFrom: '2026-02-02',
  periodTo: '2026-12-31',
  reviewOn: '2026-06-01',
} as const;

export interface FilledPlan {
  readonly recipientId: string;
  readonly placementId: string;
  readonly planId: string;
  /** The stamp with which it can be approved. */
  readonly stamp: string;
}

/** A person admitted on 2026-02-02 with a plan that lacks nothing but the approval; filled on that day. */
export async function fillPlan(office: Office, staff: Staff): Promise<FilledPlan> {
  const {client} = office;
  const {recipientId, placementId} = await admit(office, '2026-02-02');
  await tellDiagnosis(client, recipientId);
  const plan = await client.plan.get({id: (await client.plan.create({recipientId, copyFrom: null})).id});
  const {stamp: seen} = await client.plan.save({
    id: plan.id,
    seen: plan.stamp,
    ...wholeDates,
    measures: [wholeMeasure(staff)],
    signatures: plan.signatures,
  });
  const {stamp} = await client.plan.markFilled({id: plan.id, seen, filledOn: '2026-02-02'});
  return {recipientId, placementId, planId: plan.id, stamp};
}

/** The same, approved. */
export async function approvePlan(office: Office, staff: Staff): Promise<FilledPlan> {
  const filled = await fillPlan(office, staff);
  const {stamp} = await office.client.plan.approve({id: filled.planId, seen: filled.stamp, approvedOn: '2026-02-02'});
  return {...filled, stamp};
}

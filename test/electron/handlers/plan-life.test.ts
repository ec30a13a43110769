import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import type {OfficeClient} from '../../support/office.ts';
import {failureOf, furnish, openOffice, type Office, type Staff} from '../../support/office.ts';
import {approvePlan, fillPlan, wholeDates, wholeMeasure} from '../../support/plans.ts';

/** draft → filled → approved, in force → revised or ended: what may follow what, and what a refusal says. */

async function office(): Promise<Office & {staff: Staff}> {
  const opened = await openOffice('2026-02-02');
  return {...opened, staff: await furnish(opened, 'stationary')};
}

function refused(field: string, problem: string) {
  return {code: 'invalid', issues: [{field, problem}]};
}

async function statusOf(client: OfficeClient, id: string): Promise<string> {
  return (await client.plan.get({id})).status;
}

describe('approval', () => {
  test('not before the plan is filled, neither in order nor by date', async () => {
    const opened = await office();
    const {client, staff} = opened;
    const {planId, stamp} = await fillPlan(opened, staff);
    const approve = (approvedOn: string, seen: string) => client.plan.approve({id: planId, seen, approvedOn});
    expect(await failureOf(approve('2026-02-01', stamp))).toEqual(refused('approvedOn', 'approved-before-filled'));
    const {signatures} = await client.plan.get({id: planId});
    const changed = await client.plan.save({
      id: planId,
      seen: stamp,
      ...wholeDates,
      reviewOn: '2026-07-01',
      measures: [wholeMeasure(staff)],
      signatures,
    });
    // What was filled and then changed is a draft again.
    expect(await statusOf(client, planId)).toBe('draft');
    expect(await failureOf(approve('2026-02-02', changed.stamp))).toEqual(refused('', 'plan-not-filled'));
    const {stamp: filled} = await client.plan.markFilled({id: planId, seen: changed.stamp, filledOn: '2026-02-02'});
    await approve('2026-02-02', filled);
    expect(await statusOf(client, planId)).toBe('approved');
  });

  interface Case {
    name: string;
    change: Partial<Record<keyof typeof wholeDates | 'dateFrom' | 'dateTo', string | null>>;
    issue: {field: string; severity: 'stop' | 'warn'};
  }

  const cases: readonly Case[] = [
    {name: 'more than a year', change: {periodTo: '2027-02-02'}, issue: {field: 'planned', severity: 'stop'}},
    {name: 'no period', change: {periodFrom: null, periodTo: null}, issue: {field: 'planned', severity: 'stop'}},
    {
      name: 'a period that ends before it begins',
      change: {periodTo: '2026-02-01'},
      issue: {field: 'planned.to', severity: 'stop'},
    },
    {
      name: 'over before the admission',
      change: {periodFrom: '2026-01-01', periodTo: '2026-02-01'},
      issue: {field: 'planned', severity: 'stop'},
    },
    {
      name: 'begun before the admission',
      change: {periodFrom: '2026-02-01'},
      issue: {field: 'planned.from', severity: 'warn'},
    },
    {
      name: 'a measure before the plan',
      change: {dateFrom: '2026-02-01'},
      issue: {field: 'services.medical.measures.0.dates', severity: 'warn'},
    },
    {
      name: 'a measure after the plan',
      change: {dateTo: '2027-01-01'},
      issue: {field: 'services.medical.measures.0.dates', severity: 'warn'},
    },
    {
      name: 'a measure that ends before it begins',
      change: {dateFrom: '2026-03-02', dateTo: '2026-03-01'},
      issue: {field: 'services.medical.measures.0.dates.to', severity: 'stop'},
    },
    {name: 'a review outside the plan', change: {reviewOn: '2027-01-01'}, issue: {field: 'reviewOn', severity: 'warn'}},
    {name: 'no review', change: {reviewOn: null}, issue: {field: 'reviewOn', severity: 'stop'}},
  ];

  test.each(cases)('$name: the draft is saved, the list names the field', async ({change, issue}) => {
    const opened = await office();
    const {client, staff} = opened;
    const {planId, stamp} = await fillPlan(opened, staff);
    const {dateFrom, dateTo, ...dates} = {...wholeDates, ...change};
    const measure = wholeMeasure(staff);
    const {signatures} = await client.plan.get({id: planId});
    const {stamp: seen} = await client.plan.save({
      id: planId,
      seen: stamp,
      ...dates,
      measures: [{...measure, dateFrom: dateFrom ?? measure.dateFrom, dateTo: dateTo ?? measure.dateTo}],
      signatures,
    });
    expect(await client.plan.issues({id: planId})).toContainEqual(expect.objectContaining(issue));
    const filled = await client.plan.markFilled({id: planId, seen, filledOn: '2026-02-02'});
    const approving = client.plan.approve({id: planId, seen: filled.stamp, approvedOn: '2026-02-02'});
    if (issue.severity === 'stop') expect(await failureOf(approving)).toEqual(refused('', 'issues-remain'));
    else await approving;
    expect(await statusOf(client, planId)).toBe(issue.severity === 'stop' ? 'filled' : 'approved');
  });
});

describe('a plan in force', () => {
  test('is neither saved nor filled nor approved nor discarded any more', async () => {
    const opened = await office();
    const {client, staff} = opened;
    const {planId, stamp} = await approvePlan(opened, staff);
    const id = planId;
    const fixed = refused('', 'plan-is-fixed');
    const save = {id, seen: stamp, ...wholeDates, measures: [], signatures: []};
    expect(await failureOf(client.plan.save(save))).toEqual(fixed);
    expect(await failureOf(client.plan.markFilled({id, seen: stamp, filledOn: '2026-02-02'}))).toEqual(fixed);
    expect(await failureOf(client.plan.approve({id, seen: stamp, approvedOn: '2026-02-02'}))).toEqual(fixed);
    expect(await failureOf(client.plan.discard({id, seen: stamp}))).toEqual(fixed);
    expect((await client.plan.get({id})).measures).toHaveLength(1);
  });

  test('keeps its paper whatever becomes of the facts', async () => {
    const opened = await office();
    const {client, staff, printed} = opened;
    const {planId, recipientId} = await approvePlan(opened, staff);
    const paperId = must((await client.plan.get({id: planId})).paperId);
    const frozen = {source: {kind: 'frozen', paperId}, language: 'both'} as const;
    await client.paper.render(frozen);
    const {
      stamp,
      placements: _p,
      events: _e,
      fileNumber: _f,
      plans: _pl,
      ...facts
    } = await client.recipient.get({
      id: recipientId,
    });
    await client.recipient.save({...facts, seen: stamp, diagnosis: 'басқа', name: {...facts.name, surname: 'Басқа'}});
    await client.paper.render(frozen);
    expect(printed[1]).toEqual(printed[0]);
  });

  test('is not ended over a correction that waits; afterwards it is neither corrected nor monitored', async () => {
    const opened = await office();
    const {client, staff} = opened;
    const {planId, stamp} = await approvePlan(opened, staff);
    const revision = await client.plan.revise({id: planId, services: ['medical']});
    const end = {id: planId, seen: stamp, endedOn: '2026-03-01', reason: 'шықты'};
    expect(await failureOf(client.plan.end(end))).toEqual(refused('', 'revision-open'));
    await client.plan.discard({id: revision.id, seen: revision.stamp});
    expect(await failureOf(client.plan.end({...end, endedOn: '2026-02-01'}))).toEqual(
      refused('endedOn', 'ended-before-begun'),
    );
    const ended = await client.plan.end(end);
    const over = refused('', 'plan-not-in-force');
    expect(await failureOf(client.plan.end({...end, seen: ended.stamp}))).toEqual(over);
    expect(await failureOf(client.plan.revise({id: planId, services: []}))).toEqual(over);
    expect(await failureOf(client.monitoring.start({planId}))).toEqual(over);
  });

  test('is corrected once at a time, and the correction takes its place', async () => {
    const opened = await office();
    const {client, staff} = opened;
    const {planId} = await approvePlan(opened, staff);
    const first = await client.plan.revise({id: planId, services: ['medical']});
    const again = await client.plan.revise({id: planId, services: ['legal']});
    expect(again.id).toBe(first.id);
    const draft = await client.plan.get({id: first.id});
    expect({...draft, services: draft.servicesToReview}).toMatchObject({
      revision: 1,
      revisesId: planId,
      status: 'draft',
      services: ['medical', 'legal'],
      approvedOn: null,
    });
    const filled = await client.plan.markFilled({id: first.id, seen: draft.stamp, filledOn: '2026-03-01'});
    await client.plan.approve({id: first.id, seen: filled.stamp, approvedOn: '2026-03-01'});
    expect(await statusOf(client, planId)).toBe('revised');
    expect(await failureOf(client.plan.revise({id: planId, services: []}))).toEqual(refused('', 'plan-not-in-force'));
  });
});

describe('a round that is still open when its plan is over', () => {
  async function openRound(opened: Office & {staff: Staff}) {
    const {client, staff} = opened;
    const {planId, recipientId} = await approvePlan(opened, staff);
    const {id} = await client.monitoring.start({planId});
    const round = await client.monitoring.get({id});
    const {stamp} = await client.monitoring.save({
      id,
      seen: round.stamp,
      observedFrom: '2026-02-02',
      observedTo: '2026-03-31',
      monitoredOn: '2026-03-30',
      specialistId: staff['social-work-specialist'],
      specialistSignedOn: null,
      consultantId: null,
      consultantSignedOn: null,
      entries: round.entries.map(entry => ({
        ...entry,
        noneOrWorse: 'worse',
        reason: 'нашарлады',
        staffId: staff.medical,
        ...(entry.serviceType === 'medical'
          ? {decision: 'түзету', recommendation: 'емдеу', servicesToReview: ['medical' as const]}
          : {}),
      })),
    });
    return {planId, recipientId, roundId: id, stamp};
  }

  async function takePlace(client: OfficeClient, planId: string): Promise<{id: string; stamp: string}> {
    const revision = await client.plan.revise({id: planId, services: []});
    const filled = await client.plan.markFilled({id: revision.id, seen: revision.stamp, filledOn: '2026-03-01'});
    return client.plan.approve({id: revision.id, seen: filled.stamp, approvedOn: '2026-03-01'});
  }

  test('corrected meanwhile: its decision corrects the correction', async () => {
    const opened = await office();
    const {client} = opened;
    const {planId, roundId, stamp} = await openRound(opened);
    const revision = await takePlace(client, planId);
    opened.at('2026-03-31');
    const closed = await client.monitoring.close({id: roundId, seen: stamp, enteredOn: '2026-03-31'});
    const next = await client.plan.get({id: must(closed.revisionPlanId)});
    expect(next).toMatchObject({revision: 2, revisesId: revision.id, servicesToReview: ['medical'], status: 'draft'});
  });

  test('corrected and ended meanwhile: it is closed all the same, and nothing is opened', async () => {
    const opened = await office();
    const {client} = opened;
    const {planId, roundId, stamp} = await openRound(opened);
    const revision = await takePlace(client, planId);
    await client.plan.end({id: revision.id, seen: revision.stamp, endedOn: '2026-03-15', reason: null});
    opened.at('2026-03-31');
    const closed = await client.monitoring.close({id: roundId, seen: stamp, enteredOn: '2026-03-31'});
    expect(closed.revisionPlanId).toBeNull();
    expect((await client.monitoring.get({id: roundId})).status).toBe('closed');
  });

  test('is not entered before any of its rows was looked at', async () => {
    const opened = await office();
    const {client} = opened;
    const {roundId, stamp: seen} = await openRound(opened);
    const {
      stamp: _s,
      planId: _p,
      recipientId: _r,
      number: _n,
      status: _st,
      ...round
    } = await client.monitoring.get({
      id: roundId,
    });
    const {enteredOn: _e, paperId: _pa, previous: _pr, ...values} = round;
    const entries = values.entries.map((entry, index) => (index === 3 ? {...entry, monitoredOn: '2026-04-02'} : entry));
    const {stamp} = await client.monitoring.save({...values, entries, seen});
    opened.at('2026-04-03');
    expect(await failureOf(client.monitoring.close({id: roundId, seen: stamp, enteredOn: '2026-04-01'}))).toEqual(
      refused('enteredOn', 'period-reversed'),
    );
    await client.monitoring.close({id: roundId, seen: stamp, enteredOn: '2026-04-02'});
  });
});

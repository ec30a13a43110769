import {expect, test} from 'vitest';
import {admit, event, failureOf, furnish, nobody, openOffice, person, type Office} from '../../support/office.ts';

async function items({client}: Office) {
  const {items: all} = await client.today.get({limit: 500});
  return all.map(({kind, state, waitsFor, dueOn, latestOn}) => ({kind, state, waitsFor, dueOn, latestOn}));
}

const noFile = {kind: 'file-open', state: 'week', waitsFor: 'worker', dueOn: null, latestOn: null};

test('the plan of temporary stay is due on the fifth day, overdue by the lenient count', async () => {
  const office = await openOffice('2026-02-02');
  await furnish(office, 'temporary-stay');
  await admit(office, '2026-02-02');
  const drawUp = {kind: 'plan-draw-up', waitsFor: 'worker', dueOn: '2026-02-06', latestOn: '2026-02-09'};
  const states = {'2026-02-02': 'week', '2026-02-06': 'due', '2026-02-09': 'due', '2026-02-10': 'overdue'};
  for (const [day, state] of Object.entries(states)) {
    office.at(day);
    expect(
      (await items(office)).find(item => item.kind === 'plan-draw-up'),
      day,
    ).toEqual({...drawUp, state});
  }
  const [first] = (await office.client.today.get({limit: 500})).items;
  expect(first?.ground?.ru).toContain('35');
  expect(first?.target.screen).toBe('new-plan');
});

test('for a type whose terms the order does not state, none is made up; what waits is said all the same', async () => {
  const office = await openOffice('2026-02-02');
  await furnish(office, 'stationary');
  const {recipientId} = await admit(office, '2026-02-02');
  expect(await items(office)).toEqual([noFile]);
  const plan = await office.client.plan.create({recipientId, copyFrom: null});
  const undated = {state: 'week', dueOn: null, latestOn: null};
  expect(await items(office)).toContainEqual({...undated, kind: 'plan-fill', waitsFor: 'worker'});
  await office.client.plan.markFilled({id: plan.id, seen: plan.stamp, filledOn: '2026-02-02'});
  expect(await items(office)).toContainEqual({...undated, kind: 'plan-approve', waitsFor: 'head'});
});

test('nothing is counted for who waits, is away or has left', async () => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  await furnish(office, 'temporary-stay');
  const {placementId} = await admit(office, '2026-02-02');
  await client.journal.enter({
    journalId: null,
    recipientId: null,
    person: {...nobody, name: {surname: 'Кезектегі', firstName: 'Адам', patronymic: null}},
    event: event('queued', '2026-02-02'),
  });
  expect(await items(office)).toHaveLength(2);
  await client.journal.record({placementId, event: event('left', '2026-02-02')});
  expect(await client.today.get({limit: 500})).toMatchObject({
    items: [],
    total: 0,
    receiving: 0,
    queued: 1,
    onLeave: 1,
  });
  await client.journal.record({placementId, event: event('came-back', '2026-02-02')});
  expect(await items(office)).toHaveLength(2);
  await client.journal.record({placementId, event: event('transferred', '2026-02-02')});
  expect(await items(office)).toEqual([]);
});

test('without an organisation there is nothing to do yet, and no plan before an admission', async () => {
  const office = await openOffice('2026-02-02');
  expect(await items(office)).toEqual([]);
  const {recipientId} = await office.client.journal.enter({
    journalId: null,
    recipientId: null,
    person,
    event: event('queued', '2026-02-02'),
  });
  expect(await failureOf(office.client.plan.create({recipientId, copyFrom: null}))).toEqual({
    code: 'invalid',
    issues: [{field: 'recipientId', problem: 'not-admitted'}],
  });
});

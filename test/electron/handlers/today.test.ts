import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {become} from '../../support/become.ts';
import {admit, event, failureOf, furnish, nobody, openOffice, person, type Office} from '../../support/office.ts';
import {approvePlan, fillPlan} from '../../support/plans.ts';

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

describe('what waits for a signature', () => {
  const lines = async (office: Office) => {
    const {mine, others} = await office.client.today.signatures({});
    const told = (items: typeof mine) => items.map(({kind, signer}) => [kind, signer?.surname ?? null]);
    return {mine: told(mine), others: told(others)};
  };
  const fileToSign = (signer: string | null) => ['file-sign', signer];

  test('a filled plan waits for the head and for each who signs; a file for the head', async () => {
    const office = await openOffice('2026-02-02');
    const staff = await furnish(office, 'stationary');
    const {recipientId} = await fillPlan(office, staff);
    await office.client.file.open({recipientId, openedOn: '2026-02-02', cameFrom: null});
    const others = ['Жүнісова', 'Иванова', 'Үсенов', 'Һамитова'].map(surname => ['plan-sign', surname]);
    const head = [['plan-approve', 'Қасымжанова'], fileToSign('Қасымжанова')];
    expect(await lines(office)).toEqual({mine: head, others});
    const act = must((await office.client.today.signatures({})).mine.find(({kind}) => kind === 'file-sign')?.act);
    if (act.act !== 'sign-file') throw new Error(act.act);
    const {stamp} = await office.client.file.sign({id: act.fileId, seen: act.seen, signedOn: '2026-02-02'});
    expect((await lines(office)).mine).toEqual([head[0]]);
    await office.client.file.sign({id: act.fileId, seen: stamp, signedOn: null});
    become(office, 'psychologist', staff.psychologist);
    expect(await lines(office)).toEqual({
      mine: [['plan-sign', 'Иванова']],
      others: [head[0], ...others.filter(([, surname]) => surname !== 'Иванова'), head[1]],
    });
  });

  test('in home care the consultant signs, and neither the psychologist nor the medical worker (notes * and **)', async () => {
    const office = await openOffice('2026-02-02');
    const staff = await furnish(office, 'home-care');
    await fillPlan(office, staff);
    expect((await lines(office)).others).toEqual([
      ['plan-sign', 'Жүнісова'],
      ['plan-sign', 'Һамитова'],
      ['plan-sign', 'Өтеғали'],
    ]);
  });

  test('a signature is marked on the line, the plan stays filled, and the mark is taken back', async () => {
    const office = await openOffice('2026-02-02');
    const staff = await furnish(office, 'stationary');
    const {planId} = await fillPlan(office, staff);
    become(office, 'psychologist', staff.psychologist);
    const [item] = (await office.client.today.signatures({})).mine;
    const act = must(item?.act);
    if (act.act !== 'sign-plan') throw new Error(act.act);
    const {seen, role} = act;
    const asked = {id: planId, role, signedOn: '2026-02-02'} as const;
    expect(await failureOf(office.client.plan.sign({...asked, seen, role: 'medical'}))).toEqual({
      code: 'denied',
      detail: 'own-services',
    });
    const {stamp} = await office.client.plan.sign({...asked, seen});
    expect(await office.client.plan.get({id: planId})).toMatchObject({status: 'filled'});
    expect((await lines(office)).mine).toEqual([]);
    expect(await failureOf(office.client.plan.sign({...asked, seen}))).toEqual({code: 'conflict'});
    await office.client.plan.sign({...asked, seen: stamp, signedOn: null});
    expect((await lines(office)).mine).toEqual([['plan-sign', 'Иванова']]);
  });

  test('a sheet of the journal waits once its rows are all marked', async () => {
    const office = await openOffice('2026-02-02');
    const staff = await furnish(office, 'stationary');
    const {planId} = await approvePlan(office, staff);
    const {id} = await office.client.monitoring.start({planId});
    expect((await lines(office)).others).toEqual([]);
    const {stamp, entries, observedFrom, ...round} = await office.client.monitoring.get({id});
    const {specialistId, consultantId} = round;
    const unsigned = {specialistSignedOn: null, consultantId, consultantSignedOn: null};
    const marked = entries.map(entry => ({...entry, noneOrWorse: 'none' as const, reason: 'Өзгеріс жоқ'}));
    const days = {observedFrom, observedTo: '2026-02-02', monitoredOn: '2026-02-02'};
    const saved = await office.client.monitoring.save({
      id,
      seen: stamp,
      ...days,
      specialistId,
      ...unsigned,
      entries: marked,
    });
    expect((await lines(office)).others).toEqual([['round-sign', 'Жүнісова']]);
    await office.client.monitoring.sign({id, seen: saved.stamp, as: 'specialist', signedOn: '2026-02-02'});
    expect((await lines(office)).others).toEqual([]);
  });
});

describe('whose matters', () => {
  test('a specialist has those of the own measures, sheets and signatures; whoever begins plans has the new ones too', async () => {
    const office = await openOffice('2026-02-02');
    const staff = await furnish(office, 'temporary-stay');
    const {recipientId} = await fillPlan(office, staff);
    const {recipientId: newcomer} = await admit(office, '2026-02-02', {
      ...person,
      name: {surname: 'Жаңа', firstName: 'Адам', patronymic: null},
    });
    const of = async (part: object) => {
      const asked = {staffId: null, unitId: null, recipientId: null, ...part};
      const {items: found} = await office.client.today.get({limit: 500, of: asked});
      return found.map(item => `${item.recipientId === newcomer ? 'new' : 'planned'} ${item.kind}`).sort();
    };
    const planned = ['planned file-open', 'planned plan-approve'];
    const fresh = ['new file-open', 'new plan-draw-up'];
    expect(await of({staffId: staff.medical})).toEqual(planned);
    expect(await of({staffId: staff['social-work-specialist']})).toEqual([...fresh, ...planned]);
    expect(await of({staffId: staff.consultant})).toEqual(fresh);
    expect(await of({recipientId})).toEqual(planned);
    expect(await of({staffId: staff.medical, recipientId: newcomer})).toEqual([]);
  });

  test('a unit has those who stay in it on the day', async () => {
    const office = await openOffice('2026-02-02');
    await furnish(office, 'stationary');
    const {placementId} = await admit(office, '2026-02-02');
    const unitId = await openUnit(office);
    const ofUnit = async () => {
      const {items: found} = await office.client.today.get({
        limit: 500,
        of: {staffId: null, unitId, recipientId: null},
      });
      return found.length;
    };
    expect(await ofUnit()).toBe(0);
    await office.client.unit.move({placementId, unitId, on: '2026-02-02'});
    expect(await ofUnit()).toBe(1);
  });

  test('the order is that of urgency, and the list is cut after it', async () => {
    const office = await openOffice('2026-02-02');
    const staff = await furnish(office, 'temporary-stay');
    for (const [surname, day] of [
      ['Бірінші', '2026-02-02'],
      ['Екінші', '2026-01-05'],
      ['Үшінші', '2026-01-20'],
    ] as const) {
      await admit(office, day, {...person, name: {surname, firstName: 'Адам', patronymic: null}});
    }
    const all = {staffId: staff['social-work-specialist'], unitId: null, recipientId: null};
    const told = (found: Awaited<ReturnType<typeof office.client.today.get>>) => found.items.map(({key}) => key);
    const everything = told(await office.client.today.get({limit: 500}));
    expect(told(await office.client.today.get({limit: 500, of: all}))).toEqual(everything);
    expect(told(await office.client.today.get({limit: 2, of: all}))).toEqual(everything.slice(0, 2));
  });
});

test('the month has its birthdays and what ends in it', async () => {
  const office = await openOffice('2026-05-20');
  await furnish(office, 'stationary');
  await admit(office, '2026-02-02', {...person, programmeTo: '2026-05-31'});
  const {birthdays, programmes, plans} = await office.client.today.month({});
  expect([birthdays.map(({on}) => on), programmes.map(({on}) => on), plans]).toEqual([
    ['1958-05-09'],
    ['2026-05-31'],
    [],
  ]);
  office.at('2026-06-01');
  expect(await office.client.today.month({})).toEqual({birthdays: [], programmes: [], plans: []});
});

test('the month of a specialist or a unit has their people alone', async () => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  const staff = await furnish(office, 'stationary');
  const {recipientId, placementId} = await approvePlan(office, staff);
  const unitId = await openUnit(office);
  await client.unit.move({placementId, unitId, on: '2026-02-02'});
  const other = {...person, name: {...person.name, surname: 'Дәулет'}, programmeTo: '2026-05-31'};
  const unplanned = await admit(office, '2026-02-02', other);
  office.at('2026-05-20');
  const whose = async (of: {staffId?: string; unitId?: string}) => {
    const {birthdays, programmes, plans} = await client.today.month({of: {staffId: null, unitId: null, ...of}});
    return [birthdays, programmes, plans].map(people => people.map(each => each.recipientId));
  };
  const both = [[recipientId, unplanned.recipientId], [unplanned.recipientId], []];
  expect(await whose({})).toEqual(both);
  expect(await whose({staffId: staff.medical})).toEqual([[recipientId], [], []]);
  expect(await whose({staffId: staff['social-work-specialist']})).toEqual(both);
  expect(await whose({unitId})).toEqual([[recipientId], [], []]);
  office.at('2026-12-01');
  expect(await whose({staffId: staff.medical})).toEqual([[], [], [recipientId]]);
});

test('how one looks at Today is kept for the account, and a line comes back on its day', async () => {
  const office = await openOffice('2026-02-02');
  const choice = {staffId: null, unitId: null, byPerson: true, postponed: {'waiting:1': '2026-02-05'}};
  await office.client.today.choose(choice);
  expect(await office.client.today.choice({})).toEqual(choice);
  office.at('2026-02-05');
  expect(await office.client.today.choice({})).toEqual({...choice, postponed: {}});
});

async function openUnit({client}: Office): Promise<string> {
  const {id} = await client.unit.save({
    id: null,
    seen: null,
    kind: 'supported-living',
    name: {kk: 'Бөлімше', ru: 'Отделение'},
    places: null,
    openedOn: null,
    closedOn: null,
  });
  return id;
}

test('the line of a plan that ends begins the next one from it, once', async () => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  const staff = await furnish(office, 'temporary-stay');
  const {planId, recipientId} = await approvePlan(office, staff);
  const {periodTo, measures} = await client.plan.get({id: planId});
  office.at(must(periodTo));
  const line = (await client.today.get({limit: 500})).items.find(({kind}) => kind === 'plan-ends');
  expect(line?.act).toEqual({act: 'begin-plan', copyFrom: planId});
  const {id} = await client.plan.create({recipientId, copyFrom: planId});
  const next = await client.plan.get({id});
  expect(next.status).toBe('draft');
  expect(next.measures.map(({text}) => text)).toEqual(measures.map(({text}) => text));
  // Pressed again, it opens what was begun.
  expect(await client.plan.create({recipientId, copyFrom: planId})).toMatchObject({id});
});

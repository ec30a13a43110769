import {beforeEach, describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {become} from '../../support/become.ts';
import {failureOf, furnish, openOffice, type Office, type Staff} from '../../support/office.ts';
import {approvePlan, cardOf, fillPlan, wholeDates, wholeMeasure} from '../../support/plans.ts';

/** What each role writes and sees of a person's papers; who may make which call stands in roles.test.ts. */

let office: Office;
let staff: Staff;

beforeEach(async () => {
  office = await openOffice('2026-02-02');
  staff = await furnish(office, 'stationary');
  const psychologist = must(
    (await office.client.facility.staff({withFormer: false})).find(({id}) => id === staff.psychologist),
  );
  const {stamp, normPost: _post, rateHundredths: _rate, isHead, ...values} = psychologist;
  await office.client.facility.saveStaff({...values, seen: stamp, isHead, serviceTypes: ['psychological']});
});

const denied = {code: 'denied', detail: 'own-services'};

describe('the plan', () => {
  test('a specialist adds, changes and takes out what is of the own service types', async () => {
    const {planId} = await fillPlan(office, staff);
    become(office, 'psychologist', staff.psychologist);
    const {client} = office;
    const own = {...wholeMeasure(staff), serviceType: 'psychological', staffId: staff.psychologist} as const;
    const save = async (
      change: (measures: readonly (typeof own | ReturnType<typeof wholeMeasure>)[]) => readonly object[],
    ) => {
      const {stamp, measures, signatures} = await client.plan.get({id: planId});
      const changed = change(measures as readonly (typeof own)[]);
      return client.plan.save({id: planId, seen: stamp, ...wholeDates, measures: changed as never, signatures});
    };
    await save(measures => [...measures, own]);
    await save(measures =>
      measures.map(each => (each.serviceType === 'psychological' ? {...each, text: 'Әңгіме'} : each)),
    );
    expect((await client.plan.get({id: planId})).measures.map(({text}) => text)).toEqual(['Дәрігер қарауы', 'Әңгіме']);
    await save(measures => measures.filter(({serviceType}) => serviceType !== 'psychological'));
    expect((await client.plan.get({id: planId})).measures).toHaveLength(1);
  });

  interface Case {
    readonly what: string;
    readonly change: (plan: Awaited<ReturnType<Office['client']['plan']['get']>>) => object;
  }

  const cases: readonly Case[] = [
    {what: "another's measure", change: ({measures}) => ({measures: measures.map(each => ({...each, text: 'Басқа'}))})},
    {what: "a measure of another's type", change: ({measures}) => ({measures: [...measures, ...measures]})},
    {what: 'the dates', change: () => ({periodTo: '2026-11-30'})},
    {
      what: "another's signature",
      change: ({signatures}) => ({signatures: signatures.map(each => ({...each, signedOn: '2026-02-02'}))}),
    },
    {what: 'who signs', change: ({signatures}) => ({signatures: signatures.slice(1)})},
  ];

  test.each(cases)('a specialist does not change $what', async ({change}) => {
    const {planId} = await fillPlan(office, staff);
    become(office, 'psychologist', staff.psychologist);
    const plan = await office.client.plan.get({id: planId});
    const {measures, signatures, stamp} = plan;
    const values = {id: planId, seen: stamp, ...wholeDates, measures, signatures};
    expect(await failureOf(office.client.plan.save({...values, ...change(plan)}))).toEqual(denied);
    expect(await office.client.plan.get({id: planId})).toEqual(plan);
  });

  test('a specialist signs for themselves', async () => {
    const {planId} = await fillPlan(office, staff);
    become(office, 'psychologist', staff.psychologist);
    const {measures, signatures, stamp} = await office.client.plan.get({id: planId});
    const signed = signatures.map(each =>
      each.staffId === staff.psychologist ? {...each, signedOn: '2026-02-02'} : each,
    );
    expect(signed).not.toEqual(signatures);
    await office.client.plan.save({id: planId, seen: stamp, ...wholeDates, measures, signatures: signed});
    expect((await office.client.plan.get({id: planId})).signatures).toEqual(signed);
  });

  test('an account that is nobody of the staff writes no measure at all', async () => {
    const {planId} = await fillPlan(office, staff);
    become(office, 'specialist');
    const {measures, signatures, stamp} = await office.client.plan.get({id: planId});
    const changed = measures.map(each => ({...each, text: 'Басқа'}));
    const save = office.client.plan.save({id: planId, seen: stamp, ...wholeDates, measures: changed, signatures});
    expect(await failureOf(save)).toEqual(denied);
  });
});

test('of a sheet of monitoring a specialist writes the rows of the own service types', async () => {
  const {planId} = await approvePlan(office, staff);
  const {id} = await office.client.monitoring.start({planId});
  become(office, 'psychologist', staff.psychologist);
  const saveRow = async (serviceType: string) => {
    const {
      id: _id,
      planId: _plan,
      recipientId: _r,
      number: _n,
      status: _s,
      enteredOn: _e,
      paperId: _p,
      previous: _pr,
      stamp,
      entries,
      ...rest
    } = await office.client.monitoring.get({id});
    const changed = entries.map(each => (each.serviceType === serviceType ? {...each, positive: 'Жақсарды'} : each));
    return office.client.monitoring.save({id, seen: stamp, ...rest, entries: changed});
  };
  await saveRow('psychological');
  expect(await failureOf(saveRow('medical'))).toEqual(denied);
  const written = (await office.client.monitoring.get({id})).entries.filter(({positive}) => positive !== null);
  expect(written.map(({serviceType}) => serviceType)).toEqual(['psychological']);
});

describe('what not everybody needs', () => {
  async function entered(): Promise<string> {
    const {recipientId} = await approvePlan(office, staff);
    const {client} = office;
    const card = await cardOf(client, recipientId);
    await client.recipient.save({...card, diagnosis: 'құпия диагноз', ethnicity: 'құпия ұлт'});
    return recipientId;
  }

  const cases = [
    {role: 'worker', diagnosis: true, ethnicity: true},
    {role: 'auditor', diagnosis: true, ethnicity: true},
    {role: 'medical', diagnosis: true, ethnicity: false},
    {role: 'psychologist', diagnosis: true, ethnicity: false},
    {role: 'registrar', diagnosis: false, ethnicity: false},
  ] as const;

  test.each(cases)(
    '$role: diagnosis $diagnosis, ethnicity $ethnicity, in the card, the history and the papers',
    async ({role, ...sees}) => {
      const recipientId = await entered();
      become(office, role);
      const {client} = office;
      const told = JSON.stringify([
        await client.recipient.get({id: recipientId}),
        await client.recipient.history({id: recipientId, before: null, limit: 200}),
      ]);
      expect(told.includes('құпия диагноз')).toBe(sees.diagnosis);
      expect(told.includes('құпия ұлт')).toBe(sees.ethnicity);
      const [planPaper] = (await client.paper.list({recipientId})).filter(({form}) => form === 'appendix-4');
      const sources = [
        {source: {kind: 'living', form: 'appendix-3', subjectId: recipientId}, may: sees.diagnosis && sees.ethnicity},
        {source: {kind: 'frozen', paperId: must(planPaper).id}, may: sees.diagnosis},
        {source: {kind: 'blank', form: 'appendix-3'}, may: true},
      ] as const;
      for (const {source, may} of sources) {
        const made = client.paper.render({source, language: 'kk'});
        if (may) await made;
        else expect(await failureOf(made)).toEqual({code: 'denied', detail: 'sensitive'});
      }
    },
  );

  test('whoever was not shown it and saves the card leaves it as it was', async () => {
    const recipientId = await entered();
    become(office, 'registrar');
    const {client} = office;
    const card = await cardOf(client, recipientId);
    expect(card).toMatchObject({diagnosis: null, ethnicity: null});
    await client.recipient.save({...card, phone: '+7 701 000 00 09'});
    become(office, 'head');
    expect(await client.recipient.get({id: recipientId})).toMatchObject({
      diagnosis: 'құпия диагноз',
      ethnicity: 'құпия ұлт',
      phone: '+7 701 000 00 09',
    });
  });
});

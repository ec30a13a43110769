import {beforeEach, describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import type {AccountRole} from '../../../domain/roles.ts';
import type {HistoryChange} from '../../../electron/contract/history.ts';
import {become} from '../../support/become.ts';
import {event, failureOf, furnish, openOffice, type Office, type Staff} from '../../support/office.ts';
import {approvePlan, cardOf, fillPlan, wholeDates, wholeMeasure} from '../../support/plans.ts';

/** A change is undone by its form, where the form would take the former value; the history says where it would not. */

let office: Office;
let staff: Staff;

beforeEach(async () => {
  office = await openOffice('2026-02-02');
  staff = await furnish(office, 'stationary');
});

async function historyOf(recipientId: string): Promise<HistoryChange[]> {
  return (await office.client.recipient.history({id: recipientId, before: null, limit: 200})).changes;
}

/** The newest change of a table. */
async function newest(recipientId: string, table: string, op: HistoryChange['op'] = 'update'): Promise<HistoryChange> {
  return must((await historyOf(recipientId)).find(change => change.table === table && change.op === op));
}

async function undo(recipientId: string, change: HistoryChange, field: string | null) {
  const {by, id, seen} = must(change.undo);
  const asked = {seen, seq: change.seq, field};
  if (by === 'plan') return office.client.undo.plan({planId: id, ...asked});
  if (by === 'round') return office.client.undo.round({roundId: id, ...asked});
  return office.client.undo[by]({recipientId, ...asked});
}

async function changeCard(recipientId: string, values: object): Promise<void> {
  await office.client.recipient.save({...(await cardOf(office.client, recipientId)), ...values});
}

async function changePlan(planId: string, values: object): Promise<void> {
  const {stamp, measures, signatures} = await office.client.plan.get({id: planId});
  await office.client.plan.save({id: planId, seen: stamp, ...wholeDates, measures, signatures, ...values});
}

const mother = {
  kinship: 'mother',
  name: {surname: 'Әбдіғаппарова', firstName: 'Гүлжан', patronymic: null},
  bornOn: null,
  absenceReason: null,
  proof: null,
} as const;

describe('the card', () => {
  test('one field comes back as a new change, the log keeps the old ones, and undoing can be undone', async () => {
    const {recipientId} = await fillPlan(office, staff);
    await changeCard(recipientId, {phone: '2', address: 'Абай, 2'});
    const before = await historyOf(recipientId);
    await undo(recipientId, await newest(recipientId, 'recipient'), 'phone');
    expect(await office.client.recipient.get({id: recipientId})).toMatchObject({
      phone: '+7 701 000 00 01',
      address: 'Абай, 2',
    });
    const [change, ...earlier] = await historyOf(recipientId);
    expect(change?.fields.map(({field, before: former, after}) => [field, former, after])).toEqual([
      ['phone', '2', '+7 701 000 00 01'],
    ]);
    expect(earlier.map(({seq}) => seq)).toEqual(before.map(({seq}) => seq));
    await undo(recipientId, must(change), 'phone');
    expect((await office.client.recipient.get({id: recipientId})).phone).toBe('2');
  });

  test('all that a change did comes back at once', async () => {
    const {recipientId} = await fillPlan(office, staff);
    await changeCard(recipientId, {phone: '2', address: 'Абай, 2'});
    await undo(recipientId, await newest(recipientId, 'recipient'), null);
    expect(await office.client.recipient.get({id: recipientId})).toMatchObject({
      phone: '+7 701 000 00 01',
      address: 'Қызылорда, Абай көшесі, 1',
    });
  });

  test('what was changed once more stays, and the history says so', async () => {
    const {recipientId} = await fillPlan(office, staff);
    await changeCard(recipientId, {phone: '2'});
    const first = await newest(recipientId, 'recipient');
    await changeCard(recipientId, {phone: '3'});
    const shown = must((await historyOf(recipientId)).find(({seq}) => seq === first.seq));
    expect(shown.fields.map(({field, obstacle}) => [field, obstacle])).toEqual([['phone', 'changed-since']]);
    const refused = {code: 'invalid', issues: [{field: 'phone', problem: 'undo-changed-since'}]};
    expect(await failureOf(undo(recipientId, shown, 'phone'))).toEqual(refused);
    expect(await failureOf(undo(recipientId, first, 'phone'))).toEqual({code: 'conflict'});
    expect((await office.client.recipient.get({id: recipientId})).phone).toBe('3');
  });

  test('the rules of the form hold: a birth after the admission does not come back', async () => {
    const {recipientId} = await fillPlan(office, staff);
    await changeCard(recipientId, {bornOn: '2026-02-01'});
    await changeCard(recipientId, {bornOn: '1958-05-09'});
    const [admitted] = (await office.client.recipient.get({id: recipientId})).events;
    const {id: eventId, stamp: seen} = must(admitted);
    const {kind: _kind, ...earlier} = event('admitted', '2026-01-20');
    await office.client.journal.correct({eventId, seen, ...earlier});
    const failure = await failureOf(undo(recipientId, await newest(recipientId, 'recipient'), 'bornOn'));
    expect(failure).toEqual({code: 'invalid', issues: [{field: 'bornOn', problem: 'event-before-birth'}]});
  });

  test('a parent who was taken out comes back, once', async () => {
    const {recipientId} = await fillPlan(office, staff);
    await changeCard(recipientId, {relatives: [mother]});
    await changeCard(recipientId, {relatives: []});
    await undo(recipientId, await newest(recipientId, 'relative', 'delete'), null);
    expect((await office.client.recipient.get({id: recipientId})).relatives).toEqual([mother]);
    expect(await newest(recipientId, 'relative', 'delete')).toMatchObject({undo: null, obstacle: 'there-again'});
  });
});

describe('the personal file', () => {
  test('a document that was taken out comes back; the number is a step of its own', async () => {
    const {recipientId} = await fillPlan(office, staff);
    await office.client.file.open({recipientId, openedOn: '2026-02-02', cameFrom: null});
    const read = async () => must(await office.client.file.get({recipientId}));
    const save = async (values: object) => {
      const {stamp, recipientId: _of, countedSheets: _sum, ...file} = await read();
      await office.client.file.save({...file, seen: stamp, ...values});
    };
    const {documents} = await read();
    await save({documents: documents.slice(1), number: '77'});
    await undo(recipientId, await newest(recipientId, 'fileDocument', 'delete'), null);
    expect((await read()).documents.map(({title}) => title).sort()).toEqual(documents.map(({title}) => title).sort());
    const file = await newest(recipientId, 'personalFile');
    expect(file).toMatchObject({undo: null, obstacle: 'own-step'});
  });
});

describe('the plan and its monitoring', () => {
  test('a measure that was taken out comes back, and a filled plan is a draft again as after any typing', async () => {
    const {recipientId, planId} = await fillPlan(office, staff);
    const {measures} = await office.client.plan.get({id: planId});
    await changePlan(planId, {measures: []});
    await undo(recipientId, await newest(recipientId, 'measure', 'delete'), null);
    expect(await office.client.plan.get({id: planId})).toMatchObject({measures, status: 'draft'});
  });

  test('the words of a measure and the term of the plan come back', async () => {
    const {recipientId, planId} = await fillPlan(office, staff);
    await changePlan(planId, {periodTo: '2026-11-30', measures: [{...wholeMeasure(staff), text: 'Басқа'}]});
    await undo(recipientId, await newest(recipientId, 'measure'), 'text');
    await undo(
      recipientId,
      must((await historyOf(recipientId)).find(({fields}) => fields.some(({field}) => field === 'periodTo'))),
      'periodTo',
    );
    const {periodTo, measures} = await office.client.plan.get({id: planId});
    expect([periodTo, measures.map(({text}) => text)]).toEqual(['2026-12-31', ['Дәрігер қарауы']]);
  });

  test('an approved plan and a closed round are papers: nothing of them comes back', async () => {
    const {recipientId, planId} = await fillPlan(office, staff);
    await changePlan(planId, {measures: [{...wholeMeasure(staff), text: 'Басқа'}]});
    const open = await newest(recipientId, 'measure');
    const {id, stamp} = await office.client.plan.markFilled({
      id: planId,
      seen: (await office.client.plan.get({id: planId})).stamp,
      filledOn: '2026-02-02',
    });
    await office.client.plan.approve({id, seen: stamp, approvedOn: '2026-02-02'});
    const shut = must((await historyOf(recipientId)).find(({seq}) => seq === open.seq));
    expect(shut).toMatchObject({undo: null, obstacle: 'fixed'});
    const asked = {planId, seen: (await office.client.plan.get({id: planId})).stamp, seq: open.seq, field: null};
    const refused = {code: 'invalid', issues: [{field: '', problem: 'undo-fixed'}]};
    expect(await failureOf(office.client.undo.plan(asked))).toEqual(refused);
  });

  test('an answer of an open round comes back', async () => {
    const {recipientId, planId} = await approvePlan(office, staff);
    const {id} = await office.client.monitoring.start({planId});
    const save = async (reason: string) => {
      const {stamp, entries, observedFrom, observedTo, monitoredOn, ...round} = await office.client.monitoring.get({
        id,
      });
      const {specialistId, specialistSignedOn, consultantId, consultantSignedOn} = round;
      await office.client.monitoring.save({
        id,
        seen: stamp,
        observedFrom,
        observedTo,
        monitoredOn,
        specialistId,
        specialistSignedOn,
        consultantId,
        consultantSignedOn,
        entries: entries.map((entry, index) => (index === 0 ? {...entry, reason} : entry)),
      });
    };
    await save('Өзгеріс жоқ');
    await save('Басқа');
    await undo(recipientId, await newest(recipientId, 'monitoringEntry'), 'reason');
    expect((await office.client.monitoring.get({id})).entries[0]?.reason).toBe('Өзгеріс жоқ');
  });
});

test('steps of the journal and numbers of orders are taken back where they were made', async () => {
  const {recipientId, placementId} = await fillPlan(office, staff);
  await office.client.journal.record({placementId, event: event('left', '2026-02-02')});
  const left = must((await office.client.recipient.get({id: recipientId})).events.at(-1));
  await office.client.journal.takeBack({eventId: left.id, seen: left.stamp});
  expect(await newest(recipientId, 'placementEvent', 'delete')).toMatchObject({undo: null, obstacle: 'own-step'});
});

interface Case {
  readonly role: AccountRole;
  readonly who?: 'psychologist' | 'medical';
  readonly card: boolean;
  readonly measure: boolean;
}

const cases: readonly Case[] = [
  {role: 'head', card: true, measure: true},
  {role: 'worker', card: true, measure: true},
  {role: 'consultant', card: false, measure: true},
  {role: 'medical', who: 'medical', card: true, measure: true},
  {role: 'psychologist', who: 'psychologist', card: false, measure: false},
  {role: 'specialist', card: false, measure: false},
  {role: 'registrar', card: true, measure: false},
  {role: 'auditor', card: false, measure: false},
];

test('who may undo what: the card and a medical measure, by role', async () => {
  const people = await office.client.facility.staff({withFormer: false});
  for (const [id, type] of [
    [staff.medical, 'medical'],
    [staff.psychologist, 'psychological'],
  ] as const) {
    const {stamp, normPost: _post, rateHundredths: _rate, ...values} = must(people.find(each => each.id === id));
    await office.client.facility.saveStaff({...values, seen: stamp, serviceTypes: [type]});
  }
  const {recipientId, planId} = await fillPlan(office, staff);
  await changeCard(recipientId, {phone: '2'});
  await changePlan(planId, {measures: [{...wholeMeasure(staff), text: 'Басқа'}]});
  for (const {role, who, ...allowed} of cases) {
    for (const [table, field] of [['recipient', 'phone'] as const, ['measure', 'text'] as const]) {
      become(office, 'head');
      const change = await newest(recipientId, table);
      become(office, role, who === undefined ? null : staff[who]);
      const may = allowed[table === 'recipient' ? 'card' : 'measure'];
      expect([role, table, (await newest(recipientId, table)).obstacle]).toEqual([
        role,
        table,
        may ? null : 'not-yours',
      ]);
      const tried = undo(recipientId, change, field);
      // Refused by the right of the call, or by what is the account's own.
      expect([role, table, may ? await tried.then(() => 'done') : (await failureOf(tried)).code]).toEqual([
        role,
        table,
        may ? 'done' : expect.stringMatching(/^(denied|invalid)$/u),
      ]);
    }
  }
});

test('a diagnosis does not come back through whoever was not shown it', async () => {
  const {recipientId} = await fillPlan(office, staff);
  await changeCard(recipientId, {phone: '2', diagnosis: 'Басқа'});
  become(office, 'registrar');
  const change = await newest(recipientId, 'recipient');
  expect(change.fields.map(({field}) => field)).toEqual(['phone']);
  const refused = {code: 'invalid', issues: [{field: 'diagnosis', problem: 'undo-not-yours'}]};
  expect(await failureOf(undo(recipientId, change, 'diagnosis'))).toEqual(refused);
  await undo(recipientId, change, null);
  become(office, 'head');
  expect(await office.client.recipient.get({id: recipientId})).toMatchObject({
    phone: '+7 701 000 00 01',
    diagnosis: 'Басқа',
  });
});

test('a change of another record is not undone through this one', async () => {
  const {recipientId, planId} = await fillPlan(office, staff);
  await changeCard(recipientId, {phone: '2'});
  const {seq} = await newest(recipientId, 'recipient');
  const {stamp: seen} = await office.client.plan.get({id: planId});
  expect(await failureOf(office.client.undo.plan({planId, seen, seq, field: 'phone'}))).toEqual({code: 'missing'});
  expect(await failureOf(office.client.undo.plan({planId, seen, seq: 99_999, field: null}))).toEqual({code: 'missing'});
});

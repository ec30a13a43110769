import {beforeEach, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {become} from '../../support/become.ts';
import {admit, event, failureOf, furnish, openOffice, person, type Office, type Staff} from '../../support/office.ts';
import {approvePlan, wholeDates, wholeMeasure} from '../../support/plans.ts';

/** The same measure for many, through the contract. */

let office: Office;
let staff: Staff;

beforeEach(async () => {
  office = await openOffice('2026-02-02');
  staff = await furnish(office, 'stationary');
});

const massage = () => ({...wholeMeasure(staff), text: 'Емдік массаж', dateFrom: null, dateTo: null});

async function admitNamed(surname: string) {
  return admit(office, '2026-02-02', {...person, name: {...person.name, surname}, bornOn: null});
}

async function begun(surname: string) {
  const {recipientId} = await admitNamed(surname);
  const {id: planId} = await office.client.plan.create({recipientId, copyFrom: null});
  return {recipientId, planId};
}

async function measures(planId: string) {
  return (await office.client.plan.get({id: planId})).measures.map(({text}) => text);
}

async function save(planId: string, texts: readonly string[]) {
  const {stamp, signatures} = await office.client.plan.get({id: planId});
  const written = texts.map(text => ({...massage(), text}));
  return office.client.plan.save({id: planId, seen: stamp, ...wholeDates, measures: written, signatures});
}

test('goes into begun plans and new ones, never into a filled or an approved one, and is taken back', async () => {
  const {client} = office;
  const draft = await begun('Абаев');
  await save(draft.planId, ['Серуен']);
  const has = await begun('Бекова');
  await save(has.planId, ['Емдік массаж']);
  const filled = await begun('Ғалиева');
  const saved = await save(filled.planId, ['Серуен']);
  await client.plan.markFilled({id: filled.planId, seen: saved.stamp, filledOn: '2026-02-02'});
  const empty = await admitNamed('Дәулет');
  const approved = await approvePlan(office, staff);
  const left = await admitNamed('Кетті');
  await client.journal.record({placementId: left.placementId, event: event('discharged', '2026-02-02')});

  const foreseen = await client.groupMeasure.foresee({measure: massage()});
  expect(foreseen.map(({name, outcome}) => [name.surname, outcome])).toEqual([
    ['Абаев', 'into-draft'],
    ['Әбдіғаппарұлы', 'new-copy'],
    ['Бекова', 'has-it'],
    ['Ғалиева', 'filled'],
    ['Дәулет', 'new-empty'],
  ]);
  expect(must(foreseen[0]).staffIds).toEqual([staff.medical]);

  const before = await client.plan.get({id: approved.planId});
  const recipientIds = [...foreseen.map(each => each.recipientId), left.recipientId];
  const {added, left: leftOut} = await client.groupMeasure.add({measure: massage(), recipientIds});
  expect([added.length, leftOut]).toEqual([3, 3]);
  const planOf = (recipientId: string) => must(added.find(each => each.recipientId === recipientId)).planId;
  expect(await measures(draft.planId)).toEqual(['Серуен', 'Емдік массаж']);
  expect(await measures(planOf(approved.recipientId))).toEqual(['Дәрігер қарауы', 'Емдік массаж']);
  expect(await measures(planOf(empty.recipientId))).toEqual(['Емдік массаж']);
  expect(await client.plan.get({id: approved.planId})).toEqual(before);
  expect(await measures(filled.planId)).toEqual(['Серуен']);
  // A second time there is nobody left.
  expect((await client.groupMeasure.add({measure: massage(), recipientIds})).added).toEqual([]);

  // One of the three was changed since: it stays.
  await save(planOf(empty.recipientId), ['Емдік массаж', 'Серуен']);
  expect(await client.groupMeasure.takeBack({added})).toEqual({takenBack: 2, kept: 1});
  expect(await measures(draft.planId)).toEqual(['Серуен']);
  expect((await failureOf(client.plan.get({id: planOf(approved.recipientId)}))).code).toBe('missing');
  expect(await measures(planOf(empty.recipientId))).toEqual(['Емдік массаж', 'Серуен']);
  expect(await client.groupMeasure.takeBack({added})).toEqual({takenBack: 0, kept: 3});
});

test('a specialist adds to begun plans, measures of the own service types, and begins none', async () => {
  const {client} = office;
  const draft = await begun('Абаев');
  const {recipientId} = await admitNamed('Дәулет');
  const member = must((await client.facility.staff({withFormer: false})).find(({id}) => id === staff.medical));
  const {stamp: seen, normPost: _post, rateHundredths: _rate, ...values} = member;
  await client.facility.saveStaff({...values, seen, serviceTypes: ['medical']});
  become(office, 'psychologist', staff.medical);
  const foreseen = await client.groupMeasure.foresee({measure: massage()});
  expect(foreseen.map(({outcome}) => outcome)).toEqual(['into-draft', 'no-right']);
  const recipientIds = [draft.recipientId, recipientId];
  const other = {...massage(), serviceType: 'legal'} as const;
  expect(await failureOf(client.groupMeasure.add({measure: other, recipientIds}))).toMatchObject({code: 'denied'});
  const {added} = await client.groupMeasure.add({measure: massage(), recipientIds});
  expect(added.map(each => each.planId)).toEqual([draft.planId]);
  expect(await client.groupMeasure.takeBack({added})).toEqual({takenBack: 1, kept: 0});
});

test('a measure without words, or of nobody who works here, is refused', async () => {
  const {client} = office;
  const refused = async (measure: object) =>
    failureOf(client.groupMeasure.add({measure: {...massage(), ...measure}, recipientIds: []}));
  expect(await refused({text: ' '})).toMatchObject({issues: [{field: 'measure.text', problem: 'required'}]});
  expect(await refused({staffId: 'x'})).toMatchObject({issues: [{field: 'measure.staffId', problem: 'no-such-staff'}]});
});

import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import type {AdmissionGiven} from '../../../electron/contract/admission.ts';
import {event, failureOf, furnish, nobody, openOffice, person, type Office} from '../../support/office.ts';

/** Who may be admitted where: found from the facts, ticked, passed with a reason, and there to be seen afterwards. */

const none: AdmissionGiven = {hoursPerDay: null, staysNight: null, stayTo: null, answers: []};
const item = (name: string, type = 'stationary') => `308-2022/${type}/${name}`;

async function queue({client}: Office, more: object, admission: AdmissionGiven | null = null) {
  return client.journal.enter({
    journalId: null,
    recipientId: null,
    person: {...person, ...more},
    event: event('queued', '2026-02-02'),
    admission,
  });
}

async function kept({client}: Office, placementId: string): Promise<Record<string, string>> {
  const view = await client.admission.get({placementId});
  return Object.fromEntries(
    view.kept.map(({itemId, answer, ground, reason}) => [
      itemId.split('/').at(-1),
      [answer, ground, reason].filter(part => part !== null).join(' '),
    ]),
  );
}

test('against what is known one is admitted with a reason only, and the reason stays to be read', async () => {
  const office = await openOffice('2026-03-01');
  const {client} = office;
  await furnish(office, 'stationary');
  const {placementId, recipientId} = await queue(office, {disabilityGroup: 'third'}, none);
  const admitted = (admission: AdmissionGiven | null) =>
    client.journal.record({placementId, event: event('admitted', '2026-03-01'), admission});
  const field = `admission.answers.${item('group')}.reason`;
  const unsaid = {code: 'invalid', issues: [{field, problem: 'reason-required'}]};
  expect(await failureOf(admitted(none))).toEqual(unsaid);
  const group = {itemId: item('group'), answer: 'not-met', ground: null} as const;
  expect(await failureOf(admitted({...none, answers: [{...group, reason: ' '}]}))).toEqual(unsaid);
  // Nothing of a refused admission is there.
  expect((await client.journal.events({placementId})).map(({kind}) => kind)).toEqual(['queued']);

  const relatives = {itemId: item('relatives'), answer: 'met', ground: 1, reason: null} as const;
  await admitted({...none, answers: [relatives, {...group, reason: ' әкімдіктің  шешімі '}]});
  expect(await kept(office, placementId)).toEqual({
    category: 'met',
    group: 'not-met әкімдіктің шешімі',
    relatives: 'met 1',
    need: 'unknown',
    programme: 'unknown',
  });
  const {changes} = await client.recipient.history({id: recipientId, before: null, limit: 100});
  expect(changes.some(({table, op}) => table === 'admissionCheck' && op === 'update')).toBe(true);

  // Mended afterwards.
  const view = await client.admission.get({placementId});
  expect(view).toMatchObject({isAdmitted: true, on: '2026-03-01', known: {disabilityGroup: 'third'}});
  const need = {itemId: item('need'), answer: 'not-met', ground: null, reason: null} as const;
  const save = (answers: AdmissionGiven['answers']) =>
    client.admission.save({placementId, seen: view.stamp, given: {...view.given, answers}});
  expect(await failureOf(save([...view.given.answers, need]))).toEqual({
    code: 'invalid',
    issues: [{field: `given.answers.${item('need')}.reason`, problem: 'reason-required'}],
  });
  await save([...view.given.answers, {...need, answer: 'met'}]);
  expect(await kept(office, placementId)).toMatchObject({need: 'met', relatives: 'met 1'});
  expect(await failureOf(save([]))).toEqual({code: 'conflict'});
});

test('who waits may have answers without reasons; without a checklist an admission is entered as before', async () => {
  const office = await openOffice('2026-03-01');
  const {client} = office;
  await furnish(office, 'stationary');
  const {placementId} = await queue(office, {category: 'other'}, none);
  expect(await kept(office, placementId)).toMatchObject({category: 'not-met'});
  await client.journal.record({placementId, event: event('admitted', '2026-03-01')});
  expect(await kept(office, placementId)).toMatchObject({category: 'not-met'});
});

test('semi-stationary: hours a day, and the ground of the night where one stays', async () => {
  const office = await openOffice('2026-03-01');
  const {client} = office;
  await furnish(office, 'semi-stationary');
  const given = {...none, hoursPerDay: 4.5, staysNight: false};
  const {placementId} = await queue(office, {category: 'elderly'}, given);
  expect((await client.admission.get({placementId})).given).toEqual(given);
  expect(await kept(office, placementId)).toMatchObject({'day-hours': 'met', 'night': 'unknown'});
  const night = {itemId: item('night', 'semi-stationary'), answer: 'met', ground: 0, reason: null} as const;
  const admission: AdmissionGiven = {...given, hoursPerDay: 11, staysNight: true, answers: [night]};
  const record = (more: AdmissionGiven) =>
    client.journal.record({placementId, event: event('admitted', '2026-03-01'), admission: more});
  expect((await failureOf(record(admission))).issues).toEqual([
    {field: `admission.answers.${item('day-hours', 'semi-stationary')}.reason`, problem: 'reason-required'},
  ]);
  const hours = {itemId: item('day-hours', 'semi-stationary'), answer: 'not-met', ground: null} as const;
  await record({...admission, answers: [night, {...hours, reason: 'отбасының өтініші'}]});
  const view = await client.admission.get({placementId});
  expect(view.given).toEqual({...admission, answers: view.given.answers});
  expect(view.given.answers).toHaveLength(2);
  expect(await kept(office, placementId)).toMatchObject({'night': 'met 0', 'day-hours': 'not-met отбасының өтініші'});
});

test('temporary stay: until when, at most a year', async () => {
  const office = await openOffice('2026-03-01');
  const {client} = office;
  await furnish(office, 'temporary-stay');
  const {placementId} = await queue(office, {}, {...none, stayTo: '2026-12-31'});
  const admitted = (stayTo: string) =>
    client.journal.record({
      placementId,
      event: event('admitted', '2026-03-01'),
      admission: {...none, stayTo},
    });
  expect((await failureOf(admitted('2027-03-01'))).code).toBe('invalid');
  await admitted('2027-02-28');
  expect((await client.admission.get({placementId})).given.stayTo).toBe('2027-02-28');
});

test('the disability group is kept with the person, and stays where a screen does not say it', async () => {
  const office = await openOffice('2026-03-01');
  const {client} = office;
  await furnish(office, 'stationary');
  const {recipientId} = await queue(office, {disabilityGroup: 'first'});
  const get = () => client.recipient.get({id: recipientId});
  expect((await get()).disabilityGroup).toBe('first');
  const {stamp, placements: _p, events: _e, fileNumber: _f, plans: _pl, disabilityGroup: _g, ...facts} = await get();
  const {stamp: seen} = await client.recipient.save({...facts, seen: stamp, phone: '1'});
  expect((await get()).disabilityGroup).toBe('first');
  await client.recipient.save({...facts, seen, disabilityGroup: null});
  expect((await get()).disabilityGroup).toBeNull();
});

test('an old paper entered late raises no alarm, and does again when that was a slip', async () => {
  const office = await openOffice('2026-06-01');
  const {client} = office;
  await furnish(office, 'temporary-stay');
  const {placementId} = await client.journal.enter({
    journalId: null,
    recipientId: null,
    person: {...nobody, name: person.name},
    event: event('admitted', '2026-02-02'),
    archive: true,
  });
  const states = async () =>
    (await client.today.get({limit: 500})).items.map(({kind, state}) => `${kind} ${state}`).sort();
  expect(await states()).toEqual(['file-open archive', 'plan-draw-up archive']);
  const {stamp, archive} = await client.journal.archive({placementId});
  expect(archive).toBe(true);
  await client.journal.setArchive({placementId, seen: stamp, archive: false});
  expect(await states()).toEqual(['file-open week', 'plan-draw-up overdue']);
  expect(await failureOf(client.journal.setArchive({placementId, seen: stamp, archive: true}))).toEqual({
    code: 'conflict',
  });
  expect(must((await client.today.get({limit: 500})).counts.archive)).toBe(0);
});

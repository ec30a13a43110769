import {readFileSync, readdirSync} from 'node:fs';
import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {emptyPlanFields} from '../../../electron/contract/plan.ts';
import {problems} from '../../../electron/contract/problems.ts';
import {longest} from '../../../electron/handlers/refusals.ts';
import {appendix2} from '../../../templates/editions/308-2022/appendix-2.ts';
import {appendix3} from '../../../templates/editions/308-2022/appendix-3.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {
  admit,
  event,
  failureOf,
  furnish,
  noMeasure,
  openOffice,
  password,
  person,
  type Office,
} from '../../support/office.ts';

interface Case {
  name: string;
  change: Record<string, unknown>;
  issues: {field: string; problem: string}[] | null;
}

const longName = 'Ә'.repeat(300);

/** What a person's card takes and refuses; `null`: it is kept. */
const people: Case[] = [
  {name: 'as it is', change: {}, issues: null},
  {name: 'a name of 300 letters', change: {name: {...person.name, surname: longName}}, issues: null},
  {
    name: 'a name of 301 letters',
    change: {name: {...person.name, surname: `${longName}Ә`}},
    issues: [{field: 'name.surname', problem: 'too-long'}],
  },
  {
    name: 'no name at all',
    change: {name: {surname: ' ', firstName: '', patronymic: ''}},
    issues: [
      {field: 'name.surname', problem: 'surname-required'},
      {field: 'name.firstName', problem: 'first-name-required'},
    ],
  },
  {
    name: 'an emoji in a name',
    change: {name: {...person.name, firstName: 'Өркен😀'}},
    issues: [{field: 'name.firstName', problem: 'unprintable-character'}],
  },
  {name: 'a pasted control character', change: {name: {...person.name, firstName: 'Өр\u0007кен\u200b'}}, issues: null},
  {
    name: 'a day that does not exist',
    change: {bornOn: '2001-02-31'},
    issues: [{field: 'bornOn', problem: 'not-a-date'}],
  },
  {name: 'born tomorrow', change: {bornOn: '2026-02-03'}, issues: [{field: 'bornOn', problem: 'date-in-future'}]},
  {
    name: 'born after the admission',
    change: {bornOn: '2026-02-02'},
    issues: [{field: 'bornOn', problem: 'event-before-birth'}],
  },
  {name: 'an IIN that is right', change: {iin: '991231 100010'}, issues: null},
  {name: 'an IIN of eleven digits', change: {iin: '99123110001'}, issues: [{field: 'iin', problem: 'iin-shape'}]},
  {
    name: 'an IIN with a wrong control digit',
    change: {iin: '991231100011'},
    issues: [{field: 'iin', problem: 'iin-control-digit'}],
  },
  {
    name: 'the same with a reason',
    change: {iin: '991231100011', iinOverrideReason: 'құжатта осылай'},
    issues: null,
  },
  {
    name: 'a programme that ends before it begins',
    change: {programmeFrom: '2026-02-01', programmeTo: '2026-01-31'},
    issues: [{field: 'programmeTo', problem: 'period-reversed'}],
  },
  {
    name: 'an address that no form can hold',
    change: {address: 'х'.repeat(501)},
    issues: [{field: 'address', problem: 'too-long'}],
  },
];

async function office(): Promise<Office & {recipientId: string; placementId: string}> {
  const opened = await openOffice('2026-02-02');
  await furnish(opened, 'temporary-stay');
  return {...opened, ...(await admit(opened, '2026-02-01'))};
}

test('a card of a person: what is refused, what is kept', async () => {
  const {client, recipientId} = await office();
  for (const {name, change, issues} of people) {
    const {
      placements: _p,
      events: _e,
      fileNumber: _f,
      plans: _pl,
      stamp,
      ...facts
    } = await client.recipient.get({
      id: recipientId,
    });
    const call = client.recipient.save({...facts, seen: stamp, ...change});
    if (issues === null) await expect(call, name).resolves.toMatchObject({id: recipientId});
    else expect(await failureOf(call), name).toEqual({code: 'invalid', issues});
  }
  const {name, iin} = await client.recipient.get({id: recipientId});
  expect({firstName: name.firstName, iin}).toEqual({firstName: 'Өркен', iin: '991231100011'});
});

test('the journal lets in only what can follow', async () => {
  const {client, recipientId, placementId} = await office();
  const record = (kind: Parameters<typeof event>[0], on: string) =>
    failureOf(client.journal.record({placementId, event: event(kind, on)}));
  const refused = (field: string, problem: string) => ({code: 'invalid', issues: [{field, problem}]});
  expect(await record('discharged', '2026-01-31')).toEqual(refused('event.happenedOn', 'event-before-previous'));
  expect(await record('admitted', '2026-02-02')).toEqual(refused('event.kind', 'event-not-allowed'));
  expect(await record('left', '1950-01-01')).toEqual(refused('event.happenedOn', 'event-before-birth'));
  expect(await record('left', '2028-01-01')).toEqual(refused('event.happenedOn', 'date-in-future'));
  expect(
    await failureOf(
      client.journal.enter({journalId: null, recipientId, person: null, event: event('admitted', '2026-02-02')}),
    ),
  ).toEqual(refused('recipientId', 'event-not-allowed'));
  const [admission] = await client.journal.events({placementId});
  await client.plan.create({recipientId, copyFrom: null});
  const takeBack = {eventId: must(admission).id, seen: must(admission).stamp};
  expect(await failureOf(client.journal.takeBack(takeBack))).toEqual(refused('', 'placement-has-plans'));
  await client.journal.record({placementId, event: event('left', '2026-02-02')});
  expect(await failureOf(client.journal.takeBack(takeBack))).toEqual(refused('', 'event-is-not-last'));
});

test('a plan: a draft takes anything, approval does not', async () => {
  const {client, recipientId} = await office();
  const plan = await client.plan.get({id: (await client.plan.create({recipientId, copyFrom: null})).id});
  const saved = await client.plan.save({
    id: plan.id,
    seen: plan.stamp,
    ...emptyPlanFields,
    periodFrom: '2026-02-02',
    periodTo: '2027-02-02',
    measures: [{...noMeasure, serviceType: 'legal', text: '😀', dateFrom: '2026-03-01', dateTo: '2026-02-01'}],
    signatures: [],
  });
  const filled = await client.plan.markFilled({id: plan.id, seen: saved.stamp, filledOn: '2026-02-02'});
  const found = await client.plan.issues({id: plan.id});
  expect(found).toContainEqual(expect.objectContaining({field: 'planned', severity: 'stop', paragraph: '35 4)'}));
  expect(found).toContainEqual(expect.objectContaining({field: 'services.legal.measures.0.volume', severity: 'stop'}));
  expect(await failureOf(client.plan.approve({id: plan.id, seen: filled.stamp, approvedOn: '2026-02-02'}))).toEqual({
    code: 'invalid',
    issues: [{field: '', problem: 'issues-remain'}],
  });
  expect((await client.plan.get({id: plan.id})).status).toBe('filled');
});

test('who saves over another is told; a repeated command is one', async () => {
  const {client, recipientId} = await office();
  const plan = await client.plan.get({id: (await client.plan.create({recipientId, copyFrom: null})).id});
  const values = {
    id: plan.id,
    ...emptyPlanFields,
    signatures: plan.signatures,
  };
  const measures = [{...noMeasure, serviceType: 'legal' as const, text: 'кеңес'}];
  const first = await client.plan.save({...values, seen: plan.stamp, measures}, {commandId: 'one-click'});
  expect(await client.plan.save({...values, seen: plan.stamp, measures}, {commandId: 'one-click'})).toEqual(first);
  expect(await failureOf(client.plan.save({...values, seen: plan.stamp, measures: []}))).toEqual({code: 'conflict'});
  // The same content leaves no trace, and taking a measure out is a change.
  expect(await client.plan.save({...values, seen: first.stamp, measures})).toEqual(first);
  const without = await client.plan.save({...values, seen: first.stamp, measures: []});
  expect(without.stamp).not.toBe(first.stamp);
});

test('an auditor only reads, and a worker does not approve', async () => {
  const {client, recipientId} = await office();
  const plan = await client.plan.create({recipientId, copyFrom: null});
  const filled = await client.plan.markFilled({id: plan.id, seen: plan.stamp, filledOn: '2026-02-02'});
  await client.session.addAccount({name: 'Маман', password, role: 'worker', staffId: null});
  await client.session.addAccount({name: 'Тексеруші', password, role: 'auditor', staffId: null});
  await client.session.lock({});
  await client.session.signIn({name: 'Маман', password});
  const approve = {id: plan.id, seen: filled.stamp, approvedOn: '2026-02-02'};
  expect(await failureOf(client.plan.approve(approve))).toEqual({code: 'denied'});
  const cover = {form: 'appendix-3', subjectId: recipientId, legalDate: '2026-02-02'} as const;
  expect(await failureOf(client.paper.issue(cover))).toEqual({code: 'denied'});
  await client.session.lock({});
  await client.session.signIn({name: 'Тексеруші', password});
  expect(await failureOf(client.plan.discard({id: plan.id, seen: filled.stamp}))).toEqual({code: 'denied'});
  expect((await client.plan.get({id: plan.id})).status).toBe('filled');
});

test('a number of a file is never given twice', async () => {
  const {client, recipientId} = await office();
  const {id} = await client.file.open({recipientId, openedOn: '2026-02-02', cameFrom: null});
  const {stamp, recipientId: _r, countedSheets: _c, ...values} = must(await client.file.get({recipientId}));
  expect(values.number).toBe('1');
  await client.file.save({...values, id, seen: stamp, number: '1-а'});
  expect(await client.file.nextNumber({})).toBe('2');
});

test('what a handler keeps, the forms can hold', () => {
  const row = appendix2.fields.rows.fields;
  const cover = appendix3.fields;
  expect({
    address: Math.min(row.address.max, cover.address.max),
    phone: row.phone.max,
    orderNumber: row.admissions.fields.order.max,
    reason: row.reason.max,
    destination: row.destination.max,
    diagnosis: Math.min(cover.diagnosis.max, appendix4.fields.diagnosis.max),
    ethnicity: cover.ethnicity.max,
    socialStatus: cover.socialStatus.max,
    absence: cover.parents.fields.absence.max,
    cameFrom: cover.cameFrom.max,
    fileNumber: cover.fileNumber.max,
    place: cover.place.max,
    organisation: Math.min(cover.organisationKk.max, appendix4.fields.organisation.max),
    namePart: 300,
    position: 300,
    // No form has a place for it.
    attachmentTitle: 200,
    note: 2000,
  }).toEqual(longest);
});

test('every key of a problem is somewhere said', () => {
  const sources = ['electron/handlers', 'electron/host', 'electron/contract', 'domain']
    .flatMap(folder => readdirSync(folder, {recursive: true, encoding: 'utf8'}).map(file => `${folder}/${file}`))
    .filter(file => file.endsWith('.ts') && !file.endsWith('/problems.ts'))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
  // Keys of the rules' own codes are made of them.
  const isSaid = (problem: string): boolean =>
    [problem, problem.replace(/^(calendar|queue|transfer-file|unit|stay|undo)-/, '')].some(key =>
      sources.includes(`'${key}'`),
    );
  expect(problems.filter(problem => !isSaid(problem))).toEqual([]);
});

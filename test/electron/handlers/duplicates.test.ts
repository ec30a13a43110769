import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {makeTestIin} from '../../../domain/iin.ts';
import {rebuildDerived} from '../../../db/derived.ts';
import type {PersonName} from '../../../domain/person.ts';
import {contract} from '../../../electron/contract/contract.ts';
import {
  admit,
  event,
  failureOf,
  furnish,
  nobody,
  openOffice,
  password,
  person,
  type Office,
  type Staff,
} from '../../support/office.ts';
import {approvePlan} from '../../support/plans.ts';

/** A person entered twice: warned of, listed, made one, and taken apart again. */

const made = new Set<string>();

async function office(day = '2026-02-02'): Promise<Office & {staff: Staff}> {
  const opened = await openOffice(day);
  const staff = await furnish(opened, 'temporary-stay');
  await opened.client.facility.linkAccount({staffId: staff.head});
  return {...opened, staff};
}

function name(words: string): PersonName {
  const [surname = '', firstName = '', patronymic = null] = words.split(' ');
  return {surname, firstName, patronymic};
}

async function enter({client}: Office, words: string, more: object = {}, on = '2026-01-10'): Promise<string> {
  const {recipientId} = await client.journal.enter({
    journalId: null,
    recipientId: null,
    person: {...nobody, name: name(words), ...more},
    event: event('queued', on, null),
  });
  return recipientId;
}

async function like(
  {client}: Office,
  words: string,
  more: {bornOn?: string; iin?: string; exceptId?: string; known?: boolean} = {},
) {
  const asked = {name: name(words), bornOn: null, iin: null, exceptId: null, known: false, limit: 5, ...more};
  const hits = await client.duplicates.like(asked);
  return hits.map(({recipientId, grade}) => [recipientId, grade]);
}

async function merge(
  {client}: Office,
  keptId: string,
  mergedId: string,
  take: Parameters<Office['client']['duplicates']['merge']>[0]['take'] = [],
) {
  const {first, second} = await client.duplicates.compare({firstId: keptId, secondId: mergedId});
  return client.duplicates.merge({keptId, keptSeen: first.stamp, mergedId, mergedSeen: second.stamp, take});
}

const whole = 'Оспанова Әлия Қайратқызы';
const born = '1980-05-03';

describe('the warning', () => {
  test('by IIN, by name and birth date in either spelling; with the search, also who only begins so', async () => {
    const opened = await office();
    const iin = makeTestIin(born, 'female', 3);
    const first = await enter(opened, whole, {bornOn: born, iin});
    const other = await enter(opened, 'Оспанова Алина', {bornOn: '1999-01-01'});
    expect(await like(opened, 'Ким Дина', {iin})).toEqual([[first, 'likely']]);
    expect(await like(opened, 'Оспанова Алия Кайратовна', {bornOn: born})).toEqual([[first, 'sure']]);
    expect(await like(opened, 'Сейітова Әлия Қайратқызы', {bornOn: born})).toEqual([[first, 'possible']]);
    expect(await like(opened, 'Оспанова Алия Кайратовна', {bornOn: born, exceptId: first})).toEqual([]);
    expect(await like(opened, 'Оспанова Ал')).toEqual([]);
    expect(await like(opened, 'Оспанова Ал', {known: true})).toEqual(
      expect.arrayContaining([
        [first, null],
        [other, null],
      ]),
    );
    // Two valid numbers: two people.
    expect(await like(opened, whole, {bornOn: born, iin: makeTestIin(born, 'female', 4)})).toEqual([]);
    // It never bars.
    const again = await enter(opened, whole, {bornOn: born});
    await opened.client.duplicates.dismiss({firstId: first, secondId: again});
    expect(await like(opened, whole, {bornOn: born, exceptId: again})).toEqual([]);
    for (const call of opened.made) made.add(call);
  });
});

describe('the list', () => {
  test('pairs with grounds; a pair that was dismissed is remembered, and can be looked at again', async () => {
    const opened = await office();
    const {client} = opened;
    const ids = [
      await enter(opened, whole, {bornOn: born}),
      await enter(opened, 'Оспанова Алия', {bornOn: born}),
    ].sort();
    const [firstId = '', secondId = ''] = ids;
    const list = (dismissed: boolean) => client.duplicates.list({dismissed, offset: 0, limit: 10});
    const {pairs, left} = await list(false);
    expect(left).toBe(1);
    expect(pairs).toMatchObject([
      {
        first: {recipientId: firstId},
        second: {recipientId: secondId},
        grade: 'likely',
        grounds: ['patronymic-missing', 'same-birth-date'],
        dismissed: false,
      },
    ]);
    await client.duplicates.dismiss({firstId: secondId, secondId: firstId});
    expect(await list(false)).toEqual({pairs: [], left: 0, dismissed: 1});
    expect((await list(true)).pairs).toHaveLength(1);
    await client.duplicates.restore({firstId, secondId});
    expect(await list(false)).toMatchObject({left: 1, dismissed: 0});
    for (const call of opened.made) made.add(call);
  });
});

describe('a merge', () => {
  test('one person is left everywhere; the old address leads there; deadlines are counted anew; and back', async () => {
    const opened = await office();
    const {client, application, staff} = opened;
    const kept = await approvePlan(opened, staff);
    const other = await approvePlan(opened, staff);
    await client.file.open({recipientId: kept.recipientId, openedOn: '2026-02-02', cameFrom: null});
    const file = await client.file.open({recipientId: other.recipientId, openedOn: '2026-02-02', cameFrom: null});
    const {number} = must(await client.file.get({recipientId: other.recipientId}));
    const matters = () =>
      must(application.session()).connection.readable.prepare('SELECT * FROM deadline ORDER BY id').all();
    const before = matters();
    const papers = await client.paper.list({recipientId: other.recipientId});
    expect(papers).toHaveLength(1);

    await merge(opened, kept.recipientId, other.recipientId);
    const found = await client.recipient.search({text: person.name.surname, limit: 9});
    expect(found.map(hit => hit.recipientId)).toEqual([kept.recipientId]);
    expect((await client.recipient.search({text: '', limit: 9})).map(hit => hit.recipientId)).toEqual([
      kept.recipientId,
    ]);
    expect((await client.recipient.search({text: number, limit: 9})).map(hit => hit.recipientId)).toContain(
      kept.recipientId,
    );
    expect((await client.recipient.get({id: other.recipientId})).id).toBe(kept.recipientId);
    expect((await client.paper.list({recipientId: other.recipientId})).map(({id}) => id)).toContain(must(papers[0]).id);
    expect((await client.binding.list({year: 2026})).folders.map(line => line.recipientId)).toEqual([kept.recipientId]);
    expect(await client.duplicates.list({dismissed: false, offset: 0, limit: 9})).toEqual({
      pairs: [],
      left: 0,
      dismissed: 0,
    });
    // Both rows of the journal are open at once: told, until one of them is closed.
    const {merges, openRows} = await client.duplicates.merges({recipientId: kept.recipientId});
    expect(openRows).toEqual([1, 2]);
    expect(merges).toMatchObject([{name: person.name, files: [{number}], boundYears: []}]);
    // What was counted is what a whole count makes.
    const counted = matters();
    expect(new Set(counted.map(row => (row as {recipient_id: string}).recipient_id))).toEqual(
      new Set([kept.recipientId]),
    );
    rebuildDerived(must(application.session()).connection);
    await client.facility.setSetupStep({step: 'done'});
    expect(matters()).toEqual(counted);
    const {changes} = await client.recipient.history({id: kept.recipientId, before: null, limit: 50});
    expect(changes.map(change => change.table)).toContain('recipientMerge');

    const mergeId = must(merges[0]).id;
    expect(await client.duplicates.undo({mergeId})).toEqual({recipientId: other.recipientId, stayed: []});
    expect(matters()).toEqual(before);
    expect((await client.recipient.get({id: other.recipientId})).id).toBe(other.recipientId);
    expect(must(await client.file.get({recipientId: other.recipientId})).id).toBe(file.id);
    expect(await client.paper.list({recipientId: other.recipientId})).toEqual(papers);
    expect((await failureOf(client.duplicates.undo({mergeId}))).code).toBe('conflict');
    for (const call of opened.made) made.add(call);
  });

  test('two rows that lie over each other can be mended: the extra one is taken back or closed', async () => {
    const opened = await office();
    const {client} = opened;
    const queued = await enter(opened, whole, {bornOn: born});
    const {recipientId, placementId} = await admit(opened, '2026-02-01', {
      ...nobody,
      name: name('Оспанова Алия'),
      bornOn: born,
    });
    await merge(opened, recipientId, queued, ['name']);
    const card = await client.recipient.get({id: recipientId});
    expect(card.name).toEqual(name(whole));
    const extra = must(card.placements.find(row => row.placementId !== placementId));
    const [mark] = await client.journal.events({placementId: extra.placementId});
    const {stamp} = await client.journal.correct({
      eventId: must(mark).id,
      seen: must(mark).stamp,
      happenedOn: '2026-01-12',
      orderNumber: null,
      reason: null,
      destination: null,
    });
    await client.journal.takeBack({eventId: must(mark).id, seen: stamp});
    expect((await client.duplicates.merges({recipientId})).openRows).toEqual([]);
    // Now that they follow each other, the rule holds as before.
    const [admitted] = await client.journal.events({placementId});
    expect(must(admitted).kind).toBe('admitted');
  });

  test('is refused where the other was changed meanwhile, merged already, or would be born after an event', async () => {
    const opened = await office();
    const {client} = opened;
    const [one, two, three] = [
      await enter(opened, whole, {bornOn: born}),
      await enter(opened, 'Оспанова Алия', {bornOn: '2026-01-15'}, '2026-01-20'),
      await enter(opened, whole),
    ];
    expect(await failureOf(merge(opened, one, two, ['bornOn']))).toEqual({
      code: 'invalid',
      issues: [{field: 'take', problem: 'event-before-birth'}],
    });
    const {first, second} = await client.duplicates.compare({firstId: one, secondId: three});
    const asked = {keptId: one, keptSeen: first.stamp, mergedId: three, mergedSeen: second.stamp, take: []};
    const card = await client.recipient.get({id: three});
    const {stamp: seen, placements: _p, events: _e, fileNumber: _f, plans: _pl, ...facts} = card;
    await client.recipient.save({...facts, seen, phone: '1'});
    expect((await failureOf(client.duplicates.merge(asked))).code).toBe('conflict');
    await merge(opened, one, three);
    expect((await failureOf(client.duplicates.merge(asked))).code).toBe('conflict');
    expect((await failureOf(client.duplicates.compare({firstId: one, secondId: three}))).code).toBe('missing');
    expect((await failureOf(client.recipient.save({...facts, seen: card.stamp}))).code).toBe('conflict');
    // A merge under another is taken back after that one.
    const [inner] = (await client.duplicates.merges({recipientId: one})).merges;
    await merge(opened, two, one, ['bornOn']);
    expect(await failureOf(client.duplicates.undo({mergeId: must(inner).id}))).toEqual({
      code: 'invalid',
      issues: [{field: 'mergeId', problem: 'merge-is-not-last'}],
    });
  });

  test('an IIN that only a merged entry bears is free; an auditor looks and does nothing', async () => {
    const opened = await office();
    const {client} = opened;
    const iin = makeTestIin(born, 'female', 3);
    const [kept, merged] = [
      await enter(opened, whole, {bornOn: born}),
      await enter(opened, whole, {bornOn: born, iin}),
    ];
    await merge(opened, kept, merged);
    await enter(opened, 'Ким Дина', {iin});
    await client.session.addAccount({name: 'Тексеруші', password, role: 'auditor', staffId: null});
    await client.session.lock({});
    await client.session.signIn({name: 'Тексеруші', password});
    const {merges} = await client.duplicates.merges({recipientId: kept});
    expect((await failureOf(client.duplicates.undo({mergeId: must(merges[0]).id}))).code).toBe('denied');
  });
});

test('every call of the area is made', () => {
  const calls = Object.keys(contract.duplicates).map(call => `duplicates.${call}`);
  expect(calls.filter(call => !made.has(call))).toEqual([]);
});

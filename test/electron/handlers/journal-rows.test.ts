import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {admit, event, failureOf, furnish, nobody, openOffice, person, type Office} from '../../support/office.ts';

/** One person may come, leave and come again: the rows of the journal never overlap, and numbers are never given twice. */

function refused(field: string, problem: string) {
  return {code: 'invalid', issues: [{field, problem}]};
}

async function comeAgain(): Promise<Office & {recipientId: string; first: string; second: string}> {
  const opened = await openOffice('2026-06-01');
  await furnish(opened, 'stationary');
  const {client} = opened;
  const {recipientId, placementId: first} = await admit(opened, '2026-01-10');
  await client.journal.record({placementId: first, event: event('discharged', '2026-02-10')});
  const {placementId: second} = await client.journal.enter({
    journalId: null,
    recipientId,
    person: null,
    event: event('admitted', '2026-03-01'),
  });
  return {...opened, recipientId, first, second};
}

async function lastOf({client}: Office, placementId: string) {
  const last = must((await client.journal.events({placementId})).at(-1));
  const {stamp, happenedOn, orderNumber, reason, destination} = last;
  return {eventId: last.id, seen: stamp, happenedOn, orderNumber, reason, destination};
}

describe('one who came again', () => {
  test('bears the mark, and the earlier stay cannot be opened or drawn out over the later one', async () => {
    const opened = await comeAgain();
    const {client, recipientId, first, second} = opened;
    const card = await client.recipient.get({id: recipientId});
    expect(card.placements.map(row => ({id: row.placementId, returned: row.returned, status: row.status}))).toEqual([
      {id: second, returned: true, status: 'receiving'},
      {id: first, returned: false, status: 'discharged'},
    ]);
    const discharge = await lastOf(opened, first);
    const {eventId, seen} = discharge;
    expect(await failureOf(client.journal.takeBack({eventId, seen}))).toEqual(refused('', 'event-is-not-last'));
    const later = {...discharge, happenedOn: '2026-03-02'};
    expect(await failureOf(client.journal.correct(later))).toEqual(refused('happenedOn', 'event-before-previous'));
    const admission = {...(await lastOf(opened, second)), happenedOn: '2026-02-09'};
    expect(await failureOf(client.journal.correct(admission))).toEqual(refused('happenedOn', 'event-before-previous'));
    // Out in the morning, in again in the afternoon.
    await client.journal.correct({...discharge, happenedOn: '2026-03-01'});
  });

  test('can be taken back, and then the earlier stay too', async () => {
    const opened = await comeAgain();
    const {client, recipientId, first, second} = opened;
    const admission = await lastOf(opened, second);
    await client.journal.takeBack({eventId: admission.eventId, seen: admission.seen});
    const discharge = await lastOf(opened, first);
    await client.journal.takeBack({eventId: discharge.eventId, seen: discharge.seen});
    const {placements} = await client.recipient.get({id: recipientId});
    expect(placements.map(row => row.status)).toEqual(['receiving']);
  });
});

interface Order {
  name: string;
  events: readonly [kind: Parameters<typeof event>[0], day: string][];
  /** Of the last of them; null: it is entered. */
  problem: {field: string; problem: string} | null;
}

const orders: readonly Order[] = [
  {name: 'discharge before admission', events: [['discharged', '2026-01-09']], problem: before()},
  {name: 'discharge on the day of admission', events: [['discharged', '2026-01-10']], problem: null},
  {name: 'a return without a leave', events: [['came-back', '2026-01-11']], problem: notNow()},
  {
    name: 'a return before the leave',
    events: [
      ['left', '2026-01-20'],
      ['came-back', '2026-01-19'],
    ],
    problem: before(),
  },
  {
    name: 'a leave during a leave',
    events: [
      ['left', '2026-01-20'],
      ['left', '2026-01-21'],
    ],
    problem: notNow(),
  },
  {
    name: 'a discharge from a leave',
    events: [
      ['left', '2026-01-20'],
      ['discharged', '2026-01-25'],
    ],
    problem: null,
  },
  {
    name: 'a leave after the discharge',
    events: [
      ['discharged', '2026-01-20'],
      ['left', '2026-01-21'],
    ],
    problem: notNow(),
  },
  {name: 'a second admission', events: [['admitted', '2026-01-11']], problem: notNow()},
  {
    name: 'a leave entered late, between two others',
    events: [
      ['left', '2026-02-01'],
      ['came-back', '2026-02-05'],
      ['left', '2026-01-20'],
    ],
    problem: before(),
  },
  {
    name: 'a day more than a year ahead',
    events: [['discharged', '2027-06-02']],
    problem: {field: 'event.happenedOn', problem: 'date-in-future'},
  },
];

function before() {
  return {field: 'event.happenedOn', problem: 'event-before-previous'};
}

function notNow() {
  return {field: 'event.kind', problem: 'event-not-allowed'};
}

test.each(orders)('$name', async ({events, problem}) => {
  const opened = await openOffice('2026-06-01');
  await furnish(opened, 'stationary');
  const {client} = opened;
  const {placementId} = await admit(opened, '2026-01-10');
  for (const [kind, day] of events.slice(0, -1)) await client.journal.record({placementId, event: event(kind, day)});
  const stood = await client.journal.events({placementId});
  const [kind, day] = must(events.at(-1));
  const call = client.journal.record({placementId, event: event(kind, day)});
  if (problem === null) await call;
  else expect(await failureOf(call)).toEqual({code: 'invalid', issues: [problem]});
  expect(await client.journal.events({placementId})).toHaveLength(stood.length + (problem === null ? 1 : 0));
});

test('a row is not entered into a volume that was ended before its day, and numbers go on in the next', async () => {
  const opened = await openOffice('2026-06-01');
  await furnish(opened, 'stationary');
  const {client} = opened;
  await client.facility.saveNumbering({filePrefix: '', fileStart: 1, journalStart: 41});
  expect(await admit(opened, '2026-01-10')).toMatchObject({rowNumber: 41});
  const volume = must((await client.journal.volumes({}))[0]);
  await client.journal.saveVolume({id: volume.id, seen: volume.stamp, begunOn: '2026-01-01', endedOn: '2026-03-31'});
  const other = {...person, name: {...person.name, surname: 'Ким'}};
  expect(await failureOf(admit(opened, '2026-04-01', other))).toEqual(refused('event.happenedOn', 'volume-ended'));
  expect(await admit(opened, '2026-03-31', other)).toMatchObject({rowNumber: 42});
  await client.journal.saveVolume({id: null, seen: null, begunOn: '2026-04-01', endedOn: null});
  expect(await admit(opened, '2026-04-01', {...other, bornOn: '1960-01-01'})).toMatchObject({rowNumber: 43});
});

test('a number of a file of any length goes on', async () => {
  const opened = await openOffice('2026-06-01');
  await furnish(opened, 'stationary');
  const {client} = opened;
  const numbers: string[] = [];
  for (const surname of ['Ким', 'Ли', 'Пак']) {
    const {recipientId} = await admit(opened, '2026-01-10', {...person, name: {...person.name, surname}});
    await client.file.open({recipientId, openedOn: '2026-01-10', cameFrom: null});
    const file = must(await client.file.get({recipientId}));
    numbers.push(file.number);
    if (surname !== 'Ким') continue;
    const {stamp: seen, recipientId: _r, countedSheets: _c, ...values} = file;
    await client.file.save({...values, seen, number: '999999999'});
  }
  expect(numbers).toEqual(['1', '1000000000', '1000000001']);
});

describe('the same IIN', () => {
  const iin = '991231100010';

  async function twoPeople() {
    const opened = await openOffice('2026-06-01');
    await furnish(opened, 'stationary');
    const {recipientId} = await admit(opened, '2026-01-10', {...person, iin});
    return {...opened, recipientId};
  }

  test('for another person is refused unless somebody says why', async () => {
    const opened = await twoPeople();
    const other = {...nobody, name: {surname: 'Ким', firstName: 'Ұлан', patronymic: null}, iin: '991231-100010'};
    expect(await failureOf(admit(opened, '2026-01-11', other))).toEqual(refused('person.iin', 'iin-taken'));
    const why = {...other, iinOverrideReason: 'ескі деректерде қате'};
    const {recipientId} = await admit(opened, '2026-01-11', why);
    expect(await opened.client.recipient.get({id: recipientId})).toMatchObject({
      iin,
      iinOverrideReason: 'ескі деректерде қате',
    });
  });

  test('does not keep the first one from being saved, and is no reason for a number of one person', async () => {
    const opened = await twoPeople();
    const {client, recipientId} = opened;
    await admit(opened, '2026-01-11', {...person, iin, iinOverrideReason: 'себебі'});
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
    const saved = await client.recipient.save({...facts, seen: stamp, phone: '1'});
    // A number that was changed is looked at again.
    const without = await client.recipient.save({...facts, seen: saved.stamp, iin: null});
    expect(await failureOf(client.recipient.save({...facts, seen: without.stamp}))).toEqual(
      refused('iin', 'iin-taken'),
    );
  });
});

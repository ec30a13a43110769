import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {queueGrounds} from '../../../domain/queue-words.ts';
import type {OrganisationType} from '../../../domain/vocabulary.ts';
import {event, failureOf, furnish, nobody, openOffice, password, type Office} from '../../support/office.ts';

/** The queue through the contract: its order, the marks that the order names, and nothing else. */

type Kind = Parameters<typeof event>[0];
type Step = readonly [who: string, kind: Kind, day: string, until?: string];
type Known = Partial<Record<'bornOn' | 'programmeFrom' | 'programmeTo', string>>;

interface Desk extends Office {
  readonly placements: Map<string, string>;
  readonly people: Map<string, string>;
}

/** `queued` begins a row for a new person; every other step is a mark in it. */
async function desk(
  type: OrganisationType,
  steps: readonly Step[],
  known: Readonly<Record<string, Known>> = {},
): Promise<Desk> {
  const office = await openOffice('2026-06-01');
  await furnish(office, type);
  const opened = {...office, placements: new Map<string, string>(), people: new Map<string, string>()};
  for (const step of steps) await take(opened, step, known[step[0]]);
  return opened;
}

async function take(opened: Desk, [who, kind, day, until]: Step, known: Known = {}): Promise<unknown> {
  const {client, placements, people} = opened;
  const mark = event(kind, day, null, until ?? null);
  if (kind !== 'queued') return client.journal.record({placementId: must(placements.get(who)), event: mark});
  const name = {surname: who, firstName: 'Әсел', patronymic: null};
  const entered = await client.journal.enter({
    journalId: null,
    recipientId: null,
    person: {...nobody, name, ...known},
    event: mark,
  });
  placements.set(who, entered.placementId);
  people.set(who, entered.recipientId);
  return entered;
}

/** «А waiting», with the ground of the place where it has one. */
async function lines({client}: Office): Promise<string[]> {
  const {places} = await client.queue.get({});
  expect(places.map(({place}) => place)).toEqual(places.map((_, index) => index + 1));
  return places.map(({name, state, ground}) => `${name.surname} ${state} ${ground?.ru ?? ''}`.trim());
}

const kept = (type: OrganisationType) => queueGrounds.placeKept[type]?.ru ?? '';
const noShow = queueGrounds.noShow.ru;
const a: Step = ['А', 'queued', '2026-01-10'];
const b: Step = ['Б', 'queued', '2026-01-12'];
const called: readonly Step[] = [a, b, ['А', 'called', '2026-05-01', '2026-05-10']];

describe('the order', () => {
  interface Case {
    readonly name: string;
    readonly steps: readonly Step[];
    readonly known?: Readonly<Record<string, Known>>;
    readonly expected: readonly string[];
    readonly next: string | null;
    readonly ready?: string;
  }
  const cases: readonly Case[] = [
    {name: 'nobody', steps: [], expected: [], next: null},
    {name: 'by the day, not by the row', steps: [b, a], expected: ['А waiting', 'Б waiting'], next: 'А'},
    {
      name: 'p. 21 1) part 7: an expired programme keeps its place',
      steps: [a, b],
      known: {А: {programmeTo: '2026-05-31'}},
      expected: [`А waiting ${kept('semi-stationary')}`, 'Б waiting'],
      next: 'А',
      ready: 'Б',
    },
    {name: 'called', steps: called, expected: ['А called', 'Б waiting'], next: 'Б'},
    {
      name: 'No 379 p. 21 1): who does not come passes the place on',
      steps: [...called, ['А', 'no-show', '2026-05-11']],
      expected: [`А passed-over ${noShow}`, 'Б waiting'],
      next: 'Б',
    },
    {
      name: 'the next one has it: who did not come waits at the old place',
      steps: [...called, ['А', 'no-show', '2026-05-11'], ['Б', 'called', '2026-05-12']],
      expected: ['А waiting', 'Б called'],
      next: 'А',
    },
    {
      name: 'the next one had a place of its own: the one that was passed on is still free',
      steps: [
        ...called,
        ['Б', 'called', '2026-05-02', '2026-05-20'],
        ['А', 'no-show', '2026-05-11'],
        ['Б', 'admitted', '2026-05-12'],
      ],
      expected: [`А passed-over ${noShow}`],
      next: null,
    },
    {
      name: 'the admitted and the withdrawn are not in it',
      steps: [a, b, ['А', 'admitted', '2026-05-01'], ['Б', 'withdrawn', '2026-05-02']],
      expected: [],
      next: null,
    },
  ];
  test.each(cases)('$name', async ({steps, known, expected, next, ready}) => {
    const opened = await desk('semi-stationary', steps, known);
    expect(await lines(opened)).toEqual(expected);
    const queue = await opened.client.queue.get({});
    const id = (who: string | null | undefined) => (who ? must(opened.placements.get(who)) : null);
    expect(queue.next).toEqual({first: id(next), ready: id(ready ?? next)});
  });

  test('p. 11 1) part 7: kept when the programme is renewed after it had run out, and the ground stays', async () => {
    const opened = await desk('stationary', [a, b], {А: {programmeFrom: '2025-06-01', programmeTo: '2026-05-31'}});
    const {client, people} = opened;
    opened.at('2026-07-01');
    const before = await lines(opened);
    const {
      stamp,
      placements: _p,
      events: _e,
      fileNumber: _f,
      plans: _pl,
      ...facts
    } = await client.recipient.get({
      id: must(people.get('А')),
    });
    const renewed = {programmeFrom: '2026-06-20', programmeTo: '2027-06-19'};
    await client.recipient.save({...facts, seen: stamp, ...renewed});
    expect([before, await lines(opened)]).toEqual([0, 1].map(() => [`А waiting ${kept('stationary')}`, 'Б waiting']));
    const [first] = (await client.queue.get({})).places;
    expect(first).toMatchObject({programme: 'valid', programmeTo: '2027-06-19', waitedDays: 172, rowNumber: 1});
  });

  test('what may follow is offered: an arrival is postponed in a semi-stationary organisation alone', async () => {
    const offered = async (type: OrganisationType) =>
      (await (await desk(type, called)).client.queue.get({})).places.map(place => place.next);
    expect(await offered('semi-stationary')).toEqual([
      ['postponed', 'no-show', 'admitted', 'withdrawn'],
      ['called', 'admitted', 'withdrawn'],
    ]);
    expect((await offered('stationary'))[0]).toEqual(['no-show', 'admitted', 'withdrawn']);
  });
});

describe('what is refused', () => {
  const postponed: readonly Step[] = [...called, ['А', 'postponed', '2026-05-09', '2026-05-20']];
  test.each<
    [
      name: string,
      steps: readonly Step[],
      last: Step,
      refused: [field: string, problem: string] | null,
      type?: OrganisationType,
    ]
  >([
    ['ten days more', called, ['А', 'postponed', '2026-05-09', '2026-05-20'], null],
    ['eleven', called, ['А', 'postponed', '2026-05-09', '2026-05-21'], ['until', 'queue-postponed-too-far']],
    ['without a day', called, ['А', 'postponed', '2026-05-09'], ['until', 'queue-not-later']],
    ['too late', called, ['А', 'postponed', '2026-05-11', '2026-05-20'], ['happenedOn', 'queue-postponed-late']],
    ['twice', postponed, ['А', 'postponed', '2026-05-10', '2026-05-25'], ['kind', 'queue-postponed-twice']],
    [
      'elsewhere',
      called,
      ['А', 'postponed', '2026-05-09', '2026-05-20'],
      ['kind', 'queue-postponement-elsewhere'],
      'home-care',
    ],
    ['may still come', postponed, ['А', 'no-show', '2026-05-20'], ['happenedOn', 'queue-still-may-come']],
    ['did not come', postponed, ['А', 'no-show', '2026-05-21'], null],
    ['will not come', postponed, ['А', 'no-show', '2026-06-02'], ['happenedOn', 'date-in-future']],
    ['nobody called', called, ['Б', 'no-show', '2026-05-21'], ['kind', 'queue-not-called']],
    ['called twice', called, ['А', 'called', '2026-05-21'], ['kind', 'queue-not-called']],
    ['a term in the past', [a], ['А', 'called', '2026-05-02', '2026-05-01'], ['until', 'queue-arrival-in-past']],
    ['a term with a wrong year', [a], ['А', 'called', '2026-05-02', '2062-05-01'], ['until', 'malformed']],
    ['before the queue', [a], ['А', 'called', '2026-01-09'], ['happenedOn', 'queue-before-previous']],
    [
      'a call of who is here',
      [a, ['А', 'admitted', '2026-05-01']],
      ['А', 'called', '2026-05-02'],
      ['kind', 'queue-not-called'],
    ],
  ])('%s', async (_, steps, last, refused, type = 'semi-stationary') => {
    const opened = await desk(type, steps);
    const placementId = must(opened.placements.get(last[0]));
    const stood = await opened.client.journal.events({placementId});
    if (refused === null) await take(opened, last);
    else {
      const [field, problem] = refused;
      expect(await failureOf(take(opened, last))).toEqual({
        code: 'invalid',
        issues: [{field: `event.${field}`, problem}],
      });
    }
    expect(await opened.client.journal.events({placementId})).toHaveLength(stood.length + (refused === null ? 1 : 0));
  });
});

describe('a mark that is mended', () => {
  async function markOf({client, placements}: Desk, kind: Kind) {
    const events = await client.journal.events({placementId: must(placements.get('А'))});
    const {
      id: eventId,
      stamp: seen,
      placementId: _p,
      position: _o,
      kind: _k,
      ...values
    } = must(events.find(each => each.kind === kind));
    return {eventId, seen, ...values};
  }
  const steps: readonly Step[] = [...called, ['А', 'postponed', '2026-05-09', '2026-05-20']];

  test('keeps the rules, and those of the mark after it', async () => {
    const opened = await desk('semi-stationary', steps);
    const {client} = opened;
    const call = await markOf(opened, 'called');
    const refused = (field: string, problem: string) => ({code: 'invalid', issues: [{field, problem}]});
    expect(await failureOf(client.journal.correct({...call, until: '2026-05-09'}))).toEqual(
      refused('until', 'event-before-previous'),
    );
    const more = await markOf(opened, 'postponed');
    expect(more.until).toBe('2026-05-20');
    expect(await failureOf(client.journal.correct({...more, until: '2026-05-21'}))).toEqual(
      refused('until', 'queue-postponed-too-far'),
    );
    await client.journal.correct({...more, until: '2026-05-19', reason: 'ауырды'});
    const [first] = (await client.queue.get({})).places;
    expect(first).toMatchObject({state: 'called', arriveBy: '2026-05-19'});
  });

  test('can be mended too where the organisation has since become one of another type', async () => {
    const opened = await desk('semi-stationary', steps);
    const {client} = opened;
    const facility = must(await client.facility.get({}));
    const {id: _id, stamp, ...values} = facility;
    await client.facility.save({...values, seen: stamp, type: 'stationary'});
    await client.journal.correct({...(await markOf(opened, 'postponed')), reason: 'ауырды'});
    expect((await markOf(opened, 'postponed')).reason).toBe('ауырды');
  });

  test('is taken back: the first term runs again, and may be postponed once more', async () => {
    const opened = await desk('semi-stationary', steps);
    const {client} = opened;
    const {eventId, seen} = await markOf(opened, 'postponed');
    await client.journal.takeBack({eventId, seen});
    expect((await client.queue.get({})).places[0]).toMatchObject({state: 'called', arriveBy: '2026-05-10'});
    await take(opened, ['А', 'postponed', '2026-05-10', '2026-05-12']);
    expect((await client.queue.get({})).places[0]).toMatchObject({state: 'called', arriveBy: '2026-05-12'});
  });
});

describe('p. 11 1) part 8: out of turn', () => {
  async function set({client, placements}: Desk, who: string, ground: 'orphan-of-age' | null) {
    const placementId = must(placements.get(who));
    const place = (await client.queue.get({})).places.find(each => each.placementId === placementId);
    return client.queue.setOutOfTurn({placementId, seen: place?.stamp ?? '', ground});
  }

  test('stands before all others with the paragraph, and goes back to the old place', async () => {
    const opened = await desk('stationary', [a, b], {Б: {bornOn: '2008-06-01'}});
    await set(opened, 'Б', 'orphan-of-age');
    expect(await lines(opened)).toEqual([`Б waiting ${queueGrounds.outOfTurn.ru}`, 'А waiting']);
    await set(opened, 'Б', null);
    expect(await lines(opened)).toEqual(['А waiting', 'Б waiting']);
  });

  test.each<[name: string, type: OrganisationType, known: Known, issue: {field: string; problem: string}]>([
    ['elsewhere', 'home-care', {bornOn: '2000-01-01'}, {field: 'ground', problem: 'queue-out-of-turn-elsewhere'}],
    [
      'eighteen tomorrow',
      'stationary',
      {bornOn: '2008-06-02'},
      {field: 'ground', problem: 'queue-out-of-turn-under-age'},
    ],
  ])('%s: refused, and not offered', async (_, type, known, issue) => {
    const opened = await desk(type, [a], {А: known});
    expect((await opened.client.queue.get({})).places[0]?.mayBeOutOfTurn).toBe(false);
    expect(await failureOf(set(opened, 'А', 'orphan-of-age'))).toEqual({code: 'invalid', issues: [issue]});
  });

  test('only who waits, only as the row was seen, and not by one who only looks', async () => {
    const opened = await desk('stationary', [a, b, ['Б', 'admitted', '2026-05-01']]);
    const {client, placements} = opened;
    const [admitted, waiting] = [must(placements.get('Б')), must(placements.get('А'))];
    const stale = {placementId: waiting, seen: 'old', ground: 'orphan-of-age'} as const;
    expect((await failureOf(client.queue.setOutOfTurn(stale))).code).toBe('conflict');
    await set(opened, 'А', 'orphan-of-age');
    expect((await failureOf(client.queue.setOutOfTurn({...stale, placementId: admitted}))).code).toBe('conflict');
    await client.session.addAccount({name: 'Тексеруші', password, role: 'auditor', staffId: null});
    await client.session.lock({});
    await client.session.signIn({name: 'Тексеруші', password});
    expect((await failureOf(set(opened, 'А', null))).code).toBe('denied');
    expect(await lines(opened)).toHaveLength(1);
  });

  test('is told in the history of the person', async () => {
    const opened = await desk('stationary', [a]);
    await set(opened, 'А', 'orphan-of-age');
    const {changes} = await opened.client.recipient.history({id: must(opened.people.get('А')), before: null, limit: 5});
    expect(changes[0]).toMatchObject({
      table: 'placement',
      fields: [{field: 'outOfTurn', before: null, after: 'orphan-of-age'}],
    });
  });
});

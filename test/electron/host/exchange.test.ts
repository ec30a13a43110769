import {cpSync} from 'node:fs';
import {createServer} from 'node:http';
import {describe, expect, onTestFinished, test, vi} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {head} from '../../../db/exchange/log.ts';
import type {Topic} from '../../../electron/contract/kernel.ts';
import {
  byNetwork,
  byStick,
  ended,
  enrol,
  introduce,
  openCopy,
  reopen,
  sharedRegistry,
  stateOf,
  temporaryFolder,
} from '../../support/exchange-offices.ts';
import {
  failureOf,
  furnish,
  nobody,
  openOffice,
  password,
  type Office,
  type OfficeOptions,
} from '../../support/office.ts';
import {letPass} from '../../support/time.ts';

const registry = sharedRegistry();
/** Four pages and a bit; on a stick, so many that the search and the states are made anew at the end. */
const many = 9_000;

async function office(options: OfficeOptions = {}): Promise<Office> {
  return openOffice('2026-01-05', options);
}

function connectionOf({application}: Office) {
  return must(application.session()).connection;
}

function write({application}: Office, reason: string, count = 1): void {
  const {connection, account} = must(application.session());
  connection.transact(
    db => {
      for (let day = 0; day < count; day += 1) {
        db.execute('INSERT INTO calendar_edit (id, working, reason) VALUES (?, 1, ?)', `${reason}-${day}`, reason);
      }
    },
    {accountId: account.id},
  );
}

/** A facility with so much in it that a first load takes several pages. */
async function large(changes = many): Promise<Office> {
  const first = await office();
  await furnish(first, 'stationary');
  await first.client.facility.setSetupStep({step: 'done'});
  write(first, 'many', changes);
  await first.client.recipient.search({text: '', limit: 1});
  return first;
}

/** Waits until one more page was taken in. False: the run ended before. */
async function nextPage(at: Office): Promise<boolean> {
  const {readable} = connectionOf(at);
  const before = head(readable);
  while (head(readable) === before) {
    if (at.exchange.running() === null) return false;
    await new Promise(resolve => setImmediate(resolve));
  }
  return at.exchange.running() !== null;
}

/** What a loss of power leaves: the files as they are now. The program that wrote them says nothing more. */
async function killed(at: Office): Promise<Office> {
  const left = temporaryFolder('killed');
  cpSync(at.folder, left, {recursive: true});
  await at.exchange.end();
  at.application.close();
  return openCopy(left);
}

describe('a first load that is killed at every page goes on where it was', () => {
  test('over the network', async () => {
    const facility = await registry().facility();
    const first = await large();
    await enrol(first, registry(), facility);
    await ended(first);
    let second = await office();
    expect(await enrol(second, registry(), facility)).toEqual({problem: null, hasData: true});
    let kills = 0;
    while (await nextPage(second)) {
      kills += 1;
      second = await killed(second);
      // Nobody has to ask for it.
      expect(second.exchange.running()).toMatchObject({lane: 'network', automatic: true});
      expect((await second.client.session.state({})).setupStep).toBe('joining');
    }
    expect(await ended(second)).toMatchObject({problem: null});
    expect(kills).toBeGreaterThan(3);
    expect((await second.client.session.state({})).setupStep).toBe('recovery-key');
    await byNetwork(first);
    expect(stateOf(second)).toEqual(stateOf(first));
  });

  test('from a stick', async () => {
    const first = await large();
    let second = await office();
    await second.client.facility.setSetupStep({step: 'joining'});
    await introduce(first, second);
    const stick = temporaryFolder('stick');
    await byStick(first, stick);
    let kills = 0;
    for (;;) {
      await second.client.exchange.byStick({folder: stick});
      if (!(await nextPage(second))) break;
      kills += 1;
      second = await killed(second);
      expect((await second.client.session.state({})).setupStep).toBe('joining');
      expect((await second.client.exchange.state({})).loadBegun).toBe(true);
      // A stick without anything for it, in between, brings no load to its end.
      await byStick(second, temporaryFolder('empty'));
      expect((await second.client.session.state({})).setupStep).toBe('joining');
      // From here on there is only the way through.
      expect(await failureOf(second.client.facility.setSetupStep({step: 'organisation'}))).toEqual({code: 'conflict'});
    }
    expect(await ended(second)).toMatchObject({problem: null});
    expect(kills).toBeGreaterThan(2);
    expect((await second.client.session.state({})).setupStep).toBe('recovery-key');
    await byStick(first, stick);
    expect(stateOf(second)).toEqual(stateOf(first));
  });
});

describe('the end of a session', () => {
  test('a lock waits for the page that is being taken in, and the next session goes on', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const facility = await registry().facility();
    const first = await large(7_000);
    await enrol(first, registry(), facility);
    await ended(first);
    const second = await office();
    await enrol(second, registry(), facility);
    let locks = 0;
    while (await nextPage(second)) {
      const connection = connectionOf(second);
      await second.client.session.lock({});
      locks += 1;
      expect(second.exchange.running()).toBeNull();
      expect(second.exchange.last()).toMatchObject({problem: 'cancelled'});
      expect(() => head(connection.readable)).toThrow();
      await second.client.session.signIn({name: 'Басшы', password});
      expect(second.exchange.last()).toBeNull();
    }
    expect(await ended(second)).toMatchObject({problem: null});
    expect(locks).toBeGreaterThan(1);
    await byNetwork(first);
    expect(stateOf(second)).toEqual(stateOf(first));
    const log = written.mock.calls.map(each => String(each[0])).join('');
    written.mockRestore();
    expect(log).not.toContain('error ');
  });

  test('a lock in the middle of an enrolment that is not answered ends it', async () => {
    const first = await office();
    const silent = await silentServer();
    const enrolment = first.client.exchange.enrol({url: silent, code: '12345678', name: 'ДК', certificate: null});
    await vi.waitFor(() => expect(askedOf).toBe(1));
    await first.client.session.lock({});
    expect(await enrolment).toEqual({problem: 'cancelled', hasData: false});
    await first.client.session.signIn({name: 'Басшы', password});
    expect((await first.client.exchange.state({})).partners).toEqual([]);
  });
});

let askedOf = 0;

/** A server that takes every question and never answers. */
async function silentServer(): Promise<string> {
  askedOf = 0;
  const server = createServer(() => {
    askedOf += 1;
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
}

test('one at a time: the same run is joined, another one is refused, and a person may stop it', async () => {
  const facility = await registry().facility();
  const first = await large(3_000);
  await enrol(first, registry(), facility);
  const {exchange} = first.client;
  await exchange.byNetwork({});
  expect(await failureOf(exchange.byStick({folder: temporaryFolder('stick')}))).toEqual({code: 'conflict'});
  await exchange.stop({});
  expect(first.exchange.running()).toBeNull();
  expect(await exchange.state({})).toMatchObject({last: {problem: 'cancelled', lane: 'network'}, running: null});
  expect(await byNetwork(first)).toMatchObject({problem: null});
  expect((await exchange.state({})).counts).toMatchObject({saved: 0, sent: 0});
});

test('screens are told while it runs, not too often, and of everything when something came', async () => {
  const facility = await registry().facility();
  const first = await large(5_000);
  await enrol(first, registry(), facility);
  await ended(first);
  const published: {at: number; topics: readonly Topic[]}[] = [];
  const second = await office({publish: topics => void published.push({at: performance.now(), topics})});
  const begun = performance.now();
  await enrol(second, registry(), facility);
  await ended(second);
  const progress = published.filter(({topics}) => topics.join() === 'exchange');
  expect(progress.length).toBeGreaterThan(0);
  expect(progress.length).toBeLessThanOrEqual((performance.now() - begun) / 200 + 1);
  expect(published.at(-1)?.topics).toEqual(expect.arrayContaining(['exchange', 'session', 'recipient', 'journal']));
  published.length = 0;
  await byNetwork(second);
  expect(published.flatMap(({topics}) => topics)).not.toContain('recipient');
});

describe('by itself', () => {
  const soon = {afterChange: 40, between: 2_000_000_000};

  test('soon after a change, and never where it was switched off', async () => {
    const facility = await registry().facility();
    const first = await office({delays: soon});
    await furnish(first, 'stationary');
    await first.client.facility.setSetupStep({step: 'done'});
    await enrol(first, registry(), facility);
    await ended(first);
    const counts = async () => must((await first.client.exchange.state({})).counts);
    await first.client.facility.saveNumbering({filePrefix: 'A', fileStart: 1, journalStart: 1});
    expect(await counts()).toMatchObject({saved: 1});
    await vi.waitFor(async () => expect(await counts()).toMatchObject({saved: 0, sent: 0}), 5_000);
    expect(await ended(first)).toMatchObject({automatic: true, problem: null});
    await first.client.exchange.setAutomatic({on: false});
    await first.client.facility.saveNumbering({filePrefix: 'B', fileStart: 1, journalStart: 1});
    await letPass(300, 'nothing is to begin');
    expect(await counts()).toMatchObject({saved: 2});
  });

  test('from time to time, and when somebody has signed in', async () => {
    const facility = await registry().facility();
    const first = await office();
    await enrol(first, registry(), facility);
    await ended(first);
    const again = await reopen(first, {delays: {afterChange: 2_000_000_000, between: 60}});
    write(again, 'x');
    await vi.waitFor(() => expect(again.exchange.last()).toMatchObject({automatic: true, problem: null}), 5_000);
    const later = await reopen(again, {delays: soon});
    await vi.waitFor(() => expect(later.exchange.last()).toMatchObject({automatic: true, problem: null}), 5_000);
    await later.client.session.lock({});
    const last = later.exchange.last();
    await letPass(200, 'nothing is to begin');
    expect(later.exchange.last()).toBe(last);
  });
});

test('joining is left while nothing has come, and not begun where people were entered', async () => {
  const first = await office();
  const {facility, journal} = first.client;
  await facility.setSetupStep({step: 'joining'});
  await facility.setSetupStep({step: 'joining'});
  expect(await failureOf(furnish(first, 'stationary'))).toEqual({code: 'conflict', detail: 'joining'});
  await facility.setSetupStep({step: 'organisation'});
  await furnish(first, 'stationary');
  await facility.setSetupStep({step: 'done'});
  const who = {surname: 'А', firstName: 'Б', patronymic: null};
  await journal.enter({
    journalId: null,
    recipientId: null,
    person: {...nobody, name: who},
    event: {kind: 'admitted', happenedOn: '2026-01-05', orderNumber: '1', reason: null, destination: null, until: null},
  });
  expect(await failureOf(facility.setSetupStep({step: 'joining'}))).toEqual({code: 'conflict'});
});

import {randomUUID} from 'node:crypto';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {contract} from '../../../electron/contract/contract.ts';
import {CallError, makeClient} from '../../../electron/contract/kernel.ts';
import type {Host} from '../../../electron/host/host.ts';
import {startHostWithTour} from '../../../electron/tour/host-with-tour.ts';

/** A look around in what is invented: beside the real data, never over them, and nothing of it stays. */

const built = resolve(import.meta.dirname, '../../../out');
const folder = mkdtempSync(join(tmpdir(), 'tirek-tour-'));
const tourFolder = join(folder, 'window', 'tour');
const password = 'нағыз деректер';
let host: Host;

function start(): Host {
  return startHostWithTour({
    folder,
    built,
    platform: {
      host: 'loopback',
      version: '0',
      saveFile: () => Promise.resolve({saved: false}),
      openFile: () => Promise.resolve(undefined),
      chooseFolder: () => Promise.resolve(undefined),
      findSticks: () => Promise.resolve([]),
      notify: () => undefined,
    },
    publish: () => undefined,
  });
}

const client = makeClient(
  contract,
  async request => {
    const reply = await host.dispatch(request);
    if (!reply.ok) throw new CallError(reply.error);
    return reply;
  },
  randomUUID,
);

beforeAll(async () => {
  // What a tour left behind that the power ended.
  mkdirSync(tourFolder, {recursive: true});
  writeFileSync(join(tourFolder, 'tirek.db'), 'left behind');
  host = start();
  expect(existsSync(tourFolder)).toBe(false);
  await client.session.createAccount({name: 'Басшы', password});
  await client.session.setLanguage({language: 'ru'});
});

afterAll(async () => {
  await host.close();
  rmSync(folder, {recursive: true, force: true});
});

test('begins only when nobody is signed in, shows invented people, sends nothing, and leaves no trace', async () => {
  await expect(client.session.beginTour({})).rejects.toMatchObject({failure: {code: 'conflict'}});
  expect(existsSync(tourFolder)).toBe(false);
  await client.session.lock({});
  const before = readdirSync(folder).toSorted();

  const both = await Promise.allSettled([client.session.beginTour({}), client.session.beginTour({})]);
  expect(both.map(({status}) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await client.session.state({})).toMatchObject({phase: 'open', tour: 'on', language: 'ru', setupStep: 'done'});
  expect(host.application.session()).toBeUndefined();
  const {rows} = await client.journal.rows({journalId: null, statuses: [], after: null, limit: 50});
  expect(rows.length).toBeGreaterThanOrEqual(6);
  expect((await client.today.get({limit: 5})).total).toBeGreaterThan(0);

  // What is typed is in the language of the screen, and the year has its rounds.
  const cards = await Promise.all(rows.map(({recipientId}) => client.recipient.get({id: recipientId})));
  const plans = await Promise.all(cards.flatMap(card => card.plans.map(({id}) => client.plan.get({id}))));
  const measures = plans.flatMap(plan => plan.measures.map(({text}) => text));
  expect(measures.length).toBeGreaterThan(20);
  expect(measures.filter(text => /[әіңғүұқөһ]/iu.test(text))).toEqual([]);
  const rounds = await Promise.all(plans.map(({id}) => client.monitoring.rounds({planId: id})));
  expect(rounds.flat().filter(({status}) => status === 'closed').length).toBeGreaterThanOrEqual(3);

  const outside = {failure: {code: 'denied', detail: 'tour'}};
  await expect(client.backup.make({})).rejects.toMatchObject(outside);
  await expect(client.exchange.byNetwork({})).rejects.toMatchObject(outside);

  await client.session.endTour({});
  expect(existsSync(tourFolder)).toBe(false);
  expect(readdirSync(folder).toSorted()).toEqual(before);
  expect(await client.session.state({})).toMatchObject({phase: 'locked', tour: 'offered', accounts: ['Басшы']});
  expect(await client.session.signIn({name: 'Басшы', password})).toEqual({result: 'ok'});
  const real = await client.journal.rows({journalId: null, statuses: [], after: null, limit: 50}).catch(() => null);
  expect(real?.rows ?? []).toEqual([]);
  await client.session.lock({});
});

test('whoever locks a tour has ended it, and so has the end of the program', async () => {
  await client.session.beginTour({});
  await client.session.lock({});
  expect(await client.session.state({})).toMatchObject({phase: 'locked', tour: 'offered', accounts: ['Басшы']});
  expect(existsSync(tourFolder)).toBe(false);
  await client.session.beginTour({});
  expect(existsSync(tourFolder)).toBe(true);
  await host.close();
  expect(existsSync(tourFolder)).toBe(false);
  host = start();
});

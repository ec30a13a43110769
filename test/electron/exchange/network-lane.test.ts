import {beforeAll, describe, expect, test} from 'vitest';
import {exchangeOverNetwork, type NetworkExchange} from '../../../electron/exchange/network-lane.ts';
import {makeHttp} from '../../../electron/exchange/http.ts';
import type {ExchangeProblem} from '../../../registry/protocol/errors.ts';
import {packParcel} from '../../../registry/parcel/pack.ts';
import {parcelType} from '../../../registry/parcel/wire.ts';
import {inventDay} from '../../support/day-of-changes.ts';
import {MemoryStore} from '../../support/memory-store.ts';
import {makeTestNode, type TestNode} from '../../support/parcels.ts';
import {refuse, registryOver, testServer, type Answering} from '../../support/wire-server.ts';

let pc: TestNode;
let registry: TestNode;
let other: TestNode;

beforeAll(async () => {
  pc = await makeTestNode('00000000000000a1');
  other = await makeTestNode('00000000000000b2');
  registry = await makeTestNode('00000000000000ff');
});

function stores(): {here: MemoryStore; there: MemoryStore} {
  const [here, there] = [new MemoryStore(pc.id), new MemoryStore(registry.id)];
  here.know(registry);
  there.know(pc);
  there.know(other);
  return {here, there};
}

interface Options extends Partial<NetworkExchange> {
  /** Milliseconds. */
  readonly idle?: number;
}

async function exchange(here: MemoryStore, url: string, {idle = 30_000, ...options}: Options = {}) {
  const waits: number[] = [];
  const http = makeHttp({idle});
  try {
    const outcome = await exchangeOverNetwork({
      store: here,
      secrets: pc.secrets,
      registry: {url, node: registry.id, keys: registry.keys},
      fetch: http.fetch,
      now: Date.now,
      wait: async milliseconds => void waits.push(milliseconds),
      ...options,
    });
    return {...outcome, waits};
  } finally {
    http.close();
  }
}

describe('over the network', () => {
  test('both sides have what either had, page after page, and a second time nothing moves', async () => {
    const {here, there} = stores();
    here.load(inventDay(4_500, {node: pc.id}));
    there.load(inventDay(700, {node: registry.id}));
    const server = await testServer(registryOver(there, registry, {changes: 300, characters: 4_000_000}));
    const first = await exchange(here, server.url);
    expect(first).toMatchObject({problem: null, tally: {sent: 4_500, integrated: 700, quarantined: 0}, waits: []});
    expect(here.stamps()).toEqual(there.stamps());
    expect(here.log).toHaveLength(5_200);
    // The last that came was confirmed, too.
    expect(there.outgoing(pc.id, {changes: 9, characters: 9}).changes).toEqual([]);
    const second = await exchange(here, server.url);
    expect(second).toMatchObject({problem: null, tally: {sent: 0, integrated: 0, known: 0}});
    // All that either has is confirmed: nothing goes out again.
    expect(here.outgoing(registry.id, {changes: 9, characters: 9}).changes).toEqual([]);
    expect(there.outgoing(pc.id, {changes: 9, characters: 9}).changes).toEqual([]);
  });

  test('what is written while a parcel is under way goes with the next', async () => {
    const {here, there} = stores();
    here.write('recipient', 'r1', {surname: 'Әлиева'});
    let written = false;
    const answer = registryOver(there, registry);
    const server = await testServer((request, response, body) => {
      if (!written) here.write('recipient', 'r1', {surname: 'Сәрсенова'});
      written = true;
      return answer(request, response, body);
    });
    await exchange(here, server.url);
    await exchange(here, server.url);
    expect(there.rows()).toEqual({r1: {surname: 'Сәрсенова'}});
  });

  interface Case {
    readonly name: string;
    readonly answer: Answering;
    readonly code: ExchangeProblem;
    /** How often it was asked: once is no retry. */
    readonly asked: number;
    readonly idle?: number;
    readonly by?: 'them' | 'us';
  }
  const html: Answering = (_, response) =>
    void response.writeHead(200, {'content-type': 'text/html'}).end('<html>Оплатите интернет</html>');
  const cases: Case[] = [
    {
      name: '401 of the registry',
      answer: (_, response) => refuse(response, 'stranger'),
      code: 'stranger',
      asked: 1,
      by: 'them',
    },
    {
      name: '401 of something before it',
      answer: (_, response) => void response.writeHead(401, {'content-type': 'text/html'}).end('<p>'),
      code: 'not-understood',
      asked: 1,
    },
    {name: '403', answer: (_, response) => refuse(response, 'revoked'), code: 'revoked', asked: 1, by: 'them'},
    {name: '409', answer: (_, response) => refuse(response, 'copied'), code: 'copied', asked: 1, by: 'them'},
    {
      name: '413 down to the smallest page',
      answer: (_, response) => refuse(response, 'too-large'),
      code: 'too-large',
      asked: 5,
      by: 'them',
    },
    {
      name: '413 of something before it',
      answer: (_, response) => void response.writeHead(413).end(),
      code: 'too-large',
      asked: 5,
    },
    {
      name: '429 for a long time',
      answer: (_, response) => refuse(response, 'too-often', {'retry-after': '3600'}),
      code: 'too-often',
      asked: 1,
    },
    {name: '500', answer: (_, response) => refuse(response, 'internal'), code: 'internal', asked: 6, by: 'them'},
    {
      name: '502 of something before it',
      answer: (_, response) => void response.writeHead(502, {'content-type': 'text/html'}).end('<h1>'),
      code: 'unavailable',
      asked: 6,
    },
    {
      name: 'an error that is none',
      answer: (_, response) =>
        void response.writeHead(400, {'content-type': 'application/json'}).end('{"error":"else"}'),
      code: 'not-understood',
      asked: 1,
    },
    {name: 'HTML', answer: html, code: 'not-understood', asked: 1},
    {
      name: 'a way to somewhere else',
      answer: (_, response) => void response.writeHead(302, {location: 'http://127.0.0.1/'}).end(),
      code: 'not-understood',
      asked: 1,
    },
    {
      name: 'half an answer',
      answer: (_, response) => {
        response.writeHead(200, {'content-type': parcelType, 'content-length': 1_000});
        response.write(Buffer.alloc(400), () => response.destroy());
      },
      code: 'offline',
      asked: 6,
    },
    {name: 'nothing', answer: () => undefined, code: 'timeout', asked: 6, idle: 600},
    {
      name: 'the beginning of an answer, then nothing',
      answer: (_, response) => {
        response.writeHead(200, {'content-type': parcelType});
        response.write(Buffer.alloc(400));
      },
      code: 'timeout',
      asked: 6,
      idle: 600,
    },
    {
      name: 'no HTTP at all',
      answer: request => void request.socket.end('SSH-2.0-x\r\n\r\n'),
      code: 'not-understood',
      asked: 1,
    },
    {
      name: 'an answer without an end',
      answer: (_, response) => {
        response.writeHead(200, {'content-type': parcelType});
        const more = (): void => void response.write(Buffer.alloc(1 << 20), () => response.destroyed || more());
        more();
      },
      code: 'not-understood',
      asked: 1,
    },
    {
      name: 'something else under the type of a parcel',
      answer: (_, response) => void response.writeHead(200, {'content-type': parcelType}).end('hello'),
      code: 'not-a-parcel',
      asked: 6,
      by: 'us',
    },
    {
      name: 'a parcel of a newer format',
      answer: async (_, response) => {
        const {there} = stores();
        const {header} = there.outgoing(pc.id, {changes: 1, characters: 1});
        const bytes = await packParcel(header, [], {own: registry.secrets, to: pc.keys});
        response.writeHead(200, {'content-type': parcelType}).end(Buffer.from(bytes).fill(9, 8, 9));
      },
      code: 'newer',
      asked: 1,
      by: 'us',
    },
    {
      name: 'a parcel of a stranger',
      answer: async (_, response) => {
        const {header} = new MemoryStore(other.id).outgoing(pc.id, {changes: 1, characters: 1});
        response
          .writeHead(200, {'content-type': parcelType})
          .end(await packParcel(header, [], {own: other.secrets, to: pc.keys}));
      },
      code: 'stranger',
      asked: 1,
      by: 'us',
    },
  ];
  test.each(cases)(
    '$name ends as $code after $asked requests, and nothing is lost',
    async ({answer, code, asked, idle, by}) => {
      const {here, there} = stores();
      here.load(inventDay(2_000, {node: pc.id}));
      const server = await testServer(answer);
      const {problem, waits} = await exchange(here, server.url, idle === undefined ? {} : {idle});
      expect(problem).toMatchObject({code, ...(by === undefined ? {} : {by})});
      expect(server.asked).toHaveLength(asked);
      expect(waits).toEqual(code === 'too-large' ? [] : [1_000, 2_000, 5_000, 10_000, 20_000].slice(0, asked - 1));
      expect(here.log).toHaveLength(2_000);
      const healed = await testServer(registryOver(there, registry));
      expect(await exchange(here, healed.url)).toMatchObject({problem: null});
      expect(there.stamps()).toEqual(here.stamps());
    },
  );

  test('nobody there is offline; plain HTTP to another computer is not tried; an address may be none', async () => {
    const {here} = stores();
    expect((await exchange(here, 'http://127.0.0.1:9')).problem).toMatchObject({code: 'offline'});
    expect((await exchange(here, 'http://registry.example')).problem).toMatchObject({code: 'insecure-address'});
    expect((await exchange(here, 'http://127.0.0.1.example')).problem).toMatchObject({code: 'insecure-address'});
    expect((await exchange(here, 'реестр')).problem).toMatchObject({code: 'no-address'});
  });

  test('429 with a short Retry-After is waited for, and it goes on', async () => {
    const {here, there} = stores();
    here.write('recipient', 'r1', {surname: 'Әлиева'});
    const answer = registryOver(there, registry);
    let count = 0;
    const server = await testServer((request, response, body) => {
      count += 1;
      return count === 1 ? refuse(response, 'too-often', {'retry-after': '7'}) : answer(request, response, body);
    });
    expect(await exchange(here, server.url)).toMatchObject({problem: null, waits: [7_000]});
    expect(there.stamps()).toEqual(here.stamps());
  });

  test('a line that breaks at every second message, before or after the registry took it, loses and doubles nothing', async () => {
    const {here, there} = stores();
    here.load(inventDay(3_000, {node: pc.id}));
    there.load(inventDay(900, {node: registry.id}));
    const answer = registryOver(there, registry, {changes: 200, characters: 4_000_000});
    let count = 0;
    const server = await testServer(async (request, response, body) => {
      count += 1;
      if (count % 4 === 1) return void response.destroy();
      if (count % 4 === 3) {
        // Taken in, but the answer is cut in the middle.
        Object.assign(response, {
          end: (bytes: Buffer) => response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy()),
        });
      }
      await answer(request, response, body);
    });
    expect(await exchange(here, server.url)).toMatchObject({problem: null});
    expect(here.stamps()).toEqual(there.stamps());
    expect(new Set(here.stamps()).size).toBe(3_900);
    expect(here.log).toHaveLength(3_900);
  });

  test('a clock an hour off is told and stops nothing', async () => {
    const {here, there} = stores();
    const server = await testServer(registryOver(there, registry));
    const hour = 3_600_000;
    const {problem, clockAhead} = await exchange(here, server.url, {now: () => Date.now() + hour});
    expect(problem).toBeNull();
    expect(clockAhead).toBeGreaterThan(hour - 10_000);
    expect(clockAhead).toBeLessThan(hour + 10_000);
  });

  test('is stopped while it waits for an answer, and begins again from what was confirmed', async () => {
    const {here, there} = stores();
    here.load(inventDay(100, {node: pc.id}));
    const controller = new AbortController();
    const silent = await testServer(() => controller.abort());
    const {problem} = await exchange(here, silent.url, {signal: controller.signal});
    expect(problem).toMatchObject({code: 'cancelled'});
    const server = await testServer(registryOver(there, registry));
    await exchange(here, server.url);
    expect(there.stamps()).toEqual(here.stamps());
  });

  test("a disk that is full here is not the registry's fault: it is thrown, and the same comes again", async () => {
    const {here, there} = stores();
    there.load(inventDay(50, {node: registry.id}));
    const server = await testServer(registryOver(there, registry));
    here.failing = new Error('disk full');
    await expect(exchange(here, server.url)).rejects.toThrow('disk full');
    here.failing = undefined;
    expect(await exchange(here, server.url)).toMatchObject({problem: null, tally: {integrated: 50}});
  });

  test('a database restored on either side heals in one exchange', async () => {
    const {here, there} = stores();
    const server = await testServer(registryOver(there, registry));
    here.load(inventDay(50, {node: pc.id}));
    await exchange(here, server.url);
    const [restoreHere, restoreThere] = [here.save(), there.save()];
    here.write('recipient', 'r1', {surname: 'Әлиева'});
    await exchange(here, server.url);
    restoreHere();
    here.write('recipient', 'r2', {surname: 'Сәрсенова'});
    expect(await exchange(here, server.url)).toMatchObject({problem: null, tally: {restored: true}});
    expect(here.rows()).toMatchObject({r1: {surname: 'Әлиева'}, r2: {surname: 'Сәрсенова'}});
    restoreThere();
    expect(await exchange(here, server.url)).toMatchObject({problem: null});
    expect(there.stamps()).toEqual(here.stamps());
  });

  test('a registry that goes on asking for what it has got ends it after some rounds', async () => {
    const {here, there} = stores();
    here.load(inventDay(20, {node: pc.id}));
    const server = await testServer(registryOver(there, registry));
    const usual = there.outgoing.bind(there);
    there.outgoing = (to, limit) => {
      const {header, changes} = usual(to, limit);
      return {header: {...header, seen: {epoch: null, upTo: {seq: 0, stamp: null}, marks: []}}, changes};
    };
    expect((await exchange(here, server.url)).problem).toMatchObject({code: 'no-progress', by: 'us'});
    expect(server.asked.length).toBeLessThan(10);
    expect(here.log).toHaveLength(20);
  });

  test('a second database under the identity of the registry is told apart, and nothing of it is taken in', async () => {
    const {here, there} = stores();
    const server = await testServer(registryOver(there, registry));
    there.load(inventDay(5, {node: registry.id}));
    await exchange(here, server.url);
    const putBack = there.save();
    there.write('recipient', 'r1', {surname: 'Әлиева'});
    await exchange(here, server.url);
    const original = there.save();
    putBack();
    there.write('recipient', 'r2', {surname: 'Сәрсенова'});
    await exchange(here, server.url);
    const taken = here.log.length;
    original();
    there.write('recipient', 'r3', {surname: 'Оспанова'});
    expect((await exchange(here, server.url)).problem).toMatchObject({code: 'copied', by: 'us'});
    expect(here.log).toHaveLength(taken);
  });

  test('cancelled before it begins, or between two parcels, nothing more goes out', async () => {
    const {here, there} = stores();
    here.load(inventDay(5_000, {node: pc.id}));
    const controller = new AbortController();
    const server = await testServer(registryOver(there, registry));
    const onProgress: NetworkExchange['onProgress'] = ({phase}) => phase === 'integrating' && controller.abort();
    const {problem} = await exchange(here, server.url, {signal: controller.signal, onProgress});
    expect(problem).toMatchObject({code: 'cancelled'});
    expect(server.asked).toHaveLength(1);
    expect((await exchange(here, server.url, {signal: controller.signal})).problem).toMatchObject({code: 'cancelled'});
    expect(server.asked).toHaveLength(1);
  });
});

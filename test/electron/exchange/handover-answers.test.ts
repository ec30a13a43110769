import {randomBytes, randomUUID} from 'node:crypto';
import {beforeAll, beforeEach, describe, expect, onTestFinished, test} from 'vitest';
import type {HandoverProblem} from '../../../domain/transfer.ts';
import {handOverByNetwork, type HandoverOutcome} from '../../../electron/exchange/handover-lane.ts';
import type {HandoverStore} from '../../../electron/exchange/handover-store.ts';
import {makeHttp} from '../../../electron/exchange/http.ts';
import {makeSignedFetch} from '../../../electron/exchange/signed-fetch.ts';
import {bodyHash} from '../../../registry/parcel/request-signature.ts';
import {blobChunk, jsonType, parcelType} from '../../../registry/parcel/wire.ts';
import type {ExchangeError} from '../../../registry/protocol/errors.ts';
import type {Handover, HandoverAnswer} from '../../../registry/protocol/handover.ts';
import {makeTestNode, type TestNode} from '../../support/parcels.ts';
import {refuse, testServer, type Answering} from '../../support/wire-server.ts';

/** A registry that answers a hand-over otherwise than usual: what the lane makes of it, and that the others go on. */

let pc: TestNode;
beforeAll(async () => {
  pc = await makeTestNode('00000000000000a1');
});

const to = randomUUID();
const large = randomBytes(blobChunk + 100_000);

/** What a PC has to tell and to offer, and what was done, in order. */
class Desk implements HandoverStore {
  readonly done: string[] = [];
  readonly answers = new Map<string, HandoverAnswer>();
  readonly offers = new Map<string, Uint8Array>();

  keepReceivers(): void {}
  compare(): void {}
  learn({id, state, direction}: Handover): 'fetch' | HandoverAnswer | null {
    const answer = this.answers.get(id);
    if (state !== 'offered') this.answers.delete(id);
    if (state !== 'offered') this.done.push(`${state} ${id}`);
    return state !== 'offered' || direction === 'outgoing' ? null : (answer ?? 'fetch');
  }
  told(id: string, state: HandoverAnswer['state']): void {
    this.done.push(`told ${state} ${id}`);
  }
  async receive({id}: Handover, content: Uint8Array): Promise<void> {
    this.done.push(`received ${content.length} ${id}`);
  }
  toOffer(): {id: string; to: string}[] {
    return [...this.offers.keys()].map(id => ({id, to}));
  }
  async seal(id: string): Promise<Uint8Array> {
    return this.offers.get(id) ?? new Uint8Array();
  }
  offered(id: string): void {
    this.done.push(`offered ${id}`);
  }
  mark(id: string, problem: HandoverProblem): void {
    this.done.push(`${problem} ${id}`);
  }
}

function incoming(content: Uint8Array, id: string, more: Partial<Handover> = {}): Handover {
  return {
    id,
    direction: 'incoming',
    state: 'offered',
    otherFacility: to,
    otherNameKk: 'Үміт үйі',
    otherNameRu: 'Дом «Үміт»',
    sha256: bodyHash(content),
    size: content.length,
    offeredAt: '2026-07-01T06:00:00.000Z',
    answeredAt: null,
    reason: null,
    ...more,
  };
}

let desk: Desk;
let list: Handover[];
beforeEach(() => {
  desk = new Desk();
  list = [];
});

const json = (response: Parameters<Answering>[1], value: unknown): void =>
  void response.writeHead(200, {'content-type': jsonType}).end(JSON.stringify(value));

/** Answers what each hand-over begins with; the rest answers `otherwise`, which may leave it to the usual. */
async function exchange(otherwise: Answering = () => undefined): Promise<HandoverOutcome & {asked: string[]}> {
  const server = await testServer(async (request, response, body) => {
    await otherwise(request, response, body);
    if (response.writableEnded) return;
    const {method, url = ''} = request;
    if (url === '/v1/receivers') {
      const nodes = [{node: pc.id, box: pc.keys.box}];
      return json(response, [{facility: to, nameKk: 'Үміт үйі', nameRu: 'Дом «Үміт»', nodes}]);
    }
    if (url === '/v1/handovers') return json(response, method === 'GET' ? list : {});
    if (method === 'PUT') return json(response, {received: body.length, complete: true});
    json(response, {});
  });
  const http = makeHttp();
  onTestFinished(() => http.close());
  const fetch = makeSignedFetch({url: server.url, node: pc.id, secrets: pc.secrets, fetch: http.fetch, now: Date.now});
  const outcome = await handOverByNetwork({store: desk, fetch, now: Date.now, wait: async () => undefined});
  return {...outcome, asked: server.asked};
}

/** The content of a hand-over by its range, as the registry gives it. */
const give =
  (id: string, content: Uint8Array): Answering =>
  (request, response) => {
    if (request.method !== 'GET' || request.url !== `/v1/handovers/${id}/content`) return;
    const [from = 0, last = 0] = (String(request.headers.range).match(/\d+/gu) ?? []).map(Number);
    response.writeHead(206, {'content-type': parcelType}).end(content.subarray(from, last + 1));
  };

describe('of one that was offered to us', () => {
  test('a content of several pieces comes whole; one of other bytes is said to be damaged', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    list = [incoming(large, one), incoming(randomBytes(10), two)];
    const [right, wrong] = [give(one, large), give(two, randomBytes(10))];
    const {problem, tally} = await exchange(async (...of) => {
      await right(...of);
      await wrong(...of);
    });
    expect([problem, tally.received]).toEqual([null, 2]);
    expect(desk.done).toEqual([`received ${large.length} ${one}`, `damaged ${two}`]);
  });

  test.each<ExchangeError>(['missing', 'malformed'])(
    'that was withdrawn between the list and its content (%s), nothing is left to do, and the next is taken',
    async code => {
      const [gone, good, content] = [randomUUID(), randomUUID(), randomBytes(20)];
      list = [incoming(content, gone), incoming(content, good)];
      const usual = give(good, content);
      const {problem, tally} = await exchange((request, response, body) => {
        if (request.url === `/v1/handovers/${gone}/content`) return refuse(response, code);
        return usual(request, response, body);
      });
      expect([problem, tally]).toEqual([null, {offered: 0, received: 1, answered: 0}]);
      expect(desk.done).toEqual([`received 20 ${good}`]);
    },
  );

  test('another range than was asked for is not taken', async () => {
    const id = randomUUID();
    list = [incoming(large, id)];
    const {problem} = await exchange(give(id, large.subarray(0, 1_000)));
    expect(problem).toMatchObject({code: 'not-understood', by: 'them'});
    expect(desk.done).toEqual([]);
  });

  test('the other side was quicker than our answer: what it decided is heard in the same exchange', async () => {
    const id = randomUUID();
    list = [incoming(large, id)];
    desk.answers.set(id, {state: 'accepted', reason: null});
    const {problem, tally} = await exchange((request, response) => {
      if (request.url !== `/v1/handovers/${id}/answer`) return;
      list = [incoming(large, id, {state: 'withdrawn', answeredAt: '2026-07-02T06:00:00.000Z'})];
      refuse(response, 'malformed');
    });
    expect([problem, tally.answered]).toEqual([null, 0]);
    expect(desk.done).toEqual([`withdrawn ${id}`]);
  });
});

describe('of one that we offer', () => {
  test('a large content goes in pieces, from where the registry has it', async () => {
    const id = randomUUID();
    desk.offers.set(id, large);
    const {problem, asked} = await exchange((request, response, body) => {
      if (request.method !== 'PUT') return;
      const offset = Number(new URL(String(request.url), 'http://registry').searchParams.get('offset'));
      // Of the first piece all but the end arrives.
      const received = offset === 0 ? body.length - 7 : offset + body.length;
      json(response, {received, complete: received === large.length});
    });
    expect(problem).toBeNull();
    const content = `PUT /v1/handovers/${id}/content?offset=`;
    expect(asked.filter(each => each.startsWith('PUT'))).toEqual([`${content}0`, `${content}${blobChunk - 7}`]);
    expect(desk.done).toEqual([`offered ${id}`]);
  });

  test.each<{name: string; refused: string; code: ExchangeError}>([
    {name: 'the registry knows another under its id', refused: 'POST', code: 'malformed'},
    {name: 'its content is larger than any', refused: 'PUT', code: 'too-large'},
  ])('$name: a person is told, and the next is offered', async ({refused, code}) => {
    const [bad, good] = [randomUUID(), randomUUID()];
    desk.offers.set(bad, randomBytes(10)).set(good, randomBytes(10));
    const {problem, tally} = await exchange((request, response, body) => {
      const isOfBad = refused === 'PUT' ? request.url?.includes(bad) : body.includes(bad);
      if (request.method === refused && isOfBad) refuse(response, code);
    });
    expect([problem, tally.offered]).toEqual([null, 1]);
    expect(desk.done).toEqual([`not-taken ${bad}`, `offered ${good}`]);
  });

  test.each([
    {name: 'less than before', received: () => 0},
    {name: 'all of it, and not whole', received: () => large.length},
  ])('a registry that says it has $name ends the exchange; the offer stays', async ({received}) => {
    const id = randomUUID();
    desk.offers.set(id, large);
    const {problem} = await exchange((request, response) => {
      if (request.method === 'PUT') json(response, {received: received(), complete: false});
    });
    expect(problem).toMatchObject({code: 'not-understood'});
    expect(desk.done).toEqual([]);
  });
});

test('a list of another shape is not understood; a line that breaks is told as such; what the store throws, is thrown', async () => {
  expect((await exchange((_, response) => json(response, {receivers: 1}))).problem).toMatchObject({
    code: 'not-understood',
    by: 'them',
  });
  expect((await exchange((_, response) => void response.destroy())).problem).toMatchObject({code: 'offline'});
  desk.compare = () => {
    throw new Error('the database was closed');
  };
  await expect(exchange()).rejects.toThrow('the database was closed');
});

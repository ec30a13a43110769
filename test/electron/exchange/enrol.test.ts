import {describe, expect, test} from 'vitest';
import {tellAuditEnd} from '../../../electron/exchange/audit-end.ts';
import {enrol, type Enrolment} from '../../../electron/exchange/enrol.ts';
import {makeHttp, type Fetch, type Question} from '../../../electron/exchange/http.ts';
import {makeSignedFetch} from '../../../electron/exchange/signed-fetch.ts';
import {bodyHash, isSignedBy} from '../../../registry/parcel/request-signature.ts';
import {jsonType} from '../../../registry/parcel/wire.ts';
import {enrolRequest, type EnrolReply} from '../../../registry/protocol/enrolment.ts';
import {makeTestNode, testFacility} from '../../support/parcels.ts';
import {refuse, testServer} from '../../support/wire-server.ts';

async function request(url: string): Promise<Enrolment> {
  const {id, keys} = await makeTestNode('00000000000000a1');
  return {url, node: id, keys, code: 'ABCD-EFGH', name: 'Тіркеу бөлмесі', facility: null, now: Date.now};
}

describe('enrolment', () => {
  test('sends what the protocol asks for and understands the answer', async () => {
    const registry = await makeTestNode('00000000000000ff');
    const reply: EnrolReply = {
      facility: {id: testFacility, type: 'stationary', nameKk: 'Орталық', nameRu: 'Центр'},
      registry: {node: registry.id, keys: registry.keys, name: 'Тіркелім'},
      hasData: false,
    };
    const bodies: unknown[] = [];
    const server = await testServer((_, response, body) => {
      bodies.push(enrolRequest.parse(JSON.parse(body.toString())));
      response.writeHead(201, {'content-type': jsonType}).end(JSON.stringify(reply));
    });
    const asked = await request(server.url);
    expect(await enrol(asked)).toMatchObject({reply});
    expect(bodies).toEqual([{code: asked.code, node: asked.node, keys: asked.keys, name: asked.name, facility: null}]);
    expect(server.asked).toEqual(['POST /v1/enrol']);
  });

  test('is asked once, whatever the answer', async () => {
    const wrong = await testServer((_, response) => refuse(response, 'wrong-code'));
    expect(await enrol(await request(wrong.url))).toMatchObject({problem: {code: 'wrong-code', by: 'them'}});
    const other = await testServer(
      (_, response) => void response.writeHead(200, {'content-type': jsonType}).end('{"facility":1}'),
    );
    expect(await enrol(await request(other.url))).toMatchObject({problem: {code: 'not-understood'}});
    const broken = await testServer((_, response) => refuse(response, 'internal'));
    expect(await enrol(await request(broken.url))).toMatchObject({problem: {code: 'internal'}});
    expect([wrong, other, broken].map(server => server.asked.length)).toEqual([1, 1, 1]);
    expect(await enrol(await request('тіркелім'))).toMatchObject({problem: {code: 'no-address'}});
  });
});

test('what fails in this program and not on the line is thrown', async () => {
  const broken: Fetch = () => Promise.reject(new Error('a fault of ours'));
  await expect(enrol({...(await request('http://127.0.0.1')), fetch: broken})).rejects.toThrow('a fault of ours');
  const end = {seq: 1, hash: 'ab'.repeat(32), at: '2026-11-27T06:00:00.000Z'};
  await expect(tellAuditEnd(() => broken({} as Question), end, AbortSignal.timeout(1_000))).rejects.toThrow('of ours');
});

describe('a signed request', () => {
  test('is signed over its method, path, date and body; with a clock a year off by the time of the registry', async () => {
    const {id, secrets, keys} = await makeTestNode('00000000000000a1');
    const dates: number[] = [];
    const server = await testServer((asked, response, body) => {
      const date = String(asked.headers['tirek-date']);
      const signed = {method: String(asked.method), path: String(asked.url), date, bodySha256: bodyHash(body)};
      const isGood =
        isSignedBy(keys, signed, String(asked.headers['tirek-signature'])) && asked.headers['tirek-node'] === id;
      const isNear = Math.abs(Date.parse(date) - Date.now()) < 24 * 3_600_000;
      dates.push(Date.parse(date));
      return isGood && isNear ? void response.writeHead(204).end() : refuse(response, 'stranger');
    });
    const {fetch, close} = makeHttp();
    const year = 366 * 24 * 3_600_000;
    for (const [off, times] of [
      [0, 1],
      [year, 3],
      [-year, 3],
    ] as const) {
      dates.length = 0;
      const signed = makeSignedFetch({url: server.url, node: id, secrets, fetch, now: () => Date.now() + off});
      const question = {method: 'PUT', path: '/v1/blobs/x?part=1', body: Buffer.from('сурет'), most: 1_000} as const;
      expect((await signed(question)).status).toBe(204);
      // What was learned is kept.
      if (off !== 0) expect((await signed(question)).status).toBe(204);
      expect(dates).toHaveLength(times);
    }
    close();
  });
});

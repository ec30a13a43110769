import {connect, createServer, type AddressInfo, type Socket} from 'node:net';
import {brotliCompressSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {addCode, revokeNode} from '../../../registry/store/facilities.ts';
import {limits} from '../../../registry/protocol/limits.ts';
import {databases} from '../support/stores.ts';
import {ask, Client, openServer, strangersKeys, type TestServer} from '../support/server.ts';
import {Office} from '../support/office.ts';
import {lacks} from '../../support/lacks.ts';

const json = {'content-type': 'application/json'};

describe.each(databases)('exchange over HTTP on %s', kind => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer(kind);
  });
  afterAll(() => server.close());

  const enrol = (body: unknown) =>
    ask(`${server.address}/v1/enrol`, {method: 'POST', headers: json, body: JSON.stringify(body)});

  test('a PC is taken in with its code, once, and answered again when the answer was lost', async () => {
    const facility = await server.facility();
    const {code} = await addCode(server.store, facility, Date.now);
    const {keys} = await strangersKeys();
    const request = {
      code: code.toLowerCase().replaceAll('-', ' '),
      node: '00000000000000e1',
      keys,
      name: 'ПК',
      facility: null,
    };
    const reply = {
      facility: {id: facility, type: 'stationary', nameKk: 'Үміт үйі', nameRu: 'Дом «Үміт»'},
      registry: {node: server.identity.node, keys: server.keys, name: 'Реестр'},
      hasData: false,
    };
    expect(await enrol(request)).toMatchObject({status: 200, json: reply});
    expect(await enrol(request)).toMatchObject({status: 200, json: reply});
    expect(await enrol({...request, node: '00000000000000e2'})).toMatchObject({
      status: 409,
      json: {error: 'code-used'},
    });
    const other = await strangersKeys();
    expect(await enrol({...request, keys: other.keys})).toMatchObject({status: 409, json: {error: 'code-used'}});
    expect(await enrol({...request, code: '0000-0000-0000-0000'})).toMatchObject({
      status: 403,
      json: {error: 'wrong-code'},
    });
    const another = await addCode(server.store, await server.facility(), Date.now);
    expect(await enrol({...request, code: another.code})).toMatchObject({status: 403, json: {error: 'other-facility'}});
    const home = {type: 'home-care', nameKk: 'Ү', nameRu: 'Д'};
    expect(await enrol({...request, code: another.code, node: '00000000000000e3', facility: home})).toMatchObject({
      status: 403,
      json: {error: 'other-facility'},
    });
    // A code that has run out.
    const old = await addCode(server.store, facility, () => Date.now() - 14 * 86_400_000 - 1);
    expect(await enrol({...request, code: old.code, node: '00000000000000e4'})).toMatchObject({
      status: 403,
      json: {error: 'wrong-code'},
    });
    // One who was shut out does not come in again by the code of then; a new one opens.
    await revokeNode(server.store, facility, request.node);
    expect(await enrol(request)).toMatchObject({status: 409, json: {error: 'code-used'}});
    const fresh = await addCode(server.store, facility, Date.now);
    expect(await enrol({...request, code: fresh.code})).toMatchObject({status: 200});
  });

  test('two PCs of a facility exchange through it', async () => {
    const facility = await server.facility();
    const [one, two] = [await server.enrolled(facility), await server.enrolled(facility)];
    for (let count = 0; count < 50; count += 1) (count % 2 === 0 ? one : two).office.write();
    for (const client of [one, two, one]) expect((await client.exchange()).status).toBe(200);
    const stamps = (client: Client) => client.office.log.map(({stamp}) => stamp).toSorted();
    expect(stamps(one)).toHaveLength(50);
    expect(stamps(one)).toEqual(stamps(two));
  });

  test('bad parcels are refused with their reason, and let nothing in', async () => {
    const facility = await server.facility();
    const client = await server.enrolled(facility);
    client.office.write();
    const parcel = client.office.parcel();
    const good = Buffer.from(await client.packed(parcel));
    const flipped = Buffer.from(good);
    flipped.writeUInt8(flipped.readUInt8(good.length >> 1) ^ 1, good.length >> 1);
    const stranger = new Client({
      address: server.address,
      keys: server.keys,
      secrets: (await strangersKeys()).secrets,
      office: new Office({facility, registry: server.identity.node}),
    });
    const impostor = new Client({
      address: server.address,
      keys: server.keys,
      secrets: stranger.secrets,
      office: client.office,
    });
    const foreign = await server.facility();
    const cases: [string, Promise<Uint8Array> | Uint8Array, number, string][] = [
      ['empty', Buffer.alloc(0), 400, 'not-a-parcel'],
      ['a web page', Buffer.from('<html>'.repeat(100)), 400, 'not-a-parcel'],
      ['cut', good.subarray(0, -10), 400, 'not-a-parcel'],
      ['altered by one bit', flipped, 400, 'altered'],
      ['of a stranger', stranger.packed(), 401, 'stranger'],
      ['in the name of another', impostor.packed(parcel), 400, 'altered'],
      [
        'of another facility',
        client.packed({...parcel, header: {...parcel.header, facility: foreign}}),
        403,
        'other-facility',
      ],
      [
        'for another registry',
        client.packed({...parcel, header: {...parcel.header, to: '00000000000000ff'}}),
        400,
        'not-for-us',
      ],
      ['too large', Buffer.alloc(limits.networkParcel + 1), 413, 'too-large'],
    ];
    for (const [what, bytes, status, error] of cases) {
      const answer = await client.send(await bytes);
      expect([what, answer.status, answer.json]).toEqual([what, status, expect.objectContaining({error})]);
    }
    const {head} =
      (await server.store.asFacility(facility, db => db.query.facility.findFirst({columns: {head: true}}))) ?? {};
    expect(head).toBe(0);
    expect((await client.send(good)).status).toBe(200);
  });

  test('a small parcel that unpacks to a great many zeros is refused, and the server stays up', async () => {
    const client = await server.enrolled(await server.facility());
    const zeros = '0'.repeat(3_000_000);
    for (let count = 0; count < 20; count += 1) client.office.write({patch: JSON.stringify({zeros})});
    const bytes = await client.packed();
    expect(bytes.length).toBeLessThan(20_000);
    expect(await client.send(bytes)).toMatchObject({status: 413, json: {error: 'too-large'}});
    expect((await ask(`${server.address}/v1/health`)).json).toEqual({ok: true});
    // Nor does it unpack what HTTP says is packed: ten GB of zeros are some kilobytes of brotli.
    const packed = brotliCompressSync(Buffer.alloc(50_000_000));
    const answer = await ask(`${server.address}/v1/exchange`, {
      method: 'POST',
      headers: {'content-type': 'application/octet-stream', 'content-encoding': 'br'},
      body: Buffer.from(packed),
    });
    expect(answer).toMatchObject({status: 400, json: {error: 'not-a-parcel'}});
  });

  test('one who was shut out is told so', async () => {
    const client = await server.enrolled(await server.facility());
    await revokeNode(server.store, client.office.facility, client.office.node);
    expect(await client.exchange()).toMatchObject({status: 403, json: {error: 'revoked'}});
    expect(await client.signed('GET', '/v1/handovers')).toMatchObject({status: 403, json: {error: 'revoked'}});
  });

  test.each([
    ['JSON that is none', '{"code": ', 'malformed'],
    ['nothing', '', 'malformed'],
    ['a list', '[]', 'malformed'],
    [
      'a field too many',
      '{"code":"0000-0000-0000-0000","node":"00000000000000e1","keys":{},"name":"x","facility":null,"more":1}',
      'malformed',
    ],
    ['null bytes', '\0\0\0', 'malformed'],
  ])('%s is refused with a code', async (_what, body, error) => {
    const answer = await ask(`${server.address}/v1/enrol`, {method: 'POST', headers: json, body});
    expect(answer).toMatchObject({status: 400, json: {error}});
  });

  test('a name with a sign that the database cannot hold is refused, not an error of ours', async () => {
    const {code} = await addCode(server.store, await server.facility(), Date.now);
    const {keys} = await strangersKeys();
    expect(await enrol({code, node: '00000000000000d1', keys, name: 'П\0К', facility: null})).toMatchObject({
      status: 400,
      json: {error: 'malformed'},
    });
  });

  test('what is not there, another method, another type', async () => {
    expect(await ask(`${server.address}/v1/nothing`)).toMatchObject({status: 404, json: {error: 'malformed'}});
    expect(await ask(`${server.address}/v1/exchange`)).toMatchObject({status: 404});
    expect(await ask(`${server.address}/v1/exchange`, {method: 'POST', headers: json, body: '{}'})).toMatchObject({
      status: 415,
      json: {error: 'malformed'},
    });
    expect(
      await ask(`${server.address}/v1/enrol`, {method: 'POST', headers: json, body: `"${'x'.repeat(20_000)}"`}),
    ).toMatchObject({status: 413, json: {error: 'too-large'}});
  });
});

test('who asks too often is told to wait, who guesses codes much sooner', async () => {
  const server = await openServer('PGlite', {rates: {requests: 20, attempts: 3}});
  const guess = () => ask(`${server.address}/v1/enrol`, {method: 'POST', headers: json, body: '{}'});
  const seen = [];
  for (let count = 0; count < 4; count += 1) seen.push(await guess());
  expect(seen.map(({status}) => status)).toEqual([400, 400, 400, 429]);
  expect(seen[3]?.json).toEqual({error: 'too-often'});
  expect(Number(seen[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
  const all = [];
  for (let count = 0; count < 25; count += 1) all.push((await ask(`${server.address}/v1/health`)).status);
  expect(new Set(all)).toEqual(new Set([200, 429]));
  await server.close();
});

/** A way to the server of the database that can be cut and mended. */
async function openBridge(url: string): Promise<{url: string; cut(): Promise<void>; mend(): Promise<void>}> {
  const target = new URL(url);
  const there = {port: Number(target.port || 5432), host: target.hostname};
  const open = new Set<Socket>();
  const bridge = createServer(near => {
    const far = connect(there);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => open.delete(from));
    }
  });
  const listen = (port: number) => new Promise<void>(done => bridge.listen(port, '127.0.0.1', done));
  await listen(0);
  const {port} = bridge.address() as AddressInfo;
  target.port = String(port);
  target.hostname = '127.0.0.1';
  return {
    url: target.href,
    async cut() {
      const closed = new Promise(done => bridge.close(done));
      for (const socket of open) socket.destroy();
      await closed;
    },
    mend: () => listen(port),
  };
}

test.skipIf(lacks.postgreSql())(
  'a database that goes away is a passing trouble; when it is there again, all goes on',
  async () => {
    const bridge = await openBridge(process.env.TEST_DATABASE_URL ?? '');
    const server = await openServer('PostgreSQL', {through: bridge.url});
    const client = await server.enrolled(await server.facility());
    client.office.write();
    await bridge.cut();
    expect(await client.exchange()).toMatchObject({status: 503, json: {error: 'unavailable'}});
    expect(await client.signed('GET', '/v1/handovers')).toMatchObject({status: 503, json: {error: 'unavailable'}});
    expect(await ask(`${server.address}/v1/health`)).toMatchObject({status: 503, json: {error: 'unavailable'}});
    await bridge.mend();
    expect((await client.exchange()).status).toBe(200);
    expect(client.office.partner.acked).toBe(1);
    await server.close();
    await bridge.cut();
  },
);

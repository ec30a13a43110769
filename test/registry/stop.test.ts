import {request, type ClientRequest, type IncomingMessage} from 'node:http';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {addCode} from '../../registry/store/facilities.ts';
import {bodyHash, requestHeaders} from '../../registry/parcel/request-signature.ts';
import {ask, Client, openServer, type TestServer} from './support/server.ts';
import {startRegistry, type Started} from './support/process.ts';
import {lacks} from '../support/lacks.ts';

/** Nothing of it may stand in the log: of a person, or of whoever asks. */
const personal = ['Сүлейменова', 'S%C3%BCleimenova', '880101300123', '+77011234567', 'Абай 5'];
const [surname, encoded, iin, phone, street] = personal as [string, string, string, string, string];

describe.skipIf(lacks.postgreSql())('the process itself, on PostgreSQL', () => {
  let world: TestServer;
  let client: Client;
  let process: Started;

  beforeAll(async () => {
    world = await openServer('PostgreSQL');
    const enrolled = await world.enrolled(await world.facility(surname));
    process = await startRegistry([], {
      DATABASE_URL: must(world.url),
      OFFICER_PASSWORD: `${surname} ${street}`,
      LOG_LEVEL: 'debug',
      STOP_SECONDS: '30',
    });
    const {office, secrets} = enrolled;
    client = new Client({office, secrets, address: process.address, keys: world.keys});
  });
  afterAll(async () => {
    await process.end();
    await world.close();
  });

  test('its log is lines of JSON, and nothing that was sent stands in them', async () => {
    const {address} = process;
    client.office.write({patch: JSON.stringify({surname, iin, phone, address: street}), rowId: iin, author: surname});
    client.office.write({table: 'reference', patch: JSON.stringify({surname})});
    expect((await client.exchange()).status).toBe(200);
    const {facility} = client.office;
    const {code} = await addCode(world.store, facility, Date.now);
    const json = {'content-type': 'application/json', 'user-agent': encoded, 'x-phone': phone};
    const sent: [string, RequestInit][] = [
      [`/people/${encoded}/${iin}?phone=${phone}`, {headers: json}],
      ['/v1/enrol', {method: 'POST', headers: json, body: JSON.stringify({code, name: surname, [iin]: phone})}],
      ['/v1/enrol', {method: 'POST', headers: json, body: `{"${surname}`}],
      ['/v1/exchange', {method: 'POST', headers: {'content-type': `text/${iin}`}, body: surname}],
      [`/v1/handovers/${encoded}/content`, {headers: {'x-tirek-node': client.office.node, 'x-forwarded-for': iin}}],
      ['/sign-in', {method: 'POST', body: new URLSearchParams({password: surname})}],
      [`/?lang=${encoded}`, {headers: {cookie: `tirek-officer=${iin}`}}],
    ];
    for (const [path, init] of sent) await ask(`${address}${path}`, init);
    const path = `/v1/blobs/${'0'.repeat(64)}?name=${encoded}`;
    const proof = requestHeaders(client.secrets, client.office.node, {
      method: 'GET',
      path,
      date: new Date().toISOString(),
      bodySha256: bodyHash(Buffer.alloc(0)),
    });
    expect((await ask(`${address}${path}`, {headers: proof})).status).toBe(404);

    const lines = process.said().trim().split('\n');
    const logged = lines.map(line => JSON.parse(line) as {msg: string; req?: {route: string}; level: number});
    expect(logged.filter(({msg}) => msg === 'received')).toHaveLength(1);
    expect(logged.map(({req}) => req?.route)).toEqual(
      expect.arrayContaining(['none', '/v1/enrol', '/v1/exchange', '/v1/blobs/:sha256', '/sign-in']),
    );
    for (const secret of personal) expect(process.said()).not.toContain(secret);
  });

  test('SIGTERM: an exchange that runs is ended, what comes then is told to come again, and it ends well', async () => {
    const {address} = process;
    const before = client.office.write();
    const bytes = Buffer.from(await client.packed());
    const half = bytes.length >> 1;
    const running = await begin(`${address}/v1/exchange`, bytes.subarray(0, half), bytes.length);
    process.signal('SIGTERM');
    await expect.poll(() => ask(`${address}/health/ready`)).toMatchObject({status: 503, json: {detail: 'stopping'}});
    const late = await client.send(bytes);
    expect(late).toMatchObject({status: 503, json: {error: 'unavailable', detail: 'stopping'}});
    expect([late.headers.get('retry-after'), late.headers.get('connection')]).toEqual(['10', 'close']);
    expect((await ask(`${address}/health/live`)).status).toBe(200);

    running.request.end(bytes.subarray(half));
    expect((await running.answer).statusCode).toBe(200);
    expect(await process.ended).toBe(0);
    const stamps = await world.exchange(client.office).then(({known, accepted}) => ({known, accepted}));
    expect(stamps).toEqual({known: 1, accepted: 0});
    expect(client.office.log.at(-1)?.stamp).toBe(before.stamp);
  });
});

/** Sends the first part of a body; the rest may follow. Resolves when the head has surely come. */
async function begin(
  url: string,
  first: Uint8Array,
  length: number,
): Promise<{request: ClientRequest; answer: Promise<IncomingMessage>}> {
  const sending = request(url, {
    method: 'POST',
    headers: {'content-type': 'application/octet-stream', 'content-length': length},
  });
  const answer = new Promise<IncomingMessage>((done, failed) => {
    sending.on('response', response => done(response.resume())).on('error', failed);
  });
  await new Promise<void>((done, failed) => sending.write(first, error => (error ? failed(error) : done())));
  // Whatever comes behind it on another connection is answered after it was begun.
  await ask(new URL('/health/live', url).href);
  return {request: sending, answer};
}

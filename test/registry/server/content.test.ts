import {randomBytes, randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {bodyHash} from '../../../registry/parcel/request-signature.ts';
import {databases} from '../support/stores.ts';
import {openServer, type Client, type TestServer} from '../support/server.ts';

describe.each(databases)('attachments and hand-overs on %s', kind => {
  let server: TestServer;
  let client: Client;
  beforeAll(async () => {
    server = await openServer(kind);
    client = await server.enrolled(await server.facility());
  });
  afterAll(() => server.close());

  const progressOf = async (by: Client, sha256: string) => {
    const {headers} = await by.signed('HEAD', `/v1/blobs/${sha256}`);
    return [headers.get('tirek-received'), headers.get('tirek-complete')];
  };

  test('an attachment comes in pieces, goes on where it was cut, and is read in parts', async () => {
    const bytes = randomBytes(5_000_000);
    const sha256 = bodyHash(bytes);
    const put = async (offset: number, length: number) =>
      (
        await client.signed('PUT', `/v1/blobs/${sha256}?offset=${offset}&size=${bytes.length}`, {
          body: bytes.subarray(offset, offset + length),
        })
      ).json;
    expect(await progressOf(client, sha256)).toEqual(['0', 'false']);
    const size = bytes.length;
    expect(await put(0, 2_000_000)).toEqual({received: 2_000_000, size, complete: false});
    // The answer was lost: sent again; and one that would leave a gap is not kept.
    expect(await put(0, 2_000_000)).toEqual({received: 2_000_000, size, complete: false});
    expect(await put(3_000_000, 1_000_000)).toEqual({received: 2_000_000, size, complete: false});
    expect(await progressOf(client, sha256)).toEqual(['2000000', 'false']);
    expect(await client.signed('GET', `/v1/blobs/${sha256}`)).toMatchObject({
      status: 404,
      json: {error: 'missing'},
    });
    // Overlapping what is there.
    expect(await put(1_500_000, 2_000_000)).toEqual({received: 3_500_000, size, complete: false});
    expect(await put(3_500_000, 1_500_000)).toEqual({received: size, size, complete: true});
    expect(await progressOf(client, sha256)).toEqual([String(size), 'true']);
    const whole = await client.signed('GET', `/v1/blobs/${sha256}`);
    expect([whole.status, bodyHash(whole.bytes)]).toEqual([200, sha256]);
    const ranges: [string, number, number][] = [
      ['bytes=0-0', 0, 1],
      ['bytes=1999990-2000010', 1_999_990, 2_000_011],
      ['bytes=4999990-', 4_999_990, size],
      ['bytes=-7', size - 7, size],
      ['bytes=4999990-99999999', 4_999_990, size],
    ];
    for (const [range, from, to] of ranges) {
      const part = await client.signed('GET', `/v1/blobs/${sha256}`, {headers: {range}});
      expect([range, part.status, part.headers.get('content-range')]).toEqual([
        range,
        206,
        `bytes ${from}-${to - 1}/${size}`,
      ]);
      expect(part.bytes.equals(bytes.subarray(from, to))).toBe(true);
    }
    // Another PC of the facility has it, another facility has not.
    expect((await (await server.enrolled(client.office.facility)).signed('GET', `/v1/blobs/${sha256}`)).status).toBe(
      200,
    );
    const other = await server.enrolled(await server.facility());
    expect(await other.signed('GET', `/v1/blobs/${sha256}`)).toMatchObject({status: 404});
    expect(await progressOf(other, sha256)).toEqual(['0', 'false']);
  });

  test('an attachment that is not what its name says is forgotten, and can be sent anew', async () => {
    const [right, wrong] = [randomBytes(1_000), randomBytes(1_000)];
    const path = `/v1/blobs/${bodyHash(right)}?size=1000`;
    expect(await client.signed('PUT', path, {body: wrong})).toMatchObject({status: 400, json: {error: 'altered'}});
    expect(await progressOf(client, bodyHash(right))).toEqual(['0', 'false']);
    expect(await client.signed('PUT', path, {body: right})).toMatchObject({status: 200, json: {complete: true}});
    const begun = randomBytes(1_000);
    expect(await client.signed('PUT', `/v1/blobs/${bodyHash(begun)}?size=2000`, {body: begun})).toMatchObject({
      status: 200,
    });
    const refused: [string, Buffer][] = [
      [`/v1/blobs/${bodyHash(begun)}?offset=1000&size=2001`, begun],
      [`/v1/blobs/${bodyHash(wrong)}?size=999`, wrong],
      [`/v1/blobs/${bodyHash(wrong)}?size=99999999999`, wrong],
      [`/v1/blobs/${bodyHash(wrong)}?offset=-1&size=1000`, wrong],
      [`/v1/blobs/NOT-A-HASH?size=1000`, wrong],
    ];
    for (const [bad, body] of refused) {
      expect(await client.signed('PUT', bad, {body})).toMatchObject({status: 400, json: {error: 'malformed'}});
    }
  });

  test('a request that is not signed as it stands is refused', async () => {
    const hash = bodyHash(Buffer.from('x'));
    const other = await server.enrolled(await server.facility());
    const bad = [
      client.signed('GET', '/v1/handovers', {signedPath: '/v1/receivers'}),
      client.signed('PUT', `/v1/blobs/${hash}?size=1`, {
        body: Buffer.from('x'),
        signedPath: `/v1/blobs/${hash}?size=2`,
      }),
      client.signed('GET', '/v1/handovers', {headers: {'tirek-node': other.office.node}}),
      client.signed('GET', '/v1/handovers', {headers: {'tirek-node': 'nobody'}}),
      client.signed('GET', '/v1/handovers', {headers: {'tirek-signature': ''}}),
      client.signed('GET', '/v1/handovers', {date: 'never'}),
    ];
    for (const answer of await Promise.all(bad)) expect(answer).toMatchObject({status: 401, json: {error: 'stranger'}});
    const late = await client.signed('GET', '/v1/handovers', {
      date: new Date(Date.now() - 25 * 3_600_000).toISOString(),
    });
    expect(late).toMatchObject({status: 401, json: {error: 'stranger', detail: 'date'}});
    expect(Math.abs(Date.parse(late.headers.get('tirek-date') ?? '') - Date.now())).toBeLessThan(60_000);
    const slow = await client.signed('GET', '/v1/handovers', {
      date: new Date(Date.now() - 23 * 3_600_000).toISOString(),
    });
    expect(slow.status).toBe(200);
  });

  test('a recipient is offered, seen, taken, answered; and nobody else has part in it', async () => {
    const [sender, receiver, third] = [
      await server.enrolled(await server.facility('А')),
      await server.enrolled(await server.facility('Б')),
      await server.enrolled(await server.facility('В')),
    ];
    const to = receiver.office.facility;
    const known = (await sender.signed('GET', '/v1/receivers')).json as {
      facility: string;
      nodes: {node: string; box: string}[];
    }[];
    expect(known.map(({facility}) => facility)).not.toContain(sender.office.facility);
    expect(known.find(({facility}) => facility === to)?.nodes.map(({node}) => node)).toEqual([receiver.office.node]);
    const content = randomBytes(300_000);
    const offer = {id: randomUUID(), to, sha256: bodyHash(content), size: content.length};
    expect((await sender.signed('POST', '/v1/handovers', {json: offer})).status).toBe(200);
    expect((await sender.signed('POST', '/v1/handovers', {json: offer})).status).toBe(200);
    expect(await sender.signed('POST', '/v1/handovers', {json: {...offer, size: 1}})).toMatchObject({status: 400});
    const list = async (by: Client) =>
      (await by.signed('GET', '/v1/handovers')).json as {state: string; direction: string; otherNameRu: string}[];
    // Without its content it is not there for the receiver.
    expect(await list(receiver)).toEqual([]);
    const path = `/v1/handovers/${offer.id}/content`;
    expect(await sender.signed('PUT', path, {body: content.subarray(0, 100_000)})).toMatchObject({
      json: {received: 100_000, complete: false},
    });
    expect(await sender.signed('PUT', `${path}?offset=100000`, {body: content.subarray(100_000)})).toMatchObject({
      json: {complete: true},
    });
    expect(await list(sender)).toMatchObject([{state: 'offered', direction: 'outgoing', otherNameRu: 'Дом «Б»'}]);
    expect(await list(receiver)).toMatchObject([
      {id: offer.id, state: 'offered', direction: 'incoming', otherNameRu: 'Дом «А»', sha256: offer.sha256},
    ]);
    expect(await list(third)).toEqual([]);
    expect(bodyHash((await receiver.signed('GET', path)).bytes)).toBe(offer.sha256);
    const answer = (by: Client, state: string, reason: string | null = null) =>
      by.signed('POST', `/v1/handovers/${offer.id}/answer`, {json: {state, reason}});
    for (const [by, state] of [
      [third, 'accepted'],
      [sender, 'accepted'],
      [receiver, 'withdrawn'],
      [third, 'withdrawn'],
    ] as const) {
      expect([state, (await answer(by, state)).status]).toEqual([state, 400]);
    }
    expect((await third.signed('GET', path)).status).toBe(400);
    expect((await receiver.signed('PUT', path, {body: content})).status).toBe(400);
    expect((await answer(receiver, 'accepted')).status).toBe(200);
    expect((await answer(receiver, 'accepted')).status).toBe(200);
    expect((await answer(sender, 'withdrawn')).status).toBe(400);
    expect(await list(sender)).toMatchObject([{state: 'accepted', answeredAt: expect.any(String)}]);
  });

  test('what was rejected can be read no more by the receiver, and is told with its reason', async () => {
    const [sender, receiver] = [
      await server.enrolled(await server.facility()),
      await server.enrolled(await server.facility()),
    ];
    const content = randomBytes(10);
    const offer = {id: randomUUID(), to: receiver.office.facility, sha256: bodyHash(content), size: 10};
    await sender.signed('POST', '/v1/handovers', {json: offer});
    await sender.signed('PUT', `/v1/handovers/${offer.id}/content`, {body: content});
    await receiver.signed('POST', `/v1/handovers/${offer.id}/answer`, {json: {state: 'rejected', reason: 'Нет мест'}});
    expect((await receiver.signed('GET', `/v1/handovers/${offer.id}/content`)).status).toBe(404);
    expect((await sender.signed('GET', '/v1/handovers')).json).toMatchObject([{state: 'rejected', reason: 'Нет мест'}]);
    expect((await receiver.signed('GET', '/v1/handovers')).json).toMatchObject([{state: 'rejected'}]);
    const huge = {...offer, id: randomUUID(), size: 33 * 1024 * 1024};
    expect((await sender.signed('POST', '/v1/handovers', {json: huge})).status).toBe(400);
    expect(
      (await sender.signed('POST', '/v1/handovers', {json: {...offer, id: randomUUID(), to: sender.office.facility}}))
        .status,
    ).toBe(400);
    expect(
      (await sender.signed('POST', '/v1/handovers', {json: {...offer, id: randomUUID(), to: randomUUID()}})).status,
    ).toBe(400);
  });
});

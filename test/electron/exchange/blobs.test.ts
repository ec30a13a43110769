import {randomBytes} from 'node:crypto';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {settle} from '../../../registry/lane/blob-check.ts';
import {coveredName} from '../../../registry/lane/blob-cover.ts';
import {syncBlobsOverFolder} from '../../../registry/lane/blob-folder.ts';
import {syncBlobsOverNetwork} from '../../../electron/exchange/blob-network.ts';
import type {Blob, BlobOutcome} from '../../../registry/lane/blob-store.ts';
import {makeHttp} from '../../../electron/exchange/http.ts';
import {makeSignedFetch} from '../../../electron/exchange/signed-fetch.ts';
import {bodyHash, isSignedBy} from '../../../registry/parcel/request-signature.ts';
import {blobChunk, heldHeader, parcelType} from '../../../registry/parcel/wire.ts';
import {FileBlobs} from '../../support/file-blobs.ts';
import {makeTestNode, testFacility, type TestNode} from '../../support/parcels.ts';
import {smallDisk} from '../../support/small-disk.ts';
import {refuse, testServer, type Answering} from '../../support/wire-server.ts';
import {lacks} from '../../support/lacks.ts';

let pc: TestNode;
beforeAll(async () => {
  pc = await makeTestNode('00000000000000a1');
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tirek-blobs-'));
  onTestFinished(() => rmSync(made, {recursive: true, force: true}));
  return made;
}

/** The registry's end: what is whole, what is held of the rest, chunk by chunk. */
function registryWith(store: FileBlobs): Answering {
  return async (request, response, body) => {
    const {method = '', url = '', headers} = request;
    const {pathname, searchParams} = new URL(url, 'http://registry');
    const date = String(headers['tirek-date']);
    const signed = {method, path: url, date, bodySha256: bodyHash(body)};
    if (!isSignedBy(pc.keys, signed, String(headers['tirek-signature']))) return refuse(response, 'stranger');
    const sha256 = pathname.replace('/v1/blobs/', '');
    if (method === 'HEAD') return void response.writeHead(200, {[heldHeader]: store.held(sha256)}).end();
    if (method === 'PUT') {
      const [from, size] = [Number(searchParams.get('offset')), Number(searchParams.get('size'))];
      if (from === store.held(sha256)) store.append(sha256, body);
      store.want({sha256, size});
      if (store.held(sha256) === size) await settle(store, {sha256, size});
      return void response.writeHead(200, {[heldHeader]: store.held(sha256)}).end();
    }
    if (!store.has(sha256)) return void response.writeHead(404).end();
    const [from = 0, to = 0] = (String(headers.range).match(/\d+/gu) ?? []).map(Number);
    const range = `bytes ${from}-${to}/${store.held(sha256)}`;
    response
      .writeHead(206, {'content-type': parcelType, 'content-range': range})
      .end(store.read(sha256, from, to - from + 1));
  };
}

async function sync(store: FileBlobs, url: string): Promise<BlobOutcome> {
  const http = makeHttp();
  const fetch = makeSignedFetch({url, node: pc.id, secrets: pc.secrets, fetch: http.fetch, now: Date.now});
  try {
    return await syncBlobsOverNetwork({store, partner: 'registry', fetch, wait: () => Promise.resolve()});
  } finally {
    http.close();
  }
}

describe('files over the network', () => {
  test('go both ways, and a second time nothing moves', async () => {
    const [here, there] = [new FileBlobs(folder()), new FileBlobs(folder())];
    const server = await testServer(registryWith(there));
    const mine = [1, 700_000, blobChunk, 2 * blobChunk].map(size => here.put(randomBytes(size)));
    const theirs = there.put(randomBytes(600_000));
    here.want(theirs);
    here.want({sha256: 'ab'.repeat(32), size: 5});
    expect(await sync(here, server.url)).toEqual({problem: null, tally: {sent: 4, received: 1, dropped: 0}});
    for (const {sha256, size} of [...mine, theirs]) {
      expect([here, there].map(store => store.has(sha256))).toEqual([true, true]);
      expect(Buffer.compare(here.read(sha256, 0, size), there.read(sha256, 0, size))).toBe(0);
    }
    server.asked.length = 0;
    expect(await sync(here, server.url)).toEqual({problem: null, tally: {sent: 0, received: 0, dropped: 0}});
    expect(server.asked).toEqual([`GET /v1/blobs/${'ab'.repeat(32)}`]);
  });

  test('200 MB over a line that breaks at every third message arrive once, each chunk sent little more than once', async () => {
    const [here, there] = [new FileBlobs(folder()), new FileBlobs(folder())];
    const size = 200 * 1024 * 1024;
    const blob = here.put(Buffer.alloc(size, randomBytes(1_000_003)));
    const answer = registryWith(there);
    let received = 0;
    let count = 0;
    const server = await testServer(async (request, response, body) => {
      received += body.length;
      count += 1;
      if (count % 6 === 3) return void response.destroy();
      // Taken in, and the line breaks before they can say so.
      if (count % 6 === 0) Object.assign(response, {end: () => response.destroy()});
      await answer(request, response, body);
    });
    expect(await sync(here, server.url)).toEqual({problem: null, tally: {sent: 1, received: 0, dropped: 0}});
    expect(there.has(blob.sha256)).toBe(true);
    expect(received).toBeLessThan(size * 1.4);
  });

  test('whose bytes are not what they are called are dropped, asked for anew, and stop nothing else', async () => {
    const [here, there] = [new FileBlobs(folder()), new FileBlobs(folder())];
    const [bad, good] = [there.put(randomBytes(300_000)), there.put(randomBytes(10))];
    here.want(bad);
    here.want(good);
    here.append(bad.sha256, randomBytes(1_000));
    const server = await testServer(registryWith(there));
    expect(await sync(here, server.url)).toEqual({problem: null, tally: {sent: 0, received: 1, dropped: 1}});
    expect(here.held(bad.sha256)).toBe(0);
    expect(await sync(here, server.url)).toEqual({problem: null, tally: {sent: 0, received: 1, dropped: 0}});
  });

  test('of which more is here than there is are begun anew', async () => {
    const [here, there] = [new FileBlobs(folder()), new FileBlobs(folder())];
    const blob = there.put(randomBytes(1_000));
    here.want(blob);
    here.append(blob.sha256, randomBytes(1_001));
    const server = await testServer(registryWith(there));
    expect(await sync(here, server.url)).toEqual({problem: null, tally: {sent: 0, received: 1, dropped: 0}});
  });

  test('that the registry never gets right are given up for now, not for ever', async () => {
    const [here, there] = [new FileBlobs(folder()), new FileBlobs(folder())];
    const {sha256} = here.put(randomBytes(10));
    const wrong: Blob = {sha256: 'cd'.repeat(32), size: 10};
    here.offers.unshift(wrong);
    here.append(wrong.sha256, randomBytes(10));
    const server = await testServer(registryWith(there));
    expect(await sync(here, server.url)).toEqual({problem: null, tally: {sent: 1, received: 0, dropped: 0}});
    expect(here.told).toEqual([sha256]);
  });

  test.each<{name: string; answer: Answering; code: string}>([
    {name: '401', answer: (_, response) => refuse(response, 'stranger'), code: 'not-understood'},
    {
      name: '403 to a chunk',
      answer: (request, response) =>
        request.method === 'HEAD' ? void response.writeHead(200, {[heldHeader]: 0}).end() : refuse(response, 'revoked'),
      code: 'revoked',
    },
    {name: '500', answer: (_, response) => void response.writeHead(500).end(), code: 'unavailable'},
    {
      name: 'HTML',
      answer: (_, response) => void response.writeHead(200, {'content-type': 'text/html'}).end('<p>'),
      code: 'not-understood',
    },
    {
      name: 'more than there is',
      answer: (_, response) => void response.writeHead(200, {[heldHeader]: '99999'}).end(),
      code: 'not-understood',
    },
  ])('$name ends as $code; the file stays to be sent', async ({answer, code}) => {
    const here = new FileBlobs(folder());
    here.put(randomBytes(10));
    const server = await testServer(answer);
    expect((await sync(here, server.url)).problem).toMatchObject({code});
    expect(here.toSend()).toHaveLength(1);
  });

  test('another range than was asked for is not taken', async () => {
    const [here, there] = [new FileBlobs(folder()), new FileBlobs(folder())];
    here.want(there.put(randomBytes(600_000)));
    const server = await testServer((_, response) => {
      response.writeHead(206, {'content-type': parcelType, 'content-range': 'bytes 5-9/600000'}).end('12345');
    });
    expect((await sync(here, server.url)).problem).toMatchObject({code: 'not-understood'});
    expect(here.held(must(here.missing()[0]).sha256)).toBe(0);
  });
});

function carry(store: FileBlobs, stick: string, options: {signal?: AbortSignal} = {}): Promise<BlobOutcome> {
  return syncBlobsOverFolder({store, facility: testFacility, folder: stick, partners: ['other'], ...options});
}

describe('files over a stick', () => {
  test('go to and fro, are written once, and go on from a part', async () => {
    const [here, there, stick] = [new FileBlobs(folder()), new FileBlobs(folder()), folder()];
    const blobs = [1, 700_000, blobChunk].map(size => here.put(randomBytes(size)));
    for (const blob of blobs) there.want(blob);
    const [, middle] = blobs;
    there.append(must(middle).sha256, here.read(must(middle).sha256, 0, 300_000));
    expect(await carry(here, stick)).toEqual({problem: null, tally: {sent: 3, received: 0, dropped: 0}});
    expect(await carry(here, stick)).toEqual({problem: null, tally: {sent: 0, received: 0, dropped: 0}});
    expect(await carry(there, stick)).toEqual({problem: null, tally: {sent: 0, received: 3, dropped: 0}});
    expect(there.missing()).toEqual([]);
    for (const {sha256, size} of blobs)
      expect(Buffer.compare(here.read(sha256, 0, size), there.read(sha256, 0, size))).toBe(0);
  });

  test('a bad part is begun anew; a bad file is dropped, written anew, and then taken', async () => {
    const [here, there, stick] = [new FileBlobs(folder()), new FileBlobs(folder()), folder()];
    const blob = here.put(randomBytes(300_000));
    there.want(blob);
    await carry(here, stick);
    there.append(blob.sha256, randomBytes(1_000));
    expect(await carry(there, stick)).toEqual({problem: null, tally: {sent: 0, received: 1, dropped: 0}});
    const third = new FileBlobs(folder());
    third.want(blob);
    const path = join(stick, 'Tirek', testFacility, 'blobs', coveredName(blob.sha256));
    writeFileSync(path, randomBytes(300_000));
    expect(await carry(third, stick)).toEqual({problem: null, tally: {sent: 0, received: 0, dropped: 1}});
    expect(await carry(here, stick)).toMatchObject({tally: {sent: 1}});
    expect(await carry(third, stick)).toMatchObject({tally: {received: 1}});
    expect(readFileSync(path)).toHaveLength(300_000);
  });

  test('a folder under the name of a file, and a stick that is not there, stop nothing', async () => {
    const [there, stick] = [new FileBlobs(folder()), folder()];
    there.want({sha256: 'ab'.repeat(32), size: 5});
    mkdirSync(join(stick, 'Tirek', testFacility, 'blobs', coveredName('ab'.repeat(32))), {recursive: true});
    expect(await carry(there, stick)).toEqual({problem: null, tally: {sent: 0, received: 0, dropped: 0}});
    expect((await carry(there, join(stick, 'gone'))).problem).toMatchObject({code: 'no-folder'});
  });

  test.skipIf(lacks.smallDisk())('a full stick has no half file, and holds what it held', async () => {
    const [here, disk] = [new FileBlobs(folder()), smallDisk(1)];
    here.put(randomBytes(100_000));
    await carry(here, disk.folder);
    here.put(randomBytes(1_000_000));
    const {problem, tally} = await carry(here, disk.folder);
    expect({problem, tally}).toMatchObject({problem: {code: 'full'}, tally: {sent: 0}});
    expect(readdirSync(join(disk.folder, 'Tirek', testFacility, 'blobs'))).toEqual([
      coveredName(must(here.offers[0]).sha256),
    ]);
  });

  test('a part that is longer than its file is begun anew; a file of another length, and none, stay to be sent', async () => {
    const [here, there, stick] = [new FileBlobs(folder()), new FileBlobs(folder()), folder()];
    const [long, other, none] = [here.put(randomBytes(1_000)), here.put(randomBytes(2_000)), randomBytes(32)];
    await carry(here, stick);
    const blobs = join(stick, 'Tirek', testFacility, 'blobs');
    truncateSync(join(blobs, coveredName(other.sha256)), 1_999);
    for (const blob of [long, other, {sha256: none.toString('hex'), size: 5}]) there.want(blob);
    there.append(long.sha256, randomBytes(1_001));
    expect(await carry(there, stick)).toEqual({problem: null, tally: {sent: 0, received: 1, dropped: 0}});
    expect(there.missing()).toHaveLength(2);
  });

  test('what the store throws is thrown, and a cancelled one says so', async () => {
    const [here, stick] = [new FileBlobs(folder()), folder()];
    here.put(randomBytes(10));
    expect((await carry(here, stick, {signal: AbortSignal.abort()})).problem).toMatchObject({code: 'cancelled'});
    here.read = () => {
      throw new Error('the database was closed');
    };
    await expect(carry(here, stick)).rejects.toThrow('closed');
    expect(readdirSync(join(stick, 'Tirek', testFacility, 'blobs'))).toEqual([]);
    const server = await testServer(registryWith(new FileBlobs(folder())));
    await expect(sync(here, server.url)).rejects.toThrow('closed');
  });
});

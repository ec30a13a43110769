import {createHash} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {open, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {pipeline} from 'node:stream/promises';
import {constants, createBrotliCompress} from 'node:zlib';
import {Encrypter} from 'age-encryption';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {sign} from '../../../registry/parcel/keys.ts';
import {beginning, ending, signedBytes} from '../../../registry/parcel/layout.ts';
import {
  networkLimits,
  openParcel,
  openParcelFile,
  stickLimits,
  type OpenOptions,
} from '../../../registry/parcel/open.ts';
import {packParcel, writeParcel} from '../../../registry/parcel/pack.ts';
import {toLine, type Change} from '../../../registry/protocol/change.ts';
import type {ParcelHeader} from '../../../registry/protocol/header.ts';
import {inventDay} from '../../support/day-of-changes.ts';
import {headerFor, makeTestNode, type TestNode} from '../../support/parcels.ts';

/** A parcel of somebody who is known, whatever it unpacks to: with the right keys everything can be signed. */

let pc: TestNode;
let registry: TestNode;
let folder: string;

beforeAll(async () => {
  [pc, registry] = [await makeTestNode('00000000000000a1'), await makeTestNode('00000000000000ff')];
  folder = mkdtempSync(join(tmpdir(), 'tirek-bounds-'));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function options(limits = networkLimits): OpenOptions {
  return {own: registry.secrets, self: registry.id, keysOf: () => pc.keys, limits};
}

/** Brotli at its quickest: gigabytes of the same become kilobytes. */
async function packed(text: Iterable<Uint8Array>): Promise<Buffer> {
  const packer = createBrotliCompress({params: {[constants.BROTLI_PARAM_QUALITY]: 1}});
  const [bytes] = await Promise.all([buffer(packer), pipeline(Readable.from(text), packer)]);
  return bytes;
}

async function parcelOf(header: ParcelHeader, payload: Uint8Array, to = registry.keys.box): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(to);
  const all = Buffer.concat([beginning(header), await encrypter.encrypt(payload), ending()]);
  return Buffer.concat([all, sign(pc.secrets, signedBytes(createHash('sha512').update(all).digest()))]);
}

function* repeated(bytes: Uint8Array, times: number): Iterable<Uint8Array> {
  for (let time = 0; time < times; time += 1) yield bytes;
}

/** The most that the process held while something was done, above what it held before, in bytes. */
async function growthOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return Math.max(most, process.memoryUsage.rss()) - before;
}

async function readToEnd(path: string, limits = stickLimits): Promise<number> {
  const {pages, close} = await openParcelFile(path, options(limits));
  try {
    let count = 0;
    for await (const page of pages) count += page.length;
    return count;
  } finally {
    await close();
  }
}

const megabyte = 1 << 20;

describe('a parcel that unpacks without an end', () => {
  test('10 GB of zeros are refused before they are unpacked', async () => {
    const header = headerFor(pc, registry, []);
    const bytes = await parcelOf(header, await packed(repeated(new Uint8Array(8 * megabyte), 1_280)));
    expect(bytes.length).toBeLessThan(networkLimits.parcel);
    const path = join(folder, 'zeros.tirek');
    await writeFile(path, bytes);
    const grown = await growthOf(async () => {
      await expect(openParcel(bytes, options())).rejects.toMatchObject({code: 'malformed'});
      await expect(readToEnd(path)).rejects.toMatchObject({code: 'malformed'});
    });
    expect(grown).toBeLessThan(150 * megabyte);
  });

  test('10 GB of empty lines behind a good header are refused at the first', async () => {
    const header = {...headerFor(pc, registry, []), count: Number.MAX_SAFE_INTEGER};
    const begun = Buffer.from(`${JSON.stringify(header)}\n`);
    const lines = repeated(Buffer.alloc(8 * megabyte, '\n'), 1_280);
    const bytes = await parcelOf(header, await packed([begun, ...lines]));
    const grown = await growthOf(() => expect(openParcel(bytes, options())).rejects.toMatchObject({code: 'malformed'}));
    expect(grown).toBeLessThan(150 * megabyte);
  });

  test('good changes, again and again, are refused where it is too much', async () => {
    const [change] = inventDay(1);
    const header = {...headerFor(pc, registry, []), count: Number.MAX_SAFE_INTEGER};
    const begun = Buffer.from(`${JSON.stringify(header)}\n`);
    const lines = Buffer.from(`${toLine(must(change))}\n`.repeat(20_000));
    const bytes = await parcelOf(header, await packed([begun, ...repeated(lines, 8)]));
    expect(bytes.length).toBeLessThan(networkLimits.parcel);
    await expect(openParcel(bytes, options())).rejects.toMatchObject({code: 'too-large'});
    const path = join(folder, 'again.tirek');
    await writeFile(path, bytes);
    await expect(readToEnd(path, {...stickLimits, body: 40 * megabyte})).rejects.toMatchObject({code: 'too-large'});
    // Where so much is taken, it still is not what the header counts.
    await expect(readToEnd(path)).rejects.toMatchObject({code: 'malformed'});
  });
});

describe('a payload of another make', () => {
  const header = (): ParcelHeader => headerFor(pc, registry, []);
  const line = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

  test.each<{name: string; text: () => Buffer[]}>([
    {name: 'nothing', text: () => []},
    {name: 'no header', text: () => [Buffer.from('hello\n')]},
    {name: 'a last line without an end', text: () => [Buffer.from(JSON.stringify(header()))]},
    {name: 'a line too many', text: () => [line(header()), Buffer.from(`${inventDay(1).map(toLine).join()}\n`)]},
    {name: 'a line too few', text: () => [line({...header(), count: 1})]},
    {name: 'the header of another parcel', text: () => [line({...header(), number: 2})]},
    {name: 'letters that are none', text: () => [line(header()), Buffer.from([0xff, 0x0a])]},
  ])('$name is malformed', async ({text}) => {
    const bytes = await parcelOf(header(), await packed(text()));
    await expect(openParcel(bytes, options())).rejects.toMatchObject({code: 'malformed'});
  });

  test('what is not compressed, or not to the end, or encrypted in another way is malformed', async () => {
    const good = await packed([line(header())]);
    expect(await openParcel(await parcelOf(header(), good), options())).toMatchObject({changes: []});
    await expect(openParcel(await parcelOf(header(), line(header())), options())).rejects.toMatchObject({
      code: 'malformed',
    });
    await expect(openParcel(await parcelOf(header(), good.subarray(0, -1)), options())).rejects.toMatchObject({
      code: 'malformed',
    });
    const all = Buffer.concat([
      beginning(header()),
      Buffer.from('age-encryption.org/v1\n'),
      Buffer.alloc(300, 'x\n'),
      ending(),
    ]);
    const bytes = Buffer.concat([all, sign(pc.secrets, signedBytes(createHash('sha512').update(all).digest()))]);
    await expect(openParcel(bytes, options())).rejects.toMatchObject({code: 'malformed'});
  });

  test('signed anew by somebody who cannot read it is not taken as theirs', async () => {
    const other = await makeTestNode('00000000000000b2');
    const bytes = Buffer.from(await packParcel(header(), [], {own: pc.secrets, to: registry.keys}));
    const theirs = Buffer.from(bytes.toString('latin1').replace(pc.id, other.id), 'latin1').subarray(0, -64);
    const stolen = Buffer.concat([
      theirs,
      sign(other.secrets, signedBytes(createHash('sha512').update(theirs).digest())),
    ]);
    await expect(openParcel(stolen, {...options(), keysOf: () => other.keys})).rejects.toMatchObject({
      code: 'malformed',
    });
  });
});

describe('a stick', () => {
  test('200,000 changes are written and read within 150 MB more than before', async () => {
    const day = inventDay(2_000);
    const count = 200_000;
    function* changes(): Iterable<Change> {
      for (let seq = 1; seq <= count; seq += 1) yield {...must(day[seq % day.length]), seq};
    }
    const path = join(folder, 'large.tirek');
    const header = {...headerFor(pc, registry, []), count};
    const written = await growthOf(async () => {
      const file = await open(path, 'w');
      await writeParcel(header, changes(), {own: pc.secrets, to: registry.keys}, piece => file.writeFile(piece));
      await file.close();
    });
    const read = await growthOf(async () => expect(await readToEnd(path)).toBe(count));
    expect(written).toBeLessThan(150 * megabyte);
    expect(read).toBeLessThan(150 * megabyte);
  });
});

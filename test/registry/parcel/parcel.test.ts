import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {
  networkLimits,
  openParcel,
  openParcelFile,
  peekParcelFile,
  verifyParcelFile,
  type OpenOptions,
} from '../../../registry/parcel/open.ts';
import {packParcel} from '../../../registry/parcel/pack.ts';
import {ParcelError} from '../../../registry/parcel/parcel-error.ts';
import type {Change} from '../../../registry/protocol/change.ts';
import type {ExchangeError} from '../../../registry/protocol/errors.ts';
import type {ParcelHeader} from '../../../registry/protocol/header.ts';
import {inventDay} from '../../support/day-of-changes.ts';
import {headerFor, makeTestNode, type TestNode} from '../../support/parcels.ts';

let pc: TestNode;
let registry: TestNode;
let stranger: TestNode;
let folder: string;

beforeAll(async () => {
  [pc, registry, stranger] = [
    await makeTestNode('00000000000000a1'),
    await makeTestNode('00000000000000ff'),
    await makeTestNode('00000000000000ee'),
  ];
  folder = mkdtempSync(join(tmpdir(), 'tirek-parcel-'));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function atRegistry(): OpenOptions {
  return {
    own: registry.secrets,
    self: registry.id,
    keysOf: node => (node === pc.id ? pc.keys : undefined),
    limits: networkLimits,
  };
}

function pack(changes: readonly Change[], header: Partial<ParcelHeader> = {}): Promise<Uint8Array> {
  return packParcel({...headerFor(pc, registry, changes), ...header}, changes, {own: pc.secrets, to: registry.keys});
}

async function codeOf(opening: Promise<unknown>): Promise<ExchangeError> {
  try {
    await opening;
  } catch (error) {
    if (error instanceof ParcelError) return error.code;
    throw error;
  }
  throw new Error('it was opened');
}

/** Both ways of opening must say the same. */
async function refusal(bytes: Uint8Array, options = atRegistry()): Promise<ExchangeError> {
  const code = await codeOf(openParcel(bytes, options));
  const file = join(folder, 'refused.parcel');
  writeFileSync(file, bytes);
  expect(await codeOf(readFile(file, options))).toBe(code);
  return code;
}

async function readFile(path: string, options: OpenOptions): Promise<{header: ParcelHeader; changes: Change[]}> {
  const {header, pages, close} = await openParcelFile(path, options);
  try {
    const changes: Change[] = [];
    for await (const page of pages) changes.push(...page);
    return {header, changes};
  } finally {
    await close();
  }
}

describe('a parcel', () => {
  test.each([0, 1, 3, 5_000])(
    'of %i changes is what was packed, from memory and from a file, as often as it is opened',
    async count => {
      const changes = inventDay(count);
      const bytes = await pack(changes);
      const expected = {header: headerFor(pc, registry, changes), changes};
      const path = join(folder, 'good.parcel');
      writeFileSync(path, bytes);
      for (let time = 0; time < 2; time += 1) {
        expect(await openParcel(bytes, atRegistry())).toEqual(expected);
        expect(await readFile(path, atRegistry())).toEqual(expected);
      }
      expect(await peekParcelFile(path)).toEqual({format: 1, from: pc.id, to: registry.id, number: 1});
      expect(await verifyParcelFile(path, pc.keys)).toEqual({format: 1, from: pc.id, to: registry.id, number: 1});
      expect(await codeOf(verifyParcelFile(path, stranger.keys))).toBe('altered');
    },
  );

  test('shows nothing of what it holds', async () => {
    const [change] = inventDay(1);
    const bytes = Buffer.from(await pack(change === undefined ? [] : [change]));
    expect(bytes.includes('recipient')).toBe(false);
    expect(bytes.includes(headerFor(pc, registry, []).facility)).toBe(false);
    expect(bytes.toString('latin1')).toContain(`{"format":1,"from":"${pc.id}","to":"${registry.id}","number":1}`);
  });

  test('with any bit another is refused', async () => {
    const bytes = await pack(inventDay(2));
    const codes = new Set<ExchangeError>();
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Uint8Array.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      codes.add(await codeOf(openParcel(flipped, atRegistry())));
    }
    expect([...codes].toSorted()).toEqual(['altered', 'newer', 'not-a-parcel', 'not-for-us', 'older', 'stranger']);
  });

  test('cut anywhere is told as cut, as a file and in memory', async () => {
    const bytes = await pack(inventDay(2));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(await codeOf(openParcel(bytes.subarray(0, length), atRegistry()))).toBe('not-a-parcel');
    }
    for (const length of [0, 5, 8, 9, 11, 40, bytes.length - 70, bytes.length - 1]) {
      expect(await refusal(bytes.subarray(0, length))).toBe('not-a-parcel');
    }
  });

  test('with something behind it is refused', async () => {
    expect(await refusal(Buffer.concat([await pack(inventDay(2)), Buffer.alloc(1)]))).toBe('not-a-parcel');
  });

  test.each<{name: string; bytes: () => Promise<Uint8Array>; code: ExchangeError}>([
    {
      name: 'something else',
      bytes: async () => Buffer.from('<!doctype html><html></html>'.repeat(40)),
      code: 'not-a-parcel',
    },
    {name: 'zeros', bytes: async () => new Uint8Array(5_000), code: 'not-a-parcel'},
    {name: 'a newer format', bytes: async () => Buffer.from(await pack([])).fill(2, 8, 9), code: 'newer'},
    {name: 'an older format', bytes: async () => Buffer.from(await pack([])).fill(0, 8, 9), code: 'older'},
    {name: 'a newer format of the header', bytes: () => pack([], {format: 2}), code: 'newer'},
    {
      name: 'a stranger',
      bytes: () => packParcel(headerFor(stranger, registry, []), [], {own: stranger.secrets, to: registry.keys}),
      code: 'stranger',
    },
    {
      name: 'a stranger under a known name',
      bytes: () => packParcel(headerFor(pc, registry, []), [], {own: stranger.secrets, to: registry.keys}),
      code: 'altered',
    },
    {
      name: 'one for somebody else',
      bytes: () => packParcel(headerFor(pc, stranger, []), [], {own: pc.secrets, to: stranger.keys}),
      code: 'not-for-us',
    },
    {
      name: 'one for us, encrypted to somebody else',
      bytes: () => packParcel(headerFor(pc, registry, []), [], {own: pc.secrets, to: stranger.keys}),
      code: 'not-for-us',
    },
    {name: 'a header of another shape', bytes: () => pack([], {lostAfter: -1}), code: 'malformed'},
    {name: 'a header that is too long', bytes: () => pack([], {program: 'x'.repeat(300_000)}), code: 'malformed'},
    {
      name: 'a change of another shape',
      bytes: () => pack(inventDay(3).map(change => ({...change, table: ''}))),
      code: 'malformed',
    },
    {
      name: 'more than is taken at once',
      bytes: async () =>
        Buffer.concat([await pack([]), Buffer.alloc(networkLimits.parcel), (await pack([])).subarray(-68)]),
      code: 'too-large',
    },
  ])('$name is told as $code', async ({bytes, code}) => {
    expect(await refusal(await bytes())).toBe(code);
  });

  test('that unpacks to more than is taken is refused', async () => {
    const options = {...atRegistry(), limits: {...networkLimits, body: 200_000}};
    expect(await refusal(await pack(inventDay(2_000)), options)).toBe('too-large');
  });

  test('is not made where its header counts otherwise, nor where the changes end with an error', async () => {
    await expect(pack(inventDay(3), {count: 2})).rejects.toThrow('as many changes as its header says');
    function* failing(): Iterable<Change> {
      yield* inventDay(1);
      throw new Error('the database was closed');
    }
    const header = headerFor(pc, registry, inventDay(2));
    await expect(packParcel(header, failing(), {own: pc.secrets, to: registry.keys})).rejects.toThrow(
      'the database was closed',
    );
  });

  test('a day of 2,000 changes weighs no more than 120 kB', async () => {
    expect((await pack(inventDay(2_000))).length).toBeLessThan(120_000);
  });
});

import {mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {makeSigningKeys, sign} from '../../../registry/parcel/keys.ts';
import {
  measurePart,
  peekUpdate,
  takeParts,
  writeUpdate,
  type UpdateDefect,
  type UpdateFileError,
} from '../../../registry/parcel/update-file.ts';
import {largestHead, type UpdatePart} from '../../../registry/protocol/update.ts';

/** A file of the publisher, as it stands on a disk, and what may have become of it on the way. */

const folder = mkdtempSync(join(tmpdir(), 'tirek-update-file-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));
const publisher = makeSigningKeys();
const [program, notes] = [Buffer.alloc(1_500_000, 'program '), Buffer.from('notes')];

const said = {
  version: '0.2.0',
  oldest: '0.1.0',
  schema: 3,
  system: 'linux',
  architecture: 'x64',
  packaging: 'folder',
  madeAt: '2026-11-27T06:00:00.000Z',
  news: {kk: 'Жаңа есептер', ru: 'Новые отчеты'},
} as const;

async function written(): Promise<Buffer> {
  const sources = [];
  for (const [name, bytes] of [['program', program] as const, ['notes', notes] as const]) {
    writeFileSync(join(folder, name), bytes);
    sources.push(await measurePart(join(folder, name), name, name === 'program'));
  }
  const path = join(folder, 'whole');
  const handle = await open(path, 'w');
  await writeUpdate(handle, said, {sources, secret: publisher.secret});
  await handle.close();
  return readFileSync(path);
}

const whole = await written();
const headBegins = 'TIREK-UPDATE-1\n'.length + 4;
const headLength = whole.readUInt32BE(headBegins - 4);
const partsBegin = headBegins + headLength + 64;

function fileOf(bytes: Uint8Array): string {
  const path = join(folder, 'another');
  writeFileSync(path, bytes);
  return path;
}

/** With some bytes written over. */
function altered(at: number, bytes: Uint8Array | string): Buffer {
  const copy = Buffer.from(whole);
  copy.set(Buffer.from(bytes), at);
  return copy;
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** A head of any words, signed by the publisher. */
function signedHead(words: string): Buffer {
  const head = Buffer.from(words);
  const signature = sign(publisher.secret, Buffer.concat([Buffer.from('tirek-update-1\n'), head]));
  return Buffer.concat([Buffer.from('TIREK-UPDATE-1\n'), lengthOf(head.length), head, signature]);
}

const defectOf = (error: UpdateFileError): string => error.defect;

async function taken(path: string, onProgress?: (bytes: number) => void) {
  const parts = new Map<string, Buffer[]>();
  const ended: string[] = [];
  const handle = await open(path, 'r');
  try {
    const head = await peekUpdate(join(folder, 'whole'), publisher.keys.sign);
    const take = async ({path: name}: UpdatePart) => {
      parts.set(name, []);
      return {
        write: async (bytes: Uint8Array) => void must(parts.get(name)).push(Buffer.from(bytes)),
        end: async () => void ended.push(name),
      };
    };
    const defect = await takeParts(handle, head, take, onProgress).then(() => null, defectOf);
    return {defect, ended, parts: new Map([...parts].map(([name, pieces]) => [name, Buffer.concat(pieces)]))};
  } finally {
    await handle.close();
  }
}

test('what was written is read, by who believes the publisher and by who need not', async () => {
  for (const key of [publisher.keys.sign, undefined]) {
    const {header, offset} = await peekUpdate(join(folder, 'whole'), key);
    expect(header).toMatchObject({...said, parts: [{path: 'program', size: program.length}, {path: 'notes'}]});
    expect(offset).toBe(partsBegin);
  }
  const told: number[] = [];
  const {defect, ended, parts} = await taken(join(folder, 'whole'), bytes => told.push(bytes));
  expect([defect, ended]).toEqual([null, ['program', 'notes']]);
  expect([...parts.values()].map((bytes, at) => bytes.equals(must([program, notes][at])))).toEqual([true, true]);
  expect(told).toEqual([1_048_576, program.length, program.length + notes.length]);
});

describe('a file that is not what it is called', () => {
  test.each<{name: string; defect: UpdateDefect; bytes: () => Uint8Array}>([
    {name: 'an empty one', defect: 'not-an-update', bytes: () => Buffer.alloc(0)},
    {name: 'a photograph', defect: 'not-an-update', bytes: () => Buffer.from('JFIF'.repeat(100))},
    {name: 'one of a later kind', defect: 'newer-kind', bytes: () => altered(13, '2')},
    {name: 'its first letters', defect: 'cut', bytes: () => whole.subarray(0, 10)},
    {name: 'cut before the length of its head', defect: 'cut', bytes: () => whole.subarray(0, headBegins - 1)},
    {name: 'cut in its head', defect: 'cut', bytes: () => whole.subarray(0, headBegins + 20)},
    {name: 'cut in its signature', defect: 'cut', bytes: () => whole.subarray(0, partsBegin - 1)},
    {name: 'cut in a part', defect: 'cut', bytes: () => whole.subarray(0, -1)},
    {name: 'with something behind it', defect: 'altered', bytes: () => Buffer.concat([whole, Buffer.from('x')])},
    {
      name: 'whose head is longer than any',
      defect: 'stranger',
      bytes: () => altered(headBegins - 4, lengthOf(largestHead + 1)),
    },
    {name: 'whose head was altered', defect: 'stranger', bytes: () => altered(headBegins + 5, 'x')},
    {name: 'with a signed head of other words', defect: 'newer-kind', bytes: () => signedHead('{"format":2}')},
    {name: 'with a signed head that is no JSON', defect: 'newer-kind', bytes: () => signedHead('{')},
  ])('$name: $defect', async ({bytes, defect}) => {
    expect(await peekUpdate(fileOf(bytes()), publisher.keys.sign).then(() => null, defectOf)).toBe(defect);
  });

  test('of another publisher: a stranger', async () => {
    const other = makeSigningKeys().keys.sign;
    expect(await peekUpdate(join(folder, 'whole'), other).then(() => null, defectOf)).toBe('stranger');
  });

  test('where nobody has to believe it, other words in the head are no update', async () => {
    expect(await peekUpdate(fileOf(signedHead('{}')), undefined).then(() => null, defectOf)).toBe('not-an-update');
  });
});

describe('parts', () => {
  test('one that is not what was signed ends it; the next is not begun, and what was opened is closed', async () => {
    const {defect, ended, parts} = await taken(fileOf(altered(partsBegin + 7, 'x')));
    expect([defect, ended, [...parts.keys()]]).toEqual(['altered', ['program'], ['program']]);
  });

  test('a stick that was pulled out between the head and a part: cut', async () => {
    const path = fileOf(whole);
    truncateSync(path, partsBegin + 2_000);
    const {defect, ended} = await taken(path);
    expect([defect, ended]).toEqual(['cut', ['program']]);
  });
});

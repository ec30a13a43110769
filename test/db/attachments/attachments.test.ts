import {createHash, randomBytes} from 'node:crypto';
import {existsSync, readFileSync, truncateSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {Attachments} from '../../../db/attachments/attachments.ts';
import {addAttachment, removeAttachment} from '../../../db/commands/attachment.ts';
import type {Connection} from '../../../db/connection.ts';
import {DatabaseError} from '../../../db/database-error.ts';
import {settle} from '../../../registry/lane/blob-check.ts';
import type {BlobStore} from '../../../registry/lane/blob-store.ts';
import {blobChunk} from '../../../registry/parcel/wire.ts';
import {rawClient, testDatabase} from '../../support/test-database.ts';
import {testKey} from '../../support/test-key.ts';

const nobody = {accountId: null};

interface Pc {
  readonly connection: Connection;
  readonly file: string;
  readonly attachments: Attachments;
  /** A record that speaks of these bytes. Answers its id. */
  readonly record: (bytes: Uint8Array, values?: {size?: number; sha256?: string; addedOn?: string}) => string;
}

function pc(): Pc {
  const connection = testDatabase();
  const file = join(dirname(connection.file), 'attachments.db');
  const attachments = new Attachments({file, key: testKey, records: connection.readable});
  onTestFinished(() => attachments.close());
  connection.transact(
    db => db.execute("INSERT INTO recipient (id, surname, first_name) VALUES ('r1', 'Оспанова', 'Әлия')"),
    nobody,
  );
  return {
    connection,
    file,
    attachments,
    record: (bytes, {size = bytes.length, sha256 = hashOf(bytes), addedOn = '2026-01-05'} = {}) =>
      connection.transact(
        db =>
          addAttachment(db, {
            recipientId: 'r1',
            documentId: null,
            title: 'анықтама',
            mediaType: 'image/jpeg',
            sha256,
            size,
            addedOn,
          }),
        nobody,
      ),
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

test('it is what the exchange takes for a store of files', () => {
  const store: BlobStore = pc().attachments;
  expect(store.missing()).toEqual([]);
});

test('nothing is opened, and no file made, before there is something to keep', () => {
  const {attachments, file} = pc();
  expect([attachments.missing(), attachments.toSend('p')]).toEqual([[], []]);
  attachments.tidy();
  expect(existsSync(file)).toBe(false);
});

test('what was added is whole, comes back as it was, and is sent until the partner has it', () => {
  const {attachments, record} = pc();
  const bytes = randomBytes(2 * blobChunk + 17);
  const sha256 = attachments.put(bytes);
  expect(sha256).toBe(hashOf(bytes));
  // Nobody speaks of it yet.
  expect(attachments.toSend('registry')).toEqual([]);
  record(bytes);
  expect(attachments.whole(sha256)?.equals(bytes)).toBe(true);
  expect(attachments.missing()).toEqual([]);
  for (const [offset, length] of [
    [0, 5],
    [blobChunk - 3, 10],
    [blobChunk, blobChunk],
    [2 * blobChunk, 100],
    [1, 2 * blobChunk + 16],
  ] as const) {
    const expected = bytes.subarray(offset, offset + length);
    expect(attachments.read(sha256, offset, length).equals(expected), `${offset}+${length}`).toBe(true);
  }
  expect(attachments.toSend('registry')).toEqual([{sha256, size: bytes.length}]);
  attachments.delivered('registry', sha256);
  expect(attachments.toSend('registry')).toEqual([]);
  expect(attachments.toSend('other')).toEqual([{sha256, size: bytes.length}]);
});

test('what a record speaks of is missing, and comes piece by piece, also after a new start', async () => {
  const {attachments, record, file, connection} = pc();
  const bytes = randomBytes(blobChunk + 1_000);
  const blob = {sha256: record(bytes) && hashOf(bytes), size: bytes.length};
  expect(attachments.missing()).toEqual([blob]);
  expect(attachments.held(blob.sha256)).toBe(0);
  attachments.append(blob.sha256, bytes.subarray(0, 7));
  attachments.append(blob.sha256, bytes.subarray(7, 30_000));
  attachments.close();

  const again = new Attachments({file, key: testKey, records: connection.readable});
  onTestFinished(() => again.close());
  expect(again.held(blob.sha256)).toBe(30_000);
  expect(again.whole(blob.sha256)).toBeUndefined();
  again.append(blob.sha256, bytes.subarray(30_000));
  // All bytes, and not looked at yet.
  expect(again.missing()).toEqual([blob]);
  expect(await settle(again, blob)).toBe('complete');
  expect(again.missing()).toEqual([]);
  expect(again.whole(blob.sha256)?.equals(bytes)).toBe(true);
});

test('wrong bytes are given up, and the file is missing as before', async () => {
  const {attachments, record} = pc();
  const bytes = randomBytes(1_000);
  record(bytes);
  const blob = {sha256: hashOf(bytes), size: bytes.length};
  attachments.append(blob.sha256, randomBytes(1_000));
  expect(await settle(attachments, blob)).toBe('dropped');
  expect(attachments.held(blob.sha256)).toBe(0);
  expect(attachments.missing()).toEqual([blob]);
  expect(attachments.whole(blob.sha256)).toBeUndefined();
});

test('a record that names no hash, or a size that no file of ours has, asks for nothing', () => {
  const {attachments, record} = pc();
  const bytes = randomBytes(10);
  record(bytes, {sha256: '../../../../etc/passwd'});
  record(bytes, {sha256: 'AB'.repeat(32)});
  record(bytes, {sha256: `${'ab'.repeat(31)}/.`});
  record(bytes, {sha256: 'ab'.repeat(32), size: 21 * 1024 * 1024});
  record(bytes, {sha256: 'cd'.repeat(32), size: 0});
  expect(attachments.missing()).toEqual([]);
});

test('the newest is asked for first', () => {
  const {attachments, record} = pc();
  const [old, young] = [randomBytes(5), randomBytes(6)];
  record(old, {addedOn: '2024-01-05'});
  record(young, {addedOn: '2026-01-05'});
  expect(attachments.missing().map(({size}) => size)).toEqual([6, 5]);
});

test('bytes go with the last record that speaks of them, and not before', () => {
  const {attachments, record, connection} = pc();
  const bytes = randomBytes(blobChunk * 2);
  const sha256 = attachments.put(bytes);
  const [first, second] = [record(bytes), record(bytes)];
  attachments.delivered('registry', sha256);
  const remove = (id: string) => {
    connection.transact(db => removeAttachment(db, id), nobody);
    attachments.forsake();
    attachments.tidy();
  };
  remove(first);
  expect(attachments.isWhole(sha256)).toBe(true);
  remove(second);
  expect(attachments.isWhole(sha256)).toBe(false);
  expect([attachments.held(sha256), attachments.read(sha256, 0, 10).length]).toEqual([0, 0]);
  // Added again it is sent again.
  attachments.put(bytes);
  record(bytes);
  expect(attachments.toSend('registry')).toEqual([{sha256, size: bytes.length}]);
});

test('no byte of a file can be read on the disk', () => {
  const {attachments, record, file} = pc();
  const bytes = Buffer.alloc(3 * 4096, 'Оспанова Әлия, құпия ');
  attachments.put(bytes);
  record(bytes);
  attachments.close();
  const onDisk = ['', '-wal'].map(end => `${file}${end}`).filter(path => existsSync(path));
  expect(onDisk.length).toBeGreaterThan(0);
  for (const path of onDisk) expect(readFileSync(path).includes(Buffer.from('құпия'))).toBe(false);
});

test('what the disk has spoilt is not shown, and is asked for anew', () => {
  const {attachments, record, file, connection} = pc();
  const bytes = randomBytes(1_000);
  const sha256 = attachments.put(bytes);
  record(bytes);
  attachments.close();
  const client = rawClient(file);
  client.prepare('UPDATE piece SET bytes = zeroblob(1000)').run();
  client.close();
  const again = new Attachments({file, key: testKey, records: connection.readable});
  onTestFinished(() => again.close());
  expect(again.whole(sha256)).toBeUndefined();
  expect(again.missing()).toEqual([{sha256, size: 1_000}]);
});

test.each<[string, (file: string) => void, string]>([
  ['of another kind', file => writeFileSync(file, randomBytes(8_192)), 'not-a-database'],
  ['cut short', file => truncateSync(file, 4_096 * 2), 'damaged'],
  ['of a newer version', file => rawClient(file).pragma('user_version = 2'), 'newer'],
])('a file %s is left as it is, and each use says why', (_, spoil, code) => {
  const {attachments, record, file, connection} = pc();
  const bytes = randomBytes(600_000);
  attachments.put(bytes);
  record(bytes);
  attachments.close();
  spoil(file);
  const before = readFileSync(file);
  const again = new Attachments({file, key: testKey, records: connection.readable});
  onTestFinished(() => again.close());
  const problem = (() => {
    try {
      again.whole(hashOf(bytes));
    } catch (error) {
      return error instanceof DatabaseError ? error.code : error;
    }
    return undefined;
  })();
  expect(problem).toBe(code);
  expect(readFileSync(file).equals(before)).toBe(true);
});

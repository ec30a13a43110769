import {createHash, randomBytes} from 'node:crypto';
import {readdirSync, readFileSync, statSync, truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {
  atRegistry,
  byNetwork,
  byStick,
  codeFor,
  enrol,
  introduce,
  sharedRegistry,
  temporaryFolder,
} from '../../support/exchange-offices.ts';
import {admit, furnish, openOffice, type Office} from '../../support/office.ts';
import {blobChunk} from '../../../registry/parcel/wire.ts';

/** Scans between whole applications: over a folder that stands for a stick, and over a registry that listens. */

const jpeg = (size: number): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(size - 3)]);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const attachments = ({application}: Office) => must(application.session()).attachments;

async function officeWithScan(bytes: Buffer) {
  const office = await openOffice('2026-02-02');
  await furnish(office, 'stationary');
  await office.client.facility.setSetupStep({step: 'done'});
  const {recipientId} = await admit(office, '2026-02-02');
  const add = (scan: Buffer, title: string) =>
    office.client.attachment.add({recipientId, title, documentId: null, bytes: scan.toString('base64')});
  const {id, stamp} = await add(bytes, 'Анықтама');
  return {office, recipientId, id, stamp, add};
}

/** The files of scans on the stick. */
function filesOn(stick: string): string[] {
  return readdirSync(stick, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && entry.parentPath.endsWith('blobs'))
    .map(entry => join(entry.parentPath, entry.name));
}

async function scanAt({client}: Office, recipientId: string) {
  const {attachments: list} = await client.attachment.list({recipientId});
  return list.map(({title, here, held}) => ({title, here, held}));
}

describe('over a stick to the registry', () => {
  const registry = sharedRegistry();

  test('a scan comes to the registry, and with another stick to another PC; one that was spoilt is asked for anew', async () => {
    const bytes = jpeg(2 * blobChunk + 77);
    const {office: first, recipientId, id} = await officeWithScan(bytes);
    const home = await registry().facility();
    const join = async (office: Office, stick: string): Promise<void> => {
      await office.client.exchange.ask({code: await codeFor(registry(), home), name: 'ДК'});
      await byStick(office, stick);
      await atRegistry(registry(), stick);
      expect(await byStick(office, stick)).toMatchObject({problem: null, enrolment: 'taken-in'});
    };
    const stick = temporaryFolder('stick');
    await join(first, stick);
    const [path] = filesOn(stick);
    const written = readFileSync(must(path));
    writeFileSync(must(path), Buffer.from(written).fill(0, 500, 600));
    expect((await atRegistry(registry(), stick)).scans).toEqual({taken: 0, given: 0});
    await byStick(first, stick);
    expect((await atRegistry(registry(), stick)).scans).toEqual({taken: 1, given: 0});
    const second = await openOffice('2026-02-02');
    await second.client.facility.setSetupStep({step: 'joining'});
    const other = temporaryFolder('other');
    await join(second, other);
    expect(await scanAt(second, recipientId)).toEqual([{title: 'Анықтама', here: true, held: bytes.length}]);
    expect((await second.client.attachment.read({id})).bytes === bytes.toString('base64')).toBe(true);
  });
});

describe('over a stick', () => {
  test('a scan arrives on the other PC as it was, and nothing on the stick can be read', async () => {
    const bytes = Buffer.concat([jpeg(blobChunk), Buffer.alloc(100_000, 'Әбдіғаппарұлы Өркен '), randomBytes(17)]);
    const {office: first, recipientId, id} = await officeWithScan(bytes);
    const second = await openOffice('2026-02-02');
    await introduce(first, second);
    const stick = temporaryFolder('stick');
    expect(await byStick(first, stick)).toMatchObject({problem: null});
    expect(filesOn(stick)).toHaveLength(1);
    for (const path of filesOn(stick)) {
      expect(path.includes(hashOf(bytes))).toBe(false);
      const written = readFileSync(path);
      expect(written).toHaveLength(bytes.length);
      expect(written.subarray(0, 3).equals(bytes.subarray(0, 3))).toBe(false);
      expect(written.includes(Buffer.from('Өркен'))).toBe(false);
    }
    expect(await byStick(second, stick)).toMatchObject({problem: null});
    expect(await scanAt(second, recipientId)).toEqual([{title: 'Анықтама', here: true, held: bytes.length}]);
    expect((await second.client.attachment.read({id})).bytes === bytes.toString('base64')).toBe(true);
    // Carried once more, the file is known and not written again.
    const [path = ''] = filesOn(stick);
    const {mtimeMs} = statSync(path);
    expect(await byStick(first, stick)).toMatchObject({problem: null});
    expect(statSync(path).mtimeMs).toBe(mtimeMs);
  });

  test('the record is there before its file; what came in part goes on, also behind what was cut', async () => {
    const bytes = jpeg(2 * blobChunk + 1_001);
    const {office: first, recipientId, id} = await officeWithScan(bytes);
    const second = await openOffice('2026-02-02');
    await introduce(first, second);
    const stick = temporaryFolder('stick');
    await byStick(first, stick);
    const [path = ''] = filesOn(stick);
    // The stick was pulled while the file was copied from it: its record is here, and a part of the file.
    const whole = readFileSync(path);
    truncateSync(path, 1_000);
    expect(await byStick(second, stick)).toMatchObject({problem: null});
    expect(await scanAt(second, recipientId)).toEqual([{title: 'Анықтама', here: false, held: 0}]);
    expect((await second.client.attachment.read({id})).bytes).toBeNull();
    attachments(second).append(hashOf(bytes), bytes.subarray(0, blobChunk + 333));
    expect(await scanAt(second, recipientId)).toEqual([{title: 'Анықтама', here: false, held: blobChunk + 333}]);
    writeFileSync(path, whole);
    await byStick(second, stick);
    expect(await scanAt(second, recipientId)).toEqual([{title: 'Анықтама', here: true, held: bytes.length}]);
  });

  test('wrong bytes are refused, and the right ones are taken when they come', async () => {
    const bytes = jpeg(300_000);
    const {office: first, recipientId} = await officeWithScan(bytes);
    const second = await openOffice('2026-02-02');
    await introduce(first, second);
    const stick = temporaryFolder('stick');
    await byStick(first, stick);
    const [path = ''] = filesOn(stick);
    writeFileSync(path, randomBytes(bytes.length));
    expect(await byStick(second, stick)).toMatchObject({problem: null});
    expect(await scanAt(second, recipientId)).toEqual([{title: 'Анықтама', here: false, held: 0}]);
    await byStick(first, stick);
    await byStick(second, stick);
    expect(await scanAt(second, recipientId)).toMatchObject([{here: true}]);
  });

  test('what one PC removes goes from the other with its bytes', async () => {
    const bytes = jpeg(5_000);
    const {office: first, recipientId, id, stamp} = await officeWithScan(bytes);
    const second = await openOffice('2026-02-02');
    await introduce(first, second);
    const stick = temporaryFolder('stick');
    await byStick(first, stick);
    await byStick(second, stick);
    expect(attachments(second).isWhole(hashOf(bytes))).toBe(true);
    await first.client.attachment.remove({id, seen: stamp});
    await byStick(first, stick);
    await byStick(second, stick);
    expect(await scanAt(second, recipientId)).toEqual([]);
    expect(attachments(second).held(hashOf(bytes))).toBe(0);
  });
});

describe('over a registry', () => {
  const registry = sharedRegistry();

  test('a scan goes up piece by piece, and down to a PC that comes later', async () => {
    const bytes = jpeg(2 * blobChunk + 77);
    const server = registry();
    const facility = await server.facility();
    const {office: first, recipientId, id, add} = await officeWithScan(bytes);
    expect(await enrol(first, server, facility)).toMatchObject({problem: null});
    expect(await byNetwork(first)).toMatchObject({problem: null});
    expect(attachments(first).toSend(must(await registryOf(first)))).toEqual([]);
    const second = await openOffice('2026-02-02');
    expect(await enrol(second, server, facility, 'Екінші')).toMatchObject({problem: null});
    expect(await byNetwork(second)).toMatchObject({problem: null});
    expect(await scanAt(second, recipientId)).toEqual([{title: 'Анықтама', here: true, held: bytes.length}]);
    expect((await second.client.attachment.read({id})).bytes === bytes.toString('base64')).toBe(true);

    // A record whose file the registry has not got is no fault.
    const late = jpeg(1_000);
    await add(late, 'Кеш');
    attachments(first).drop(hashOf(late));
    expect(await byNetwork(first)).toMatchObject({problem: null});
    expect(await byNetwork(second)).toMatchObject({problem: null});
    expect(await scanAt(second, recipientId)).toContainEqual({title: 'Кеш', here: false, held: 0});
  });
});

async function registryOf({client}: Office): Promise<string | undefined> {
  const {partners} = await client.exchange.state({});
  return partners.find(({kind}) => kind === 'registry')?.id;
}

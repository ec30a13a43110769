import {createHash, randomBytes} from 'node:crypto';
import {beforeEach, describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {contract} from '../../../electron/contract/contract.ts';
import {admit, failureOf, furnish, openOffice, password, person, type Office} from '../../support/office.ts';

const jpeg = (size = 1_000): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(size - 3)]);
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(100)]);
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(100)]);

const saved: {name: string; bytes: Uint8Array}[] = [];
let office: Office;
let recipientId: string;
const made = new Set<string>();

beforeEach(async () => {
  saved.length = 0;
  office = await openOffice('2026-02-02', {
    saveFile: (name, bytes) => {
      saved.push({name, bytes});
      return Promise.resolve({saved: true});
    },
  });
  await furnish(office, 'temporary-stay');
  ({recipientId} = await admit(office, '2026-02-02'));
});

async function add(bytes: Uint8Array, values: {title?: string; documentId?: string | null} = {}) {
  const {title = 'Анықтама', documentId = null} = values;
  const answer = await office.client.attachment.add({recipientId, title, documentId, bytes: base64(bytes)});
  for (const call of office.made) made.add(call);
  return answer;
}

const attachments = () => must(office.application.session()).attachments;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('adding', () => {
  test.each([
    ['image/jpeg', jpeg()],
    ['image/png', png],
    ['application/pdf', pdf],
  ] as const)('a %s is listed, read and saved as it was', async (mediaType, bytes) => {
    const {id, stamp} = await add(bytes, {title: '  Анықтама:  1/2 '});
    const {attachments: list} = await office.client.attachment.list({recipientId});
    expect(list).toEqual([
      {
        id,
        stamp,
        title: 'Анықтама: 1/2',
        mediaType,
        size: bytes.length,
        addedOn: '2026-02-02',
        documentId: null,
        here: true,
        held: bytes.length,
      },
    ]);
    const read = await office.client.attachment.read({id});
    expect(read.bytes).toBe(base64(bytes));
    expect(read).toMatchObject({recipientId, title: 'Анықтама: 1/2', mediaType});
    expect(await office.client.attachment.saveAs({id})).toEqual({saved: true});
    expect(saved).toEqual([{name: read.fileName, bytes: Buffer.from(bytes)}]);
    expect(read.fileName).toMatch(/^Анықтама 1 2\.(?:jpg|png|pdf)$/u);
    for (const call of office.made) made.add(call);
  });

  test.each([
    ['a program', Buffer.from('MZ\u0090\u0000'), 'attachment-type'],
    ['a page of the web', Buffer.from('<html>%PDF-1.7'), 'attachment-type'],
    ['nothing', Buffer.alloc(0), 'attachment-type'],
    ['the beginning of a picture', Buffer.from([0xff, 0xd8]), 'attachment-type'],
    ['what is too large', jpeg(20 * 1024 * 1024 + 1), 'attachment-too-large'],
  ])('%s is refused, and nothing is kept', async (_, bytes, problem) => {
    expect(await failureOf(add(bytes))).toEqual({code: 'invalid', issues: [{field: 'bytes', problem}]});
    expect(await office.client.attachment.list({recipientId})).toMatchObject({attachments: []});
    expect(attachments().held(hashOf(bytes))).toBe(0);
  });

  test('20 MB are taken', async () => {
    const bytes = jpeg(20 * 1024 * 1024);
    const {id} = await add(bytes);
    const read = await office.client.attachment.read({id});
    expect(read.bytes === base64(bytes)).toBe(true);
  });

  test('the same file of the same person is refused; of another one it is kept, once', async () => {
    const bytes = jpeg();
    await add(bytes);
    expect(await failureOf(add(bytes))).toMatchObject({issues: [{field: 'bytes', problem: 'attachment-twice'}]});
    const other = await admit(office, '2026-02-02', {
      ...person,
      name: {surname: 'Иванов', firstName: 'Иван', patronymic: null},
    });
    await office.client.attachment.add({
      recipientId: other.recipientId,
      title: 'Көшірме',
      documentId: null,
      bytes: base64(bytes),
    });
    expect(attachments().toSend('registry')).toEqual([{sha256: hashOf(bytes), size: bytes.length}]);
  });

  test('a title that is empty or too long is refused, and the bytes are not left over', async () => {
    const bytes = jpeg();
    expect(await failureOf(add(bytes, {title: ' '}))).toMatchObject({issues: [{field: 'title', problem: 'required'}]});
    expect(await failureOf(add(bytes, {title: 'а'.repeat(201)}))).toMatchObject({
      issues: [{field: 'title', problem: 'too-long'}],
    });
    expect(attachments().held(hashOf(bytes))).toBe(0);
  });

  test('bytes whose record was rolled back go', async () => {
    const {connection} = must(office.application.session());
    // The last statement of a command is its receipt.
    connection.transact(
      db =>
        db.execute("CREATE TRIGGER no_receipt BEFORE INSERT ON command_receipt BEGIN SELECT RAISE(ABORT, 'no'); END"),
      {accountId: null},
    );
    const bytes = jpeg();
    expect(await failureOf(add(bytes))).toEqual({code: 'internal'});
    expect(attachments().held(hashOf(bytes))).toBe(0);
  });

  test('someone who only looks may read, and add nothing', async () => {
    const {id} = await add(jpeg());
    await office.client.session.addAccount({name: 'Тексеруші', password, role: 'auditor', staffId: null});
    await office.client.session.lock({});
    await office.client.session.signIn({name: 'Тексеруші', password});
    expect((await office.client.attachment.read({id})).bytes).not.toBeNull();
    expect(await failureOf(add(jpeg()))).toEqual({code: 'denied'});
  });
});

describe('the line of the inventory', () => {
  test('can be named, changed and taken off; only one of this person', async () => {
    await office.client.file.open({recipientId, openedOn: '2026-02-02', cameFrom: null});
    const {documents} = await office.client.attachment.list({recipientId});
    expect(documents.length).toBeGreaterThan(2);
    const [first, second] = documents;
    const added = await add(jpeg(), {documentId: must(first).id});
    expect(await failureOf(add(png, {documentId: 'elsewhere'}))).toMatchObject({
      issues: [{field: 'documentId', problem: 'no-such-document'}],
    });
    const save = (seen: string, title: string, documentId: string | null) =>
      office.client.attachment.save({id: added.id, seen, title, documentId});
    const moved = await save(added.stamp, 'Төлқұжат', must(second).id);
    expect(await failureOf(save(added.stamp, 'Кеш', null))).toEqual({code: 'conflict'});
    expect(await failureOf(save(moved.stamp, 'Төлқұжат', 'elsewhere'))).toMatchObject({code: 'invalid'});
    expect((await office.client.attachment.list({recipientId})).attachments).toMatchObject([
      {title: 'Төлқұжат', documentId: must(second).id},
    ]);
    for (const call of office.made) made.add(call);
  });

  test('goes, and the scan stays with the person', async () => {
    const {id, stamp} = await office.client.file.open({recipientId, openedOn: '2026-02-02', cameFrom: null});
    const file = must(await office.client.file.get({recipientId}));
    const {documents} = await office.client.attachment.list({recipientId});
    await add(jpeg(), {documentId: must(documents[0]).id});
    const {number, openedOn, place, cameFrom, signedOn, sheets} = file;
    await office.client.file.save({
      id,
      seen: stamp,
      number,
      openedOn,
      place,
      cameFrom,
      signedOn,
      sheets,
      documents: file.documents.slice(1),
    });
    expect((await office.client.attachment.list({recipientId})).attachments).toMatchObject([{documentId: null}]);
  });
});

test('removing takes the bytes along, and stands in the history', async () => {
  const bytes = jpeg();
  const {id, stamp} = await add(bytes);
  expect(await failureOf(office.client.attachment.remove({id, seen: 'older'}))).toEqual({code: 'conflict'});
  expect(attachments().isWhole(hashOf(bytes))).toBe(true);
  await office.client.attachment.remove({id, seen: stamp});
  expect(attachments().held(hashOf(bytes))).toBe(0);
  expect(await failureOf(office.client.attachment.read({id}))).toEqual({code: 'missing'});
  const {changes} = await office.client.recipient.history({id: recipientId, before: null, limit: 50});
  expect(changes.filter(({table}) => table === 'attachment').map(({op}) => op)).toEqual(['delete', 'insert']);
  for (const call of office.made) made.add(call);
});

test('what has not come yet is listed with what is here of it, and is not shown', async () => {
  const bytes = jpeg();
  const {id} = await add(bytes);
  attachments().drop(hashOf(bytes));
  attachments().append(hashOf(bytes), bytes.subarray(0, 300));
  expect((await office.client.attachment.list({recipientId})).attachments).toMatchObject([{here: false, held: 300}]);
  expect((await office.client.attachment.read({id})).bytes).toBeNull();
  expect(await failureOf(office.client.attachment.saveAs({id}))).toEqual({code: 'missing'});
});

test('after a lock the bytes are there again', async () => {
  const {id} = await add(jpeg());
  await office.client.session.lock({});
  await office.client.session.signIn({name: 'Басшы', password});
  expect((await office.client.attachment.read({id})).bytes).not.toBeNull();
});

test('every call of the area is made', () => {
  const calls = Object.keys(contract.attachment).map(call => `attachment.${call}`);
  expect(calls.filter(call => !made.has(call))).toEqual([]);
});

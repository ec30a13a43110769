import {afterAll, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {printLanguages} from '../../../domain/text.ts';
import {tables} from '../../../db/synced-tables.ts';
import {getTableName} from 'drizzle-orm';
import {decodeBytes, encodeBytes} from '../../../electron/contract/bytes.ts';
import {contract} from '../../../electron/contract/contract.ts';
import {openParts, sealParts, withHead} from '../../../electron/transfer/archive-file.ts';
import {transferPaperNames} from '../../../templates/print/transfer-papers.ts';
import {
  admit,
  event,
  failureOf,
  furnish,
  openOffice,
  person,
  type Office,
  type OfficeOptions,
} from '../../support/office.ts';
import {approvePlan} from '../../support/plans.ts';
import {dense, pdfPages} from '../../support/read-pdf.ts';
import {testRenderer} from '../../support/test-renderer.ts';
import {prepareTransfer, sealedFile, transferValues, wholeTransfer} from '../../support/transfers.ts';

/** A recipient handed over from one installation to another; the renderer and the file are the real ones. */

const pdf = await testRenderer();
afterAll(() => pdf.close());

const made = new Set<string>();

interface Sender {
  readonly office: Office;
  readonly recipientId: string;
  readonly placementId: string;
}

async function sender(options: OfficeOptions = {}): Promise<Sender> {
  const office = await openOffice('2026-02-02', {pdf, ...options});
  const staff = await furnish(office, 'temporary-stay');
  await office.client.facility.linkAccount({staffId: staff.head});
  const {recipientId, placementId} = await approvePlan(office, staff);
  await office.client.file.open({recipientId, openedOn: '2026-02-02', cameFrom: 'үйінен'});
  office.at('2026-07-01');
  return {office, recipientId, placementId};
}

async function receiver(): Promise<Office> {
  const office = await openOffice('2026-07-03', {pdf});
  await furnish(office, 'temporary-stay');
  const facility = must(await office.client.facility.get({}));
  await office.client.facility.save({
    seen: facility.stamp,
    type: 'temporary-stay',
    name: wholeTransfer.other,
    place: {kk: 'Шымкент қаласы', ru: 'город Шымкент'},
    headStaffId: facility.headStaffId,
  });
  return office;
}

/** All that the tables hold but for what follows from the facts: not a byte of it may change. */
function everyByte({application}: Office): string {
  const {readable} = must(application.session()).connection;
  const names = Object.values(tables).map(getTableName);
  return JSON.stringify(names.map(name => [name, readable.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).all()]));
}

const lastOf = async (office: Office, placementId: string) =>
  must((await office.client.journal.events({placementId})).at(-1));

test('from one installation to another: closed here, its own there, the papers readable as they came', async () => {
  const {office, recipientId, placementId} = await sender();
  const {client} = office;
  const {id, stamp} = await prepareTransfer(office, recipientId);
  expect(await client.transfer.get({id})).toMatchObject({
    state: 'prepared',
    handedBy: 'Қасымжанова Әсел',
    papers: 1,
    lacks: [{code: 'no-monitoring', stops: false}],
  });
  // Asked for once more, it is the same one.
  expect((await client.transfer.prepare({recipientId})).id).toBe(id);
  const {file, passphrase, name} = await sealedFile(office, id);
  expect(name).toMatch(/\.tirek$/u);
  expect(Buffer.from(decodeBytes(file)).includes('Әбдіғаппарұлы')).toBe(false);
  const sent = await client.transfer.send({id, seen: stamp});
  expect(await lastOf(office, placementId)).toMatchObject({
    kind: 'transferred',
    happenedOn: '2026-07-01',
    orderNumber: '44-ж',
    destination: '«Үміт» орталығы / Центр «Умит»',
  });

  // On the other side, behind other keys.
  const other = await receiver();
  const {openedId, arrival} = await other.client.transfer.open({file, passphrase: passphrase.toLowerCase()});
  expect(arrival).toMatchObject({
    isForUs: true,
    known: [],
    content: {
      id,
      sender: {name: {kk: '«Тірек» орталығы', ru: 'Центр «Тирек»'}, type: 'temporary-stay'},
      dischargeOrder: '44-ж',
      person: {...person, diagnosis: 'I топтағы мүгедектік'},
      plans: [{revision: 0, measures: [{text: 'Дәрігер қарауы', assignedBy: 'Үсенов Әсел'}]}],
    },
  });
  expect(await other.client.transfer.list({recipientId: null})).toEqual([]);
  const kept = await other.client.transfer.keep({openedId});
  expect(kept.id).toBe(id);
  expect(await other.client.transfer.arrival({id})).toEqual(arrival);
  expect(await other.client.transfer.list({recipientId: null})).toMatchObject([
    {direction: 'incoming', state: 'received', recipientId: null, name: person.name},
  ]);
  const taken = await other.client.transfer.accept({
    id,
    seen: kept.stamp,
    recipientId: null,
    status: 'admitted',
    happenedOn: '2026-07-03',
    orderNumber: '9-ж',
  });
  const card = await other.client.recipient.get({id: taken.recipientId});
  expect(card).toMatchObject({
    name: person.name,
    bornOn: person.bornOn,
    diagnosis: 'I топтағы мүгедектік',
    fileNumber: '1',
    plans: [],
    placements: [{status: 'receiving', admitted: {on: '2026-07-03', orderNumber: '9-ж'}, returned: false}],
  });
  const theirFile = must(await other.client.file.get({recipientId: taken.recipientId}));
  const ourInventory = (await client.transfer.get({id})).inventory;
  expect(theirFile.cameFrom).toBe('«Тірек» орталығы / Центр «Тирек»');
  expect(ourInventory.length).toBeGreaterThan(0);
  expect(theirFile.documents.map(({title, sheets, copies}) => ({title, sheets, copies}))).toEqual(ourInventory);
  expect(await other.client.transfer.get({id})).toMatchObject({state: 'accepted', recipientId: taken.recipientId});

  // As they came, for ever: act, inventory, plan.
  const proof = await other.client.paper.render({source: {kind: 'transfer', transferId: id}, language: 'kk'});
  const pages = pdfPages(decodeBytes(proof.pdf)).join('\n');
  expect(proof.state).toBe('frozen');
  for (const words of ['44-ж', '«Үміт» орталығы', 'Дәрігер қарауы', transferPaperNames.inventory.kk])
    expect(dense(pages)).toContain(dense(words));

  const answered = await client.transfer.confirm({id, seen: sent.stamp});
  expect(await client.transfer.get({id})).toMatchObject({state: 'accepted', stamp: answered.stamp});
  // The person's history tells it; what the file held is not poured into it.
  const {changes} = await other.client.recipient.history({id: taken.recipientId, before: null, limit: 200});
  const told = changes.filter(change => change.table === 'transfer');
  expect(told.length).toBeGreaterThan(0);
  expect(told.flatMap(change => change.fields.map(({field}) => field))).not.toContain('content');
  const titles = told.flatMap(change => change.fields).find(({field}) => field === 'inventory');
  expect(titles?.after).toEqual(ourInventory);
  for (const call of [...office.made, ...other.made]) made.add(call);
});

test.each<
  [what: string, spoil: (file: Uint8Array) => Uint8Array, typed: string | null, problem: string, field: string]
>([
  ['damaged', file => file.with(file.length - 9, file.at(-9) === 7 ? 8 : 7), null, 'damaged', 'file'],
  ['cut', file => file.subarray(0, file.length / 2), null, 'damaged', 'file'],
  ['foreign', () => new TextEncoder().encode('%PDF-1.7'), null, 'foreign', 'file'],
  ['newer', file => withHead(file.subarray(50), 2), null, 'newer', 'file'],
  ['locked by another passphrase', file => file, 'AAAA-BBBB-CCCC-DDDD-EEEE', 'passphrase', 'passphrase'],
])(
  'a file that is %s gets its message, and not a byte of any table changes',
  async (_what, spoil, typed, problem, field) => {
    const {file, passphrase} = await onceSealed();
    const other = await receiver();
    const before = everyByte(other);
    const spoilt = encodeBytes(spoil(decodeBytes(file)));
    expect(await failureOf(other.client.transfer.open({file: spoilt, passphrase: typed ?? passphrase}))).toEqual({
      code: 'invalid',
      issues: [{field, problem: `transfer-file-${problem}`}],
    });
    expect(everyByte(other)).toBe(before);
  },
);

/** One file for the tests that only open it. */
let ready: Promise<{file: string; passphrase: string; id: string}> | undefined;
function onceSealed() {
  ready ??= (async () => {
    const {office, recipientId} = await sender();
    const {id} = await prepareTransfer(office, recipientId);
    return {id, ...(await sealedFile(office, id))};
  })();
  return ready;
}

test('a file whose content was written by somebody else is damaged', async () => {
  const {file, passphrase} = await onceSealed();
  const opened = await openParts(decodeBytes(file), passphrase);
  if (!('parts' in opened)) throw new Error('the file does not open');
  const other = await receiver();
  const before = everyByte(other);
  const content = JSON.parse(new TextDecoder().decode(must(opened.parts.get('content.json')))) as {person: object};
  const strange: ReadonlyMap<string, Uint8Array>[] = [
    new Map([...opened.parts, ['papers/99.pdf', Uint8Array.of(1)]]),
    new Map([...opened.parts].filter(([name]) => name !== 'papers/1.pdf')),
    new Map([...opened.parts].filter(([name]) => name !== 'content.json')),
    new Map([...opened.parts, ['content.json', new TextEncoder().encode('{"id":1}')]]),
    new Map([
      ...opened.parts,
      ['content.json', new TextEncoder().encode(JSON.stringify({...content, person: {...content.person, sex: 'x'}}))],
    ]),
  ];
  for (const parts of strange) {
    const spoilt = encodeBytes(await sealParts(parts, passphrase));
    expect(await failureOf(other.client.transfer.open({file: spoilt, passphrase}))).toMatchObject({
      issues: [{problem: 'transfer-file-damaged'}],
    });
  }
  expect(everyByte(other)).toBe(before);
});

test('a repeated file and our own are told, before and after they were answered', async () => {
  const {office, recipientId} = await sender();
  const {id} = await prepareTransfer(office, recipientId);
  const {file, passphrase} = await sealedFile(office, id);
  expect(await failureOf(office.client.transfer.open({file, passphrase}))).toMatchObject({
    issues: [{problem: 'transfer-file-own'}],
  });
  const other = await receiver();
  const first = await other.client.transfer.open({file, passphrase});
  const second = await other.client.transfer.open({file, passphrase});
  const {stamp} = await other.client.transfer.keep({openedId: first.openedId});
  const before = everyByte(other);
  expect(await failureOf(other.client.transfer.keep({openedId: second.openedId}))).toMatchObject({
    issues: [{problem: 'transfer-file-repeated'}],
  });
  // Made anew with a new passphrase, it is still the same hand-over.
  const again = await sealedFile(office, id);
  expect(again.passphrase).not.toBe(passphrase);
  expect(await failureOf(other.client.transfer.open({file: again.file, passphrase: again.passphrase}))).toMatchObject({
    issues: [{problem: 'transfer-file-repeated'}],
  });
  expect(everyByte(other)).toBe(before);

  expect(await failureOf(other.client.transfer.reject({id, seen: stamp, reason: ' '}))).toMatchObject({
    issues: [{field: 'reason', problem: 'transfer-reason-required'}],
  });
  const rejected = await other.client.transfer.reject({id, seen: stamp, reason: 'Орын жоқ'});
  expect(await other.client.transfer.get({id})).toMatchObject({state: 'rejected', reason: 'Орын жоқ'});
  expect(await failureOf(other.client.transfer.open({file, passphrase}))).toMatchObject({
    issues: [{problem: 'transfer-file-repeated'}],
  });
  expect(
    await failureOf(
      other.client.transfer.accept({
        id,
        seen: rejected.stamp,
        recipientId: null,
        status: 'admitted',
        happenedOn: '2026-07-03',
        orderNumber: null,
      }),
    ),
  ).toMatchObject({issues: [{problem: 'transfer-step-impossible'}]});
  for (const call of [...office.made, ...other.made]) made.add(call);
});

test('one who is known there is remarked; taken as the same person, what stands there stays', async () => {
  const {file, passphrase} = await onceSealed();
  const other = await receiver();
  const {client} = other;
  // The name as Russian spells it.
  const name = {surname: 'Абдигаппарулы', firstName: 'Оркен', patronymic: 'Хасенгалиулы'};
  const {recipientId, placementId} = await admit(other, '2024-01-10', {
    ...person,
    name,
    phone: null,
    address: 'Шымкент',
  });
  await client.journal.record({placementId, event: event('discharged', '2024-12-01')});
  await client.file.open({recipientId, openedOn: '2024-01-10', cameFrom: null});
  const {openedId, arrival} = await client.transfer.open({file, passphrase});
  expect(arrival.known).toEqual([{recipientId, name, bornOn: person.bornOn, status: 'discharged', by: 'name'}]);
  const {id, stamp} = await client.transfer.keep({openedId});
  const taken = await client.transfer.accept({
    id,
    seen: stamp,
    recipientId,
    status: 'admitted',
    happenedOn: '2026-07-03',
    orderNumber: null,
  });
  expect(taken.recipientId).toBe(recipientId);
  expect(await client.recipient.get({id: recipientId})).toMatchObject({
    name,
    address: 'Шымкент',
    phone: person.phone,
    diagnosis: 'I топтағы мүгедектік',
    placements: [{status: 'receiving', returned: true}, {status: 'discharged'}],
  });
  const documents = must(await client.file.get({recipientId})).documents.map(document => document.title);
  expect(new Set(documents).size).toBe(documents.length);
});

test('one who still receives services there cannot be taken over a second time; nothing is written', async () => {
  const {file, passphrase} = await onceSealed();
  const other = await receiver();
  const {recipientId} = await admit(other, '2026-01-10');
  const {openedId} = await other.client.transfer.open({file, passphrase});
  const {id, stamp} = await other.client.transfer.keep({openedId});
  const before = everyByte(other);
  expect(
    await failureOf(
      other.client.transfer.accept({
        id,
        seen: stamp,
        recipientId,
        status: 'admitted',
        happenedOn: '2026-07-03',
        orderNumber: null,
      }),
    ),
  ).toMatchObject({issues: [{field: 'recipientId', problem: 'event-not-allowed'}]});
  expect(everyByte(other)).toBe(before);
});

test.each(['reject', 'cancel'] as const)('%s after it was sent: the row of the journal goes on', async action => {
  const {office, recipientId, placementId} = await sender();
  const {client} = office;
  const {id, stamp} = await prepareTransfer(office, recipientId);
  const sent = await client.transfer.send({id, seen: stamp});
  expect((await client.recipient.get({id: recipientId})).placements[0]?.status).toBe('transferred');
  expect(await failureOf(client.transfer[action]({id, seen: sent.stamp, reason: null}))).toMatchObject({
    issues: [{field: 'reason', problem: 'transfer-reason-required'}],
  });
  await client.transfer[action]({id, seen: sent.stamp, reason: 'Орын болмады'});
  expect((await client.recipient.get({id: recipientId})).placements[0]?.status).toBe('receiving');
  expect(await lastOf(office, placementId)).toMatchObject({kind: 'admitted'});
  // Another one can be begun.
  expect((await client.transfer.prepare({recipientId})).id).not.toBe(id);
  expect((await client.transfer.list({recipientId})).map(line => line.state)).toEqual([
    'prepared',
    action === 'reject' ? 'rejected' : 'cancelled',
  ]);
  for (const call of office.made) made.add(call);
});

test('rejected after the person has come again: the journal keeps what it has', async () => {
  const {office, recipientId} = await sender();
  const {client} = office;
  const {id, stamp} = await prepareTransfer(office, recipientId);
  const sent = await client.transfer.send({id, seen: stamp});
  await client.journal.enter({
    journalId: null,
    recipientId,
    person: null,
    event: event('admitted', '2026-07-01', '50-ж'),
  });
  await client.transfer.reject({id, seen: sent.stamp, reason: 'Орын болмады'});
  expect((await client.recipient.get({id: recipientId})).placements.map(row => row.status)).toEqual([
    'receiving',
    'transferred',
  ]);
});

test('a mark that was entered by hand stands, and is not entered twice', async () => {
  const {office, recipientId, placementId} = await sender();
  const {client} = office;
  const {id, stamp} = await prepareTransfer(office, recipientId);
  await client.journal.record({placementId, event: event('transferred', '2026-06-30', '43-ж')});
  await client.transfer.send({id, seen: stamp});
  const marks = await client.journal.events({placementId});
  expect(marks.filter(mark => mark.kind === 'transferred')).toMatchObject([{orderNumber: '43-ж'}]);
});

test('an outside destination: papers in each language and no file', async () => {
  const {office, recipientId} = await sender();
  const {client} = office;
  const {id, stamp} = await prepareTransfer(office, recipientId, {outside: true});
  expect(await failureOf(client.transfer.seal({id}))).toMatchObject({issues: [{problem: 'transfer-step-impossible'}]});
  await client.transfer.send({id, seen: stamp});
  for (const language of printLanguages) {
    const paper = await client.paper.render({source: {kind: 'transfer', transferId: id}, language});
    const pages = pdfPages(decodeBytes(paper.pdf));
    for (const side of language === 'both' ? (['kk', 'ru'] as const) : [language]) {
      const {act, inventory, discharge, contract: agreement} = transferPaperNames;
      for (const words of [act, inventory, discharge, agreement])
        expect(dense(pages.join('\n')), side).toContain(dense(words[side]));
      expect(dense(must(pages[0]))).toContain(dense(wholeTransfer.other[side]));
    }
    expect(pages.length).toBeGreaterThanOrEqual(3);
  }
  await client.paper.register({source: {kind: 'transfer', transferId: id}, language: 'kk', how: 'printed'});
  expect((await client.paper.prints({recipientId})).map(print => print.form)).toEqual(['appendix-4']);
});

test('the same papers give the same bytes', async () => {
  const {office, recipientId} = await sender();
  const {id} = await prepareTransfer(office, recipientId);
  const source = {kind: 'transfer', transferId: id} as const;
  const first = await office.client.paper.render({source, language: 'both'});
  office.at('2026-07-09');
  expect((await office.client.paper.render({source, language: 'both'})).pdf).toBe(first.pdf);
});

test('what lacks stops the file and the sending, and names itself; what is sent is not changed any more', async () => {
  const {office, recipientId} = await sender();
  const {client} = office;
  const {id} = await client.transfer.prepare({recipientId});
  const bare = await client.transfer.get({id});
  expect(bare.lacks.filter(lack => lack.stops).map(lack => lack.code)).toEqual([
    'other',
    'discharge-day',
    'discharge-order',
  ]);
  const lacking = {issues: [{problem: 'transfer-lacks-remain'}]};
  expect(await failureOf(client.transfer.seal({id}))).toMatchObject(lacking);
  expect(await failureOf(client.transfer.send({id, seen: bare.stamp}))).toMatchObject(lacking);
  const typed = {...transferValues(bare), ...wholeTransfer};
  expect(
    await failureOf(
      client.transfer.save({id, seen: bare.stamp, ...typed, inventory: [{title: ' ', sheets: 1, copies: null}]}),
    ),
  ).toMatchObject({issues: [{field: 'inventory.0.title', problem: 'required'}]});
  const early = await client.transfer.save({id, seen: bare.stamp, ...typed, dischargeOn: '2026-01-01'});
  expect(await failureOf(client.transfer.send({id, seen: early.stamp}))).toMatchObject({
    issues: [{field: 'dischargeOn', problem: 'event-before-previous'}],
  });
  const mended = await client.transfer.save({id, seen: early.stamp, ...typed});
  const sent = await client.transfer.send({id, seen: mended.stamp});
  expect(await failureOf(client.transfer.save({id, seen: sent.stamp, ...typed}))).toMatchObject({
    issues: [{problem: 'transfer-step-impossible'}],
  });
  expect(await failureOf(client.transfer.send({id, seen: mended.stamp}))).toMatchObject({code: 'conflict'});
});

test('only who receives services is handed over', async () => {
  const office = await openOffice('2026-07-01');
  await furnish(office, 'stationary');
  const {recipientId} = await office.client.journal.enter({
    journalId: null,
    recipientId: null,
    person,
    event: event('queued', '2026-06-01', null),
  });
  expect(await failureOf(office.client.transfer.prepare({recipientId}))).toMatchObject({
    issues: [{problem: 'event-not-allowed'}],
  });
});

/** By test/electron/exchange/handover-lane.test.ts and handover-faults.test.ts, which have a registry. */
const madeThere = ['receivers', 'pack', 'offer', 'notTaken'];

test('every call of the area is made here, but for those through the registry', () => {
  const all = Object.keys(contract.transfer)
    .filter(call => !madeThere.includes(call))
    .map(call => `transfer.${call}`);
  expect(all.filter(call => !made.has(call))).toEqual([]);
});

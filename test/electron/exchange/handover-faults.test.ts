import {randomBytes, randomUUID} from 'node:crypto';
import {eq} from 'drizzle-orm';
import {afterAll, beforeEach, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {secretsOf, writeSecrets} from '../../../db/exchange/identity.ts';
import {knownReceivers} from '../../../db/queries/handover.ts';
import {archiveVersion, packParts, sealParts, sealTo, withHead} from '../../../electron/transfer/archive-file.ts';
import {makeNodeSecrets, publicKeysOf} from '../../../registry/parcel/keys.ts';
import {bodyHash} from '../../../registry/parcel/request-signature.ts';
import {node} from '../../../registry/store/schema/facility.ts';
import {accept, nothingMoved, openHandoverWorld, shown} from '../../support/handover-world.ts';
import {enrolOffice, handOver} from '../../support/registry-office.ts';

/** Hand-overs through a registry where something is not as it should be: what is said, and that nothing else happens. */

const world = await openHandoverWorld();
const {server, now, facility, pair, offer} = world;
afterAll(() => world.close());
beforeEach(() => world.begin());

/** As a request is dated. */
const today = (): string => new Date(now()).toISOString();

test('accepted here and withdrawn there at the same time: both are told to settle it', async () => {
  const all = await pair();
  const {sender, receiver} = all;
  const id = await offer(all);
  await handOver(sender, server, {now});
  await handOver(receiver, server, {now});
  await accept(receiver, id, '2026-07-01');
  const {stamp} = await sender.client.transfer.get({id});
  await sender.client.transfer.cancel({id, seen: stamp, reason: 'қате'});
  await handOver(sender, server, {now});
  // In the same exchange in which the answer was not taken.
  expect(await handOver(receiver, server, {now})).toEqual({problem: null, tally: nothingMoved});
  expect(await shown(receiver, id)).toEqual(['accepted', 'withdrawn', 'answered-otherwise', null]);
});

test('a content that another PC alone can read, or none can, is said in plain words and asked for no more', async () => {
  const all = await pair();
  const {sender, receiver} = all;
  const id = await offer(all);
  await handOver(sender, server, {now});
  // This PC got new keys after it was offered.
  const {connection} = must(receiver.application.session());
  const {sign} = must(secretsOf(connection.readable));
  const {box} = await makeNodeSecrets();
  connection.integrate(({db}) => writeSecrets(db, {box, sign}));
  expect(await handOver(receiver, server, {now})).toMatchObject({problem: null});
  expect(await receiver.client.transfer.notTaken({})).toEqual([
    {id, other: {kk: 'Тірек үйі', ru: 'Дом «Тірек»'}, offeredAt: expect.any(String), problem: 'cannot-open'},
  ]);
  const paths: string[] = [];
  await handOver(receiver, server, {now, onRequest: path => void paths.push(path)});
  expect(paths).toEqual(['/v1/receivers', '/v1/handovers']);
  // Withdrawn, it is gone from the list.
  const {stamp} = await sender.client.transfer.get({id});
  await sender.client.transfer.cancel({id, seen: stamp, reason: 'қайта жібереміз'});
  await handOver(sender, server, {now});
  await handOver(receiver, server, {now});
  expect(await receiver.client.transfer.notTaken({})).toEqual([]);
});

interface Damage {
  readonly what: string;
  readonly problem: string;
  /** The content that a facility offers, given the key of the receiver. */
  readonly content: (key: string) => Promise<Uint8Array> | Uint8Array;
}
const words = new TextEncoder().encode('{}');
const damages: readonly Damage[] = [
  {what: 'bytes of any kind', problem: 'damaged', content: () => randomBytes(300_000)},
  {what: 'of a newer version', problem: 'newer', content: () => withHead(randomBytes(100), archiveVersion + 1)},
  {
    what: 'parts of something else',
    problem: 'damaged',
    content: key => sealTo(packParts(new Map([['a', words]])), [key]),
  },
  {what: 'no parts at all', problem: 'damaged', content: key => sealTo(words, [key])},
  {what: 'a file with a passphrase', problem: 'cannot-open', content: () => sealParts(new Map([['a', words]]), 'сөз')},
];

test('whatever is offered, the exchange goes on, and what is wrong with it is said', async () => {
  const {office: receiver, facilityId} = await facility('Үміт');
  const hostile = await server.enrolled(await server.facility('Бөтен'));
  const {connection} = must(receiver.application.session());
  const {box} = await publicKeysOf(must(secretsOf(connection.readable)));
  const expected: string[] = [];
  for (const {what, problem, content} of damages) {
    const bytes = await content(box);
    const id = randomUUID();
    const json = {id, to: facilityId, sha256: bodyHash(bytes), size: bytes.length};
    expect([what, (await hostile.signed('POST', '/v1/handovers', {json, date: today()})).status]).toEqual([what, 200]);
    expect(await hostile.signed('PUT', `/v1/handovers/${id}/content`, {body: bytes, date: today()})).toMatchObject({
      status: 200,
    });
    expected.push(`${id} ${problem}`);
  }
  expect(await handOver(receiver, server, {now})).toMatchObject({problem: null});
  const told = await receiver.client.transfer.notTaken({});
  expect(new Set(told.map(({id, problem}) => `${id} ${problem}`))).toEqual(new Set(expected));
  expect(await receiver.client.transfer.list({recipientId: null})).toEqual([]);
});

test('another organisation decides nothing by offering under the id of one that is here', async () => {
  const all = await pair();
  const {sender, receiver, receiverFacility} = all;
  const id = await offer(all);
  await handOver(sender, server, {now});
  await handOver(receiver, server, {now});
  const hostile = await server.enrolled(await server.facility('Бөтен'));
  const json = {id, to: receiverFacility, sha256: bodyHash(words), size: words.length};
  expect((await hostile.signed('POST', '/v1/handovers', {json, date: today()})).status).toBe(200);
  const withdrawn = {state: 'withdrawn', reason: 'алдау'};
  expect((await hostile.signed('POST', `/v1/handovers/${id}/answer`, {json: withdrawn, date: today()})).status).toBe(
    200,
  );
  expect(await handOver(receiver, server, {now})).toEqual({problem: null, tally: nothingMoved});
  expect(await shown(receiver, id)).toEqual(['received', 'offered', null, null]);
});

test('a registry that was restored from a copy and has lost an offer gets it again', async () => {
  const all = await pair();
  const {sender, receiver, senderFacility} = all;
  const id = await offer(all);
  await handOver(sender, server, {now});
  const of = `WHERE facility_id = '${senderFacility}'`;
  await server.driver.asOwner(owner =>
    owner.script(`DELETE FROM handover ${of}; DELETE FROM blob_chunk ${of}; DELETE FROM blob ${of}`),
  );
  expect(await handOver(sender, server, {now})).toEqual({problem: null, tally: {...nothingMoved, offered: 1}});
  expect(await handOver(receiver, server, {now})).toEqual({problem: null, tally: {...nothingMoved, received: 1}});
  expect(await shown(receiver, id)).toEqual(['received', 'offered', null, null]);
});

test('a receiver whose PCs have all left is told of, and the offer goes when there is one again', async () => {
  const all = await pair();
  const {sender, receiver, receiverFacility} = all;
  const id = await offer(all);
  await server.store.asFront(async db => {
    await db.update(node).set({status: 'revoked'}).where(eq(node.facilityId, receiverFacility));
  });
  expect(await handOver(sender, server, {now})).toEqual({problem: null, tally: nothingMoved});
  expect(await shown(sender, id)).toEqual(['sent', null, 'not-taken', null]);
  const known = knownReceivers(must(sender.application.session()).connection.readable);
  expect(known.map(({facility: each}) => each)).not.toContain(receiverFacility);
  await enrolOffice(receiver, server, receiverFacility, now);
  expect(await handOver(sender, server, {now})).toEqual({problem: null, tally: {...nothingMoved, offered: 1}});
  expect(await shown(sender, id)).toEqual(['sent', 'offered', null, null]);
});

import {afterAll, beforeEach, describe, expect, test} from 'vitest';
import {accept, lastMark, nothingMoved, openHandoverWorld, shown} from '../../support/handover-world.ts';
import {failureOf, person, type Office} from '../../support/office.ts';
import {handOver, type Cut} from '../../support/registry-office.ts';
import {packedJob, prepareTransfer} from '../../support/transfers.ts';

/** A recipient handed over from one installation to another through a registry. */

const world = await openHandoverWorld();
const {server, now, at, pair, offer} = world;
afterAll(() => world.close());
beforeEach(() => world.begin());

test('offered, received and accepted, with each side online once a month', async () => {
  const all = await pair();
  const {sender, receiver, placementId, receiverFacility, senderFacility} = all;
  expect(await sender.client.transfer.receivers({})).toContainEqual({
    facility: receiverFacility,
    nameKk: 'Үміт үйі',
    nameRu: 'Дом «Үміт»',
  });
  const id = await offer(all);
  expect(await shown(sender, id)).toEqual(['sent', null, null, null]);
  expect(await lastMark(sender, placementId)).toBe('transferred');
  expect((await sender.client.transfer.get({id})).other).toEqual({kk: 'Үміт үйі', ru: 'Дом «Үміт»'});
  at('2026-08-01');
  expect(await handOver(sender, server, {now})).toEqual({problem: null, tally: {...nothingMoved, offered: 1}});
  expect(await shown(sender, id)).toEqual(['sent', 'offered', null, null]);
  expect(await sender.client.transfer.seal({id}).catch(() => 'refused')).toBe('refused');
  at('2026-09-01');
  expect(await handOver(receiver, server, {now})).toEqual({problem: null, tally: {...nothingMoved, received: 1}});
  expect(await receiver.client.transfer.get({id})).toMatchObject({
    direction: 'incoming',
    state: 'received',
    other: {kk: 'Тірек үйі', ru: 'Дом «Тірек»'},
    otherFacilityId: senderFacility,
    name: person.name,
  });
  expect(await receiver.client.transfer.arrival({id})).toMatchObject({content: {id, plans: [{revision: 0}]}});
  const {recipientId} = await accept(receiver, id, '2026-09-01');
  expect(await receiver.client.recipient.get({id: recipientId})).toMatchObject({name: person.name, fileNumber: '1'});
  // Nobody hears of it before the receiver is online again.
  at('2026-09-15');
  await handOver(sender, server, {now});
  expect(await shown(sender, id)).toEqual(['sent', 'offered', null, null]);
  at('2026-10-01');
  expect(await handOver(receiver, server, {now})).toEqual({problem: null, tally: {...nothingMoved, answered: 1}});
  at('2026-11-01');
  expect(await handOver(sender, server, {now})).toEqual({problem: null, tally: nothingMoved});
  expect(await shown(sender, id)).toEqual(['accepted', 'accepted', null, null]);
  expect(await lastMark(sender, placementId)).toBe('transferred');
  // Nothing is left to do, for anybody.
  for (const office of [sender, receiver]) {
    expect(await handOver(office, server, {now})).toEqual({problem: null, tally: nothingMoved});
  }
});

test('rejected: the row of the journal is open again, with the reason', async () => {
  const all = await pair();
  const {sender, receiver, placementId} = all;
  const id = await offer(all);
  await handOver(sender, server, {now});
  await handOver(receiver, server, {now});
  const {stamp} = await receiver.client.transfer.get({id});
  await receiver.client.transfer.reject({id, seen: stamp, reason: 'орын жоқ'});
  await handOver(receiver, server, {now});
  await handOver(sender, server, {now});
  expect(await shown(sender, id)).toEqual(['rejected', 'rejected', null, 'орын жоқ']);
  expect(await lastMark(sender, placementId)).toBe('admitted');
  // And can be handed over anew.
  expect(await offer(all)).not.toBe(id);
});

test('withdrawn before anybody answered: closed there too, and open again here', async () => {
  const all = await pair();
  const {sender, receiver, placementId} = all;
  const id = await offer(all);
  await handOver(sender, server, {now});
  await handOver(receiver, server, {now});
  const {stamp} = await sender.client.transfer.get({id});
  await sender.client.transfer.cancel({id, seen: stamp, reason: 'қате'});
  expect(await handOver(sender, server, {now})).toEqual({problem: null, tally: {...nothingMoved, answered: 1}});
  await handOver(receiver, server, {now});
  expect(await shown(receiver, id)).toEqual(['cancelled', 'withdrawn', null, 'қате']);
  expect(await shown(sender, id)).toEqual(['cancelled', 'withdrawn', null, 'қате']);
  expect(await lastMark(sender, placementId)).toBe('admitted');
});

test('withdrawn before it was offered: the registry never hears of it', async () => {
  const all = await pair();
  const {sender, receiver} = all;
  const id = await offer(all);
  const {stamp} = await sender.client.transfer.get({id});
  await sender.client.transfer.cancel({id, seen: stamp, reason: 'қате'});
  expect(await handOver(sender, server, {now})).toEqual({problem: null, tally: nothingMoved});
  expect(await handOver(receiver, server, {now})).toEqual({problem: null, tally: nothingMoved});
  expect(await receiver.client.transfer.list({recipientId: null})).toEqual([]);
});

describe.each<{name: string; isAnswerLost: boolean}>([
  {name: 'the request does not come through', isAnswerLost: false},
  {name: 'the answer does not come back', isAnswerLost: true},
])('cut at every step, where $name', ({isAnswerLost}) => {
  /** Again and again, each time one step further; how often it took. */
  async function withCuts(office: Office): Promise<number> {
    for (let after = 0; after < 30; after += 1) {
      const cut: Cut = {after, isAnswerLost};
      const {problem} = await handOver(office, server, {now, cut});
      if (problem === null) return after;
      expect(problem.code).toBe('offline');
    }
    throw new Error('it never ended');
  }

  test.each(['accepted', 'rejected'] as const)('nothing is lost and nothing doubled: %s', async decision => {
    const all = await pair();
    const {sender, receiver, placementId} = all;
    const id = await offer(all);
    // Receivers, list, offer, content.
    expect(await withCuts(sender)).toBeGreaterThanOrEqual(4);
    // Receivers, list, content.
    expect(await withCuts(receiver)).toBeGreaterThanOrEqual(3);
    const {stamp} = await receiver.client.transfer.get({id});
    if (decision === 'accepted') await accept(receiver, id, '2026-07-01');
    else await receiver.client.transfer.reject({id, seen: stamp, reason: 'орын жоқ'});
    expect(await withCuts(receiver)).toBeGreaterThanOrEqual(isAnswerLost ? 2 : 3);
    expect(await withCuts(sender)).toBeGreaterThanOrEqual(2);
    for (const office of [sender, receiver]) {
      expect(await office.client.transfer.list({recipientId: null})).toHaveLength(1);
      expect((await shown(office, id)).slice(0, 3)).toEqual([decision, decision, null]);
    }
    expect(await lastMark(sender, placementId)).toBe(decision === 'accepted' ? 'transferred' : 'admitted');
    const events = await sender.client.journal.events({placementId});
    expect(events).toHaveLength(decision === 'accepted' ? 2 : 1);
    const {rows} = await receiver.client.journal.rows({journalId: null, statuses: [], after: null, limit: 50});
    expect(rows).toHaveLength(decision === 'accepted' ? 1 : 0);
  });
});

test('who is not in the registry cannot be chosen; what was changed since it was packed is not handed over', async () => {
  const all = await pair();
  const {sender, recipientId, receiverFacility} = all;
  expect(
    await failureOf(prepareTransfer(sender, recipientId, {otherFacilityId: '00000000-0000-4000-8000-000000000000'})),
  ).toMatchObject({issues: [{field: 'otherFacilityId', problem: 'transfer-receiver-unknown'}]});
  const {id} = await prepareTransfer(sender, recipientId, {otherFacilityId: receiverFacility});
  const jobId = await packedJob(sender, id);
  const changed = await prepareTransfer(sender, recipientId, {otherFacilityId: receiverFacility, actNumber: '4'});
  expect(await failureOf(sender.client.transfer.offer({id, seen: changed.stamp, jobId}))).toMatchObject({
    issues: [{problem: 'transfer-step-impossible'}],
  });
  // By the ways of a file or of papers alone it does not go.
  expect(await failureOf(sender.client.transfer.send({id, seen: changed.stamp}))).toMatchObject({code: 'invalid'});
});

test('every call of the way through the registry was made, but for what is told of what cannot be taken in', () => {
  expect(['receivers', 'pack', 'offer'].filter(call => !world.made.has(`transfer.${call}`))).toEqual([]);
});

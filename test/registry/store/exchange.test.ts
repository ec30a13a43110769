import {eq} from 'drizzle-orm';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {publicKeysOf} from '../../../registry/parcel/keys.ts';
import {enrol} from '../../../registry/store/enrolment.ts';
import {addCode} from '../../../registry/store/facilities.ts';
import {Refusal} from '../../../registry/store/refusal.ts';
import {receive, receivePages} from '../../../registry/store/receive.ts';
import {makeReply, networkBounds} from '../../../registry/store/reply.ts';
import {change, quarantine, refusal} from '../../../registry/store/schema/log.ts';
import {facility, node} from '../../../registry/store/schema/facility.ts';
import {Office} from '../support/office.ts';
import {databases} from '../support/stores.ts';
import {openWorld, type World} from '../support/world.ts';

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'nothing was refused';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

describe.each(databases)('the log of a facility on %s', kind => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const inLog = (office: Office): Promise<string[]> =>
    world.store.asFacility(office.facility, async db => {
      const rows = await db.select({stamp: change.stamp}).from(change).where(eq(change.facilityId, office.facility));
      return rows.map(row => row.stamp).toSorted();
    });
  const aside = (office: Office): Promise<{reason: string; rowId: string}[]> =>
    world.store.asFacility(office.facility, async db => {
      const rows = await db.select().from(quarantine).where(eq(quarantine.facilityId, office.facility));
      return rows
        .map(row => ({reason: row.reason, rowId: row.change.rowId}))
        .toSorted((a, b) => (a.rowId < b.rowId ? -1 : 1));
    });
  const stampsOf = (...offices: Office[]): string[] =>
    [...new Set(offices.flatMap(({log}) => log.map(({stamp}) => stamp)))].toSorted();
  const deliver = async (office: Office, parcel: ReturnType<Office['parcel']>) =>
    receive(world.registry, {facilityId: office.facility, node: office.node}, parcel.header, parcel.changes);

  test('a page is taken in once, exactly as it came, however often it comes', async () => {
    const office = await world.office(await world.facility());
    const strange = {
      patch: '{"a":"{\\"quoted\\", NULL}","b":null,"c":"\\\\","z":"\\u0000"}',
      rowId: `NULL,"}{'\\ қ; DROP TABLE change`,
      author: 'NULL',
      base: [office.stamp(), office.stamp()],
    };
    for (let count = 0; count < 4; count += 1) office.write();
    const odd = office.write(strange);
    const parcel = office.parcel();
    expect(await deliver(office, parcel)).toEqual({verdict: 'apply', accepted: 5, known: 0, quarantined: 0, head: 5});
    expect(await deliver(office, parcel)).toEqual({verdict: 'apply', accepted: 0, known: 5, quarantined: 0, head: 5});
    const other = await world.office(office.facility);
    await world.exchange(other);
    expect(other.log.at(-1)).toEqual({...odd, seq: 5, via: world.identity.node, viaSeq: 5});
    expect(await inLog(office)).toEqual(stampsOf(office));
  });

  test('two PCs get what the other wrote, and never their own back', async () => {
    const one = await world.office(await world.facility());
    const two = await world.office(one.facility);
    for (let count = 0; count < 30; count += 1) one.write();
    for (let count = 0; count < 20; count += 1) two.write();
    await world.exchange(one);
    await world.exchange(two);
    const reply = await makeReply(world.registry, {facilityId: one.facility, node: one.node}, networkBounds, 'test');
    expect(reply.changes).toHaveLength(20);
    expect(reply.header.log.more).toBe(false);
    one.receive(reply);
    expect(stampsOf(one)).toEqual(stampsOf(one, two));
    expect(stampsOf(two)).toEqual(stampsOf(one, two));
  });

  test('a long log is given page by page, and a page of long patches is cut sooner', async () => {
    const one = await world.office(await world.facility());
    const two = await world.office(one.facility);
    for (let count = 0; count < 25; count += 1) one.write({patch: JSON.stringify({text: 'а'.repeat(500)})});
    await world.exchange(one);
    const sizes: number[] = [];
    for (const bounds of [{rows: 10, bytes: 1e6}, {rows: 10, bytes: 5_000}, {rows: 10, bytes: 1}, networkBounds]) {
      const before = two.log.length;
      await world.exchange(two, bounds);
      sizes.push(two.log.length - before);
    }
    expect(sizes).toEqual([10, 4, 1, 10]);
    expect(stampsOf(two)).toEqual(stampsOf(one));
  });

  test('any order and loss of parcels, many pages', async () => {
    const one = await world.office(await world.facility());
    const two = await world.office(one.facility);
    for (let count = 0; count < 40; count += 1) (count % 3 === 0 ? two : one).write();
    const early = one.parcel(7);
    await world.exchange(one, networkBounds, 9);
    await deliver(one, early);
    for (let round = 0; round < 8; round += 1) {
      await world.exchange(one, {rows: 3, bytes: 1e6}, 6);
      // Its answer is lost.
      await deliver(two, two.parcel(5));
      await world.exchange(two, {rows: 4, bytes: 1e6}, 5);
    }
    expect(await inLog(one)).toEqual(stampsOf(one, two));
    expect(stampsOf(one)).toEqual(stampsOf(two));
  });

  test('what a PC may not write is kept aside with its reason, and told to it; the rest goes on', async () => {
    const office = await world.office(await world.facility());
    const self = world.identity.node;
    office.write({rowId: '0 good'});
    office.write({rowId: '1', table: 'reference'});
    office.write({rowId: '2'}, office.stamp().replace(/-[0-9a-f]{16}/, `-${self}`));
    office.write({rowId: '3', table: 'paper', op: 'update'});
    office.write({rowId: '4 \0'});
    office.write({rowId: '5 newer', table: 'something_of_the_next_version'});
    const twice = office.write({rowId: '6 first'}).stamp;
    office.write({rowId: '7 last'});
    const parcel = office.parcel();
    parcel.header.refused.push({stamp: twice, reason: 'missing-parent'}, {stamp: twice, reason: 'waits'});
    expect(await deliver(office, parcel)).toMatchObject({accepted: 4, quarantined: 4, head: 4});
    const told = await world.store.asFacility(office.facility, db => db.select().from(refusal));
    expect(told.map(({stamp, reason}) => ({stamp, reason}))).toEqual([{stamp: twice, reason: 'waits'}]);
    // The same stamp with other words.
    const before = office.copy();
    before.write({rowId: '8 other'}, twice);
    const second = before.parcel();
    expect(await deliver(before, {header: second.header, changes: second.changes})).toMatchObject({
      accepted: 0,
      known: 4,
      quarantined: 5,
    });
    expect(await aside(office)).toEqual([
      {rowId: '1', reason: 'not-yours'},
      {rowId: '2', reason: 'not-yours'},
      {rowId: '3', reason: 'frozen'},
      {rowId: '4 \0', reason: 'malformed'},
      {rowId: '8 other', reason: 'collision'},
    ]);
    const {header} = await makeReply(
      world.registry,
      {facilityId: office.facility, node: office.node},
      networkBounds,
      'test',
    );
    expect(header.refused.map(({reason}) => reason).toSorted()).toEqual([
      'collision',
      'frozen',
      'malformed',
      'not-yours',
      'not-yours',
    ]);
    // What it does not say any more has come right.
    expect(await world.store.asFacility(office.facility, db => db.select().from(refusal))).toEqual([]);
  });

  test('a parcel of another facility, for another registry, with impossible numbers or of one who was shut out is refused', async () => {
    const office = await world.office(await world.facility());
    const other = await world.facility();
    office.write();
    office.write();
    const {header, changes} = office.parcel();
    const sender = {facilityId: office.facility, node: office.node};
    const refused = (said: Partial<typeof header>, rows = changes, by = sender) =>
      codeOf(receive(world.registry, by, {...header, ...said}, rows));
    expect(await refused({facility: other})).toBe('other-facility');
    expect(await refused({to: '0123456789abcdef'})).toBe('not-for-us');
    expect(await refused({count: 3})).toBe('malformed');
    expect(await refused({}, changes.toReversed())).toBe('malformed');
    expect(await refused({log: {...header.log, upTo: header.log.after}})).toBe('malformed');
    const backwards = {...header.log, after: {seq: 2, stamp: null}, upTo: {seq: 1, stamp: null}};
    expect(await refused({log: backwards, count: 0}, [])).toBe('malformed');
    expect(await refused({from: 'ffffffffffffffff'}, changes, {...sender, node: 'ffffffffffffffff'})).toBe('stranger');
    await world.store.asOfficer(db => db.update(node).set({status: 'revoked'}).where(eq(node.id, office.node)));
    expect(await refused({})).toBe('revoked');
    expect(await codeOf(makeReply(world.registry, sender, networkBounds, 'test'))).toBe('revoked');
    expect(await inLog(office)).toEqual([]);
  });

  test('a parcel of a stick is taken in by its pages, an empty one among them', async () => {
    const office = await world.office(await world.facility());
    for (let count = 0; count < 3; count += 1) office.write();
    const {header, changes} = office.parcel();
    const sender = {facilityId: office.facility, node: office.node};
    const pages = [changes.slice(0, 2), [], changes.slice(2)];
    expect(await receivePages(world.registry, sender, header, pages)).toMatchObject({accepted: 3, known: 0, head: 3});
    expect(await inLog(office)).toEqual(stampsOf(office));
  });

  test('a PC restored from an old copy gets back what it lost, its own too', async () => {
    const office = await world.office(await world.facility());
    for (let count = 0; count < 10; count += 1) office.write();
    await world.exchange(office);
    const backup = office.copy();
    for (let count = 0; count < 10; count += 1) office.write();
    await world.exchange(office);
    backup.write();
    for (let round = 0; round < 3; round += 1) await world.exchange(backup);
    expect(stampsOf(backup)).toEqual(stampsOf(backup, office));
    expect(await inLog(office)).toEqual(stampsOf(backup, office));
  });

  test('a PC that has written more than it lost gets it back, and so does one whose stick comes late', async () => {
    for (const lost of ['sent', 'on a stick']) {
      const office = await world.office(await world.facility());
      office.write();
      await world.exchange(office);
      const backup = Object.assign(office.copy(), {secrets: office.secrets});
      office.write();
      const late = office.parcel();
      if (lost === 'sent') await deliver(office, late);
      for (let count = 0; count < 3; count += 1) backup.write();
      await world.exchange(backup);
      if (lost === 'on a stick') await deliver(office, late);
      for (let round = 0; round < 3; round += 1) await world.exchange(backup);
      expect([lost, stampsOf(backup)]).toEqual([lost, stampsOf(backup, office)]);
      expect(await inLog(office)).toEqual(stampsOf(backup, office));
    }
  });

  test('what comes a second time because the answer was lost, or the stick was pulled out, is not sent back', async () => {
    const office = await world.office(await world.facility());
    const sender = {facilityId: office.facility, node: office.node};
    for (let count = 0; count < 4; count += 1) office.write();
    const {header, changes} = office.parcel();
    async function* pulledOut() {
      yield changes.slice(0, 1);
      throw new Error('pulled out');
    }
    await expect(receivePages(world.registry, sender, header, pulledOut())).rejects.toThrow('pulled out');
    for (const known of [1, 4]) {
      expect(await receivePages(world.registry, sender, header, [changes])).toMatchObject({known});
    }
    const reply = await makeReply(world.registry, sender, networkBounds, 'test');
    expect(reply.changes).toEqual([]);
    expect(reply.header.seen.upTo).toEqual(header.log.upTo);
  });

  test('a copied database is told apart from a restored one, remembered, and shut out', async () => {
    const office = await world.office(await world.facility());
    for (let count = 0; count < 3; count += 1) office.write();
    await world.exchange(office);
    const copy = Object.assign(office.copy(), {secrets: office.secrets});
    office.write();
    await world.exchange(office);
    copy.write();
    for (let round = 0; round < 2; round += 1) await world.exchange(copy);
    office.write();
    expect(await codeOf(world.exchange(office))).toBe('copied');
    copy.write();
    expect(await codeOf(world.exchange(copy))).toBe('copied');
    const {header, changes} = copy.parcel();
    const sender = {facilityId: copy.facility, node: copy.node};
    expect(await codeOf(receivePages(world.registry, sender, header, [changes]))).toBe('copied');
    // A new name, and it goes on with all that it holds.
    const {code} = await addCode(world.store, office.facility, Date.now);
    const keys = await publicKeysOf(copy.secrets);
    const ask = (id: string) => enrol(world.store, {code, node: id, keys, name: 'ПК', facility: null}, Date.now);
    expect(await codeOf(ask(copy.node))).toBe('copied');
    const renamed = Object.assign(
      new Office({facility: copy.facility, registry: copy.registry, node: 'aaaabbbbccccdddd'}),
      {log: copy.log},
    );
    await ask(renamed.node);
    await world.exchange(renamed);
    expect(await inLog(office)).toEqual(expect.arrayContaining(stampsOf(renamed)));
  });

  test('a registry restored from an old copy begins a new epoch and gets the rest back from the PCs', async () => {
    const one = await world.office(await world.facility());
    const two = await world.office(one.facility);
    for (let count = 0; count < 5; count += 1) one.write();
    await world.exchange(one);
    await world.exchange(two);
    const restore = await world.save(one.facility);
    const [kept] = await world.store.asFacility(one.facility, db => db.select({epoch: facility.epoch}).from(facility));
    for (let count = 0; count < 5; count += 1) (count % 2 === 0 ? one : two).write();
    for (const office of [one, two, one]) await world.exchange(office);
    await restore();
    expect(await inLog(one)).toHaveLength(5);
    one.write();
    for (let round = 0; round < 4; round += 1) for (const office of [one, two]) await world.exchange(office);
    expect(await inLog(one)).toEqual(stampsOf(one, two));
    expect(stampsOf(one)).toEqual(stampsOf(two));
    expect(one.log).toHaveLength(11);
    const [now] = await world.store.asFacility(one.facility, db => db.select({epoch: facility.epoch}).from(facility));
    expect(now?.epoch).not.toBe(kept?.epoch);
  });
});

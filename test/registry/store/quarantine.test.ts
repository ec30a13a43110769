import {and, eq} from 'drizzle-orm';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {quarantineOf, tryAllAgain, tryQuarantineAgain} from '../../../registry/store/quarantine-retry.ts';
import {receive} from '../../../registry/store/receive.ts';
import {makeReply, networkBounds} from '../../../registry/store/reply.ts';
import {change, quarantine} from '../../../registry/store/schema/log.ts';
import type {Office} from '../support/office.ts';
import {databases} from '../support/stores.ts';
import {openWorld, type World} from '../support/world.ts';

describe.each(databases)('what was kept aside on %s', kind => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  /** A registry of another name takes what this one took for its own: as a newer one takes what an earlier one did not. */
  const newer = () => ({...world.registry, self: 'eeeeeeeeeeeeeeee'});
  const refusedOf = async ({facility, node}: Office) =>
    (await makeReply(world.registry, {facilityId: facility, node}, networkBounds, 'test')).header.refused;
  const inLog = ({facility}: Office) =>
    world.store.asFacility(facility, db =>
      db.select({rowId: change.rowId, via: change.viaNode}).from(change).where(eq(change.facilityId, facility)),
    );

  async function withAside(): Promise<Office> {
    const office = await world.office(await world.facility());
    office.write({rowId: 'good'});
    office.write({rowId: 'aside'}, office.stamp().replace(/-[0-9a-f]{16}/, `-${world.identity.node}`));
    office.write({rowId: 'frozen', table: 'paper', op: 'update'});
    await world.exchange(office);
    return office;
  }

  test('goes into the log when it passes, once, and its sender is told of the rest alone', async () => {
    const office = await withAside();
    const other = await world.office(office.facility);
    expect(await refusedOf(office)).toHaveLength(2);
    expect(await tryQuarantineAgain(world.registry, office.facility)).toEqual({taken: 0, left: 2});
    expect(await tryQuarantineAgain(newer(), office.facility)).toEqual({taken: 1, left: 1});
    expect(await tryQuarantineAgain(newer(), office.facility)).toEqual({taken: 0, left: 1});
    expect(await refusedOf(office)).toMatchObject([{reason: 'frozen'}]);
    expect(await quarantineOf(world.store, office.facility)).toEqual([{reason: 'frozen', rows: 1}]);
    expect(await inLog(office)).toEqual([
      {rowId: 'good', via: office.node},
      {rowId: 'aside', via: office.node},
    ]);
    // The others get it as any change.
    await world.exchange(other);
    expect(other.log.map(({rowId}) => rowId)).toEqual(['good', 'aside']);
  });

  test('of all facilities is tried when the registry starts', async () => {
    const office = await withAside();
    const {taken} = await tryAllAgain(newer());
    expect(taken).toBeGreaterThanOrEqual(1);
    expect(await refusedOf(office)).toMatchObject([{reason: 'frozen'}]);
  });

  test('has come right when its sender sends it right, not when an older parcel comes late, and again when it goes wrong', async () => {
    const office = await world.office(await world.facility());
    const sender = {facilityId: office.facility, node: office.node};
    const right = office.write({rowId: 'one'});
    const early = office.parcel();
    await world.exchange(office);
    const wrong = {...right, rowId: 'two'};
    const send = async (row: typeof right): Promise<void> => {
      // As from a log that was begun anew.
      office.partner = {...office.partner, acked: 0};
      const {header} = office.parcel();
      await receive(world.registry, sender, {...header, count: 1}, [row]);
    };
    await send(wrong);
    expect(await refusedOf(office)).toMatchObject([{reason: 'collision'}]);
    await receive(world.registry, sender, early.header, early.changes);
    expect(await refusedOf(office)).toHaveLength(1);
    await send(right);
    expect(await refusedOf(office)).toEqual([]);
    await send(wrong);
    expect(await refusedOf(office)).toMatchObject([{reason: 'collision'}]);
    const kept = await world.store.asFacility(office.facility, db =>
      db
        .select({state: quarantine.state})
        .from(quarantine)
        .where(and(eq(quarantine.facilityId, office.facility), eq(quarantine.stamp, right.stamp))),
    );
    expect(kept).toEqual([{state: 'open'}]);
  });

  test('what meets another change under its stamp stays with that reason; what stands in the log since has come right', async () => {
    const office = await world.office(await world.facility());
    const made = office.write({rowId: 'one'});
    const wrong = {...made, rowId: 'paper', table: 'paper', op: 'update'} as const;
    const sender = {facilityId: office.facility, node: office.node};
    const early = office.parcel();
    await receive(world.registry, sender, {...early.header, count: 1}, [wrong]);
    expect(await refusedOf(office)).toMatchObject([{reason: 'frozen'}]);
    const late = office.parcel();
    office.partner = {...office.partner, acked: 0};
    await receive(world.registry, sender, late.header, [made]);
    // As when it was written down by a registry that went down before it could be taken.
    await world.store.asFacility(office.facility, db =>
      db.insert(quarantine).values({
        facilityId: office.facility,
        node: office.node,
        stamp: made.stamp,
        digest: 'f'.repeat(64),
        change: made,
        reason: 'malformed',
        receivedAt: new Date(),
      }),
    );
    await world.store.asFacility(office.facility, db =>
      db.update(quarantine).set({state: 'open'}).where(eq(quarantine.facilityId, office.facility)),
    );
    expect(await tryQuarantineAgain(world.registry, office.facility)).toEqual({taken: 1, left: 1});
    expect(await quarantineOf(world.store, office.facility)).toEqual([{reason: 'collision', rows: 1}]);
    expect(await inLog(office)).toEqual([{rowId: 'one', via: office.node}]);
  });
});

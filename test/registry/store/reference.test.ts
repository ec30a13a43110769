import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {referenceIds, type LabelCorrection, type ReferenceKind} from '../../../registry/protocol/reference.ts';
import {tryQuarantineAgain} from '../../../registry/store/quarantine-retry.ts';
import {receive} from '../../../registry/store/receive.ts';
import {listPublished, publish, saveDraft} from '../../../registry/store/reference-publishing.ts';
import {facility, node} from '../../../registry/store/schema/facility.ts';
import {referenceGiven} from '../../../registry/store/schema/reference.ts';
import type {Office} from '../support/office.ts';
import {strangersKeys} from '../support/server.ts';
import {databases} from '../support/stores.ts';
import {openWorld, type World} from '../support/world.ts';

const labels = (ru: string): {corrections: LabelCorrection[]} => ({
  corrections: [{edition: '308-2022/appendix-4', field: 'title', kk: 'Жеке жоспар', ru}],
});

describe.each(databases)('reference data on %s', kind => {
  let world: World;
  let at = Date.parse('2026-11-26T06:00:00Z');
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  async function give(ru: string, of: ReferenceKind = 'labels'): Promise<number | undefined> {
    const sha256 = await saveDraft(world.store, of, labels(ru), new Date((at += 1_000)));
    return publish(world.store, world.identity.secrets, {kind: of, sha256, at: new Date(at)});
  }

  const rowsOf = (office: Office) =>
    office.log
      .filter(({table}) => table === 'reference')
      .map(({patch, op, base, rowId}) => {
        const {version, content} = JSON.parse(patch) as {version: number; content: ReturnType<typeof labels>};
        return {version, op, parents: base.length, ru: content.corrections[0]?.ru, rowId};
      });

  const inForce = async () => {
    const {published, facilities} = await listPublished(world.store);
    return {facilities, labels: published.map(({version, confirmed}) => ({version, confirmed}))[0]};
  };

  test('each facility gets what is in force at its next exchange, also one that comes later, and says that it has it', async () => {
    const early = await world.office(await world.facility());
    early.write();
    await world.exchange(early);
    expect(rowsOf(early)).toEqual([]);
    expect(await give('первая')).toBe(1);
    await world.exchange(early);
    const rowId = referenceIds.labels;
    const first = {version: 1, op: 'insert', parents: 0, ru: 'первая', rowId};
    expect(rowsOf(early)).toEqual([first]);
    expect(await inForce()).toEqual({facilities: 1, labels: {version: 1, confirmed: 0}});
    // Nothing is given twice, and the receipt comes with the next parcel.
    await world.exchange(early);
    expect(rowsOf(early)).toEqual([first]);
    expect(await inForce()).toEqual({facilities: 1, labels: {version: 1, confirmed: 1}});
    expect(await give('вторая')).toBe(2);
    const late = await world.office(await world.facility());
    await world.exchange(late);
    await world.exchange(early);
    expect(rowsOf(late)).toEqual([{...first, version: 2, ru: 'вторая'}]);
    expect(rowsOf(early)).toEqual([first, {version: 2, op: 'update', parents: 1, ru: 'вторая', rowId}]);
    // A second PC of the facility gets the same changes, not others.
    const second = await world.office(early.facility);
    await world.exchange(second);
    const stamps = (office: Office) => office.log.filter(each => each.table === 'reference').map(({stamp}) => stamp);
    expect(stamps(second)).toEqual(stamps(early));
  });

  test('a draft is published once, and only the one that was shown', async () => {
    const before = (await inForce()).labels?.version ?? 0;
    const shown = await saveDraft(world.store, 'labels', labels('показана'), new Date(at));
    await saveDraft(world.store, 'labels', labels('другая'), new Date(at));
    const {secrets} = world.identity;
    expect(await publish(world.store, secrets, {kind: 'labels', sha256: shown, at: new Date(at)})).toBeUndefined();
    const again = await saveDraft(world.store, 'labels', labels('показана'), new Date(at));
    const once = {kind: 'labels', sha256: again, at: new Date(at)} as const;
    expect(await publish(world.store, secrets, once)).toBe(before + 1);
    expect(await publish(world.store, secrets, once)).toBeUndefined();
  });

  test('what bears the name of the registry and was not made by it is not taken, whatever is altered', async () => {
    const office = await world.office(await world.facility());
    await give('подлинная');
    await world.exchange(office);
    const [own] = office.log.filter(each => each.table === 'reference');
    const patch = JSON.parse(own?.patch ?? '{}') as Record<string, unknown>;
    const forged = (change: object) => JSON.stringify({...patch, ...change});
    const stamp = () => office.stamp().replace(/-[0-9a-f]{16}/, `-${world.identity.node}`);
    const {table, rowId, op} = own ?? {table: '', rowId: '', op: 'insert' as const};
    office.write({table, rowId, op, patch: forged({content: labels('поддельная')})}, stamp());
    office.write({table, rowId, op, patch: forged({version: 99})}, stamp());
    office.write({table, rowId, op, patch: forged({seal: 'x'.repeat(86)})}, stamp());
    office.write({table, rowId: referenceIds.calendar, op, patch: forged({})}, stamp());
    office.write({table: 'setting', rowId, op, patch: forged({})}, stamp());
    office.write({table, rowId, op: 'delete', patch: forged({})}, stamp());
    // In its own name.
    office.write({table, rowId, op, patch: forged({})});
    const {accepted, quarantined} = await world.exchange(office);
    expect({accepted, quarantined}).toEqual({accepted: 0, quarantined: 7});
  });

  test('what was kept aside by a registry that did not know its own seal is taken back when it does', async () => {
    const office = await world.office(await world.facility());
    const version = must(await give('своя'));
    await world.exchange(office);
    const own = must(office.log.findLast(({table}) => table === 'reference'));
    const other = await world.office(await world.facility());
    other.write({table: own.table, rowId: own.rowId, op: own.op, patch: own.patch}, own.stamp);
    const {header, changes} = other.parcel();
    const {keys} = await strangersKeys();
    const sender = {facilityId: other.facility, node: other.node};
    const unknowing = {...world.registry, keys};
    expect(await receive(unknowing, sender, header, changes)).toMatchObject({accepted: 0, quarantined: 1});
    expect(await tryQuarantineAgain(world.registry, other.facility)).toEqual({taken: 1, left: 0});
    const given = await world.store.asFacility(other.facility, db => db.select().from(referenceGiven));
    expect(given).toMatchObject([{version, stamp: own.stamp}]);
  });

  test('a registry that was put back from an old copy learns from a PC what it had published', async () => {
    const office = await world.office(await world.facility());
    const other = await world.office(await world.facility());
    office.write();
    for (let round = 0; round < 2; round += 1) await world.exchange(office);
    const kept = await world.store.asFacility(office.facility, async db => ({
      facility: (await db.select().from(facility))[0],
      nodes: await db.select().from(node),
      given: (await db.select().from(referenceGiven))[0],
    }));
    const version = must(await give('потерянная'));
    for (let round = 0; round < 2; round += 1) await world.exchange(office);
    // Back to the copy: only the owner of the tables may take anything out of a log.
    const guarded = ['change', 'facility', 'node', 'reference_given'];
    const guard = (state: string) =>
      guarded.map(table => `ALTER TABLE ${table} ${state} ROW LEVEL SECURITY;`).join(' ');
    await world.driver.asOwner(async owner => {
      await owner.script(`BEGIN; ${guard('DISABLE')}`);
      const {head, epoch} = must(kept.facility);
      await owner.query('DELETE FROM change WHERE facility_id = $1 AND seq > $2', [office.facility, head]);
      await owner.query('UPDATE facility SET head = $2, epoch = $3 WHERE id = $1', [office.facility, head, epoch]);
      for (const {id, partner} of kept.nodes) {
        await owner.query('UPDATE node SET partner = $2::jsonb WHERE id = $1', [id, JSON.stringify(partner)]);
      }
      await owner.query(
        'UPDATE reference_given SET version = $2, sha256 = $3, seq = $4, stamp = $5 WHERE facility_id = $1',
        [office.facility, ...(({version: given, sha256, seq, stamp}) => [given, sha256, seq, stamp])(must(kept.given))],
      );
      await owner.query('DELETE FROM reference_document WHERE version = $1', [version]);
      await owner.script(`${guard('ENABLE')} COMMIT;`);
    });
    expect((await inForce()).labels?.version).toBe(version - 1);
    for (let round = 0; round < 4; round += 1) await world.exchange(office);
    expect((await inForce()).labels?.version).toBe(version);
    // Whoever comes next gets it, and the one that brought it no second one.
    await world.exchange(other);
    expect(rowsOf(other).at(-1)).toMatchObject({version, ru: 'потерянная'});
    expect(rowsOf(office).filter(row => row.version === version)).toHaveLength(1);
  });

  test('each kind is confirmed by itself', async () => {
    const office = await world.office(await world.facility());
    for (let round = 0; round < 2; round += 1) await world.exchange(office);
    const before = await listPublished(world.store);
    await give('список', 'facilities');
    const counts = async () =>
      Object.fromEntries((await listPublished(world.store)).published.map(({kind: of, confirmed}) => [of, confirmed]));
    const {confirmed} = must(before.published[0]);
    await world.exchange(office);
    expect(await counts()).toEqual({facilities: 0, labels: confirmed});
    await world.exchange(office);
    expect(await counts()).toEqual({facilities: 1, labels: confirmed});
  });
});

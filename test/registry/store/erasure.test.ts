import {createHash} from 'node:crypto';
import {and, eq} from 'drizzle-orm';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Change} from '../../../registry/protocol/change.ts';
import {blobState, putPiece} from '../../../registry/store/blobs.ts';
import {makeLongReply, networkBounds} from '../../../registry/store/reply.ts';
import {change, quarantine} from '../../../registry/store/schema/log.ts';
import type {Office} from '../support/office.ts';
import {databases} from '../support/stores.ts';
import {openWorld, type World} from '../support/world.ts';

const mark = 'Жоғалбекова';
const person = {table: 'recipient', rowId: 'x', patch: `{"surname":"${mark}"}`} as const;
const relative = {table: 'relative', rowId: 'rx', patch: `{"recipient_id":"x","surname":"${mark}"}`} as const;
const other = {table: 'recipient', rowId: 'y', patch: '{"surname":"Қалғанова"}'} as const;

function erasureOf(rows: readonly (readonly [string, string])[]): {table: string; rowId: string; patch: string} {
  const patch = JSON.stringify({recipient_id: 'x', erased_on: '2026-01-05', reason: 'mistake', rows});
  return {table: 'erasure', rowId: crypto.randomUUID(), patch};
}

describe.each(databases)('an erasure at the registry, on %s', kind => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const logOf = ({facility}: Office) =>
    world.store.asFacility(facility, db =>
      db
        .select({rowId: change.rowId, patch: change.patch})
        .from(change)
        .where(eq(change.facilityId, facility))
        .orderBy(change.seq),
    );
  const asideOf = ({facility}: Office) =>
    world.store.asFacility(facility, db =>
      db.select({change: quarantine.change}).from(quarantine).where(eq(quarantine.facilityId, facility)),
    );

  test('empties what the log holds of its rows, drops what was kept aside, and gives nothing of them out', async () => {
    const office = await world.office(await world.facility());
    for (const each of [person, relative, other]) office.write(each);
    office.write({table: 'paper', rowId: 'px', op: 'update', patch: `{"recipient_id":"x","values":"${mark}"}`});
    await world.exchange(office);
    expect(await asideOf(office)).toHaveLength(1);
    const behind = await world.office(office.facility);
    await world.exchange(behind, {...networkBounds, rows: 1});
    expect(JSON.stringify(behind.log)).toContain(mark);
    office.write(
      erasureOf([
        ['recipient', 'x'],
        ['relative', 'rx'],
        ['paper', 'px'],
      ]),
    );
    await world.exchange(office);
    const log = await logOf(office);
    expect(log.filter(({rowId}) => rowId === 'x' || rowId === 'rx').map(({patch}) => patch)).toEqual(['{}', '{}']);
    expect(await asideOf(office)).toEqual([]);
    const later = await world.office(office.facility);
    await world.exchange(later);
    expect(later.log.map(({table, rowId}) => (table === 'erasure' ? table : rowId))).toEqual(['y', 'erasure']);
    await world.exchange(behind);
    expect(behind.log.map(({table, rowId}) => (table === 'erasure' ? table : rowId))).toEqual(['x', 'y', 'erasure']);
    const stick = await makeLongReply(
      world.registry,
      {facilityId: office.facility, node: (await world.office(office.facility)).node},
      networkBounds,
      'test',
    );
    const onStick: Change[] = [];
    for await (const page of stick.pages) onStick.push(...page);
    expect(onStick).toHaveLength(stick.header.count);
    expect(JSON.stringify(onStick)).not.toContain(mark);
  });

  test('empties what comes later, known or new, and what says that it belongs to one of the rows', async () => {
    const office = await world.office(await world.facility());
    const late = await world.office(office.facility);
    const sent = office.write(person);
    await world.exchange(office);
    office.write(erasureOf([['recipient', 'x']]));
    await world.exchange(office);
    late.write(other);
    late.write({...person, op: 'update', patch: `{"address":"${mark}"}`});
    late.write(relative);
    late.write({...relative, op: 'update', patch: `{"first_name":"${mark}"}`});
    late.write({table: 'recipient_merge', rowId: 'm', patch: `{"kept_id":"y","merged_id":"x","filled":"${mark}"}`});
    late.write({...other, op: 'update', patch: '{"merged_into_id":"x"}'});
    late.write({...relative, rowId: 'mine', patch: '{"recipient_id":"y"}'});
    late.write({...relative, rowId: 'mine', patch: '{"recipient_id":"x","first_name":"А"}'});
    expect(await world.exchange(late)).toMatchObject({accepted: 8, quarantined: 0});
    // The same once more, from a log that was put back: it stands there, emptied.
    const again = office.copy();
    again.partner = {...again.partner, acked: 0};
    expect(again.log[0]?.stamp).toBe(sent.stamp);
    expect(await world.exchange(again)).toMatchObject({quarantined: 0});
    const log = await logOf(office);
    expect(JSON.stringify(log)).not.toContain(mark);
    expect(log.filter(({rowId}) => rowId === 'mine').map(({patch}) => patch)).not.toContain('{}');
    expect(log.filter(({rowId}) => rowId === 'y').map(({patch}) => patch)).toEqual([
      other.patch,
      '{"merged_into_id":"x"}',
    ]);
    const fresh = await world.office(office.facility);
    await world.exchange(fresh);
    expect(fresh.log.map(({rowId}) => rowId).filter(id => ['x', 'rx', 'm'].includes(id))).toEqual([]);
  });

  test('drops the scans that nobody else’s record speaks of', async () => {
    const office = await world.office(await world.facility());
    const bytes = ['only theirs', 'of both'].map(text => Buffer.from(text));
    const hashes = bytes.map(each => createHash('sha256').update(each).digest('hex'));
    const attachment = (rowId: string, owner: string, place: number) =>
      office.write({
        table: 'attachment',
        rowId,
        patch: JSON.stringify({recipient_id: owner, sha256: hashes[place], size: bytes[place]?.length}),
      });
    for (const each of [person, other]) office.write(each);
    attachment('a1', 'x', 0);
    attachment('a2', 'x', 1);
    attachment('a3', 'y', 1);
    await world.exchange(office);
    for (const [place, sha256] of hashes.entries()) {
      const whole = bytes[place] ?? Buffer.alloc(0);
      const piece = {offset: 0, size: whole.length, bytes: whole, at: new Date()};
      await world.store.asFacility(office.facility, db => putPiece(db, {facilityId: office.facility, sha256}, piece));
    }
    office.write(
      erasureOf([
        ['recipient', 'x'],
        ['attachment', 'a1'],
        ['attachment', 'a2'],
      ]),
    );
    await world.exchange(office);
    const states = await Promise.all(
      hashes.map(sha256 =>
        world.store.asFacility(office.facility, db => blobState(db, {facilityId: office.facility, sha256})),
      ),
    );
    expect(states).toMatchObject([undefined, {isComplete: true}]);
  });

  test('leaves what was kept aside of others, and a scan of which another record speaks', async () => {
    const office = await world.office(await world.facility());
    for (const each of [person, other]) office.write(each);
    for (const owner of ['x', 'y']) {
      office.write({
        table: 'paper',
        rowId: `p${owner}`,
        op: 'update',
        patch: `{"recipient_id":"${owner}","values":"${mark}"}`,
      });
    }
    const bytes = Buffer.from('of both');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (const [rowId, owner] of [['a1', 'x'] as const, ['a2', 'y'] as const]) {
      const patch = JSON.stringify({recipient_id: owner, sha256, size: bytes.length});
      office.write({table: 'attachment', rowId, patch});
    }
    office.write({table: 'attachment', rowId: 'a1', op: 'update', patch: '{"title":"Анықтама"}'});
    await world.exchange(office);
    const key = {facilityId: office.facility, sha256};
    const piece = {offset: 0, size: bytes.length, bytes, at: new Date()};
    await world.store.asFacility(office.facility, db => putPiece(db, key, piece));
    office.write(
      erasureOf([
        ['recipient', 'x'],
        ['attachment', 'a1'],
      ]),
    );
    await world.exchange(office);
    expect((await asideOf(office)).map(each => each.change.rowId)).toEqual(['py']);
    expect(await world.store.asFacility(office.facility, db => blobState(db, key))).toMatchObject({isComplete: true});
  });

  test('a row that was of somebody else first, and is made anew under the erased one, stays as it is', async () => {
    const office = await world.office(await world.facility());
    const late = await world.office(office.facility);
    for (const each of [person, other]) office.write(each);
    office.write({...relative, rowId: 'mine', patch: '{"recipient_id":"y"}'});
    await world.exchange(office);
    office.write(erasureOf([['recipient', 'x']]));
    await world.exchange(office);
    late.write({...relative, rowId: 'mine', patch: '{"recipient_id":"x"}'});
    await world.exchange(late);
    expect((await logOf(office)).filter(({rowId}) => rowId === 'mine').map(({patch}) => patch)).not.toContain('{}');
  });

  test('that names what is nobody’s own is kept aside, and nothing happens', async () => {
    const office = await world.office(await world.facility());
    office.write({table: 'staff', rowId: 's', patch: '{"surname":"Қызметкер"}'});
    office.write(
      erasureOf([
        ['recipient', 'x'],
        ['staff', 's'],
      ]),
    );
    expect(await world.exchange(office)).toMatchObject({accepted: 1, quarantined: 1});
    expect(await logOf(office)).toEqual([{rowId: 's', patch: '{"surname":"Қызметкер"}'}]);
  });

  test('is the only thing that may empty a change, and empties nothing of another facility', async () => {
    const office = await world.office(await world.facility());
    const foreign = await world.office(await world.facility());
    for (const each of [office, foreign]) {
      each.write(person);
      await world.exchange(each);
    }
    office.write(erasureOf([['recipient', 'x']]));
    await world.exchange(office);
    expect(await logOf(foreign)).toEqual([{rowId: 'x', patch: person.patch}]);
    await world.store.asFacility(foreign.facility, db =>
      db
        .update(change)
        .set({patch: '{}'})
        .where(and(eq(change.facilityId, foreign.facility))),
    );
    expect(await logOf(foreign)).toEqual([{rowId: 'x', patch: person.patch}]);
    const rewrite = world.store.asFacility(office.facility, db =>
      db.update(change).set({patch: '{"surname":"Б"}'}).where(eq(change.facilityId, office.facility)),
    );
    await expect(rewrite).rejects.toThrow();
  });
});

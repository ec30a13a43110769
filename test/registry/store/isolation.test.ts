import {getTableColumns, getTableName, sql} from 'drizzle-orm';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {bodyHash} from '../../../registry/parcel/request-signature.ts';
import {putPiece, readBytes} from '../../../registry/store/blobs.ts';
import {listReceivers, offer} from '../../../registry/store/handovers.ts';
import {publish, saveDraft} from '../../../registry/store/reference-publishing.ts';
import {receive} from '../../../registry/store/receive.ts';
import {makeReply, networkBounds} from '../../../registry/store/reply.ts';
import {codeOf} from '../../../registry/store/store-error.ts';
import type {Db} from '../../../registry/store/store.ts';
import {tables} from '../../../registry/store/tables.ts';
import type {Office} from '../support/office.ts';
import {databases} from '../support/stores.ts';
import {openWorld, type World} from '../support/world.ts';

/** The tables with rows of facilities, and the column that says whose. */
const ofFacilities = Object.values(tables)
  .filter(table => table === tables.facility || 'facilityId' in getTableColumns(table))
  .map(table => ({name: getTableName(table), owner: table === tables.facility ? 'id' : 'facility_id'}));

/** What the server must see before it knows whose turn it is, and what the officer sees: the owner may take both roles. */
const ofTheFront = ['facility', 'node', 'enrolment_code', 'quarantine', 'refusal', 'reference_given'];

const denied = '42501';

async function failure(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return 'no error';
  } catch (error) {
    return codeOf(error);
  }
}

async function rows<Row>(db: Db, text: string): Promise<Row[]> {
  // Both drivers answer so; the type that they have in common does not say it.
  const result: unknown = await db.execute(sql.raw(text));
  return (result as {rows: Row[]}).rows;
}

describe.each(databases)('a facility sees and writes nothing of another on %s', kind => {
  let world: World;
  let ours: Office;
  let theirs: Office;
  let third: string;
  let scan: string;

  beforeAll(async () => {
    world = await openWorld(kind);
    third = await world.facility('C');
    const sha256 = await saveDraft(world.store, 'labels', {corrections: []}, new Date());
    await publish(world.store, world.identity.secrets, {kind: 'labels', sha256, at: new Date()});
    ours = await world.office(await world.facility('A'));
    theirs = await world.office(await world.facility('B'));
    for (const office of [ours, theirs]) {
      office.write({patch: `{"secret":"of ${office.facility}"}`});
      office.write({rowId: 'bad', table: 'reference'});
      const rows = [['recipient', `gone of ${office.facility}`]];
      office.write({table: 'erasure', patch: JSON.stringify({recipient_id: 'gone', rows})});
      const parcel = office.parcel();
      parcel.header.refused.push({stamp: office.stamp(), reason: 'waits'});
      await receive(world.registry, {facilityId: office.facility, node: office.node}, parcel.header, parcel.changes);
      const bytes = Buffer.from(`scan of ${office.facility}`);
      scan = bodyHash(bytes);
      const key = {facilityId: office.facility, sha256: scan};
      const piece = {offset: 0, size: bytes.length, bytes, at: new Date()};
      await world.store.asFacility(office.facility, db => putPiece(db, key, piece));
      const id = crypto.randomUUID();
      const sender = {facilityId: office.facility, node: office.node};
      await makeReply(world.registry, sender, networkBounds, 'test');
      await offer(world.store, office.facility, {id, to: third, sha256: scan, size: bytes.length}, new Date());
    }
  });
  afterAll(() => world.close());

  const asOurs = <Result>(work: (db: Db) => Promise<Result>) => world.store.asFacility(ours.facility, work);

  test.each(ofFacilities.filter(({name}) => name !== 'enrolment_code'))(
    '$name: its own rows and no other',
    async ({name, owner}) => {
      const seen = `SELECT DISTINCT ${owner}::text AS id FROM "${name}"`;
      expect(await asOurs(db => rows(db, seen))).toEqual([{id: ours.facility}]);
      // There was something to see.
      expect(await world.store.asFacility(theirs.facility, db => rows(db, seen))).toEqual([{id: theirs.facility}]);
      expect(await world.store.asFacility(crypto.randomUUID(), db => rows(db, seen))).toEqual([]);
    },
  );

  test.each(ofFacilities)(
    '$name: not even the owner of the tables, and no column is writable that need not be',
    async ({name, owner}) => {
      const [guard] = await world.store.asOwner(db =>
        rows<{enabled: boolean; forced: boolean}>(
          db,
          `SELECT relrowsecurity AS enabled, relforcerowsecurity AS forced FROM pg_class WHERE oid = '"${name}"'::regclass`,
        ),
      );
      expect(guard).toEqual({enabled: true, forced: true});
      // PGlite signs in as a superuser, whom no policy holds.
      if (kind === 'PostgreSQL' && !ofTheFront.includes(name))
        expect(await world.store.asOwner(db => rows(db, `SELECT FROM "${name}"`))).toEqual([]);
      expect(await failure(asOurs(db => rows(db, `UPDATE "${name}" SET ${owner} = '${third}'`)))).toBe(denied);
      expect(await failure(asOurs(db => rows(db, `TRUNCATE "${name}"`)))).toBe(denied);
      if (!mayLoseRows.includes(name))
        expect(await failure(asOurs(db => rows(db, `DELETE FROM "${name}"`)))).toBe(denied);
    },
  );

  /**
   * Pieces of a file that is not what it is called; what a PC could not take in once and has taken in since; what was kept of
   * somebody who is erased.
   */
  const mayLoseRows = ['blob_chunk', 'refusal', 'quarantine', 'blob'];

  const writing: {what: string; text: () => string}[] = [
    {
      what: 'a change',
      text: () =>
        `INSERT INTO change SELECT '${theirs.facility}', 99, 'x', table_name, row_id, op, patch, base, author, recorded_at, via_node, via_seq FROM change LIMIT 1`,
    },
    {
      what: 'a row put aside',
      text: () =>
        `INSERT INTO quarantine SELECT '${theirs.facility}', stamp, digest, '${theirs.node}', reason, change, received_at, state FROM quarantine LIMIT 1`,
    },
    {
      what: 'news of a refusal',
      text: () =>
        `INSERT INTO refusal SELECT '${theirs.facility}', '${theirs.node}', 'x', reason, said_at FROM refusal LIMIT 1`,
    },
    {what: 'an attachment', text: () => `INSERT INTO blob VALUES ('${theirs.facility}', 'x', 1, 0, NULL)`},
    {what: 'a piece of an attachment', text: () => `INSERT INTO blob_chunk VALUES ('${theirs.facility}', 'x', 0, '')`},
    {
      what: 'a hand-over',
      text: () =>
        `INSERT INTO handover SELECT '${theirs.facility}', '${crypto.randomUUID()}', to_facility, state, sha256, size, offered_at FROM handover LIMIT 1`,
    },
    {
      what: 'which reference data it has',
      text: () =>
        `INSERT INTO reference_given SELECT '${theirs.facility}', 'calendar', version, sha256, seq, stamp FROM reference_given LIMIT 1`,
    },
  ];
  test.each(writing)('$what of another cannot be written', async ({text}) => {
    expect(await failure(asOurs(db => rows(db, text())))).toBe(denied);
  });

  test('what changes rows changes none of another', async () => {
    const changed = await asOurs(async db => ({
      head: await rows(db, `UPDATE facility SET head = 0 WHERE id = '${theirs.facility}' RETURNING id`),
      node: await rows(db, `UPDATE node SET status = 'revoked' WHERE id = '${theirs.node}' RETURNING id`),
      refusal: await rows(
        db,
        `UPDATE refusal SET reason = 'waits' WHERE facility_id = '${theirs.facility}' RETURNING stamp`,
      ),
      blob: await rows(db, `UPDATE blob SET received = 0 WHERE facility_id = '${theirs.facility}' RETURNING size`),
      chunk: await rows(db, `DELETE FROM blob_chunk WHERE facility_id = '${theirs.facility}' RETURNING at`),
      given: await rows(
        db,
        `UPDATE reference_given SET version = 0 WHERE facility_id = '${theirs.facility}' RETURNING kind`,
      ),
      handover: await rows(
        db,
        `UPDATE handover SET state = 'withdrawn' WHERE facility_id = '${theirs.facility}' RETURNING id`,
      ),
    }));
    expect(Object.values(changed).flat()).toEqual([]);
  });

  test.each(['enrolment_code', 'reference_draft', 'registry', 'officer', 'officer_session', 'applied_migration'])(
    '%s is not for a facility',
    async name => {
      expect(await failure(asOurs(db => rows(db, `SELECT * FROM "${name}"`)))).toBe(denied);
    },
  );

  test('the officer sees no contents, and the front no facility of which it knows nothing', async () => {
    for (const name of ['change', 'blob', 'blob_chunk', 'handover', 'registry']) {
      expect(await failure(world.store.asOfficer(db => rows(db, `SELECT * FROM "${name}"`)))).toBe(denied);
      expect(await failure(world.store.asFront(db => rows(db, `SELECT * FROM "${name}"`)))).toBe(denied);
    }
    expect(await failure(world.store.asOfficer(db => rows(db, 'SELECT change FROM quarantine')))).toBe(denied);
    expect(await failure(world.store.asFront(db => rows(db, 'SELECT * FROM quarantine')))).toBe(denied);
    const listed = await listReceivers(world.store, ours.facility);
    expect(listed.map(({facility}) => facility)).toEqual([theirs.facility]);
  });

  test('a receiver reads what was offered to it, and of the sender nothing else', async () => {
    const as = (id: string) =>
      world.store.asFacility(
        id,
        async db => (await readBytes(db, {facilityId: theirs.facility, sha256: scan}, 0, 99)).length,
      );
    expect(await as(third)).toBeGreaterThan(0);
    expect(await as(ours.facility)).toBe(0);
    const seen = await world.store.asFacility(third, db =>
      rows(db, `SELECT facility_id FROM blob WHERE facility_id = '${theirs.facility}'`),
    );
    expect(seen).toHaveLength(1);
    const written = await world.store.asFacility(third, db =>
      rows(db, `DELETE FROM blob_chunk WHERE facility_id = '${theirs.facility}' RETURNING at`),
    );
    expect(written).toEqual([]);
    expect(await failure(world.store.asFacility(third, db => rows(db, `UPDATE handover SET sha256 = 'x'`)))).toBe(
      denied,
    );
  });

  test.each([
    `'; RESET ROLE; SELECT set_config('tirek.facility', 'B', false); --`,
    `' OR '1'='1`,
    `$1); DELETE FROM change; --`,
    `{"a","b"}`,
    `\\'; COPY change TO '/tmp/x'; --`,
  ])('a value is a value, whatever it says: %s', async value => {
    const office = await world.office(await world.facility());
    office.write({
      rowId: value,
      table: value.slice(0, 64),
      author: value.slice(0, 64),
      patch: JSON.stringify({[value.slice(0, 64)]: value}),
    });
    const other = await world.office(office.facility);
    await world.exchange(office);
    await world.exchange(other);
    expect(other.log[0]).toMatchObject({rowId: value, patch: office.log[0]?.patch});
    const hostile = world.store.asFacility(value, db => rows(db, 'SELECT * FROM change'));
    expect(await failure(hostile)).toBe('22P02');
    expect(await asOurs(db => rows(db, 'SELECT DISTINCT facility_id AS id FROM change'))).toEqual([
      {id: ours.facility},
    ]);
  });

  test('the rights of a transaction end with it, also where it fails', async () => {
    await failure(asOurs(db => rows(db, 'SELECT 1 / 0')));
    const who = await Promise.all(
      Array.from({length: 12}, () =>
        world.store.asOwner(db =>
          rows(
            db,
            `SELECT current_user = session_user AS owner, coalesce(current_setting('tirek.facility', true), '') AS of`,
          ),
        ),
      ),
    );
    for (const each of who) expect(each).toEqual([{owner: true, of: ''}]);
  });
});

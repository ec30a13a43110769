import {eq} from 'drizzle-orm';
import {Pool} from 'pg';
import {must} from '../../domain/assert.ts';
import type {Change} from '../../registry/protocol/change.ts';
import type {ParcelHeader, Point} from '../../registry/protocol/header.ts';
import {receive} from '../../registry/store/receive.ts';
import {makeReply, networkBounds} from '../../registry/store/reply.ts';
import {facility} from '../../registry/store/schema/facility.ts';
import type {Office} from '../registry/support/office.ts';
import {openWorld, type World} from '../registry/support/world.ts';
import {inventDay} from '../support/day-of-changes.ts';
import {rounded, timed, type Figure} from './figure.ts';

/** What the registry takes in on PostgreSQL, beside a bare multi-row insert of the same rows into the same table. */

const senders = 4;
const changesOfSender = 24_000;
const total = senders * changesOfSender;
const target = '≥ 10,000/s, ≥ ⅓ of the bare insert';

interface Page {
  readonly header: ParcelHeader;
  readonly changes: readonly Change[];
}

interface Sending {
  readonly office: Office;
  readonly pages: readonly Page[];
}

/** A figure for each size of a page. Needs TEST_DATABASE_URL; says so where it is missing. */
export async function measureRegistry(): Promise<Figure[]> {
  if (process.env.TEST_DATABASE_URL === undefined) {
    return [
      {
        name: 'changes accepted by the registry',
        value: null,
        unit: '/s',
        against: 'TEST_DATABASE_URL names no PostgreSQL',
        ratio: null,
        target,
        met: false,
      },
    ];
  }
  const figures: Figure[] = [];
  for (const page of [1_000, 2_000]) {
    const world = await openWorld('PostgreSQL');
    try {
      figures.push(await measurePages(world, page));
    } finally {
      await world.close();
    }
  }
  return figures;
}

async function measurePages(world: World, page: number): Promise<Figure> {
  const sendings: Sending[] = [];
  for (let each = 0; each < senders; each += 1) sendings.push(await prepare(world, page));
  const bare = total / ((await insertBare(world, sendings)) / 1000);
  const accepted = total / ((await timed(() => Promise.all(sendings.map(sending => send(world, sending))))) / 1000);
  for (const {office} of sendings) await check(world, office);
  return {
    name: `changes accepted by the registry, pages of ${page}, ${senders} senders`,
    value: rounded(accepted),
    unit: '/s',
    against: `bare multi-row insert ${rounded(bare)} /s`,
    ratio: rounded(accepted / bare),
    target,
    met: accepted >= 10_000 && accepted >= bare / 3,
  };
}

/** The parcels of one PC, as it would make them one after the other: each knows that the one before was taken in. */
async function prepare(world: World, page: number): Promise<Sending> {
  const office = await world.office(await world.facility());
  const [own] = await world.store.asFacility(office.facility, db => db.select({epoch: facility.epoch}).from(facility));
  // A day of so many people is a little shorter than asked for.
  const changes = inventDay(changesOfSender * 1.5, {node: office.node, seed: office.node}).slice(0, changesOfSender);
  const point = (seq: number): Point => ({seq, stamp: changes[seq - 1]?.stamp ?? null});
  const first = office.parcel().header;
  const pages: Page[] = [];
  for (let from = 0; from < changes.length; from += page) {
    const upTo = Math.min(changes.length, from + page);
    pages.push({
      header: {
        ...first,
        number: pages.length + 1,
        made: office.stamp(),
        log: {epoch: office.epoch, after: point(from), upTo: point(upTo), more: upTo < changes.length},
        // The log of a facility with one PC is the same here and there.
        seen: {epoch: must(own).epoch, upTo: point(from), marks: []},
        count: upTo - from,
      },
      changes: changes.slice(from, upTo),
    });
  }
  return {office, pages};
}

/** All that an exchange is for the registry but the parcel itself: the page is taken in, the answer made. */
async function send(world: World, {office, pages}: Sending): Promise<void> {
  const sender = {facilityId: office.facility, node: office.node};
  for (const {header, changes} of pages) {
    await receive(world.registry, sender, header, changes);
    await makeReply(world.registry, sender, networkBounds, 'bench');
  }
}

async function check(world: World, office: Office): Promise<void> {
  const [row] = await world.store.asFacility(office.facility, db =>
    db.select({head: facility.head}).from(facility).where(eq(facility.id, office.facility)),
  );
  if (row?.head !== changesOfSender) throw new Error(`${row?.head} of ${changesOfSender} were accepted`);
}

/**
 * Milliseconds of nothing but the insert of the same rows in the same pages into the same table with its indexes, by one
 * array for each column, which is quicker than VALUES with a parameter for each value.
 */
async function insertBare(world: World, sendings: readonly Sending[]): Promise<number> {
  const pool = new Pool({connectionString: world.url, max: senders});
  await pool.query('CREATE TABLE bare (LIKE change INCLUDING ALL)');
  const took = await timed(() =>
    Promise.all(
      sendings.map(async ({office, pages}) => {
        const client = await pool.connect();
        for (const {changes} of pages) await client.query(bareInsert, columnsOf(office, changes));
        client.release();
      }),
    ),
  );
  await pool.query('DROP TABLE bare');
  await pool.end();
  return took;
}

const types = ['uuid', 'bigint', 'text', 'text', 'text', 'text', 'text', 'text', 'text', 'text', 'text', 'bigint'];
const bareInsert = `INSERT INTO bare SELECT * FROM unnest(${types.map((type, place) => `$${place + 1}::${type}[]`).join(', ')})`;

function columnsOf({facility: facilityId, node}: Office, changes: readonly Change[]): unknown[][] {
  return [
    changes.map(() => facilityId),
    changes.map(({seq}) => seq),
    changes.map(({stamp}) => stamp),
    changes.map(({table}) => table),
    changes.map(({rowId}) => rowId),
    changes.map(({op}) => op),
    changes.map(({patch}) => patch),
    changes.map(({base}) => base.join(' ')),
    changes.map(({author}) => author),
    changes.map(({recordedAt}) => recordedAt),
    changes.map(() => node),
    changes.map(({seq}) => seq),
  ];
}

import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {must} from '../../domain/assert.ts';
import {openDatabase, type Connection} from '../../db/connection.ts';
import {writeFacilityId} from '../../db/exchange/identity.ts';
import {incoming} from '../../db/exchange/incoming.ts';
import {outgoingPages} from '../../db/exchange/outgoing.ts';
import {acquaint} from '../../db/exchange/partners.ts';
import {makeNodeSecrets, publicKeysOf, type NodeSecrets} from '../../registry/parcel/keys.ts';
import {openParcelFile, stickLimits} from '../../registry/parcel/open.ts';
import {writeParcel} from '../../registry/parcel/pack.ts';
import {isSealedChange} from '../../registry/parcel/reference-seal.ts';
import type {NodeKeys} from '../../registry/protocol/enrolment.ts';
import {rounded, type Figure} from './figure.ts';
import {furnish} from './start.ts';

/**
 * Changes of another PC taken into an encrypted database: read from a parcel on the disk, verified, decrypted, unpacked,
 * written into rows and log, with search, states and deadlines made anew at the end.
 */

const today = '2026-11-26';
const page = 2_000;
const facility = '0190f6a0-0000-4000-8000-00000000f001';
const nobody = {accountId: null};

interface Pc {
  readonly connection: Connection;
  readonly secrets: NodeSecrets;
  readonly keys: NodeKeys;
}

async function pc(folder: string, name: string): Promise<Pc> {
  const connection = openDatabase({
    file: join(folder, `${name}.db`),
    key: new Uint8Array(32).fill(7),
    node: `${name.padStart(16, '0')}-`,
    now: Date.now,
  });
  const secrets = await makeNodeSecrets();
  connection.transact(db => writeFacilityId(db, facility), nobody);
  return {connection, secrets, keys: await publicKeysOf(secrets)};
}

function meet(one: Pc, other: Pc): void {
  const {node} = other.connection;
  one.connection.transact(db => acquaint(db, {id: node, kind: 'pc', name: node, keys: other.keys}), nobody);
}

/** `people`: each brings five changes or so. */
export async function measureIntegration(people: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-integration-'));
  const [office, second] = [await pc(folder, '1'), await pc(folder, '2')];
  try {
    meet(office, second);
    meet(second, office);
    furnish(office.connection, people, today);
    const file = join(folder, 'parcel');
    const count = await write(office, second, file);
    const {integrated, usable} = await read(office, second, file);
    return figures({count, integrated, usable, bytes: statSync(file).size});
  } finally {
    office.connection.close();
    second.connection.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

async function write(from: Pc, to: Pc, file: string): Promise<number> {
  const {header, pages} = outgoingPages(from.connection, to.connection.node, 'bench', page);
  const handle = await open(file, 'w');
  try {
    await writeParcel(header, flat(pages), {own: from.secrets, to: to.keys}, async piece => {
      await handle.write(piece);
    });
  } finally {
    await handle.close();
  }
  return header.count;
}

function* flat<Item>(pages: Iterable<readonly Item[]>): Generator<Item> {
  for (const each of pages) yield* each;
}

/** Seconds until the last change was committed, and until all that follows from them was made anew. */
async function read(from: Pc, to: Pc, file: string): Promise<{integrated: number; usable: number}> {
  const self = to.connection.node;
  const begun = performance.now();
  const since = (): number => (performance.now() - begun) / 1_000;
  const parcel = await openParcelFile(file, {own: to.secrets, self, keysOf: () => from.keys, limits: stickLimits});
  let integrated = 0;
  async function* pages(): typeof parcel.pages {
    yield* parcel.pages;
    // Asked for more than there is: the last page was committed.
    integrated = since();
  }
  try {
    const result = await incoming(to.connection, parcel.header, pages(), {
      today: () => today,
      isSealed: isSealedChange,
    });
    must(result.quarantined === 0 && result.integrated === parcel.header.count ? result : undefined, 'all went in');
    return {integrated, usable: since()};
  } finally {
    await parcel.close();
  }
}

interface Measured {
  readonly count: number;
  /** Seconds. */
  readonly integrated: number;
  readonly usable: number;
  readonly bytes: number;
}

function figures({count, integrated, usable, bytes}: Measured): Figure[] {
  const perSecond = count / integrated;
  const load = (300_000 / count) * usable;
  return [
    {
      name: 'changes integrated into the encrypted database',
      value: rounded(perSecond),
      unit: '/s',
      against: `${count} changes from a stick, ${rounded(bytes / 1e6)} MB, in ${rounded(integrated)} s: rows, log and audit`,
      ratio: null,
      target: '≥ 10,000/s',
      met: perSecond >= 10_000,
    },
    {
      name: 'first load from a stick, for 300,000 rows',
      value: rounded(load),
      unit: 's',
      against: `the same run, with search, states and deadlines of everybody: ${rounded(count / usable)}/s, in ${rounded(usable)} s`,
      ratio: null,
      target: '≤ 60 s',
      met: load <= 60,
    },
  ];
}

import {readFileSync, statSync, writeFileSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {join} from 'node:path';
import {assert} from '../../domain/assert.ts';
import {openDatabase, type Connection} from '../../db/connection.ts';
import {writeFacilityId} from '../../db/exchange/identity.ts';
import {incoming} from '../../db/exchange/incoming.ts';
import {outgoingPages} from '../../db/exchange/outgoing.ts';
import {acquaint} from '../../db/exchange/partners.ts';
import {openParcelFile, stickLimits} from '../../registry/parcel/open.ts';
import {writeParcel} from '../../registry/parcel/pack.ts';
import {isSealedChange} from '../../registry/parcel/reference-seal.ts';
import type {Change} from '../../registry/protocol/change.ts';
import type {ParcelHeader} from '../../registry/protocol/header.ts';
import {limits} from '../../registry/protocol/limits.ts';
import {firstLoad} from '../support/first-load.ts';
import {headerFor, makeTestNode, testFacility, type TestNode} from '../support/parcels.ts';

/**
 * One PC that takes in a first load from a stick, or hands all of it on, in a process of its own: its memory is then its
 * own, from the first byte of the program on. `integration-child make|read|write FOLDER COUNT`, answers JSON: `make` invents
 * the parcel that `read` takes in, `write` hands on what was read.
 */

export interface ChildReport {
  readonly changes: number;
  readonly seconds: number;
  readonly parcelBytes: number;
  /** The most that the process has ever held, in bytes. */
  readonly peak: number;
  /** What it held when the database was open. */
  readonly before: number;
}

const today = '2026-11-26';
const nobody = {accountId: null};
const [senderId, selfId, thirdId] = ['00000000000000a1', '00000000000000a2', '00000000000000a3'];

function openSelf(folder: string, partner: TestNode): Connection {
  const key = new Uint8Array(32).fill(7);
  const connection = openDatabase({file: join(folder, 'node.db'), key, node: `${selfId}-`, now: Date.now});
  connection.transact(db => {
    writeFacilityId(db, testFacility);
    acquaint(db, {id: partner.id, kind: 'pc', name: partner.id, keys: partner.keys});
  }, nobody);
  return connection;
}

/** The changes are invented while they are written: nothing of this stays in the memory of who reads it. */
async function write(
  file: string,
  header: ParcelHeader,
  changes: Iterable<Change>,
  from: TestNode,
  to: TestNode,
): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await writeParcel(header, changes, {own: from.secrets, to: to.keys}, async piece => {
      await handle.write(piece);
    });
  } finally {
    await handle.close();
  }
}

interface Pair {
  readonly sender: TestNode;
  readonly self: TestNode;
}

async function make(folder: string, count: number): Promise<ChildReport> {
  const [sender, self] = [await makeTestNode(senderId), await makeTestNode(selfId)];
  const file = join(folder, 'parcel');
  writeFileSync(join(folder, 'pair.json'), JSON.stringify({sender, self} satisfies Pair));
  const [before, begun] = [process.memoryUsage.rss(), performance.now()];
  let last: Change | undefined;
  for (const change of firstLoad(count, senderId)) last = change;
  assert(last !== undefined, 'something is sent');
  const header = {...headerFor(sender, self, [last]), facility: testFacility, schema: 1, count};
  await write(file, header, firstLoad(count, senderId), sender, self);
  return report({changes: count, seconds: (performance.now() - begun) / 1_000, file, before});
}

async function read(folder: string): Promise<ChildReport> {
  const {sender, self}: Pair = JSON.parse(readFileSync(join(folder, 'pair.json'), 'utf8'));
  const file = join(folder, 'parcel');
  const connection = openSelf(folder, sender);
  const parcel = await openParcelFile(file, {
    own: self.secrets,
    self: selfId,
    keysOf: () => sender.keys,
    limits: stickLimits,
  });
  const [before, begun] = [process.memoryUsage.rss(), performance.now()];
  const {integrated, quarantined} = await incoming(connection, parcel.header, parcel.pages, {
    today: () => today,
    isSealed: isSealedChange,
  });
  const seconds = (performance.now() - begun) / 1_000;
  assert(quarantined === 0 && integrated === parcel.header.count, 'all went in');
  await parcel.close();
  connection.close();
  return report({changes: integrated, seconds, file, before});
}

async function handOn(folder: string): Promise<ChildReport> {
  const [self, third] = [await makeTestNode(selfId), await makeTestNode(thirdId)];
  const connection = openSelf(folder, third);
  const file = join(folder, 'parcel-on');
  const [before, begun] = [process.memoryUsage.rss(), performance.now()];
  const {header, pages} = outgoingPages(connection, thirdId, 'bench', limits.page);
  await write(file, header, flat(pages), self, third);
  const seconds = (performance.now() - begun) / 1_000;
  connection.close();
  return report({changes: header.count, seconds, file, before});
}

function* flat(pages: Iterable<readonly Change[]>): Generator<Change> {
  for (const page of pages) yield* page;
}

/**
 * The most memory that this program has held. Not `resourceUsage().maxRSS` where it can be helped: Linux hands on to it, through
 * `exec`, the peak of the process that started this one.
 */
function peakOfProcess(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1_024;
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  assert(kilobytes !== undefined, 'Linux says the peak');
  return Number(kilobytes) * 1_024;
}

interface Done extends Pick<ChildReport, 'changes' | 'seconds' | 'before'> {
  readonly file: string;
}

function report({file, ...done}: Done): ChildReport {
  return {...done, parcelBytes: statSync(file).size, peak: peakOfProcess()};
}

const [side, folder = '', count = '0'] = process.argv.slice(2);
const work = {make, read, write: handOn}[side ?? ''];
assert(work !== undefined, 'make, read or write');
console.log(JSON.stringify(await work(folder, Number(count))));

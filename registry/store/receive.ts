import {randomBytes} from 'node:crypto';
import {and, eq} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import {newClock, receive as tick, stamp as stampOf} from '../../domain/hybrid-clock.ts';
import {originOf, type Change} from '../protocol/change.ts';
import type {NodeKeys} from '../protocol/enrolment.ts';
import type {ParcelHeader, Point} from '../protocol/header.ts';
import {
  bringsAnother,
  gettingBack,
  integratedUpTo,
  receiveHeader,
  type Partner,
  type Verdict,
} from '../protocol/partner.ts';
import {erase, erasedAround, type Erased} from './erasure.ts';
import {isSame, judge} from './judge.ts';
import {appendChanges, knownChanges, stampsAt} from './log-rows.ts';
import {keepAside, keepRefusals, mend, type Refused} from './quarantine.ts';
import {takeReferenceBack} from './reference-keeping.ts';
import {Refusal} from './refusal.ts';
import {facility, node} from './schema/facility.ts';
import type {Db, Store} from './store.ts';

/** What a registry is, to those who exchange with it. */
export interface Registry {
  readonly store: Store;
  /** Its node id. */
  readonly self: string;
  /** What it proves by what it made itself. */
  readonly keys: NodeKeys;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The PC that a parcel comes from, or goes to. */
export interface Sender {
  readonly facilityId: string;
  readonly node: string;
}

export interface Receipt {
  readonly verdict: Verdict;
  /** New in the log. */
  readonly accepted: number;
  /** Stood there already. */
  readonly known: number;
  readonly quarantined: number;
  /** The last number of the log afterwards. */
  readonly head: number;
}

/**
 * Takes in a parcel, in one transaction (rules 4 and 7):
 *
 *   lock the facility's row ─▶ what the header means ─▶ partner, report
 *     ─▶ sort: new | known | erased | not to be taken ─▶ log, quarantine ─▶ head, partner
 *
 * Numbers are given out under that lock until commit, so that nobody who reads the log up to its head lacks a row that is
 * committed later (rule 3). Throws `Refusal`; then nothing was changed, but that a copied database is remembered as one.
 */
export async function receive(
  registry: Registry,
  sender: Sender,
  header: ParcelHeader,
  changes: readonly Change[],
): Promise<Receipt> {
  checkAddress(registry, sender, header);
  checkNumbers(header, changes, header.log.after.seq);
  if (header.count !== changes.length) throw new Refusal('malformed', 'count of the changes');
  const receipt = await registry.store.asFacility(sender.facilityId, async db => {
    const {verdict, moves, head} = await greet(db, registry, {sender, header});
    if (verdict !== 'apply') return {verdict, ...noSorted, head};
    const upTo = moves ? header.log.upTo : null;
    return {verdict, ...(await takePage(db, registry, {sender, header, changes, upTo}))};
  });
  if (receipt.verdict === 'copied') throw new Refusal('copied');
  return receipt;
}

/**
 * The same for a parcel of any length, as it stands on a stick: the header is one transaction, and each page one of its own
 * together with the cursor, so that the lock of the facility is held for a page at most. Whatever comes from that PC by another
 * way in between moves the cursor further, never back. Rejects with what the pages throw: what was taken in before stays.
 */
export async function receivePages(
  registry: Registry,
  sender: Sender,
  header: ParcelHeader,
  pages: AsyncIterable<readonly Change[]> | Iterable<readonly Change[]>,
): Promise<Receipt> {
  checkAddress(registry, sender, header);
  const {store} = registry;
  const work = <Result>(of: (db: Db) => Promise<Result>): Promise<Result> => store.asFacility(sender.facilityId, of);
  const greeted = await work(db => greet(db, registry, {sender, header}));
  let receipt: Receipt = {verdict: greeted.verdict, ...noSorted, head: greeted.head};
  if (greeted.verdict === 'copied') throw new Refusal('copied');
  if (greeted.verdict === 'gap') return receipt;
  const take = async (changes: readonly Change[], upTo: Point): Promise<void> => {
    const taken = await work(db =>
      takePage(db, registry, {sender, header, changes, upTo: greeted.moves ? upTo : null}),
    );
    receipt = {
      verdict: 'apply',
      accepted: receipt.accepted + taken.accepted,
      known: receipt.known + taken.known,
      quarantined: receipt.quarantined + taken.quarantined,
      head: taken.head,
    };
  };
  let last = header.log.after.seq;
  for await (const page of pages) {
    last = checkNumbers(header, page, last);
    const end = page.at(-1);
    if (end !== undefined) await take(page, {seq: end.seq, stamp: end.stamp});
  }
  await take([], header.log.upTo);
  return receipt;
}

function checkAddress({self}: Registry, sender: Sender, header: ParcelHeader): void {
  if (header.facility !== sender.facilityId) throw new Refusal('other-facility');
  if (header.to !== self || header.from !== sender.node) throw new Refusal('not-for-us');
  if (header.log.upTo.seq < header.log.after.seq) throw new Refusal('malformed', 'count of the changes');
}

/** The numbers of a parcel grow within what it says to hold; a sender that does otherwise is broken. Answers the last. */
function checkNumbers({log}: ParcelHeader, changes: readonly Change[], before: number): number {
  let last = before;
  for (const {seq} of changes) {
    if (seq <= last || seq > log.upTo.seq) throw new Refusal('malformed', 'numbers of the changes');
    last = seq;
  }
  return last;
}

interface Parcel {
  readonly sender: Sender;
  readonly header: ParcelHeader;
}

interface Page extends Parcel {
  readonly changes: readonly Change[];
  /** Where the page ends in the sender's log; null: this parcel does not move on how far it was read. */
  readonly upTo: Point | null;
}

interface Greeted {
  readonly verdict: Verdict;
  readonly moves: boolean;
  readonly head: number;
}

/** What the header means for what is known of the sender, kept under the lock of the facility. */
async function greet(db: Db, registry: Registry, parcel: Parcel): Promise<Greeted> {
  const {sender, header} = parcel;
  const own = await lockFacility(db, sender.facilityId);
  const known = await activeNode(db, sender);
  const points = [header.seen.upTo, ...header.seen.marks].map(({seq}) => seq);
  const stamps = await stampsAt(db, sender.facilityId, [...new Set(points)]);
  const received = receiveHeader(known.partner, header, {...own, stampAt: seq => stamps.get(seq)});
  const {verdict, moves, partner} = received;
  if (verdict === 'copied') {
    await db.update(node).set({status: 'copied'}).where(isNode(sender));
    return {verdict, moves, head: own.head};
  }
  // What came late tells of a state that has passed.
  const isLatest = partner.lastMade === header.made;
  if (isLatest) await keepRefusals(db, sender, header.refused, new Date(registry.now()));
  await moveOn(db, registry, parcel, {
    // A restored log begins anew: whoever has more of the old one is asked for it.
    epoch: received.restored ? newEpoch() : own.epoch,
    clock: own.clock,
    partner,
    isLatest,
  });
  return {verdict, moves, head: own.head};
}

type Taken = Omit<Receipt, 'verdict'>;

/** One page, under the lock of the facility: log, quarantine, head and cursor move together. */
async function takePage(db: Db, registry: Registry, page: Page): Promise<Taken> {
  const {sender, header, upTo} = page;
  const own = await lockFacility(db, sender.facilityId);
  const {partner} = await activeNode(db, sender);
  const erased = await erasedAround(db, sender.facilityId, page.changes);
  const {fresh, refused, known, right} = await sort(db, registry, page, erased);
  await appendChanges(db, sender.facilityId, {head: own.head, node: sender.node, changes: fresh});
  const numbered = fresh.map((change, place) => ({...change, seq: own.head + place + 1}));
  const ownAgain = numbered.filter(({stamp}) => originOf(stamp) === registry.self);
  await takeReferenceBack(db, sender.facilityId, ownAgain);
  await erase(db, sender.facilityId, erased.found);
  await keepAside(db, sender, refused, new Date(registry.now()));
  // What came late may be older than what went wrong.
  if (upTo !== null) await mend(db, sender, right);
  const head = own.head + fresh.length;
  if (fresh.length > 0) await db.update(facility).set({head}).where(eq(facility.id, sender.facilityId));
  // A later parcel may have come by another way since the header was read: it knows better.
  const isLatest = upTo !== null && partner.epoch === header.log.epoch && partner.lastMade === header.made;
  const moved = isLatest ? integratedUpTo(partner, upTo) : partner;
  const isAnother = bringsAnother(partner, upTo !== null, fresh, () => false);
  const after = isAnother ? gettingBack(moved, header.log.after.seq, head) : moved;
  if (after !== partner) await db.update(node).set({partner: after}).where(isNode(sender));
  return {accepted: fresh.length, known, quarantined: refused.length, head};
}

export function newEpoch(): string {
  return randomBytes(8).toString('hex');
}

export interface OwnState {
  readonly epoch: string;
  readonly head: number;
  readonly clock: string | null;
}

/** Locks the row of a facility until the transaction ends. */
export async function lockFacility(db: Db, facilityId: string): Promise<OwnState> {
  const rows = await db
    .select({epoch: facility.epoch, head: facility.head, clock: facility.clock})
    .from(facility)
    .where(eq(facility.id, facilityId))
    .for('update');
  return must(rows[0], 'a node that was taken in has a facility');
}

export async function activeNode(db: Db, sender: Sender): Promise<typeof node.$inferSelect> {
  const [row] = await db.select().from(node).where(isNode(sender));
  if (row === undefined) throw new Refusal('stranger');
  if (row.status !== 'active') throw new Refusal(row.status);
  return row;
}

export function isNode({facilityId, node: id}: Sender) {
  return and(eq(node.facilityId, facilityId), eq(node.id, id));
}

interface Sorted {
  readonly fresh: readonly Change[];
  readonly known: number;
  readonly refused: readonly Refused[];
  /** Stamps of what stands in the log just as the sender has it. */
  readonly right: readonly string[];
}

const noSorted = {accepted: 0, known: 0, quarantined: 0};

async function sort(db: Db, registry: Registry, {sender, changes}: Page, erased: Erased): Promise<Sorted> {
  const fresh = new Map<string, Change>();
  const refused: Refused[] = [];
  const same: string[] = [];
  const standing = await knownChanges(
    db,
    sender.facilityId,
    changes.map(({stamp}) => stamp),
  );
  for (const change of changes) {
    const before = standing.get(change.stamp) ?? fresh.get(change.stamp);
    const isGone = erased.has(change);
    const reason = before === undefined ? judge(change, registry) : 'collision';
    if (before !== undefined && (isGone || isSame(before, change))) same.push(change.stamp);
    // Whatever is wrong with it besides: nothing of it is kept.
    else if (isGone) fresh.set(change.stamp, {...change, patch: '{}'});
    else if (reason === undefined) fresh.set(change.stamp, change);
    else refused.push({change, reason});
  }
  // Of two that come under one stamp, one is wrong still.
  const wrong = new Set(refused.map(({change}) => change.stamp));
  const right = [...fresh.keys(), ...same].filter(stamp => !wrong.has(stamp));
  return {fresh: [...fresh.values()], known: same.length, refused, right};
}

interface Moved {
  readonly epoch: string;
  readonly clock: string | null;
  readonly partner: Partner;
  /** False of a parcel that came late: what it says of its sender is older than what is known. */
  readonly isLatest: boolean;
}

async function moveOn(db: Db, registry: Registry, {sender, header}: Parcel, moved: Moved): Promise<void> {
  const at = new Date(registry.now());
  const said = moved.isLatest && header.report !== null ? {report: header.report, reportedAt: at} : {};
  await db
    .update(facility)
    .set({epoch: moved.epoch, clock: clockAfter(registry, moved.clock, header.made), ...said})
    .where(eq(facility.id, sender.facilityId));
  const about = moved.isLatest ? {program: header.program, schemaNumber: header.schema} : {};
  const count = moved.isLatest && header.report !== null ? {quarantined: header.report.quarantined} : {};
  await db
    .update(node)
    .set({partner: moved.partner, lastExchangeAt: at, ...about, ...count})
    .where(isNode(sender));
}

/** A hybrid time of this registry, later than the last one for the facility and than `seen`. */
export function clockAfter({self, now}: Registry, last: string | null, seen?: string): string {
  const own = last === null ? newClock : tick(newClock, last, now());
  return stampOf(seen === undefined ? own : tick(own, seen, now()), now(), self).stamp;
}

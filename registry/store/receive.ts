import {randomBytes} from 'node:crypto';
import {and, eq, sql} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import {newClock, receive as tick, stamp as stampOf} from '../../domain/hybrid-clock.ts';
import type {Change} from '../protocol/change.ts';
import type {NodeKeys} from '../protocol/enrolment.ts';
import type {ParcelHeader, RefusalReason} from '../protocol/header.ts';
import {integratedUpTo, receiveHeader, type Partner, type Verdict} from '../protocol/partner.ts';
import {digestOf, isSame, judge, originOf} from './judge.ts';
import {appendChanges, knownChanges, stampsAt} from './log-rows.ts';
import {takeReferenceBack} from './reference-keeping.ts';
import {Refusal} from './refusal.ts';
import {facility, node} from './schema/facility.ts';
import {quarantine, refusal} from './schema/log.ts';
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
 *   lock the facility's row ─▶ what the header means ─▶ sort: new | known | not to be taken ─▶ log, quarantine
 *     ─▶ head, partner, report
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
  if (header.facility !== sender.facilityId) throw new Refusal('other-facility');
  if (header.to !== registry.self || header.from !== sender.node) throw new Refusal('not-for-us');
  checkNumbers(header, changes);
  const receipt = await registry.store.asFacility(sender.facilityId, db =>
    integrate(db, registry, {sender, header, changes}),
  );
  if (receipt.verdict === 'copied') throw new Refusal('copied');
  return receipt;
}

/** The numbers of a parcel grow within what it says to hold; a sender that does otherwise is broken. */
function checkNumbers({log, count}: ParcelHeader, changes: readonly Change[]): void {
  let last = log.after.seq;
  for (const {seq} of changes) {
    if (seq <= last || seq > log.upTo.seq) throw new Refusal('malformed', 'numbers of the changes');
    last = seq;
  }
  if (count !== changes.length || log.upTo.seq < log.after.seq) throw new Refusal('malformed', 'count of the changes');
}

interface Parcel {
  readonly sender: Sender;
  readonly header: ParcelHeader;
  readonly changes: readonly Change[];
}

async function integrate(db: Db, registry: Registry, parcel: Parcel): Promise<Receipt> {
  const {sender, header} = parcel;
  const own = await lockFacility(db, sender.facilityId);
  const known = await activeNode(db, sender);
  const points = [header.seen.upTo, ...header.seen.marks].map(({seq}) => seq);
  const stamps = await stampsAt(db, sender.facilityId, [...new Set(points)]);
  const received = receiveHeader(known.partner, header, {...own, stampAt: seq => stamps.get(seq)});
  const nothing = {verdict: received.verdict, accepted: 0, known: 0, quarantined: 0, head: own.head};
  if (received.verdict === 'copied') {
    await db.update(node).set({status: 'copied'}).where(isNode(sender));
    return nothing;
  }
  const sorted = received.verdict === 'apply' ? await sort(db, registry, parcel) : {fresh: [], refused: [], known: 0};
  await appendChanges(db, sender.facilityId, {head: own.head, node: sender.node, changes: sorted.fresh});
  const numbered = sorted.fresh.map((change, place) => ({...change, seq: own.head + place + 1}));
  const ownAgain = numbered.filter(({stamp}) => originOf(stamp) === registry.self);
  await takeReferenceBack(db, sender.facilityId, ownAgain);
  await keepAside(db, registry, sender, sorted.refused);
  // What came late tells of a state that has passed.
  if (received.partner.lastMade === header.made) await keepRefusals(db, registry, parcel);
  const head = own.head + sorted.fresh.length;
  const partner = received.moves ? integratedUpTo(received.partner, header.log.upTo) : received.partner;
  await moveOn(db, registry, parcel, {
    head,
    // A restored log begins anew: whoever has more of the old one is asked for it.
    epoch: received.restored ? newEpoch() : own.epoch,
    clock: own.clock,
    partner,
    isLatest: partner.lastMade === header.made,
  });
  const {fresh, refused} = sorted;
  return {verdict: received.verdict, accepted: fresh.length, known: sorted.known, quarantined: refused.length, head};
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

interface Refused {
  readonly change: Change;
  readonly reason: RefusalReason;
}

interface Sorted {
  readonly fresh: readonly Change[];
  readonly known: number;
  readonly refused: readonly Refused[];
}

async function sort(db: Db, registry: Registry, {sender, changes}: Parcel): Promise<Sorted> {
  const fresh = new Map<string, Change>();
  const refused: Refused[] = [];
  let known = 0;
  const standing = await knownChanges(
    db,
    sender.facilityId,
    changes.map(({stamp}) => stamp),
  );
  for (const change of changes) {
    const before = standing.get(change.stamp) ?? fresh.get(change.stamp);
    const reason = before === undefined ? judge(change, registry) : 'collision';
    if (before !== undefined && isSame(before, change)) known += 1;
    else if (reason === undefined) fresh.set(change.stamp, change);
    else refused.push({change, reason});
  }
  return {fresh: [...fresh.values()], known, refused};
}

/** Rows of one statement with a parameter for each value. */
const batch = 500;

async function keepAside(db: Db, {now}: Registry, sender: Sender, refused: readonly Refused[]): Promise<void> {
  for (let from = 0; from < refused.length; from += batch) {
    const rows = refused.slice(from, from + batch).map(({change, reason}) => ({
      facilityId: sender.facilityId,
      stamp: change.stamp,
      digest: digestOf(change),
      node: sender.node,
      reason,
      change,
      receivedAt: new Date(now()),
    }));
    await db.insert(quarantine).values(rows).onConflictDoNothing();
  }
}

async function keepRefusals(db: Db, {now}: Registry, {sender, header}: Parcel): Promise<void> {
  const saidAt = new Date(now());
  // What is said now is all that there is: what stands there no more has come right.
  await db.delete(refusal).where(and(eq(refusal.facilityId, sender.facilityId), eq(refusal.node, sender.node)));
  const latest = [...new Map(header.refused.map(each => [each.stamp, each])).values()];
  for (let from = 0; from < latest.length; from += batch) {
    const rows = latest
      .slice(from, from + batch)
      .map(each => ({...each, mended: false, facilityId: sender.facilityId, node: sender.node, saidAt}));
    await db
      .insert(refusal)
      .values(rows)
      .onConflictDoUpdate({
        target: [refusal.facilityId, refusal.node, refusal.stamp],
        set: {reason: sql`excluded.reason`, saidAt},
      });
  }
}

interface Moved {
  readonly head: number;
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
    .set({head: moved.head, epoch: moved.epoch, clock: clockAfter(registry, moved.clock, header.made), ...said})
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

import {and, asc, eq, gt, isNull, max, ne, or, sql} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import type {Change} from '../protocol/change.ts';
import {parcelFormat, type ParcelHeader, type Point} from '../protocol/header.ts';
import {limits} from '../protocol/limits.ts';
import {beginning, tell, type Partner} from '../protocol/partner.ts';
import {asChange, stampsAt} from './log-rows.ts';
import {giveReference} from './reference-giving.ts';
import {activeNode, clockAfter, isNode, lockFacility, type OwnState, type Registry, type Sender} from './receive.ts';
import {facility, node} from './schema/facility.ts';
import {change, quarantine} from './schema/log.ts';
import type {Db} from './store.ts';

/** How much goes into one parcel: changes, and bytes of their patches. One change always goes. */
export interface Bounds {
  readonly rows: number;
  readonly bytes: number;
}

/** Bytes that pack badly shrink by a quarter; so a page stays below limits.networkParcel. */
export const networkBounds: Bounds = {rows: limits.page, bytes: 4 * 1024 * 1024};

export interface Reply {
  readonly header: ParcelHeader;
  readonly changes: readonly Change[];
}

/**
 * The next parcel for a PC: the log of its facility behind what it has confirmed, without what came from itself unless it
 * has lost that (rule 5). `log.more` says that the log goes on. Throws `Refusal`.
 */
export async function makeReply(registry: Registry, to: Sender, bounds: Bounds, program: string): Promise<Reply> {
  return registry.store.asFacility(to.facilityId, async db => {
    const locked = await lockFacility(db, to.facilityId);
    const known = await activeNode(db, to);
    const own = await giveReference(db, registry, to.facilityId, locked);
    const page = await readPage(db, {to, own, partner: known.partner, bounds});
    const made = clockAfter(registry, own.clock);
    const number = known.parcelsOut + 1;
    await db.update(facility).set({clock: made}).where(eq(facility.id, to.facilityId));
    await db.update(node).set({parcelsOut: number}).where(isNode(to));
    const header: ParcelHeader = {
      format: parcelFormat,
      facility: to.facilityId,
      from: registry.self,
      to: to.node,
      number,
      made,
      schema: await newestSchema(db, to.facilityId),
      program,
      log: {epoch: own.epoch, after: page.after, upTo: page.upTo, more: page.upTo.seq < own.head},
      ...tell(known.partner),
      refused: await refusedOf(db, to),
      report: null,
      count: page.changes.length,
    };
    return {header, changes: page.changes};
  });
}

interface Page {
  readonly after: Point;
  readonly upTo: Point;
  readonly changes: readonly Change[];
}

interface Wanted {
  readonly to: Sender;
  readonly own: OwnState;
  readonly partner: Partner;
  readonly bounds: Bounds;
}

async function readPage(db: Db, {to, own, partner, bounds}: Wanted): Promise<Page> {
  const after = partner.acked;
  const {giveBack} = partner;
  // As `goesBack` of the protocol says it.
  const lost = giveBack === null ? undefined : and(eq(change.viaNode, to.node), gt(change.viaSeq, giveBack.after));
  const theirs = or(isNull(change.viaNode), ne(change.viaNode, to.node), lost);
  const wanted = and(eq(change.facilityId, to.facilityId), gt(change.seq, after), theirs);
  // Measured before it is fetched: a page of the longest patches would fill the memory.
  const sizes = db
    .select({seq: change.seq, size: sql<number>`octet_length(${change.patch})`.as('size')})
    .from(change)
    .where(wanted)
    .orderBy(asc(change.seq))
    .limit(bounds.rows + 1)
    .as('sizes');
  const measured = await db
    .select({seq: sizes.seq, total: sql<string>`sum(${sizes.size}) OVER (ORDER BY ${sizes.seq})`})
    .from(sizes)
    .orderBy(asc(sizes.seq));
  const fitting = measured
    .slice(0, bounds.rows)
    .filter(({total}, place) => place === 0 || Number(total) <= bounds.bytes);
  const isWhole = fitting.length === measured.length;
  const last = isWhole ? own.head : must(fitting.at(-1)).seq;
  const rows = await db
    .select()
    .from(change)
    .where(and(wanted, sql`${change.seq} <= ${last}`))
    .orderBy(asc(change.seq));
  const stamps = await stampsAt(db, to.facilityId, [after, last]);
  const point = (seq: number): Point => (seq === 0 ? beginning : {seq, stamp: must(stamps.get(seq))});
  return {after: point(after), upTo: point(last), changes: rows.map(asChange)};
}

/** What the log holds may be of the newest program of the facility, whoever brought it. */
async function newestSchema(db: Db, facilityId: string): Promise<number> {
  const [row] = await db
    .select({newest: max(node.schemaNumber)})
    .from(node)
    .where(eq(node.facilityId, facilityId));
  return row?.newest ?? 1;
}

/** All of them, in every parcel: which of the parcels arrive, nobody knows. */
async function refusedOf(db: Db, to: Sender): Promise<ParcelHeader['refused']> {
  const rows = await db
    .selectDistinctOn([quarantine.stamp], {stamp: quarantine.stamp, reason: quarantine.reason})
    .from(quarantine)
    .where(and(eq(quarantine.facilityId, to.facilityId), eq(quarantine.node, to.node), eq(quarantine.state, 'open')))
    .orderBy(asc(quarantine.stamp))
    .limit(1_000);
  return rows;
}

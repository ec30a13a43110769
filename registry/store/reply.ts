import {and, asc, count, eq, gt, isNull, lte, max, ne, or, sql} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import type {Change} from '../protocol/change.ts';
import {parcelFormat, type ParcelHeader, type Point} from '../protocol/header.ts';
import {limits} from '../protocol/limits.ts';
import {beginning, tell, type Partner} from '../protocol/partner.ts';
import {asChange, stampsAt} from './log-rows.ts';
import {giveReference} from './reference-giving.ts';
import {activeNode, clockAfter, isNode, lockFacility, type OwnState, type Registry, type Sender} from './receive.ts';
import {facility, node} from './schema/facility.ts';
import {isKept} from './erasure.ts';
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
 * has lost that (rule 5), and without what was erased. `log.more` says that the log goes on. Throws `Refusal`.
 */
export async function makeReply(registry: Registry, to: Sender, bounds: Bounds, program: string): Promise<Reply> {
  return registry.store.asFacility(to.facilityId, async db => {
    const {own, partner, header} = await begin(db, registry, to, program);
    const after = partner.acked;
    const {last, changes} = await readPage(db, {to, partner, after, head: own.head, bounds});
    const log = await logBetween(db, to, own, after, last);
    return {header: {...header, log, count: changes.length}, changes};
  });
}

export interface LongReply {
  readonly header: ParcelHeader;
  /** To be read once; each page is a transaction of its own: what stands in a log stays as it is. */
  readonly pages: AsyncIterable<Change[]>;
}

/** The same up to the end of the log as of now, for a stick: counted first, so that the header can say it. */
export async function makeLongReply(
  registry: Registry,
  to: Sender,
  bounds: Bounds,
  program: string,
): Promise<LongReply> {
  const {header, partner, head} = await registry.store.asFacility(to.facilityId, async db => {
    const begun = await begin(db, registry, to, program);
    const {own, partner} = begun;
    const [counted] = await db
      .select({rows: count()})
      .from(change)
      .where(lackedBy(to, partner, partner.acked, own.head));
    const log = await logBetween(db, to, own, partner.acked, own.head);
    return {header: {...begun.header, log, count: must(counted).rows}, partner, head: own.head};
  });
  async function* pages(): AsyncGenerator<Change[], void, undefined> {
    for (let after = partner.acked; after < head;) {
      const from = after;
      const {last, changes} = await registry.store.asFacility(to.facilityId, db =>
        readPage(db, {to, partner, after: from, head, bounds}),
      );
      after = last;
      if (changes.length > 0) yield changes;
    }
  }
  return {header, pages: pages()};
}

interface Begun {
  readonly own: OwnState;
  readonly partner: Partner;
  readonly header: Omit<ParcelHeader, 'log' | 'count'>;
}

async function begin(db: Db, registry: Registry, to: Sender, program: string): Promise<Begun> {
  const locked = await lockFacility(db, to.facilityId);
  const {partner, parcelsOut} = await activeNode(db, to);
  const own = await giveReference(db, registry, to.facilityId, locked);
  const made = clockAfter(registry, own.clock);
  const number = parcelsOut + 1;
  await db.update(facility).set({clock: made}).where(eq(facility.id, to.facilityId));
  await db.update(node).set({parcelsOut: number}).where(isNode(to));
  return {
    own,
    partner,
    header: {
      format: parcelFormat,
      facility: to.facilityId,
      from: registry.self,
      to: to.node,
      number,
      made,
      schema: await newestSchema(db, to.facilityId),
      program,
      ...tell(partner),
      refused: await refusedOf(db, to),
      report: null,
    },
  };
}

async function logBetween(
  db: Db,
  {facilityId}: Sender,
  {epoch, head}: OwnState,
  after: number,
  last: number,
): Promise<ParcelHeader['log']> {
  const stamps = await stampsAt(db, facilityId, [after, last]);
  const point = (seq: number): Point => (seq === 0 ? beginning : {seq, stamp: must(stamps.get(seq))});
  return {epoch, after: point(after), upTo: point(last), more: last < head};
}

interface Page {
  /** Up to where the log was looked through. */
  readonly last: number;
  readonly changes: Change[];
}

interface Wanted {
  readonly to: Sender;
  readonly partner: Partner;
  readonly after: number;
  readonly head: number;
  readonly bounds: Bounds;
}

/** Between two places of the log, what a PC lacks: without what came from it, unless it has lost that. */
function lackedBy(to: Sender, {giveBack}: Partner, after: number, head: number) {
  // As `goesBack` of the protocol says it.
  const lost = giveBack === null ? undefined : and(eq(change.viaNode, to.node), gt(change.viaSeq, giveBack.after));
  const theirs = or(isNull(change.viaNode), ne(change.viaNode, to.node), lost);
  return and(eq(change.facilityId, to.facilityId), gt(change.seq, after), lte(change.seq, head), theirs, isKept);
}

async function readPage(db: Db, {to, partner, after, head, bounds}: Wanted): Promise<Page> {
  const wanted = lackedBy(to, partner, after, head);
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
  const last = isWhole ? head : must(fitting.at(-1)).seq;
  const rows = await db
    .select()
    .from(change)
    .where(and(wanted, sql`${change.seq} <= ${last}`))
    .orderBy(asc(change.seq));
  return {last, changes: rows.map(asChange)};
}

/** What the log holds may be of the newest program of the facility, whoever brought it. */
async function newestSchema(db: Db, facilityId: string): Promise<number> {
  const [row] = await db
    .select({newest: max(node.schemaNumber)})
    .from(node)
    .where(eq(node.facilityId, facilityId));
  return must(row?.newest);
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

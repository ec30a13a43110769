import {and, asc, count, eq, sql} from 'drizzle-orm';
import {originOf, type Change} from '../protocol/change.ts';
import type {RefusalReason} from '../protocol/header.ts';
import {isSame, judge} from './judge.ts';
import {appendChanges, knownChanges} from './log-rows.ts';
import {lockFacility, type Registry} from './receive.ts';
import {takeReferenceBack} from './reference-keeping.ts';
import {facility} from './schema/facility.ts';
import {quarantine} from './schema/log.ts';
import type {Db, Store} from './store.ts';

/**
 * What was kept aside is tried again: by the officer, and when the registry starts, for a newer one may take what an earlier
 * one did not. What passes goes into the log as from its sender, who is told with the next answer that it has come right.
 *
 *   open ──passes | stands in the log since──▶ mended        open ──does not──▶ open, with the reason of now
 */
export interface Retried {
  readonly taken: number;
  readonly left: number;
}

/** Rows that are looked at in one transaction, under the lock of the facility. */
const batch = 500;

interface Place {
  readonly stamp: string;
  readonly digest: string;
}

export async function tryQuarantineAgain(registry: Registry, facilityId: string): Promise<Retried> {
  let [taken, left] = [0, 0];
  for (let after: Place | undefined = {stamp: '', digest: ''}; after !== undefined;) {
    const from: Place = after;
    const end = await registry.store.asFacility(facilityId, db => tryBatch(db, registry, facilityId, from));
    taken += end.taken;
    left += end.left;
    after = end.after;
  }
  return {taken, left};
}

/** The same for every facility that has any. */
export async function tryAllAgain(registry: Registry): Promise<Retried> {
  const facilities = await registry.store.asOfficer(db =>
    db.selectDistinct({id: quarantine.facilityId}).from(quarantine).where(eq(quarantine.state, 'open')),
  );
  let [taken, left] = [0, 0];
  for (const {id} of facilities) {
    const end = await tryQuarantineAgain(registry, id);
    taken += end.taken;
    left += end.left;
  }
  return {taken, left};
}

async function tryBatch(
  db: Db,
  registry: Registry,
  facilityId: string,
  after: Place,
): Promise<Retried & {readonly after: Place | undefined}> {
  const own = await lockFacility(db, facilityId);
  const rows = await db
    .select()
    .from(quarantine)
    .where(
      and(
        eq(quarantine.facilityId, facilityId),
        eq(quarantine.state, 'open'),
        sql`(${quarantine.stamp}, ${quarantine.digest}) > (${after.stamp}, ${after.digest})`,
      ),
    )
    .orderBy(asc(quarantine.stamp), asc(quarantine.digest))
    .limit(batch);
  const standing = await knownChanges(
    db,
    facilityId,
    rows.map(({stamp}) => stamp),
  );
  let {head} = own;
  let taken = 0;
  for (const row of rows) {
    const {change, node} = row;
    const reason = reasonNow(change, standing.get(change.stamp), registry);
    if (reason === undefined && !standing.has(change.stamp)) {
      await appendChanges(db, facilityId, {head, node, changes: [change]});
      standing.set(change.stamp, change);
      head += 1;
      if (originOf(change.stamp) === registry.self) await takeReferenceBack(db, facilityId, [{...change, seq: head}]);
    }
    if (reason === undefined) taken += 1;
    if (reason !== row.reason) {
      await db
        .update(quarantine)
        .set(reason === undefined ? {state: 'mended'} : {reason})
        .where(
          and(
            eq(quarantine.facilityId, facilityId),
            eq(quarantine.stamp, row.stamp),
            eq(quarantine.digest, row.digest),
          ),
        );
    }
  }
  if (head > own.head) await db.update(facility).set({head}).where(eq(facility.id, facilityId));
  const last = rows.length < batch ? undefined : rows.at(-1);
  return {taken, left: rows.length - taken, after: last};
}

function reasonNow(change: Change, before: Change | undefined, registry: Registry): RefusalReason | undefined {
  if (before === undefined) return judge(change, registry);
  return isSame(before, change) ? undefined : 'collision';
}

/** Why rows of a facility stand aside, and how many: no contents. */
export async function quarantineOf(
  store: Store,
  facilityId: string,
): Promise<{readonly reason: RefusalReason; readonly rows: number}[]> {
  return store.asOfficer(db =>
    db
      .select({reason: quarantine.reason, rows: count()})
      .from(quarantine)
      .where(and(eq(quarantine.facilityId, facilityId), eq(quarantine.state, 'open')))
      .groupBy(quarantine.reason)
      .orderBy(asc(quarantine.reason)),
  );
}

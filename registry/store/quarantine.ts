import {and, eq, sql} from 'drizzle-orm';
import type {Change} from '../protocol/change.ts';
import type {ParcelHeader, RefusalReason} from '../protocol/header.ts';
import {digestOf} from './judge.ts';
import {quarantine, refusal} from './schema/log.ts';
import type {Db} from './store.ts';

/** What does not go into the log of a facility: kept whole with its reason, and told to its sender (rule 8). */

interface Place {
  readonly facilityId: string;
  readonly node: string;
}

export interface Refused {
  readonly change: Change;
  readonly reason: RefusalReason;
}

/** Rows of one statement with a parameter for each value. */
const batch = 500;

export async function keepAside(db: Db, from: Place, refused: readonly Refused[], receivedAt: Date): Promise<void> {
  const {facilityId, node} = from;
  for (let place = 0; place < refused.length; place += batch) {
    const rows = refused.slice(place, place + batch).map(({change, reason}) => ({
      facilityId,
      stamp: change.stamp,
      digest: digestOf(change),
      node,
      reason,
      change,
      receivedAt,
    }));
    await db
      .insert(quarantine)
      .values(rows)
      .onConflictDoUpdate({
        target: [quarantine.facilityId, quarantine.stamp, quarantine.digest],
        // What had come right by another parcel, and is sent wrong again.
        set: {state: 'open', reason: sql`excluded.reason`},
        setWhere: sql`${quarantine.state} <> 'open'`,
      });
  }
}

/** What a PC has sent wrong and sends right now, under the same stamp, has come right. */
export async function mend(db: Db, {facilityId, node}: Place, stamps: readonly string[]): Promise<void> {
  const open = and(eq(quarantine.facilityId, facilityId), eq(quarantine.node, node), eq(quarantine.state, 'open'));
  const [any] = await db.select({stamp: quarantine.stamp}).from(quarantine).where(open).limit(1);
  if (any === undefined) return;
  await db
    .update(quarantine)
    .set({state: 'mended'})
    .where(and(open, sql`${quarantine.stamp} = ANY(${sql.param([...stamps])}::text[])`));
}

/** What a PC says that it could not take in. What is said now is all that there is: the rest has come right. */
export async function keepRefusals(
  db: Db,
  {facilityId, node}: Place,
  refused: ParcelHeader['refused'],
  saidAt: Date,
): Promise<void> {
  await db.delete(refusal).where(and(eq(refusal.facilityId, facilityId), eq(refusal.node, node)));
  const latest = [...new Map(refused.map(each => [each.stamp, each])).values()];
  for (let place = 0; place < latest.length; place += batch) {
    const rows = latest.slice(place, place + batch).map(each => ({...each, facilityId, node, saidAt}));
    await db
      .insert(refusal)
      .values(rows)
      .onConflictDoUpdate({
        target: [refusal.facilityId, refusal.node, refusal.stamp],
        set: {reason: sql`excluded.reason`, saidAt},
      });
  }
}

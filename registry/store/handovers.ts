import {and, asc, eq, inArray, or} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import type {Handover, receivers} from '../protocol/handover.ts';
import type {z} from 'zod';
import {blob, handover} from './schema/content.ts';
import {facility, node} from './schema/facility.ts';
import {Refusal} from './refusal.ts';
import type {Db, Store} from './store.ts';

/** A recipient handed over between facilities: registry/protocol/handover.ts draws the states. */

/** Bytes of the content of one: what electron/transfer takes, encrypted to several PCs, with room. */
export const largestContent = 32 * 1024 * 1024;

/** The other facilities that have a PC to encrypt to. */
export async function listReceivers(store: Store, facilityId: string): Promise<z.output<typeof receivers>> {
  const rows = await store.asFront(db =>
    db
      .select({
        facility: facility.id,
        nameKk: facility.nameKk,
        nameRu: facility.nameRu,
        node: node.id,
        box: node.box,
      })
      .from(facility)
      .innerJoin(node, and(eq(node.facilityId, facility.id), eq(node.status, 'active')))
      .orderBy(asc(facility.nameRu), asc(facility.id), asc(node.id)),
  );
  const byFacility = Map.groupBy(
    rows.filter(row => row.facility !== facilityId),
    row => row.facility,
  );
  return [...byFacility.values()].map(all => {
    const {facility: id, nameKk, nameRu} = must(all[0]);
    return {facility: id, nameKk, nameRu, nodes: all.map(({node: each, box}) => ({node: each, box}))};
  });
}

export interface Offer {
  readonly id: string;
  readonly to: string;
  readonly sha256: string;
  readonly size: number;
}

/** Offers once; the same offer again changes nothing. Throws `Refusal`. */
export async function offer(store: Store, facilityId: string, {id, to, sha256, size}: Offer, at: Date): Promise<void> {
  if (to === facilityId) throw new Refusal('malformed', 'to itself');
  const [there] = await store.asFront(db => db.select({id: facility.id}).from(facility).where(eq(facility.id, to)));
  if (there === undefined) throw new Refusal('malformed', 'no such receiver');
  await store.asFacility(facilityId, async db => {
    await db
      .insert(handover)
      .values({facilityId, id, toFacility: to, sha256, size, offeredAt: at})
      .onConflictDoNothing();
    const [row] = await db
      .select()
      .from(handover)
      .where(and(eq(handover.facilityId, facilityId), eq(handover.id, id)));
    if (row?.toFacility !== to || row.sha256 !== sha256 || row.size !== size) {
      throw new Refusal('malformed', 'another offer under this id');
    }
  });
}

/** What a facility has offered, and what was offered to it and is here whole; the oldest first. */
export async function listHandovers(store: Store, facilityId: string): Promise<Handover[]> {
  const rows = await store.asFacility(facilityId, async db => {
    const found = await db
      .select({handover, completedAt: blob.completedAt})
      .from(handover)
      .leftJoin(blob, and(eq(blob.facilityId, handover.facilityId), eq(blob.sha256, handover.sha256)))
      .where(or(eq(handover.facilityId, facilityId), eq(handover.toFacility, facilityId)))
      .orderBy(asc(handover.offeredAt), asc(handover.id));
    // Of one that was rejected, the content cannot be seen any more; it was here whole when it was answered.
    return found
      .filter(
        row => row.handover.facilityId === facilityId || row.completedAt !== null || row.handover.answeredAt !== null,
      )
      .map(row => row.handover);
  });
  const others = [...new Set(rows.map(row => otherOf(row, facilityId)))];
  const names = await store.asFront(db => namesOf(db, others));
  return rows.map(row => {
    const other = otherOf(row, facilityId);
    const {nameKk, nameRu} = must(names.get(other));
    return {
      id: row.id,
      direction: row.facilityId === facilityId ? 'outgoing' : 'incoming',
      state: row.state,
      otherFacility: other,
      otherNameKk: nameKk,
      otherNameRu: nameRu,
      sha256: row.sha256,
      size: row.size,
      offeredAt: row.offeredAt.toISOString(),
      answeredAt: row.answeredAt?.toISOString() ?? null,
      reason: row.reason,
    };
  });
}

export type HandoverRow = typeof handover.$inferSelect;

function otherOf(row: HandoverRow, facilityId: string): string {
  return row.facilityId === facilityId ? row.toFacility : row.facilityId;
}

async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, {nameKk: string; nameRu: string}>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({id: facility.id, nameKk: facility.nameKk, nameRu: facility.nameRu})
    .from(facility)
    .where(inArray(facility.id, [...ids]));
  return new Map(rows.map(({id, ...names}) => [id, names]));
}

/**
 * One that this facility has part in; undefined: none. Two facilities may have given the same id: a random one never meets
 * another, and who makes it so on purpose sees only what is its own first.
 */
export async function findHandover(db: Db, facilityId: string, id: string): Promise<HandoverRow | undefined> {
  const rows = await db
    .select()
    .from(handover)
    .where(and(eq(handover.id, id), or(eq(handover.facilityId, facilityId), eq(handover.toFacility, facilityId))))
    .for('update');
  return rows.find(row => row.facilityId === facilityId) ?? rows[0];
}

export interface Answer {
  readonly state: 'accepted' | 'rejected' | 'withdrawn';
  readonly reason: string | null;
}

/** The receiver accepts or rejects, the sender withdraws; the same again changes nothing. Throws `Refusal` 'malformed'. */
export async function answer(
  store: Store,
  facilityId: string,
  id: string,
  {state, reason}: Answer,
  at: Date,
): Promise<void> {
  await store.asFacility(facilityId, async db => {
    const row = await findHandover(db, facilityId, id);
    const isSender = row?.facilityId === facilityId;
    if (row === undefined || isSender !== (state === 'withdrawn')) throw new Refusal('malformed', 'no such hand-over');
    if (row.state === state) return;
    if (row.state !== 'offered') throw new Refusal('malformed', `already ${row.state}`);
    await db
      .update(handover)
      .set({state, reason, answeredAt: at})
      .where(and(eq(handover.facilityId, row.facilityId), eq(handover.id, id)));
  });
}

import {createHash} from 'node:crypto';
import {and, asc, desc, eq, isNotNull, lt, lte, sql} from 'drizzle-orm';
import {z} from 'zod';
import {must} from '../../domain/assert.ts';
import {Refusal} from './refusal.ts';
import {blob, blobChunk} from './schema/content.ts';
import {change} from './schema/log.ts';
import type {Db} from './store.ts';

/**
 * Attachments, by the SHA-256 of their bytes (rule 9): put in pieces, each behind what is here already; readable when all
 * of it is here and its hash is right. Nothing of it goes into the log, and no record waits for it.
 */

/** Bytes of the largest one. */
export const largestBlob = 256 * 1024 * 1024;

export interface BlobKey {
  readonly facilityId: string;
  readonly sha256: string;
}

export interface BlobState {
  readonly size: number;
  /** Bytes that are here, without a gap. */
  readonly received: number;
  readonly isComplete: boolean;
}

/** Undefined: nothing of it is here. */
export async function blobState(db: Db, key: BlobKey): Promise<BlobState | undefined> {
  const [row] = await db.select().from(blob).where(isBlob(key));
  return row && {size: row.size, received: row.received, isComplete: row.completedAt !== null};
}

/**
 * Keeps a piece that begins at `offset`. Of what is here already, nothing is written again; a piece that would leave a gap
 * is not taken, which the answer shows. Throws `Refusal`: 'malformed' for another size than said before,
 * 'altered' where the whole has another hash: then all of it is forgotten, and is to be sent anew.
 */
export async function putPiece(
  db: Db,
  key: BlobKey,
  piece: {offset: number; size: number; bytes: Uint8Array; at: Date},
): Promise<BlobState | 'altered'> {
  const {offset, size, bytes, at} = piece;
  if (offset + bytes.length > size) throw new Refusal('malformed', 'more bytes than the size says');
  await db
    .insert(blob)
    .values({...key, size})
    .onConflictDoNothing();
  const [row] = await db.select().from(blob).where(isBlob(key)).for('update');
  if (row?.size !== size) throw new Refusal('malformed', 'another size than before');
  const fresh = bytes.subarray(Math.max(0, row.received - offset));
  if (row.completedAt !== null || offset > row.received || fresh.length === 0) {
    return {size, received: row.received, isComplete: row.completedAt !== null};
  }
  await db.insert(blobChunk).values({...key, at: row.received, bytes: fresh});
  const received = row.received + fresh.length;
  if (received < size) {
    await db.update(blob).set({received}).where(isBlob(key));
    return {size, received, isComplete: false};
  }
  if ((await hashOf(db, key)) !== key.sha256) {
    await db.delete(blobChunk).where(isChunkOf(key));
    await db.update(blob).set({received: 0}).where(isBlob(key));
    return 'altered';
  }
  await db.update(blob).set({received, completedAt: at}).where(isBlob(key));
  return {size, received, isComplete: true};
}

/** The bytes from `from` on, as many as `most` or as there are. */
export async function readBytes(db: Db, key: BlobKey, from: number, most: number): Promise<Uint8Array> {
  const [first] = await db
    .select({at: blobChunk.at})
    .from(blobChunk)
    .where(and(isChunkOf(key), lte(blobChunk.at, from)))
    .orderBy(desc(blobChunk.at))
    .limit(1);
  if (first === undefined) return new Uint8Array();
  const rows = await db
    .select({at: blobChunk.at, bytes: blobChunk.bytes})
    .from(blobChunk)
    .where(and(isChunkOf(key), sql`${blobChunk.at} >= ${first.at}`, lt(blobChunk.at, from + most)))
    .orderBy(asc(blobChunk.at));
  const all = Buffer.concat(rows.map(({bytes}) => bytes));
  return all.subarray(from - first.at, from - first.at + most);
}

/** Piece by piece: the whole may be larger than what one wants to hold. */
async function hashOf(db: Db, key: BlobKey): Promise<string> {
  const hash = createHash('sha256');
  const places = await db.select({at: blobChunk.at}).from(blobChunk).where(isChunkOf(key)).orderBy(asc(blobChunk.at));
  for (const {at} of places) {
    const [row] = await db
      .select({bytes: blobChunk.bytes})
      .from(blobChunk)
      .where(and(isChunkOf(key), eq(blobChunk.at, at)));
    hash.update(must(row).bytes);
  }
  return hash.digest('hex');
}

function isBlob({facilityId, sha256}: BlobKey) {
  return and(eq(blob.facilityId, facilityId), eq(blob.sha256, sha256));
}

function isChunkOf({facilityId, sha256}: BlobKey) {
  return and(eq(blobChunk.facilityId, facilityId), eq(blobChunk.sha256, sha256));
}

/** What the log of a facility speaks of. */
export interface Attachment {
  readonly sha256: string;
  readonly size: number;
  /** The node that brought the record. */
  readonly via: string | null;
  readonly isHere: boolean;
}

const named = z.object({sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(1).max(largestBlob)});

/** Each once, by its records. */
export async function attachmentsIn(db: Db, facilityId: string): Promise<Attachment[]> {
  const rows = await db
    .select({patch: change.patch, via: change.viaNode})
    .from(change)
    .where(and(eq(change.facilityId, facilityId), eq(change.tableName, 'attachment'), eq(change.op, 'insert')));
  const whole = await db
    .select({sha256: blob.sha256})
    .from(blob)
    .where(and(eq(blob.facilityId, facilityId), isNotNull(blob.completedAt)));
  const here = new Set(whole.map(({sha256}) => sha256));
  const found = rows.flatMap(({patch, via}) => {
    const {data} = named.safeParse(JSON.parse(patch));
    return data === undefined ? [] : [[data.sha256, {...data, via, isHere: here.has(data.sha256)}] as const];
  });
  return [...new Map(found).values()];
}

/** Gives up what is here of one that is not whole. */
export async function dropBlob(db: Db, key: BlobKey): Promise<void> {
  await db.delete(blobChunk).where(isChunkOf(key));
  await db.update(blob).set({received: 0, completedAt: null}).where(isBlob(key));
}

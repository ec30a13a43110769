import {and, eq, exists, inArray, ne, not, or, sql} from 'drizzle-orm';
import {z} from 'zod';
import type {Change} from '../protocol/change.ts';
import {isErasure, ownersNamed, readErasure, sharedTables, type ErasedRow} from '../protocol/erasure.ts';
import {attachmentsIn} from './blobs.ts';
import {blob, blobChunk, handover} from './schema/content.ts';
import {change, erasedRow, quarantine} from './schema/log.ts';
import type {Db} from './store.ts';

/**
 * What a registry does when a person is erased: it empties what its log holds of the rows that the erasure names, drops what
 * it kept aside of them and their scans, and gives nothing of them out. What comes later is taken in without its patch, also
 * a new row that says it belongs to one of them. Rows that only a PC can tell to be theirs, PCs tell by further erasures.
 */
export interface Erased {
  has(place: ErasedRow): boolean;
  /** Rows that this page makes known as erased. */
  readonly found: readonly ErasedRow[];
}

/** What was emptied because its row was erased goes to nobody. */
export const isKept = not(
  and(
    eq(change.patch, '{}'),
    exists(
      sql`(SELECT FROM ${erasedRow} WHERE ${erasedRow.facilityId} = ${change.facilityId}
        AND ${erasedRow.rowId} = ${change.rowId} AND ${erasedRow.tableName} = ${change.tableName})`,
    ),
  ) ?? sql`false`,
);

const keyOf = ({table, rowId}: ErasedRow): string => JSON.stringify([table, rowId]);

/** Before a page is taken in: which of its changes are of erased rows, by the erasures of before and by those in it. */
export async function erasedAround(db: Db, facilityId: string, changes: readonly Change[]): Promise<Erased> {
  const told = changes.flatMap(each => (isErasure(each) ? (readErasure(each.patch)?.rows ?? []) : []));
  const known = await knownErased(db, facilityId, changes);
  const ids = new Set([...known, ...told].map(({rowId}) => rowId));
  const keys = new Set([...known, ...told].map(keyOf));
  if (keys.size === 0) return {has: () => false, found: []};
  const named: ErasedRow[] = [];
  const seen = new Set<string>();
  for (const each of changes) {
    const {table, rowId} = each;
    const isFirst = !seen.has(keyOf(each));
    seen.add(keyOf(each));
    if (each.op !== 'insert' || !isFirst || sharedTables.has(table) || keys.has(keyOf(each))) continue;
    if (!ownersNamed(each).some(id => ids.has(id))) continue;
    // Of somebody else first, and moved there by a PC that did not know: the PCs move it back.
    // oxlint-disable-next-line eslint/no-await-in-loop -- seldom any, and each may follow from the one before
    if (await isInLog(db, facilityId, each)) continue;
    named.push({table, rowId});
    keys.add(keyOf(each));
    ids.add(rowId);
  }
  return {has: place => keys.has(keyOf(place)), found: [...told, ...named]};
}

async function knownErased(db: Db, facilityId: string, changes: readonly Change[]): Promise<ErasedRow[]> {
  const [any] = await db
    .select({rowId: erasedRow.rowId})
    .from(erasedRow)
    .where(eq(erasedRow.facilityId, facilityId))
    .limit(1);
  if (any === undefined) return [];
  const ids = new Set(changes.flatMap(each => [each.rowId, ...ownersNamed(each)]));
  // A character that no text of PostgreSQL holds stands in no id of ours.
  const wanted = sql.param([...ids].filter(id => !id.includes('\0')));
  const rows = await db
    .select()
    .from(erasedRow)
    .where(and(eq(erasedRow.facilityId, facilityId), sql`${erasedRow.rowId} = ANY(${wanted}::text[])`));
  return rows.map(({tableName, rowId}) => ({table: tableName, rowId}));
}

async function isInLog(db: Db, facilityId: string, {table, rowId}: ErasedRow): Promise<boolean> {
  const rows = await db
    .select({seq: change.seq})
    .from(change)
    .where(and(eq(change.facilityId, facilityId), eq(change.rowId, rowId), eq(change.tableName, table)))
    .limit(1);
  return rows.length > 0;
}

/** Under the lock of the facility, when its page stands in the log. */
export async function erase(db: Db, facilityId: string, found: readonly ErasedRow[]): Promise<void> {
  const rows = [...new Map(found.map(row => [keyOf(row), row])).values()];
  if (rows.length === 0) return;
  const [ids, names] = [rows.map(({rowId}) => rowId), rows.map(({table}) => table)].map(each => sql.param(each));
  const listed = sql`SELECT * FROM unnest(${ids}::text[], ${names}::text[]) AS listed (row_id, table_name)`;
  await db.execute(sql`
    INSERT INTO erased_row (facility_id, row_id, table_name)
    SELECT ${facilityId}::uuid, row_id, table_name FROM (${listed}) AS listed ON CONFLICT DO NOTHING`);
  const isTheirs = and(
    eq(change.facilityId, facilityId),
    sql`(${change.rowId}, ${change.tableName}) IN (${listed})`,
    ne(change.patch, '{}'),
  );
  const scans = await scansIn(db, rows, facilityId);
  await db.update(change).set({patch: '{}'}).where(isTheirs);
  await dropAside(db, facilityId, rows);
  await dropScans(db, facilityId, scans);
}

const scan = z.object({sha256: z.string().regex(/^[0-9a-f]{64}$/)});

async function scansIn(db: Db, rows: readonly ErasedRow[], facilityId: string): Promise<string[]> {
  const ids = rows.filter(({table}) => table === 'attachment').map(({rowId}) => rowId);
  if (ids.length === 0) return [];
  const found = await db
    .select({patch: change.patch})
    .from(change)
    .where(
      and(
        eq(change.facilityId, facilityId),
        eq(change.tableName, 'attachment'),
        sql`${change.rowId} = ANY(${sql.param(ids)}::text[])`,
      ),
    );
  return found.flatMap(({patch}) => scan.safeParse(JSON.parse(patch)).data?.sha256 ?? []);
}

async function dropAside(db: Db, facilityId: string, rows: readonly ErasedRow[]): Promise<void> {
  const [keys, ids] = [new Set(rows.map(keyOf)), new Set(rows.map(({rowId}) => rowId))];
  const aside = await db
    .select({stamp: quarantine.stamp, digest: quarantine.digest, change: quarantine.change})
    .from(quarantine)
    .where(eq(quarantine.facilityId, facilityId));
  for (const each of aside) {
    const isTheirs = keys.has(keyOf(each.change)) || ownersNamed(each.change).some(id => ids.has(id));
    if (!isTheirs) continue;
    const isIt = and(eq(quarantine.stamp, each.stamp), eq(quarantine.digest, each.digest));
    // oxlint-disable-next-line eslint/no-await-in-loop -- one connection; seldom any
    await db.delete(quarantine).where(and(eq(quarantine.facilityId, facilityId), isIt));
  }
}

/** Of the scans, those that no record and no hand-over speaks of any more. */
async function dropScans(db: Db, facilityId: string, scans: readonly string[]): Promise<void> {
  if (scans.length === 0) return;
  const named = new Set((await attachmentsIn(db, facilityId)).map(({sha256}) => sha256));
  const offered = await db
    .select({sha256: handover.sha256})
    .from(handover)
    .where(or(eq(handover.facilityId, facilityId), eq(handover.toFacility, facilityId)));
  for (const {sha256} of offered) named.add(sha256);
  const left = scans.filter(sha256 => !named.has(sha256));
  if (left.length === 0) return;
  await db.delete(blobChunk).where(and(eq(blobChunk.facilityId, facilityId), inArray(blobChunk.sha256, left)));
  await db.delete(blob).where(and(eq(blob.facilityId, facilityId), inArray(blob.sha256, left)));
}

import {sql} from 'drizzle-orm';
import {isSealedChange} from '../parcel/reference-seal.ts';
import type {Change} from '../protocol/change.ts';
import type {NodeKeys} from '../protocol/enrolment.ts';
import {referencePatch} from '../protocol/reference.ts';
import {referenceDocument, referenceGiven} from './schema/reference.ts';
import type {Db} from './store.ts';

/** Whether a change that bears the registry's name is one that it made, and of a kind that it can publish again. */
export function isOwnReference(change: Change, keys: NodeKeys): boolean {
  return isSealedChange(change, keys) && referencePatch.safeParse(JSON.parse(change.patch)).success;
}

/**
 * A PC has given back what this registry had lost: the version is there again, for all facilities. `changes`: those of them
 * that are the registry's own, with the numbers that they have in the log now.
 */
export async function takeReferenceBack(db: Db, facilityId: string, changes: readonly Change[]): Promise<void> {
  for (const {patch, seq, stamp} of changes) {
    const {kind, version, sha256, size, published_at, content, seal} = referencePatch.parse(JSON.parse(patch));
    await db
      .insert(referenceDocument)
      .values({
        kind,
        version,
        sha256,
        size,
        seal,
        publishedAt: new Date(published_at),
        content: JSON.stringify(content),
      })
      .onConflictDoNothing();
    await keepGiven(db, {facilityId, kind, version, sha256, seq, stamp});
  }
}

/** The latest by its stamp is what stands in the row of every PC. */
export async function keepGiven(db: Db, row: typeof referenceGiven.$inferInsert): Promise<void> {
  const {facilityId: _facility, kind: _kind, ...rest} = row;
  await db
    .insert(referenceGiven)
    .values(row)
    .onConflictDoUpdate({
      target: [referenceGiven.facilityId, referenceGiven.kind],
      set: rest,
      setWhere: sql`${referenceGiven.stamp} < excluded.stamp`,
    });
}

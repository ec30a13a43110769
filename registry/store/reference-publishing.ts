import {and, desc, eq, sql} from 'drizzle-orm';
import {digestOf, sealReference} from '../parcel/reference-seal.ts';
import type {NodeSecrets} from '../parcel/keys.ts';
import {referenceKinds, type ReferenceContent, type ReferenceKind} from '../protocol/reference.ts';
import {facility} from './schema/facility.ts';
import {referenceDocument, referenceDraft} from './schema/reference.ts';
import type {Db, Store} from './store.ts';

/** What the officer does with reference data: brings a draft, looks at it, publishes it. */

/** Keeps what the officer has brought, in place of an earlier draft of the kind. Returns its hash. */
export async function saveDraft(
  store: Store,
  kind: ReferenceKind,
  content: ReferenceContent,
  at: Date,
): Promise<string> {
  const {sha256} = digestOf(content);
  const kept = {sha256, content: JSON.stringify(content), savedAt: at};
  await store.asOfficer(db =>
    db
      .insert(referenceDraft)
      .values({kind, ...kept})
      .onConflictDoUpdate({target: referenceDraft.kind, set: kept}),
  );
  return sha256;
}

/** The content in force; undefined: nothing of the kind was published yet. */
export async function contentInForce(store: Store, kind: ReferenceKind): Promise<ReferenceContent | undefined> {
  const row = await store.asOfficer(db => latest(db, kind));
  return row && JSON.parse(row.content);
}

/**
 * Makes the draft that was shown the next version; facilities get it at their next exchange. Undefined: there is no such draft
 * any more, another one was brought meanwhile.
 */
export async function publish(
  store: Store,
  secrets: NodeSecrets,
  {kind, sha256, at}: {kind: ReferenceKind; sha256: string; at: Date},
): Promise<number | undefined> {
  return store.asOfficer(async db => {
    const ofDraft = and(eq(referenceDraft.kind, kind), eq(referenceDraft.sha256, sha256));
    const [draft] = await db.select().from(referenceDraft).where(ofDraft).for('update');
    if (draft === undefined) return undefined;
    const version = ((await latest(db, kind))?.version ?? 0) + 1;
    const {size} = digestOf(JSON.parse(draft.content));
    const seal = sealReference(secrets, {kind, version, sha256, published_at: at.toISOString()});
    await db
      .insert(referenceDocument)
      .values({kind, version, sha256, size, publishedAt: at, content: draft.content, seal});
    await db.delete(referenceDraft).where(ofDraft);
    return version;
  });
}

async function latest(db: Db, kind: ReferenceKind): Promise<typeof referenceDocument.$inferSelect | undefined> {
  const [row] = await db
    .select()
    .from(referenceDocument)
    .where(eq(referenceDocument.kind, kind))
    .orderBy(desc(referenceDocument.version))
    .limit(1);
  return row;
}

export interface Published {
  readonly kind: ReferenceKind;
  readonly version: number;
  readonly publishedAt: Date;
  readonly size: number;
  /** Facilities of which one PC at least has said that it has this version. */
  readonly confirmed: number;
}

/** What is in force of each kind, and how many facilities there are. */
export async function listPublished(store: Store): Promise<{published: Published[]; facilities: number}> {
  return store.asOfficer(async db => {
    const rows = await db
      .selectDistinctOn([referenceDocument.kind], {
        kind: referenceDocument.kind,
        version: referenceDocument.version,
        publishedAt: referenceDocument.publishedAt,
        size: referenceDocument.size,
        confirmed: sql<number>`(
          SELECT count(*)::integer FROM reference_given AS given
          WHERE given.kind = reference_document.kind AND given.version = reference_document.version
            AND given.sha256 = reference_document.sha256
            AND EXISTS (SELECT FROM node WHERE node.facility_id = given.facility_id AND node.status = 'active'
              AND (node.partner ->> 'acked')::bigint >= given.seq))`,
      })
      .from(referenceDocument)
      .orderBy(referenceDocument.kind, desc(referenceDocument.version));
    const published = rows.toSorted((a, b) => referenceKinds.indexOf(a.kind) - referenceKinds.indexOf(b.kind));
    return {published, facilities: await db.$count(facility)};
  });
}

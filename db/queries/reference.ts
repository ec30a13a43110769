import {asc, eq} from 'drizzle-orm';
import {
  referenceContents,
  referenceIds,
  referenceKinds,
  type ReferenceContent,
  type ReferenceKind,
} from '../../registry/protocol/reference.ts';
import type {Correction} from '../../templates/core/corrections.ts';
import type {ReadableDb} from '../connection.ts';
import {reference} from '../schema/exchange.ts';

/** The registry's reference data, as far as this version understands it. */

/** What was read last of each kind: a list of thousands is not read anew for each question. */
const read = new WeakMap<ReadableDb, Map<ReferenceKind, {readonly sha256: string; readonly content: unknown}>>();

/** Undefined: nothing of the kind has come yet, or it is of a newer version than this one understands. */
export function contentInForce<Kind extends ReferenceKind>(
  db: ReadableDb,
  kind: Kind,
): ReferenceContent<Kind> | undefined {
  const row = db.prepare<{sha256: string}>('SELECT sha256 FROM reference WHERE id = ?').get(referenceIds[kind]);
  if (row === undefined) return undefined;
  const known = read.get(db) ?? new Map();
  read.set(db, known);
  if (known.get(kind)?.sha256 !== row.sha256) {
    const found = db
      .select({content: reference.content})
      .from(reference)
      .where(eq(reference.id, referenceIds[kind]))
      .get();
    known.set(kind, {sha256: row.sha256, content: referenceContents[kind].safeParse(found?.content).data});
  }
  return known.get(kind)?.content as ReferenceContent<Kind> | undefined;
}

/** The corrected labels of one edition. */
export function correctionsOf(db: ReadableDb, editionId: string): Correction[] {
  const all = contentInForce(db, 'labels')?.corrections ?? [];
  return all.flatMap(({edition, ...rest}) => (edition === editionId ? [rest] : []));
}

export interface ListedReference {
  readonly kind: ReferenceKind;
  readonly version: number;
  /** UTC instant; null: not said. */
  readonly publishedAt: string | null;
  /** False: of a newer version than this one; what was there before holds no longer. */
  readonly understood: boolean;
}

/** What has come, in the order of the kinds. */
export function listReference(db: ReadableDb): ListedReference[] {
  const rows = db
    .select({id: reference.id, version: reference.version, publishedAt: reference.publishedAt})
    .from(reference)
    .orderBy(asc(reference.id))
    .all();
  return referenceKinds.flatMap(kind =>
    rows
      .filter(({id}) => id === referenceIds[kind])
      .map(({version, publishedAt}) => ({
        kind,
        version,
        publishedAt,
        understood: contentInForce(db, kind) !== undefined,
      })),
  );
}

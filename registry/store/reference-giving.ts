import {randomBytes} from 'node:crypto';
import {and, desc, eq} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import type {Change} from '../protocol/change.ts';
import {referenceIds, type ReferencePatch} from '../protocol/reference.ts';
import {appendChanges} from './log-rows.ts';
import {clockAfter, type OwnState, type Registry} from './receive.ts';
import {keepGiven} from './reference-keeping.ts';
import {facility} from './schema/facility.ts';
import {referenceDocument, referenceGiven} from './schema/reference.ts';
import type {Db} from './store.ts';

/**
 * Writes what is in force and the facility does not have yet into its log, under the lock of its row. Thus whoever comes gets
 * it, whenever it was enrolled, and a publication has nothing to do for hundreds of facilities at once.
 */
export async function giveReference(db: Db, registry: Registry, facilityId: string, own: OwnState): Promise<OwnState> {
  const inForce = await db
    .selectDistinctOn([referenceDocument.kind], {
      kind: referenceDocument.kind,
      version: referenceDocument.version,
      sha256: referenceDocument.sha256,
    })
    .from(referenceDocument)
    .orderBy(referenceDocument.kind, desc(referenceDocument.version));
  if (inForce.length === 0) return own;
  const given = await db.select().from(referenceGiven).where(eq(referenceGiven.facilityId, facilityId));
  let {head, clock} = own;
  for (const {kind, version, sha256} of inForce) {
    const last = given.find(each => each.kind === kind);
    if (last?.version === version && last.sha256 === sha256) continue;
    const document = await find(db, {kind, version});
    clock = clockAfter(registry, clock, last?.stamp);
    // As a PC's: eight digits of chance, so that a registry that was put back never makes the same stamp again.
    const stamp = `${clock}${randomBytes(4).toString('hex')}`;
    const change = changeOf(document, {stamp, base: last === undefined ? [] : [last.stamp], at: registry.now()});
    await appendChanges(db, facilityId, {head, node: null, changes: [change]});
    head += 1;
    await keepGiven(db, {facilityId, kind, version, sha256, seq: head, stamp});
  }
  if (head !== own.head) await db.update(facility).set({head, clock}).where(eq(facility.id, facilityId));
  return {...own, head, clock};
}

type DocumentRow = typeof referenceDocument.$inferSelect;

async function find(db: Db, {kind, version}: Pick<DocumentRow, 'kind' | 'version'>): Promise<DocumentRow> {
  const [row] = await db
    .select()
    .from(referenceDocument)
    .where(and(eq(referenceDocument.kind, kind), eq(referenceDocument.version, version)));
  return must(row, 'it was just listed');
}

function changeOf(
  {kind, version, sha256, size, publishedAt, content, seal}: DocumentRow,
  {stamp, base, at}: {stamp: string; base: readonly string[]; at: number},
): Change {
  const patch: ReferencePatch = {
    kind,
    version,
    sha256,
    size,
    published_at: publishedAt.toISOString(),
    content: JSON.parse(content),
    seal,
  };
  return {
    // Of no node's log.
    seq: 0,
    stamp,
    table: 'reference',
    rowId: referenceIds[kind],
    op: base.length === 0 ? 'insert' : 'update',
    patch: JSON.stringify(patch),
    base,
    author: null,
    recordedAt: new Date(at).toISOString(),
  };
}

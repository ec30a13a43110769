import {eq, inArray} from 'drizzle-orm';
import {facility, node} from './schema/facility.ts';
import type {Store} from './store.ts';

/** What a PC is called among people, and whose it is. */
export interface Label {
  readonly facilityId: string;
  readonly name: string;
  readonly nameKk: string;
  readonly nameRu: string;
}

/** By node id; those that are not known are left out. */
export async function labelsOf(store: Store, nodes: readonly string[]): Promise<Map<string, Label>> {
  if (nodes.length === 0) return new Map();
  const rows = await store.asFront(db =>
    db
      .select({
        id: node.id,
        facilityId: node.facilityId,
        name: node.name,
        nameKk: facility.nameKk,
        nameRu: facility.nameRu,
      })
      .from(node)
      .innerJoin(facility, eq(facility.id, node.facilityId))
      .where(inArray(node.id, [...nodes])),
  );
  return new Map(rows.map(({id, ...label}) => [id, label]));
}

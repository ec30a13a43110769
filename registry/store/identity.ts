import {randomBytes} from 'node:crypto';
import {must} from '../../domain/assert.ts';
import {makeNodeSecrets, type NodeSecrets} from '../parcel/keys.ts';
import {registry} from './schema/own.ts';
import type {Store} from './store.ts';

export interface Identity {
  /** 16 hex digits. */
  readonly node: string;
  readonly secrets: NodeSecrets;
}

/** Who this registry is; made at the first start. Of two servers that start at once both find the same. */
export async function ensureIdentity(store: Store): Promise<Identity> {
  const secrets = await makeNodeSecrets();
  return store.asOwner(async db => {
    await db
      .insert(registry)
      .values({node: randomBytes(8).toString('hex'), ...secrets})
      .onConflictDoNothing();
    const [row] = await db.select().from(registry);
    const {node, box, sign} = must(row);
    return {node, secrets: {box, sign}};
  });
}

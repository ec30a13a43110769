import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {publicKeysOf} from '../parcel/keys.ts';
import {ensureIdentity} from '../store/identity.ts';
import {tryAllAgain} from '../store/quarantine-retry.ts';
import type {Store} from '../store/store.ts';
import type {StickContext} from './stick/take-in.ts';

/** Who this registry is, once its database is open. */
export async function openOwn(store: Store, name: string): Promise<StickContext> {
  const identity = await ensureIdentity(store);
  const registry = {store, self: identity.node, keys: await publicKeysOf(identity.secrets), now: Date.now};
  // A newer program may take what an earlier one kept aside.
  await tryAllAgain(registry);
  return {registry, identity, name, program: ownVersion()};
}

function ownVersion(): string {
  const {version} = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

import {publicKeysOf, type NodeSecrets} from '../../registry/parcel/keys.ts';
import {ensureIdentity} from '../../registry/store/identity.ts';
import {pglite} from '../../registry/store/pglite.ts';
import {postgres} from '../../registry/store/postgres.ts';
import type {Registry} from '../../registry/store/receive.ts';
import {openStore} from '../../registry/store/store.ts';

export interface CampaignRegistry extends Registry {
  /**
   * Signs what is published. Undefined: nothing is, since others at the same database would get a new version while one
   * facility is looked at in its end.
   */
  readonly secrets: NodeSecrets | undefined;
  close(): Promise<void>;
}

/** A registry on a PostgreSQL server's database, or on PGlite in memory; its clock is the campaign's own. */
export async function openCampaignRegistry(databaseUrl: string | undefined): Promise<CampaignRegistry> {
  const driver = databaseUrl === undefined ? await pglite() : postgres(databaseUrl, () => undefined);
  let clock = Date.UTC(2026, 0, 5);
  const now = (): number => (clock += 5);
  const store = await openStore(driver, now);
  const {node: self, secrets} = await ensureIdentity(store);
  const keys = await publicKeysOf(secrets);
  return {store, self, keys, secrets: databaseUrl === undefined ? secrets : undefined, now, close: () => store.close()};
}

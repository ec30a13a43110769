import {publicKeysOf} from '../../registry/parcel/keys.ts';
import {ensureIdentity} from '../../registry/store/identity.ts';
import {pglite} from '../../registry/store/pglite.ts';
import {postgres} from '../../registry/store/postgres.ts';
import type {Registry} from '../../registry/store/receive.ts';
import {openStore} from '../../registry/store/store.ts';

export interface CampaignRegistry extends Registry {
  close(): Promise<void>;
}

/** A registry on a PostgreSQL server's database, or on PGlite in memory; its clock is the campaign's own. */
export async function openCampaignRegistry(databaseUrl: string | undefined): Promise<CampaignRegistry> {
  const driver = databaseUrl === undefined ? await pglite() : postgres(databaseUrl, () => undefined);
  let clock = Date.UTC(2026, 0, 5);
  const now = (): number => (clock += 5);
  const store = await openStore(driver, now);
  const {node: self, secrets} = await ensureIdentity(store);
  return {store, self, keys: await publicKeysOf(secrets), now, close: () => store.close()};
}

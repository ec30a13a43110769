import {must} from '../../../domain/assert.ts';
import {makeNodeSecrets, publicKeysOf, type NodeSecrets} from '../../../registry/parcel/keys.ts';
import {enrol} from '../../../registry/store/enrolment.ts';
import {addCode, addFacility} from '../../../registry/store/facilities.ts';
import {ensureIdentity, type Identity} from '../../../registry/store/identity.ts';
import type {Registry} from '../../../registry/store/receive.ts';
import {receive, type Receipt} from '../../../registry/store/receive.ts';
import {makeReply, networkBounds, type Bounds} from '../../../registry/store/reply.ts';
import {facility, node} from '../../../registry/store/schema/facility.ts';
import {Office} from './office.ts';
import {openTestStore, type DatabaseKind, type TestStore} from './stores.ts';

/** A registry with its database, without a server before it. */
export interface World extends TestStore {
  readonly registry: Registry;
  readonly identity: Identity;
  /** A new facility; its id. */
  facility(name?: string): Promise<string>;
  /** A PC that was taken in. */
  office(facilityId: string): Promise<Office & {secrets: NodeSecrets}>;
  exchange(office: Office, bounds?: Bounds, page?: number): Promise<Receipt>;
  /** A facility as it would be after a restore from a copy of now, when the answer is called. */
  save(facilityId: string): Promise<() => Promise<void>>;
}

export async function openWorld(kind: DatabaseKind, now: () => number = Date.now, through?: string): Promise<World> {
  const opened = await openTestStore(kind, {now, through});
  const identity = await ensureIdentity(opened.store);
  const keys = await publicKeysOf(identity.secrets);
  const registry: Registry = {store: opened.store, self: identity.node, keys, now};
  return {
    ...opened,
    registry,
    identity,
    facility: (name = 'Үміт') =>
      addFacility(opened.store, {type: 'stationary', nameKk: `${name} үйі`, nameRu: `Дом «${name}»`}),
    async office(facilityId) {
      const secrets = await makeNodeSecrets();
      const office = new Office({facility: facilityId, registry: identity.node});
      const {code} = await addCode(opened.store, facilityId, now);
      const keys = await publicKeysOf(secrets);
      await enrol(opened.store, {code, node: office.node, keys, name: 'ПК', facility: null}, now);
      return Object.assign(office, {secrets});
    },
    async save(facilityId) {
      const kept = await opened.store.asFacility(facilityId, async db => ({
        facility: must((await db.select().from(facility))[0]),
        nodes: await db.select().from(node),
      }));
      // Only the owner of the tables may take anything out of a log.
      const tables = ['change', 'facility', 'node'];
      const policies = (state: 'ENABLE' | 'DISABLE'): string =>
        tables.map(table => `ALTER TABLE ${table} ${state} ROW LEVEL SECURITY;`).join(' ');
      return () =>
        opened.driver.asOwner(async owner => {
          await owner.query('BEGIN');
          await owner.script(policies('DISABLE'));
          const {head, epoch} = kept.facility;
          await owner.query('DELETE FROM change WHERE facility_id = $1 AND seq > $2', [facilityId, head]);
          await owner.query('UPDATE facility SET head = $2, epoch = $3 WHERE id = $1', [facilityId, head, epoch]);
          for (const {id, partner} of kept.nodes) {
            await owner.query('UPDATE node SET partner = $2::jsonb WHERE id = $1', [id, JSON.stringify(partner)]);
          }
          await owner.script(policies('ENABLE'));
          await owner.query('COMMIT');
        });
    },
    async exchange(office, bounds = networkBounds, page = 1_000) {
      const {header, changes} = office.parcel(page);
      const sender = {facilityId: office.facility, node: office.node};
      const receipt = await receive(registry, sender, header, changes);
      office.receive(await makeReply(registry, sender, bounds, 'test'));
      return receipt;
    },
  };
}

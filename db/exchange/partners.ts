import {eq, sql} from 'drizzle-orm';
import type {Change} from '../../registry/protocol/change.ts';
import type {NodeKeys} from '../../registry/protocol/enrolment.ts';
import {newPartner, type Partner} from '../../registry/protocol/partner.ts';
import type {ReadableDb, WritableDb} from '../connection.ts';
import {prepared} from '../prepared.ts';
import {partner} from '../schema/exchange.ts';

export type PartnerRow = typeof partner.$inferSelect;

const all = prepared(db => db.select().from(partner).prepare());

export function partners(db: ReadableDb): PartnerRow[] {
  return all(db).all();
}

/** Whether there is anybody to exchange with. Asked after each command. */
export function hasPartners(db: ReadableDb): boolean {
  return db.prepare("SELECT 1 FROM partner WHERE state <> 'left' LIMIT 1").get() !== undefined;
}

const byId = prepared(db =>
  db
    .select()
    .from(partner)
    .where(eq(partner.id, sql.placeholder('id')))
    .prepare(),
);

export function findPartner(db: ReadableDb, id: string): PartnerRow | undefined {
  return byId(db).get({id});
}

/** The registry that this PC is enrolled in; else one that it left, whose reference data it still has. */
export function registryOf(db: ReadableDb): PartnerRow | undefined {
  const registries = partners(db).filter(({kind}) => kind === 'registry');
  return registries.find(({state}) => state !== 'left') ?? registries.at(-1);
}

/** The registry as what is taken in is judged by it. */
export interface KnownRegistry {
  /** Its node id. */
  readonly id: string;
  readonly keys: NodeKeys;
  readonly isSealed: SealCheck;
}

/** Whether the registry with these keys made a change. Cryptography is not of this layer: `isSealedChange` of registry/parcel. */
export type SealCheck = (change: Change, registry: NodeKeys) => boolean;

/** Null: this PC is enrolled nowhere. */
export function knownRegistry(db: ReadableDb, isSealed: SealCheck): KnownRegistry | null {
  const row = registryOf(db);
  return row === undefined ? null : {id: row.id, keys: keysOf(row), isSealed};
}

/** With whom something is exchanged now. */
export function activePartners(db: ReadableDb, kind: PartnerRow['kind']): PartnerRow[] {
  return partners(db).filter(partner => partner.kind === kind && partner.state !== 'left');
}

/** The registry where its address is known; one that is met by stick alone has none. */
export function reachable(db: ReadableDb): (PartnerRow & {readonly url: string}) | undefined {
  return activePartners(db, 'registry').find((row): row is PartnerRow & {url: string} => row.url !== null);
}

export function keysOf({boxKey, signKey}: PartnerRow): NodeKeys {
  return {box: boxKey, sign: signKey};
}

export interface Acquaintance {
  readonly id: string;
  readonly kind: PartnerRow['kind'];
  readonly name: string;
  readonly keys: NodeKeys;
  readonly url?: string | null;
  readonly certificate?: string | null;
}

/** Takes a partner in, or takes it in again under new keys: what is known of its log stays. */
export function acquaint(db: WritableDb, {id, kind, name, keys, url = null, certificate = null}: Acquaintance): void {
  const values = {kind, name, boxKey: keys.box, signKey: keys.sign, url, certificate, state: 'active' as const};
  db.insert(partner)
    .values({id, ...values, knowledge: newPartner})
    .onConflictDoUpdate({target: partner.id, set: values})
    .run();
}

export function keepKnowledge(db: WritableDb, id: string, knowledge: Partner): void {
  db.update(partner).set({knowledge}).where(eq(partner.id, id)).run();
}

export function changePartner(
  db: WritableDb,
  id: string,
  values: Partial<Pick<PartnerRow, 'state' | 'lastExchangeAt' | 'parcels' | 'sent' | 'name'>>,
): void {
  db.update(partner).set(values).where(eq(partner.id, id)).run();
}

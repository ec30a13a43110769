import {desc, eq} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import {hashOfCode} from '../parcel/enrolment-file.ts';
import type {EnrolAsk, EnrolReply, EnrolRequest, NodeKeys} from '../protocol/enrolment.ts';
import {newPartner} from '../protocol/partner.ts';
import {Refusal} from './refusal.ts';
import {enrolmentCode, facility, node} from './schema/facility.ts';
import type {Db, Store} from './store.ts';

/**
 * Takes in a PC that brings a code. The same PC with the same code is answered again: the first answer may have been lost.
 * Throws `Refusal`: 'wrong-code' (also of one that has run out), 'code-used', 'other-facility', 'copied'.
 */
export async function enrol(store: Store, {code, ...asked}: EnrolRequest, now: () => number): Promise<TakenIn> {
  return store.asFront(db => enrolWith(db, asked, hashOfCode(code), now));
}

/**
 * The same for a request that came on a stick: `isProved` says whether whoever wrote it knew the code with this hash. Answers
 * with that hash, which proves the answer.
 */
export async function enrolByProof(
  store: Store,
  asked: EnrolAsk,
  isProved: (hash: string) => boolean,
  now: () => number,
): Promise<TakenIn & {readonly hash: string}> {
  return store.asFront(async db => {
    const hashes = await db.select({hash: enrolmentCode.hash}).from(enrolmentCode);
    const hash = hashes.find(each => isProved(each.hash))?.hash;
    if (hash === undefined) throw new Refusal('wrong-code');
    return {...(await enrolWith(db, asked, hash, now)), hash};
  });
}

/** What a PC that was taken in is told again, with the hash of the code that it brought; undefined: there is no such PC. */
export async function enrolledWith(
  store: Store,
  id: string,
): Promise<(TakenIn & {readonly hash: string; readonly keys: NodeKeys}) | undefined> {
  return store.asFront(async db => {
    const known = await findNode(db, id);
    const [code] = await db
      .select({hash: enrolmentCode.hash})
      .from(enrolmentCode)
      .where(eq(enrolmentCode.usedBy, id))
      .orderBy(desc(enrolmentCode.usedAt))
      .limit(1);
    if (known?.status !== 'active' || code === undefined) return undefined;
    return {...(await homeOf(db, known.facilityId)), hash: code.hash, keys: known.keys};
  });
}

export type TakenIn = Pick<EnrolReply, 'facility' | 'hasData'>;

async function homeOf(db: Db, id: string): Promise<TakenIn> {
  const {type, nameKk, nameRu, head} = facility;
  const [home] = await db
    .select({id: facility.id, type, nameKk, nameRu, head})
    .from(facility)
    .where(eq(facility.id, id));
  const {head: last, ...named} = must(home, 'a code is of a facility');
  return {facility: named, hasData: last > 0};
}

async function enrolWith(db: Db, request: EnrolAsk, hash: string, now: () => number): Promise<TakenIn> {
  const [code] = await db.select().from(enrolmentCode).where(eq(enrolmentCode.hash, hash)).for('update');
  const at = new Date(now());
  if (code === undefined) throw new Refusal('wrong-code');
  if (code.usedBy !== null && code.usedBy !== request.node) throw new Refusal('code-used');
  if (code.usedBy === null && code.expiresAt <= at) throw new Refusal('wrong-code', 'run out');
  const home = await homeOf(db, code.facilityId);
  // What was written for one type of organisation is no work of another.
  if (request.facility !== null && request.facility.type !== home.facility.type) {
    throw new Refusal('other-facility', 'type');
  }
  await takeIn(db, request, {facilityId: code.facilityId, isRepeated: code.usedBy !== null, at});
  await db.update(enrolmentCode).set({usedAt: at, usedBy: request.node}).where(eq(enrolmentCode.hash, code.hash));
  return home;
}

interface Into {
  readonly facilityId: string;
  readonly isRepeated: boolean;
  readonly at: Date;
}

async function takeIn(db: Db, request: EnrolAsk, {facilityId, isRepeated, at}: Into): Promise<void> {
  const known = await findNode(db, request.node);
  const told = {name: request.name, box: request.keys.box, sign: request.keys.sign};
  if (known === undefined) {
    await db
      .insert(node)
      .values({facilityId, id: request.node, ...told, status: 'active', partner: newPartner, enrolledAt: at});
    return;
  }
  if (known.facilityId !== facilityId) throw new Refusal('other-facility', 'node');
  // Two databases under one name stay two, whoever brings a code: one of them takes a new name first.
  if (known.status === 'copied') throw new Refusal('copied');
  const isSame = known.keys.box === told.box && known.keys.sign === told.sign;
  // A used code opens nothing a second time: neither for other keys nor for one who was shut out since.
  if (isRepeated && (!isSame || known.status !== 'active')) throw new Refusal('code-used');
  if (!isRepeated)
    await db
      .update(node)
      .set({...told, status: 'active', enrolledAt: at})
      .where(eq(node.id, request.node));
}

export interface KnownNode {
  readonly facilityId: string;
  readonly node: string;
  readonly keys: NodeKeys;
  readonly status: (typeof node.$inferSelect)['status'];
}

/** Who a node is, by its name alone. */
export async function findNode(db: Db, id: string): Promise<KnownNode | undefined> {
  const [row] = await db
    .select({facilityId: node.facilityId, node: node.id, box: node.box, sign: node.sign, status: node.status})
    .from(node)
    .where(eq(node.id, id));
  if (row === undefined) return undefined;
  const {box, sign, ...rest} = row;
  return {...rest, keys: {box, sign}};
}

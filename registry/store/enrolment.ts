import {createHash} from 'node:crypto';
import {eq} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import type {EnrolReply, EnrolRequest, NodeKeys} from '../protocol/enrolment.ts';
import {newPartner} from '../protocol/partner.ts';
import {cleanCode} from './code.ts';
import {Refusal} from './refusal.ts';
import {enrolmentCode, facility, node} from './schema/facility.ts';
import type {Db, Store} from './store.ts';

export function hashOfCode(code: string): string {
  return createHash('sha256').update(cleanCode(code)).digest('hex');
}

/**
 * Takes in a PC that brings a code. The same PC with the same code is answered again: the first answer may have been lost.
 * Throws `Refusal`: 'wrong-code' (also of one that has run out), 'code-used', 'other-facility', 'copied'.
 */
export async function enrol(
  store: Store,
  request: EnrolRequest,
  now: () => number,
): Promise<Pick<EnrolReply, 'facility' | 'hasData'>> {
  return store.asFront(async db => {
    const [code] = await db
      .select()
      .from(enrolmentCode)
      .where(eq(enrolmentCode.hash, hashOfCode(request.code)))
      .for('update');
    const at = new Date(now());
    if (code === undefined) throw new Refusal('wrong-code');
    if (code.usedBy !== null && code.usedBy !== request.node) throw new Refusal('code-used');
    if (code.usedBy === null && code.expiresAt <= at) throw new Refusal('wrong-code', 'run out');
    const [home] = await db
      .select({
        id: facility.id,
        type: facility.type,
        nameKk: facility.nameKk,
        nameRu: facility.nameRu,
        head: facility.head,
      })
      .from(facility)
      .where(eq(facility.id, code.facilityId));
    const {head, ...named} = must(home, 'a code is of a facility');
    // What was written for one type of organisation is no work of another.
    if (request.facility !== null && request.facility.type !== named.type) throw new Refusal('other-facility', 'type');
    await takeIn(db, request, {facilityId: named.id, isRepeated: code.usedBy !== null, at});
    await db.update(enrolmentCode).set({usedAt: at, usedBy: request.node}).where(eq(enrolmentCode.hash, code.hash));
    return {facility: named, hasData: head > 0};
  });
}

interface Into {
  readonly facilityId: string;
  readonly isRepeated: boolean;
  readonly at: Date;
}

async function takeIn(db: Db, request: EnrolRequest, {facilityId, isRepeated, at}: Into): Promise<void> {
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

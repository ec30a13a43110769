import {z} from 'zod';
import {handoverStates} from '../../domain/transfer.ts';
import {nodeKeys} from './enrolment.ts';
import {nodeId} from './header.ts';

/**
 * A recipient handed over from one facility to another through the registry (paragraphs 11 2), 21 2), 26 2), 35 3)):
 *
 *   offered ──▶ accepted | rejected         offered ──▶ withdrawn (by the sender, while nobody has answered)
 *
 * The content is encrypted by the sender to every PC of the receiver: the registry cannot read it. Each side may be online
 * once a month: what was offered and answered waits for it.
 */

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const reason = z.string().trim().max(1_000).nullable();

/** Whom a hand-over can be offered to: the other facilities of the registry, with the keys to encrypt to. */
export const receivers = z.array(
  z.strictObject({
    facility: id,
    nameKk: z.string(),
    nameRu: z.string(),
    nodes: z.array(z.strictObject({node: nodeId, box: nodeKeys.shape.box})),
  }),
);
export type Receivers = z.output<typeof receivers>;

export const handoverOffer = z.strictObject({id, to: id, sha256, size: z.int().min(1)});
export const handoverAnswer = z.strictObject({state: z.enum(['accepted', 'rejected', 'withdrawn']), reason});
export type HandoverAnswer = z.output<typeof handoverAnswer>;

export const handover = z.strictObject({
  id,
  direction: z.enum(['outgoing', 'incoming']),
  state: z.enum(handoverStates),
  otherFacility: id,
  otherNameKk: z.string(),
  otherNameRu: z.string(),
  sha256,
  size: z.int().min(1),
  offeredAt: z.string(),
  answeredAt: z.string().nullable(),
  reason,
});
export type Handover = z.output<typeof handover>;
export const handovers = z.array(handover);

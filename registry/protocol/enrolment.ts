import {z} from 'zod';
import {organisationTypes} from '../../domain/vocabulary.ts';
import {nodeId} from './header.ts';

/** The public keys of a node: an age recipient to encrypt to (X25519), and an Ed25519 key that proves what it signed. */
export const nodeKeys = z.strictObject({
  /** `age1…` */
  box: z.string().regex(/^age1[0-9a-z]{58}$/),
  /** Raw 32 bytes, base64url without padding (RFC 8032). */
  sign: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type NodeKeys = z.output<typeof nodeKeys>;

const title = z.string().trim().min(1).max(500);

/** A PC asks to be taken in, with the one-time code that the registry's officer gave to the facility. */
export const enrolRequest = z.strictObject({
  code: z.string().min(8).max(64),
  node: nodeId,
  keys: nodeKeys,
  /** What the PC is called among the people of the facility. */
  name: title,
  facility: z.strictObject({type: z.enum(organisationTypes), nameKk: title, nameRu: title}).nullable(),
});
export type EnrolRequest = z.output<typeof enrolRequest>;

/** The same without a network: that the code is known is proved beside it (registry/parcel/enrolment-file.ts). */
export const enrolAsk = enrolRequest.omit({code: true});
export type EnrolAsk = z.output<typeof enrolAsk>;

export const enrolReply = z.strictObject({
  facility: z.strictObject({id: z.uuid(), type: z.enum(organisationTypes), nameKk: title, nameRu: title}),
  registry: z.strictObject({node: nodeId, keys: nodeKeys, name: title}),
  /** Whether the facility has sent anything before: the PC then takes that in before anybody works on it. */
  hasData: z.boolean(),
});
export type EnrolReply = z.output<typeof enrolReply>;

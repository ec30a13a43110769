import {createHash, createHmac, timingSafeEqual} from 'node:crypto';
import {z} from 'zod';
import {cleanCode} from '../protocol/code.ts';
import {enrolAsk, enrolReply, type EnrolAsk, type EnrolReply, type NodeKeys} from '../protocol/enrolment.ts';
import {exchangeErrorCodes, type ExchangeError} from '../protocol/errors.ts';
import {nodeId} from '../protocol/header.ts';
import {sign, verify, type NodeSecrets} from './keys.ts';

/**
 * How a PC is taken in without a network: two small files on a stick.
 *
 *   <node>.request.json ── PC, its keys, proof of the code ──▶ registry        <node>.answer.json ── EnrolReply, proof ──▶ PC
 *
 * The one-time code was told by telephone and stands in neither. Each file bears an HMAC-SHA-256 of all that it says, under
 * the SHA-256 of the code (80 random bits: nobody finds it by trying). So nobody who has the stick on the way can put other
 * keys into either of them, and nothing needs to be compared.
 */

/** Bytes of a file that may be one of the two. */
export const largestEnrolmentFile = 16 * 1024;

/** What is kept of a one-time code, on both sides. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(cleanCode(code)).digest('hex');
}

const proof = z.string().regex(/^[0-9a-f]{64}$/);
const requestShape = enrolAsk.extend({
  tirek: z.literal('enrolment-request'),
  version: z.literal(1),
  proof,
  /** Ed25519 over the same, base64url: that the PC has the keys. */
  signature: z.string().max(100),
});
const answerShape = z.strictObject({
  tirek: z.literal('enrolment-answer'),
  version: z.literal(1),
  node: nodeId,
  reply: enrolReply.nullable(),
  /** Null where the code is not known. */
  proof: proof.nullable(),
  problem: z.enum(exchangeErrorCodes).nullable(),
});

export interface ReadRequest {
  readonly ask: EnrolAsk;
  /** Whether whoever wrote it knew the code with this hash. */
  readonly isProved: (codeHash: string) => boolean;
}

function requestText({node, keys, name, facility}: EnrolAsk): string {
  const home = facility === null ? null : [facility.type, facility.nameKk, facility.nameRu];
  return JSON.stringify(['tirek-enrolment-request-1', node, keys.box, keys.sign, name, home]);
}

function answerText(to: Pick<EnrolAsk, 'node' | 'keys'>, {facility, registry, hasData}: EnrolReply): string {
  const home = [facility.id, facility.type, facility.nameKk, facility.nameRu];
  const {node, keys, name} = registry;
  const by = [node, keys.box, keys.sign, name];
  return JSON.stringify(['tirek-enrolment-answer-1', to.node, to.keys.box, to.keys.sign, home, by, hasData]);
}

function prove(codeHash: string, text: string): string {
  return createHmac('sha256', Buffer.from(codeHash, 'hex')).update(text).digest('hex');
}

function isEqual(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'));
}

export function writeEnrolRequest(ask: EnrolAsk, by: {codeHash: string; secrets: NodeSecrets}): Uint8Array {
  const text = requestText(ask);
  const written: z.output<typeof requestShape> = {
    tirek: 'enrolment-request',
    version: 1,
    ...ask,
    proof: prove(by.codeHash, text),
    signature: Buffer.from(sign(by.secrets, Buffer.from(text))).toString('base64url'),
  };
  return toFile(written);
}

/** Undefined: none, or one that was altered. */
export function readEnrolRequest(bytes: Uint8Array): ReadRequest | undefined {
  const parsed = requestShape.safeParse(parse(bytes));
  if (!parsed.success) return undefined;
  const {node, keys, name, facility, proof: given, signature} = parsed.data;
  const ask = {node, keys, name, facility};
  const text = requestText(ask);
  if (!isSigned(keys, text, signature)) return undefined;
  return {ask, isProved: codeHash => isEqual(given, prove(codeHash, text))};
}

export function writeEnrolAnswer(
  to: Pick<EnrolAsk, 'node' | 'keys'>,
  answer: {readonly reply: EnrolReply; readonly codeHash: string} | {readonly problem: ExchangeError},
): Uint8Array {
  const said =
    'reply' in answer
      ? {reply: answer.reply, proof: prove(answer.codeHash, answerText(to, answer.reply)), problem: null}
      : {reply: null, proof: null, problem: answer.problem};
  return toFile({tirek: 'enrolment-answer', version: 1, node: to.node, ...said} satisfies z.output<typeof answerShape>);
}

/**
 * What the registry answered to this PC. 'altered': not by whoever gave the code; undefined: no answer, or to another PC. A
 * refusal proves nothing, and nothing but words comes of it.
 */
export function readEnrolAnswer(
  bytes: Uint8Array,
  to: Pick<EnrolAsk, 'node' | 'keys'> & {readonly codeHash: string},
): {readonly reply: EnrolReply} | {readonly problem: ExchangeError} | undefined {
  const parsed = answerShape.safeParse(parse(bytes));
  if (!parsed.success || parsed.data.node !== to.node) return undefined;
  const {reply, proof: given, problem} = parsed.data;
  if (reply === null) return {problem: problem ?? 'malformed'};
  const isOurs = given !== null && isEqual(given, prove(to.codeHash, answerText(to, reply)));
  return isOurs ? {reply} : {problem: 'altered'};
}

function isSigned(keys: NodeKeys, text: string, signature: string): boolean {
  try {
    return verify(keys, Buffer.from(text), Buffer.from(signature, 'base64url'));
  } catch {
    // Forty-three letters need not be a point of the curve.
    return false;
  }
}

function toFile(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

function parse(bytes: Uint8Array): unknown {
  if (bytes.length > largestEnrolmentFile) return undefined;
  try {
    // A program that people edit texts with may have put a mark before the first letter.
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch {
    return undefined;
  }
}

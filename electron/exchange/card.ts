import {z} from 'zod';
import {sign, verify, type NodeSecrets} from '../../registry/parcel/keys.ts';
import {nodeKeys, type NodeKeys} from '../../registry/protocol/enrolment.ts';
import {nodeId} from '../../registry/protocol/header.ts';

/**
 * The card of a PC: a small file that is carried to the other PCs of the facility, so that they exchange by stick. It says
 * who the PC is and by which keys it is known; nothing of it is secret. Its signature shows that it came whole and is of
 * whoever has these keys; that it is the right PC, two people say by telephone.
 */
export interface Card {
  /** Null: this PC belongs to none yet, and takes over that of whom it meets. */
  readonly facility: string | null;
  readonly node: string;
  readonly name: string;
  readonly keys: NodeKeys;
}

export const longestCardName = 100;
/** Bytes of a file that may be a card. */
const largestCard = 16 * 1024;

const shape = z.strictObject({
  tirek: z.literal('card'),
  version: z.literal(1),
  facility: z.uuid().nullable(),
  node: nodeId,
  name: z.string().trim().min(1).max(longestCardName),
  keys: nodeKeys,
  /** Ed25519 over the lines of `signedText`, base64url. */
  signature: z.string().max(100),
});

function signedText({facility, node, name, keys}: Card): Uint8Array {
  return Buffer.from(JSON.stringify(['tirek-card-1', facility, node, name, keys.box, keys.sign]));
}

export function writeCard(card: Card, secrets: NodeSecrets): Uint8Array {
  const {facility, node, name, keys} = card;
  const signature = Buffer.from(sign(secrets, signedText(card))).toString('base64url');
  const written: z.output<typeof shape> = {tirek: 'card', version: 1, facility, node, name, keys, signature};
  return Buffer.from(`${JSON.stringify(written, null, 2)}\n`);
}

/** The card in a file; undefined where there is none, or one that was altered. */
export function readCard(bytes: Uint8Array): Card | undefined {
  if (bytes.length > largestCard) return undefined;
  const parsed = shape.safeParse(parse(bytes));
  if (!parsed.success) return undefined;
  const {facility, node, name, keys, signature} = parsed.data;
  const card = {facility, node, name, keys};
  return isSigned(card, signature) ? card : undefined;
}

function isSigned(card: Card, signature: string): boolean {
  try {
    return verify(card.keys, signedText(card), Buffer.from(signature, 'base64url'));
  } catch {
    // Forty-three letters need not be a point of the curve.
    return false;
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    // A program that people edit texts with may have put a mark before the first letter.
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch {
    return undefined;
  }
}

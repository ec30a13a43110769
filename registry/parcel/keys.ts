import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto';
import {generateX25519Identity, identityToRecipient} from 'age-encryption';
import {must} from '../../domain/assert.ts';
import type {NodeKeys} from '../protocol/enrolment.ts';

/** The private halves of a node's keys. Whoever has them is the node: to be kept encrypted, never to be logged. */
export interface NodeSecrets {
  /** Opens what is encrypted to the node: `AGE-SECRET-KEY-1…` (X25519). */
  readonly box: string;
  /** Signs what the node sends: Ed25519, PKCS #8, base64url. */
  readonly sign: string;
}

export async function makeNodeSecrets(): Promise<NodeSecrets> {
  const {privateKey} = generateKeyPairSync('ed25519');
  return {
    box: await generateX25519Identity(),
    sign: privateKey.export({format: 'der', type: 'pkcs8'}).toString('base64url'),
  };
}

/** What others may know. Throws for secrets that are none. */
export async function publicKeysOf(secrets: NodeSecrets): Promise<NodeKeys> {
  return {box: await identityToRecipient(secrets.box), ...signingKeysOf(secrets)};
}

/** 64 bytes (RFC 8032). Whoever signs two kinds of things begins each with a name of its kind. */
export function sign(secrets: Pick<NodeSecrets, 'sign'>, bytes: Uint8Array): Uint8Array {
  return signWith(null, bytes, signingKey(secrets));
}

/** Whether the node with these keys signed just these bytes. False, never an error, for a signature that is none. */
export function verify(keys: Pick<NodeKeys, 'sign'>, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({key: {kty: 'OKP', crv: 'Ed25519', x: keys.sign}, format: 'jwk'});
  return verifyWith(null, bytes, key, signature);
}

/** A pair for somebody who only signs: the public half as `verify` takes it. */
export function makeSigningKeys(): {readonly secret: Pick<NodeSecrets, 'sign'>; readonly keys: Pick<NodeKeys, 'sign'>} {
  const {privateKey} = generateKeyPairSync('ed25519');
  const secret = {sign: privateKey.export({format: 'der', type: 'pkcs8'}).toString('base64url')};
  return {secret, keys: signingKeysOf(secret)};
}

/** Throws for a secret that is none. */
export function signingKeysOf(secret: Pick<NodeSecrets, 'sign'>): Pick<NodeKeys, 'sign'> {
  const {x} = createPublicKey(signingKey(secret)).export({format: 'jwk'});
  return {sign: must(x, 'an Ed25519 key has its x')};
}

/** Crockford's base 32: what domain/recovery-letters.ts makes of what people type. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 4;
const lettersInGroup = 4;

/**
 * A code of both keys, `XXXX-XXXX-XXXX-XXXX` (80 bits of a SHA-256), that two people compare by telephone before a stick is
 * trusted.
 */
export function fingerprint(keys: NodeKeys): string {
  const digest = createHash('sha256').update(`tirek-node-keys-1\n${keys.box}\n${keys.sign}`).digest('hex');
  const bits = BigInt(`0x${digest}`).toString(2).padStart(256, '0');
  const code = Array.from({length: groups * lettersInGroup}, (_, index) =>
    letters.charAt(Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)),
  );
  return Array.from({length: groups}, (_, group) =>
    code.slice(group * lettersInGroup, (group + 1) * lettersInGroup).join(''),
  ).join('-');
}

function signingKey(secrets: Pick<NodeSecrets, 'sign'>): ReturnType<typeof createPrivateKey> {
  return createPrivateKey({key: Buffer.from(secrets.sign, 'base64url'), format: 'der', type: 'pkcs8'});
}

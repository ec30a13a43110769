import {createCipheriv, createDecipheriv, hkdfSync, randomBytes} from 'node:crypto';
import {hashRaw} from '@node-rs/argon2';
import {z} from 'zod';

/**
 * A slot holds the database key wrapped by one secret: AES-256-GCM under a key that is drawn from a password by Argon2id
 * (RFC 9106, 64 MiB, three passes), or from a recovery secret, which is long enough already, by HKDF. The slot's place
 * is authenticated with it: a slot moved to another account or installation does not open.
 */

const base64 = z.base64();

export const keySlot = z.strictObject({
  salt: base64,
  nonce: base64,
  wrapped: base64,
  /** Absent in a slot of a recovery key. */
  argon2id: z.strictObject({memoryKib: z.int().min(8), passes: z.int().min(1), lanes: z.int().min(1)}).optional(),
});
export type KeySlot = z.output<typeof keySlot>;

/** The cost of one guess: about 90 ms and 64 MiB on an office PC. The unit tests, which open thousands of slots, lower it. */
export const cost = {memoryKib: 65_536, passes: 3, lanes: 1};
const tagLength = 16;

export async function sealWithPassword(key: Uint8Array, password: string, place: string): Promise<KeySlot> {
  const salt = randomBytes(16);
  return {...seal(key, await stretch(password, salt, cost), salt, place), argon2id: {...cost}};
}

export function sealWithSecret(key: Uint8Array, secret: Uint8Array, place: string): KeySlot {
  const salt = randomBytes(16);
  return seal(key, expand(secret, salt), salt, place);
}

/** The database key; undefined where the password is another one, or the slot is not what was written. */
export async function openWithPassword(
  slot: KeySlot,
  password: string,
  place: string,
): Promise<Uint8Array | undefined> {
  if (slot.argon2id === undefined) return undefined;
  return unseal(slot, await stretch(password, decode(slot.salt), slot.argon2id), place);
}

export function openWithSecret(slot: KeySlot, secret: Uint8Array, place: string): Uint8Array | undefined {
  return unseal(slot, expand(secret, decode(slot.salt)), place);
}

/** Argon2id is what the package does unless told otherwise. Composed and decomposed letters are the same password: keyboards differ (NIST SP 800-63B, 3.1.1.2). */
async function stretch(password: string, salt: Uint8Array, use: typeof cost): Promise<Uint8Array> {
  return hashRaw(password.normalize('NFKC'), {
    memoryCost: use.memoryKib,
    timeCost: use.passes,
    parallelism: use.lanes,
    outputLen: 32,
    salt,
  });
}

function expand(secret: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, 'tirek/recovery/1', 32));
}

function seal(key: Uint8Array, wrapping: Uint8Array, salt: Uint8Array, place: string): KeySlot {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce, {authTagLength: tagLength});
  cipher.setAAD(Buffer.from(place));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {salt: encode(salt), nonce: encode(nonce), wrapped: encode(wrapped)};
}

function unseal(slot: KeySlot, wrapping: Uint8Array, place: string): Uint8Array | undefined {
  const wrapped = decode(slot.wrapped);
  const nonce = decode(slot.nonce);
  if (wrapped.length <= tagLength || nonce.length !== 12) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', wrapping, nonce, {authTagLength: tagLength});
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(wrapped.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(0, -tagLength)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function decode(text: string): Buffer {
  return Buffer.from(text, 'base64');
}

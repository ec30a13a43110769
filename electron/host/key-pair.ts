import {Decrypter, Encrypter, generateX25519Identity, identityToRecipient} from 'age-encryption';
import {z} from 'zod';
import {keySlot, type KeySlot} from './key-slot.ts';

/**
 * A slot in which the database key is encrypted to a key pair of its holder (age, X25519), and only the private half is wrapped by
 * the password or the recovery secret. So another database key can be given to people who are not there. The place is encrypted
 * with the key, as it is authenticated in the wrapping: a slot that was moved does not open.
 */
export const pairSlot = z.strictObject({
  /** The public half, `age1…`. */
  recipient: z.string().startsWith('age1'),
  /** The private half, wrapped. */
  identity: keySlot,
  /** The database key, encrypted to the public half. */
  key: z.base64(),
});
export type PairSlot = z.output<typeof pairSlot>;

/** A new pair: what an earlier one of the same holder opened, this one's holder alone opens from now on. */
export async function makePair(
  key: Uint8Array,
  place: string,
  wrap: (identity: Uint8Array) => KeySlot | Promise<KeySlot>,
): Promise<PairSlot> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  return {recipient, identity: await wrap(Buffer.from(identity)), key: await encrypt(key, recipient, place)};
}

/** Another key for the same holder, who need not be there. */
export async function giveKey(pair: PairSlot, key: Uint8Array, place: string): Promise<PairSlot> {
  return {...pair, key: await encrypt(key, pair.recipient, place)};
}

/** The database key; undefined where the pair is another one, or the slot is not what was written. */
export async function openPair(pair: PairSlot, identity: Uint8Array, place: string): Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(Buffer.from(identity).toString());
    const content = Buffer.from(await decrypter.decrypt(Buffer.from(pair.key, 'base64')));
    const before = beginning(place);
    return content.subarray(0, before.length).equals(before)
      ? Uint8Array.from(content.subarray(before.length))
      : undefined;
  } catch {
    return undefined;
  }
}

async function encrypt(key: Uint8Array, recipient: string, place: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const content = await encrypter.encrypt(Buffer.concat([beginning(place), key]));
  return Buffer.from(content).toString('base64');
}

function beginning(place: string): Buffer {
  return Buffer.from(`${place}\n`);
}

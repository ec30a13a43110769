import {createHmac, hkdfSync, timingSafeEqual} from 'node:crypto';
import type {Keyring} from './keyring.ts';

/**
 * Who can write the keyring could put a public key of their own into it and wait until the next database key is encrypted to it.
 * So all of it is authenticated under a key that is drawn from the database key.
 */

export function sealKeyring(ring: Keyring, key: Uint8Array): Keyring {
  return {...ring, mac: macOf(ring, key).toString('base64')};
}

/** Whether it is as somebody wrote it who had the database key. One of the first version holds no public keys. */
export function isAuthentic(ring: Keyring, key: Uint8Array): boolean {
  if (ring.mac === null) return true;
  const mac = Buffer.from(ring.mac, 'base64');
  const wanted = macOf(ring, key);
  return mac.length === wanted.length && timingSafeEqual(mac, wanted);
}

function macOf(ring: Keyring, key: Uint8Array): Buffer {
  const macKey = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'tirek/keyring/2/mac', 32));
  return createHmac('sha256', macKey)
    .update(JSON.stringify({...ring, mac: null}, sorted))
    .digest();
}

/** The same bytes whatever the order in which fields were set. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

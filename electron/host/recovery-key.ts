import {createHash, randomBytes} from 'node:crypto';
import {recoveryLetters} from '../../domain/recovery-letters.ts';

/**
 * A recovery key is 160 random bits and 20 check bits, written in Crockford's base 32 as nine groups of four:
 * `7K3M-…-9QXA`. Reading it forgives what people do to such a text: case, spaces, dashes, O for 0, I and L for 1, and
 * letters typed on the Cyrillic layout that look the same.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretBytes = 20;
const checkCharacters = 4;
const secretCharacters = (secretBytes * 8) / 5;

export function makeRecoverySecret(): Uint8Array {
  return randomBytes(secretBytes);
}

/** The secret as it is printed. */
export function writeRecoveryKey(secret: Uint8Array): string {
  const characters = toBase32(secret) + check(secret);
  return (characters.match(/.{4}/g) ?? []).join('-');
}

/** The secret of a key as somebody typed it; undefined where a character is wrong, missing or too many. */
export function readRecoveryKey(typed: string): Uint8Array | undefined {
  const characters = Array.from(recoveryLetters(typed));
  if (characters.length !== secretCharacters + checkCharacters) return undefined;
  if (!characters.every(each => alphabet.includes(each))) return undefined;
  const secret = fromBase32(characters.slice(0, secretCharacters));
  return check(secret) === characters.slice(secretCharacters).join('') ? secret : undefined;
}

function check(secret: Uint8Array): string {
  const digest = createHash('sha256').update('tirek/recovery-key/1').update(secret).digest();
  return toBase32(digest).slice(0, checkCharacters);
}

function toBase32(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const length = Math.floor((bytes.length * 8) / 5);
  bits >>= BigInt(bytes.length * 8 - length * 5);
  return Array.from({length}, (_, index) =>
    alphabet.charAt(Number((bits >> BigInt((length - 1 - index) * 5)) & 31n)),
  ).join('');
}

function fromBase32(characters: readonly string[]): Uint8Array {
  let bits = 0n;
  for (const each of characters) bits = (bits << 5n) | BigInt(alphabet.indexOf(each));
  const length = Math.floor((characters.length * 5) / 8);
  return Uint8Array.from({length}, (_, index) => Number((bits >> BigInt((length - 1 - index) * 8)) & 255n));
}

import {randomBytes} from 'node:crypto';
import {recoveryLetters} from '../../domain/recovery-letters.ts';

/**
 * The passphrase of a file of a hand-over: 100 random bits in Crockford's base 32, as five groups of four, because it is
 * told by telephone. Reading it forgives what reading a recovery key forgives.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const letters = 20;

export function makePassphrase(): string {
  return grouped(Array.from(randomBytes(letters), byte => alphabet.charAt(byte & 31)).join(''));
}

/** As it was made, from what somebody typed; what is none stays as it is, and opens nothing. */
export function readPassphrase(typed: string): string {
  return grouped(recoveryLetters(typed));
}

function grouped(characters: string): string {
  return (characters.match(/.{1,4}/gu) ?? []).join('-');
}

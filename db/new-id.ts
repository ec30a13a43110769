import {hash as hashAtOnce, randomUUID} from 'node:crypto';

/** The key of a new record: random, so that two PCs never give the same one. */
export function newId(): string {
  return randomUUID();
}

/** Chosen once, at random: all ids made here are told apart by it from those that others make of the same words. */
const space = Buffer.from('6b1f0c9a52d84e1c9d3f7a1be04c8d27', 'hex');

/**
 * The key of a record that follows from its facts: a line of a list that can be there only once. Made on two PCs it is one
 * row (UUID version 5 of the facts, RFC 9562, 5.5).
 */
export function idOf(...facts: readonly (string | number)[]): string {
  const hash = hashAtOnce('sha1', Buffer.concat([space, Buffer.from(JSON.stringify(facts))]), 'buffer');
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.subarray(0, 16).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

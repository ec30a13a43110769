import {hash as hashAtOnce, randomBytes} from 'node:crypto';

/** The greatest that the twelve bits of the counter hold. */
const most = 0xfff;

let last = {milliseconds: 0, counter: 0};

/**
 * The key of a new record: in the order of making, so that what is made together lies together in the file; and with 62 bits
 * at random, so that two PCs never give the same one (UUID version 7, RFC 9562, 5.7, with the counter of 6.2, method 1).
 */
export function newId(): string {
  const bytes = randomBytes(16);
  last = following(last, Date.now(), bytes.readUInt16BE(6));
  bytes.writeUIntBE(last.milliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | last.counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return uuidOf(bytes);
}

/** A clock that stands still or was put back counts on; a full counter borrows the next millisecond. */
function following(before: typeof last, now: number, random: number): typeof last {
  // Half of the counter is left for what follows in the same millisecond.
  if (now > before.milliseconds) return {milliseconds: now, counter: random & (most >> 1)};
  if (before.counter < most) return {milliseconds: before.milliseconds, counter: before.counter + 1};
  return {milliseconds: before.milliseconds + 1, counter: 0};
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.subarray(0, 16).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
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
  return uuidOf(hash);
}

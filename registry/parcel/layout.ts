import {z} from 'zod';
import {nodeId, parcelFormat, type ParcelHeader} from '../protocol/header.ts';
import {ParcelError} from './parcel-error.ts';

/**
 * The bytes of a parcel (docs/decisions/0018):
 *
 *   magic 8 | format 1 | length 2 | head (JSON) | payload | end mark 4 | Ed25519 signature 64
 *
 * Magic and format stand so in every version to come. The head says by whom, for whom and the how many-th, for whoever
 * sorts parcels without being able to open them; no facility, nothing of people. The payload is an age file for one X25519
 * recipient; in it, brotli: the ParcelHeader as a line of JSON, then a line for each change. The signature is over the
 * SHA-512 of everything before it.
 */

const magic = Uint8Array.from([0x54, 0x50, 0x41, 0x52, 0x0d, 0x0a, 0x1a, 0x0a]);
const endMark = Uint8Array.from([0x0a, 0x45, 0x4e, 0x44]);
const beforeHead = magic.length + 3;
const longestHead = 500;
export const signatureLength = 64;
const trailer = endMark.length + signatureLength;

/** As many bytes as whoever wants to read a head needs at most. */
export const headBytes = beforeHead + longestHead;
export const trailerBytes = trailer;

/** Told apart from everything else that a node signs. */
const context = Buffer.from('tirek-parcel-1\n');

const head = z.strictObject({format: z.literal(parcelFormat), from: nodeId, to: nodeId, number: z.int().min(1)});
export type ParcelHead = z.output<typeof head>;

/** Everything before the payload. */
export function beginning({from, to, number}: ParcelHeader): Uint8Array {
  const text = Buffer.from(JSON.stringify({format: parcelFormat, from, to, number} satisfies ParcelHead));
  return Buffer.concat([magic, Uint8Array.of(parcelFormat, text.length >> 8, text.length & 255), text]);
}

export function ending(): Uint8Array {
  return endMark;
}

/** What is signed of a parcel, given the SHA-512 of all that stands before the signature. */
export function signedBytes(sha512: Uint8Array): Uint8Array {
  return Buffer.concat([context, sha512]);
}

export interface Layout {
  readonly head: ParcelHead;
  /** Where the payload begins and where it ends, in bytes from the start. */
  readonly from: number;
  readonly to: number;
  readonly signature: Uint8Array;
}

/**
 * The parts of a parcel by its first `headBytes` and its last `trailerBytes` bytes and its size; all fewer where it is
 * shorter. Throws `ParcelError`. Nothing of it is known to be true before the signature was verified.
 */
export function readLayout(start: Uint8Array, end: Uint8Array, size: number): Layout {
  checkMagic(start);
  const read = readHead(start);
  const payloadTo = size - trailer;
  const mark = end.subarray(Math.max(0, end.length - trailer), end.length - signatureLength);
  if (payloadTo <= beforeHead || mark.length < endMark.length || mark.some((byte, index) => byte !== endMark[index])) {
    throw new ParcelError('not-a-parcel', 'cut short');
  }
  if (read === undefined || read.length > payloadTo) throw new ParcelError('altered', 'the head cannot be read');
  return {head: read.head, from: read.length, to: payloadTo, signature: end.subarray(end.length - signatureLength)};
}

function checkMagic(start: Uint8Array): void {
  const known = Math.min(start.length, magic.length);
  for (let index = 0; index < known; index += 1) {
    if (start[index] !== magic[index]) throw new ParcelError('not-a-parcel', 'of another kind');
  }
  const format = start[magic.length];
  if (format === undefined) throw new ParcelError('not-a-parcel', 'cut short');
  if (format > parcelFormat) throw new ParcelError('newer', `format ${format}`);
  if (format < parcelFormat) throw new ParcelError('older', `format ${format}`);
}

function readHead(start: Uint8Array): {head: ParcelHead; length: number} | undefined {
  if (start.length < beforeHead) return undefined;
  const length = beforeHead + Buffer.from(start).readUInt16BE(magic.length + 1);
  if (length > Math.min(start.length, headBytes)) return undefined;
  const parsed = head.safeParse(parse(Buffer.from(start.subarray(beforeHead, length)).toString('utf8')));
  return parsed.success ? {head: parsed.data, length} : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import {createHash} from 'node:crypto';
import type {Change} from '../protocol/change.ts';
import type {NodeKeys} from '../protocol/enrolment.ts';
import type {ParcelHeader} from '../protocol/header.ts';
import {limits} from '../protocol/limits.ts';
import {verify, type NodeSecrets} from './keys.ts';
import {
  headBytes,
  readLayout,
  signatureLength,
  signedBytes,
  trailerBytes,
  type Layout,
  type ParcelHead,
} from './layout.ts';
import {ParcelError} from './parcel-error.ts';
import {openSteadyFile, type SteadyFile} from './steady-file.ts';
import {unpack} from './unpack.ts';

export interface ParcelLimits {
  /** Bytes of the parcel. */
  readonly parcel: number;
  /** Bytes that it may unpack to. */
  readonly body: number;
}

export const networkLimits: ParcelLimits = {parcel: limits.networkParcel, body: limits.networkBody};
/** A first load of a million changes is a tenth of it; what is read is never held, whatever its size. */
export const stickLimits: ParcelLimits = {parcel: 2 ** 32, body: 2 ** 34};

export interface OpenOptions {
  readonly own: NodeSecrets;
  /** The id of this node: to whom the parcel must be addressed. */
  readonly self: string;
  /** The keys of a sender who is known here; undefined: a stranger. */
  readonly keysOf: (node: string) => NodeKeys | undefined | Promise<NodeKeys | undefined>;
  readonly limits: ParcelLimits;
}

/**
 * A parcel that was received whole. Nothing is decrypted before the signature holds, nothing comes back before the last
 * line was read. Throws `ParcelError`, and what `keysOf` throws.
 */
export async function openParcel(
  bytes: Uint8Array,
  {own, self, keysOf, limits: most}: OpenOptions,
): Promise<{header: ParcelHeader; changes: Change[]}> {
  const layout = readLayout(
    bytes.subarray(0, headBytes),
    bytes.subarray(Math.max(0, bytes.length - trailerBytes)),
    bytes.length,
  );
  if (bytes.length > most.parcel) throw new ParcelError('too-large', 'more bytes than are taken at once');
  const keys = await senderOf(layout.head, self, keysOf);
  checkSignature(layout, keys, createHash('sha512').update(bytes.subarray(0, -signatureLength)).digest());
  const {header, pages} = await unpack(piecesOf(bytes.subarray(layout.from, layout.to)), {
    own,
    head: layout.head,
    body: most.body,
  });
  const changes: Change[] = [];
  for await (const page of pages) changes.push(...page);
  return {header, changes};
}

/**
 * A parcel on a disk that may be slow, broken or pulled out: read once for the signature over the whole, then a second time
 * as a stream. A block that is not the same the second time is refused as altered.
 *
 * `pages`: of limits.page changes at most, to be read once, throwing `ParcelError` or what the disk says; what was read
 * before that was signed by the sender just so. `close` is to be called in any case.
 */
export async function openParcelFile(
  path: string,
  {own, self, keysOf, limits: most}: OpenOptions,
): Promise<{header: ParcelHeader; pages: AsyncIterable<Change[]>; close: () => Promise<void>}> {
  const file = await openSteadyFile(path);
  try {
    const layout = await layoutOf(file);
    if (file.size > most.parcel) throw new ParcelError('too-large', 'more bytes than are taken at once');
    const keys = await senderOf(layout.head, self, keysOf);
    checkSignature(layout, keys, await file.hash(file.size - signatureLength));
    const payload = file.read(layout.from, layout.to);
    const {header, pages} = await unpack(payload, {own, head: layout.head, body: most.body});
    return {header, pages, close: () => file.close()};
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** What a file says of itself, unproven: whose parcel it may be, by its first and last bytes. Throws as above. */
export async function peekParcelFile(path: string): Promise<ParcelHead> {
  const file = await openSteadyFile(path);
  try {
    return (await layoutOf(file)).head;
  } finally {
    await file.close();
  }
}

/** Reads a file to its end and checks that it is a whole parcel signed with these keys. Throws as above. */
export async function verifyParcelFile(path: string, keys: NodeKeys): Promise<ParcelHead> {
  const file = await openSteadyFile(path);
  try {
    const layout = await layoutOf(file);
    checkSignature(layout, keys, await file.hash(file.size - signatureLength));
    return layout.head;
  } finally {
    await file.close();
  }
}

async function layoutOf(file: SteadyFile): Promise<Layout> {
  const start = await file.at(0, Math.min(headBytes, file.size));
  const end = await file.at(Math.max(0, file.size - trailerBytes), file.size);
  return readLayout(start, end, file.size);
}

async function senderOf(head: ParcelHead, self: string, keysOf: OpenOptions['keysOf']): Promise<NodeKeys> {
  if (head.to !== self) throw new ParcelError('not-for-us', 'addressed to another node');
  const keys = await keysOf(head.from);
  if (keys === undefined) throw new ParcelError('stranger', 'the sender is not known here');
  return keys;
}

function checkSignature(layout: Layout, keys: NodeKeys, sha512: Uint8Array): void {
  if (!verify(keys, signedBytes(sha512), layout.signature)) throw new ParcelError('altered', 'signature');
}

const piece = 64 * 1024;

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece);
}

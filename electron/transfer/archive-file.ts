import {createHash} from 'node:crypto';
import {gunzipSync, gzipSync} from 'node:zlib';
import {Decrypter, Encrypter} from 'age-encryption';
import {z} from 'zod';
import type {ArchiveProblem} from '../../domain/transfer.ts';

/**
 * The file of a hand-over (docs/decisions/0016):
 *
 *   magic 8 | version 2 | check 4 | length 4 | SHA-256 32 | body
 *
 * Magic, version and check stand so in every version to come: a foreign file, a damaged head and a newer version are
 * told apart before anything else is read. The body is an age file with a passphrase; in it, gzipped, JSON: the parts as
 * base64 with the list of their sizes and SHA-256. The hash in the head is of what stands before it and the body: it
 * tells damage from a wrong passphrase, it protects nothing (age does).
 *
 * Through the registry (docs/decisions/0022) the same goes without a passphrase: the body is encrypted to the PCs of the
 * receiver.
 */

const magic = Uint8Array.from([0x54, 0x49, 0x52, 0x45, 0x4b, 0x0d, 0x0a, 0x1a]);
export const archiveVersion = 1;
const commonHead = 14;
const head = 50;
/** More than a person's papers ever are; a request of the loopback host holds no more. */
export const largestFile = 16 * 1024 * 1024;
/** What it may unpack to. What is taken over is then exchanged as one change: a line of a parcel must hold it (`longestLine`). */
export const largestContent = 16 * 1024 * 1024;
/** scrypt over 32 MiB: the passphrase has 100 random bits, so that the work only has to be borne by an old PC. */
const workFactor = 15;
/** A file that asks for more than 128 MiB was not made by this program. */
const highestWorkFactor = 17;

const document = z.strictObject({
  manifest: z.array(z.strictObject({name: z.string(), size: z.int().min(0), sha256: z.string()})).max(2_000),
  parts: z.record(z.string(), z.base64()),
});

export type Parts = ReadonlyMap<string, Uint8Array>;

export type OpenedParts = {readonly parts: Parts} | {readonly problem: ArchiveProblem};

/** The parts as they are encrypted, gzipped. Throws where they are too large. */
export function packParts(parts: Parts): Uint8Array {
  const manifest = [...parts].map(([name, bytes]) => ({name, size: bytes.length, sha256: hash(bytes).toString('hex')}));
  const encoded = Object.fromEntries([...parts].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));
  const text = JSON.stringify({manifest, parts: encoded} satisfies z.input<typeof document>);
  if (text.length > largestContent) throw new Error('the content of the hand-over is too large');
  return gzipSync(text);
}

/** Packs, encrypts and writes the head. Throws where it would be too large. */
export async function sealParts(parts: Parts, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return sealed(packParts(parts), encrypter);
}

/** What `packParts` made, for whoever has one of these keys (`age1…`). Throws where it would be too large. */
export async function sealTo(packed: Uint8Array, keys: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const key of keys) encrypter.addRecipient(key);
  return sealed(packed, encrypter);
}

async function sealed(packed: Uint8Array, encrypter: Encrypter): Promise<Uint8Array> {
  const file = withHead(await encrypter.encrypt(packed), archiveVersion);
  if (file.length > largestFile) throw new Error('the file of the hand-over is too large');
  return file;
}

/** Reads everything and checks everything before it answers. Never throws for what a file holds. */
export async function openParts(file: Uint8Array, passphrase: string): Promise<OpenedParts> {
  const problem = headProblem(file);
  if (problem !== null) return {problem};
  const body = file.subarray(head);
  const asked = /^age-encryption\.org\/v1\n-> scrypt \S{22} (\d{1,2})\n/u.exec(
    Buffer.from(body.subarray(0, 80)).toString('latin1'),
  )?.[1];
  if (asked === undefined || Number(asked) > highestWorkFactor) return {problem: 'damaged'};
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypted(body, decrypter);
}

/** The same of what was encrypted to this PC (`AGE-SECRET-KEY-1…`); to others alone: the problem is 'passphrase'. */
export async function openWith(file: Uint8Array, secret: string): Promise<OpenedParts> {
  const problem = headProblem(file);
  if (problem !== null) return {problem};
  const decrypter = new Decrypter();
  decrypter.addIdentity(secret);
  return decrypted(file.subarray(head), decrypter);
}

async function decrypted(body: Uint8Array, decrypter: Decrypter): Promise<OpenedParts> {
  let packed: Uint8Array;
  try {
    packed = await decrypter.decrypt(body);
  } catch (error) {
    const isAnotherKey = error instanceof Error && error.message.includes('no identity matched');
    return {problem: isAnotherKey ? 'passphrase' : 'damaged'};
  }
  return unpack(packed);
}

function unpack(packed: Uint8Array): OpenedParts {
  let text: string;
  try {
    text = gunzipSync(packed, {maxOutputLength: largestContent}).toString('utf8');
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return {problem: isTooLarge ? 'too-large' : 'damaged'};
  }
  const read = document.safeParse(parsed(text));
  if (!read.success) return {problem: 'damaged'};
  const {manifest, parts} = read.data;
  const found = new Map(manifest.map(({name}) => [name, Buffer.from(parts[name] ?? '', 'base64')]));
  const isWhole =
    found.size === manifest.length &&
    Object.keys(parts).length === manifest.length &&
    manifest.every(({name, size, sha256}) => {
      const bytes = found.get(name);
      return bytes?.length === size && hash(bytes).toString('hex') === sha256;
    });
  return isWhole ? {parts: found} : {problem: 'damaged'};
}

function headProblem(file: Uint8Array): ArchiveProblem | null {
  const beginning = file.subarray(0, magic.length);
  if (beginning.length === 0 || beginning.some((byte, index) => byte !== magic[index])) return 'foreign';
  if (file.length < commonHead) return 'damaged';
  const view = viewOf(file);
  const version = view.getUint16(8);
  if (view.getUint32(10) !== checkOf(version)) return 'damaged';
  if (version > archiveVersion) return 'newer';
  if (file.length > largestFile) return 'too-large';
  if (version < 1 || file.length < head || file.length !== head + view.getUint32(commonHead)) return 'damaged';
  const told = Buffer.from(file.subarray(18, head));
  return hash(file.subarray(0, 18), file.subarray(head)).equals(told) ? null : 'damaged';
}

/** Exported for the tests: a body, whatever it is, under a head of some version. */
export function withHead(body: Uint8Array, version: number): Uint8Array {
  const file = new Uint8Array(head + body.length);
  const view = viewOf(file);
  file.set(magic);
  view.setUint16(8, version);
  view.setUint32(10, checkOf(version));
  view.setUint32(commonHead, body.length);
  file.set(body, head);
  file.set(hash(file.subarray(0, 18), body), 18);
  return file;
}

function checkOf(version: number): number {
  return hash(magic, Uint8Array.from([version >> 8, version & 255])).readUInt32BE(0);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function hash(...parts: readonly Uint8Array[]): Buffer {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {open, type FileHandle} from 'node:fs/promises';
import {assert} from '../../domain/assert.ts';
import {largestHead, updateHeader, updateSize, type UpdateHeader, type UpdatePart} from '../protocol/update.ts';
import {sign, verify, type NodeSecrets} from './keys.ts';

/**
 * An update file:
 *
 *   TIREK-UPDATE-1\n | length of the head, 4 bytes | the head, JSON | signature, 64 bytes | the parts, one after another
 *
 * The publisher signs the head, and the head says the size and the SHA-256 of each part: nothing of a part is used before all of
 * it was compared. Files of hundreds of megabytes go through in pieces.
 */

export const updateEnd = '.tirek-update';
const magic = Buffer.from('TIREK-UPDATE-1\n');
const signatureLength = 64;
const signedAs = Buffer.from('tirek-update-1\n');
const piece = 1024 * 1024;

/**
 * What is wrong with an update file as such.
 * - not-an-update: something else.              - newer-kind: of a kind that this program does not know yet.
 * - stranger: not signed by the publisher whose key the program has, or altered in its head.
 * - cut: too short.                             - altered: a part is not what was signed, or something is behind them.
 */
export const updateDefects = ['not-an-update', 'newer-kind', 'stranger', 'cut', 'altered'] as const;
export type UpdateDefect = (typeof updateDefects)[number];

export class UpdateFileError extends Error {
  readonly defect: UpdateDefect;

  constructor(defect: UpdateDefect) {
    super(defect);
    this.name = 'UpdateFileError';
    this.defect = defect;
  }
}

export interface UpdateHead {
  readonly header: UpdateHeader;
  /** Where the first part begins. */
  readonly offset: number;
}

/** A part and where its bytes are while the file is written. */
export interface UpdateSource extends UpdatePart {
  readonly file: string;
}

/** Measures a file that is to be a part. */
export async function measurePart(file: string, path: string, executable: boolean): Promise<UpdateSource> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const bytes of createReadStream(file, {highWaterMark: piece})) {
    hash.update(bytes as Buffer);
    size += (bytes as Buffer).length;
  }
  return {path, file, size, sha256: hash.digest('hex'), executable};
}

/** Writes an update file through an open handle, and reads the sources once more for it. */
export async function writeUpdate(
  handle: FileHandle,
  header: Omit<UpdateHeader, 'format' | 'parts'>,
  {sources, secret}: {sources: readonly UpdateSource[]; secret: Pick<NodeSecrets, 'sign'>},
): Promise<void> {
  const parts = sources.map(({path, size, sha256, executable}) => ({path, size, sha256, executable}));
  const head = Buffer.from(JSON.stringify(updateHeader.parse({format: 1, ...header, parts})));
  assert(head.length <= largestHead, 'a head is no longer than what is read of one');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  await handle.writeFile(Buffer.concat([magic, length, head, sign(secret, Buffer.concat([signedAs, head]))]));
  for (const {file} of sources) {
    for await (const bytes of createReadStream(file, {highWaterMark: piece})) await handle.writeFile(bytes as Buffer);
  }
}

/** Reads the head and looks at its signature. `publisherKey`: undefined where nobody has to believe it, as at the registry. */
export async function readUpdateHead(handle: FileHandle, publisherKey: string | undefined): Promise<UpdateHead> {
  const begin = await readAt(handle, 0, magic.length + 4);
  if (!begin.subarray(0, magic.length).equals(magic.subarray(0, begin.length))) {
    const isNewer = /^TIREK-UPDATE-\d/.test(begin.toString('latin1'));
    throw new UpdateFileError(isNewer ? 'newer-kind' : 'not-an-update');
  }
  if (begin.length < magic.length + 4) throw new UpdateFileError(begin.length === 0 ? 'not-an-update' : 'cut');
  const length = begin.readUInt32BE(magic.length);
  if (length > largestHead) throw new UpdateFileError('stranger');
  const rest = await readAt(handle, begin.length, length + signatureLength);
  if (rest.length < length + signatureLength) throw new UpdateFileError('cut');
  const [head, signature] = [rest.subarray(0, length), rest.subarray(length)];
  if (publisherKey !== undefined && !verify({sign: publisherKey}, Buffer.concat([signedAs, head]), signature)) {
    throw new UpdateFileError('stranger');
  }
  const header = updateHeader.safeParse(parse(head));
  if (!header.success) throw new UpdateFileError(publisherKey === undefined ? 'not-an-update' : 'newer-kind');
  return {header: header.data, offset: begin.length + rest.length};
}

/** Whether the file is as long as its head says; the bytes are compared when they are taken. */
export async function checkLength(handle: FileHandle, {header, offset}: UpdateHead): Promise<void> {
  const {size} = await handle.stat();
  const wanted = offset + updateSize(header);
  if (size < wanted) throw new UpdateFileError('cut');
  if (size > wanted) throw new UpdateFileError('altered');
}

/**
 * Hands out the parts in order. `take` answers where the bytes of one go; it is called with the next only when all of the one before
 * were compared. Throws `UpdateFileError`, what the disk says, and the signal's reason.
 */
export async function takeParts(
  handle: FileHandle,
  {header, offset}: UpdateHead,
  take: (part: UpdatePart) => Promise<{write: (bytes: Uint8Array) => Promise<void>; end: () => Promise<void>}>,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<void> {
  let at = offset;
  for (const part of header.parts) {
    const hash = createHash('sha256');
    const {write, end} = await take(part);
    try {
      for (let left = part.size; left > 0;) {
        const bytes = await readAt(handle, at, Math.min(piece, left));
        if (bytes.length === 0) throw new UpdateFileError('cut');
        hash.update(bytes);
        await write(bytes);
        [at, left] = [at + bytes.length, left - bytes.length];
        onProgress(at - offset);
      }
      if (hash.digest('hex') !== part.sha256) throw new UpdateFileError('altered');
    } finally {
      await end();
    }
  }
}

/** Opens, reads the head, and closes. */
export async function peekUpdate(file: string, publisherKey: string | undefined): Promise<UpdateHead> {
  const handle = await open(file, 'r');
  try {
    const head = await readUpdateHead(handle, publisherKey);
    await checkLength(handle, head);
    return head;
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const {bytesRead} = await handle.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

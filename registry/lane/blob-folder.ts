import {createHash} from 'node:crypto';
import {open, rm, stat, type FileHandle} from 'node:fs/promises';
import {join} from 'node:path';
import {isDiskError} from '../parcel/parcel-error.ts';
import {blobChunk} from '../parcel/wire.ts';
import {settle} from './blob-check.ts';
import {cover, coveredName} from './blob-cover.ts';
import {newBlobTally, type Blob, type BlobOutcome, type BlobStore} from './blob-store.ts';
import {LaneStop} from './outcome.ts';
import {writeWhole} from './safe-write.ts';
import {blobFolder, checkStick, diskStop, fileProblem, findStick, makeFolder, type Stick} from './stick-folder.ts';
import {checkSignal} from './stick-read.ts';

export interface BlobsOverFolder {
  readonly store: BlobStore;
  readonly facility: string;
  /** As a person chose it. */
  readonly folder: string;
  readonly partners: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/**
 * Files to and from a stick: `blobs/<name>`, covered (blob-cover.ts). What lies there whole is not written again, nothing is removed, and nothing is
 * told as delivered: a stick does not say who read it. Never rejects for what the stick does.
 */
export async function syncBlobsOverFolder(options: BlobsOverFolder): Promise<BlobOutcome> {
  const {store, facility, folder: chosen, partners, signal} = options;
  const tally = newBlobTally();
  try {
    const stick = await findStick(chosen, facility);
    for (const blob of await store.missing()) {
      checkSignal(signal);
      const end = await take(blob, stick, options);
      if (end === 'complete') tally.received += 1;
      if (end === 'dropped') tally.dropped += 1;
    }
    const lacking = await Promise.all(partners.map(async partner => store.toSend(partner)));
    const wanted = new Map(lacking.flat().map(blob => [blob.sha256, blob]));
    for (const blob of wanted.values()) {
      checkSignal(signal);
      if (await give(blob, stick, options)) tally.sent += 1;
    }
    return {problem: null, tally};
  } catch (error) {
    const cause = diskStop(error);
    if (cause instanceof LaneStop) return {problem: cause.problem, tally};
    throw cause;
  }
}

type End = 'complete' | 'dropped' | 'not-there';

async function take(blob: Blob, stick: Stick, options: BlobsOverFolder): Promise<End> {
  const {store} = options;
  const hadPart = (await store.held(blob.sha256)) > 0;
  const end = await copy(blob, stick, options);
  // A part that came by another way may have been bad; the file itself may be good.
  return end === 'dropped' && hadPart ? copy(blob, stick, options) : end;
}

async function copy(blob: Blob, stick: Stick, {store, signal}: BlobsOverFolder): Promise<End> {
  const folder = join(stick.folder, blobFolder);
  let handle: FileHandle | undefined;
  try {
    handle = await open(join(folder, coveredName(blob.sha256)), 'r');
    const stats = await handle.stat();
    if (!stats.isFile() || stats.size !== blob.size) return 'not-there';
    if ((await store.held(blob.sha256)) > blob.size) await store.drop(blob.sha256);
    for (;;) {
      const offset = await store.held(blob.sha256);
      if (offset >= blob.size) break;
      checkSignal(signal);
      const bytes = Buffer.alloc(Math.min(blobChunk, blob.size - offset));
      const {bytesRead} = await handle.read(bytes, 0, bytes.length, offset);
      if (bytesRead === 0) return 'not-there';
      await store.append(blob.sha256, cover(blob.sha256, offset, bytes.subarray(0, bytesRead)));
    }
  } catch (error) {
    // One that cannot be read stays missing; the others may be read.
    if (isDiskError(error) && error.code === 'ENOENT') await checkStick(stick);
    else await fileProblem(error, folder);
    return 'not-there';
  } finally {
    await handle?.close();
  }
  return settle(store, blob);
}

/** Whether it was written; false where it lies there whole already. */
async function give(blob: Blob, stick: Stick, {store, signal}: BlobsOverFolder): Promise<boolean> {
  const folder = await makeFolder(stick, blobFolder);
  const name = coveredName(blob.sha256);
  const path = join(folder, name);
  if (await isWhole(path, blob)) return false;
  await writeWhole(folder, name, async handle => {
    for (let offset = 0; offset < blob.size; offset += blobChunk) {
      checkSignal(signal);
      const bytes = await store.read(blob.sha256, offset, Math.min(blobChunk, blob.size - offset));
      await handle.writeFile(cover(blob.sha256, offset, bytes));
    }
  });
  await checkStick(stick);
  if (await isWhole(path, blob)) return true;
  await rm(path, {force: true});
  throw new LaneStop({code: 'not-written-well', by: 'us', detail: 'a file'});
}

async function isWhole(path: string, {sha256, size}: Blob): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined || !stats.isFile() || stats.size !== size) return false;
  const handle = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    let offset = 0;
    for await (const piece of handle.createReadStream({autoClose: false, highWaterMark: blobChunk})) {
      hash.update(cover(sha256, offset, piece));
      offset += piece.length;
    }
    return hash.digest('hex') === sha256;
  } finally {
    await handle.close();
  }
}

import {chmodSync, renameSync, rmSync} from 'node:fs';
import {open, statfs, type FileHandle} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {updateSize, whyUnfit} from '../../../registry/protocol/update.ts';
import {
  checkLength,
  measurePart,
  readUpdateHead,
  takeParts,
  type UpdateHead,
} from '../../../registry/parcel/update-file.ts';
import type {UpdateProblem} from '../../contract/update.ts';
import {syncFolder} from '../atomic-file.ts';
import {makeFolder} from '../make-folder.ts';
import type {Taker} from './found.ts';

/** Bytes that are left to the PC beside an update. */
const leftOver = 100_000_000;

/**
 * Brings the parts of an update file into an empty folder, each compared on the way and once more where it lies now. Answers the head, or
 * why the file is not for this program. Throws `UpdateFileError` and what the disk says; what was written is taken away then.
 */
export async function gatherUpdate(
  file: string,
  staging: string,
  {installed, publisherKey}: Taker,
  onProgress: (share: number) => void,
): Promise<{head: UpdateHead; signed: Uint8Array} | {problem: UpdateProblem}> {
  const handle = await open(file, 'r');
  try {
    const head = await readUpdateHead(handle, publisherKey);
    const unfit = whyUnfit(head.header, installed);
    if (unfit !== null) return {problem: unfit};
    await checkLength(handle, head);
    const size = updateSize(head.header);
    makeFolder(dirname(staging));
    if (!(await hasRoom(dirname(staging), size))) return {problem: 'full'};
    rmSync(staging, {recursive: true, force: true});
    makeFolder(staging, 0o755);
    await takeParts(
      handle,
      head,
      part => partFile(staging, part),
      bytes => onProgress((bytes / size) * 0.8),
    );
    let read = 0;
    for (const part of head.header.parts) {
      const target = join(staging, part.path);
      const {sha256} = await measurePart(halfOf(target), part.path, part.executable);
      if (sha256 !== part.sha256) throw Object.assign(new Error('not written well'), {code: 'EIO', syscall: 'read'});
      renameSync(halfOf(target), target);
      read += part.size;
      onProgress(0.8 + (read / size) * 0.2);
    }
    syncFolder(staging);
    const signed = Buffer.alloc(head.offset);
    await handle.read(signed, 0, head.offset, 0);
    return {head, signed};
  } catch (error) {
    rmSync(staging, {recursive: true, force: true});
    throw error;
  } finally {
    await handle.close();
  }
}

/** Electron takes whatever is called an archive for a folder, also while it is being written. A rename it leaves alone. */
const halfOf = (target: string): string => `${target}.part`;

async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  const {bavail, bsize} = await statfs(folder);
  return bavail * bsize >= bytes + leftOver;
}

async function partFile(
  staging: string,
  {path, executable}: {path: string; executable: boolean},
): Promise<{write: (bytes: Uint8Array) => Promise<void>; end: () => Promise<void>}> {
  const target = join(staging, path);
  makeFolder(dirname(target), 0o755);
  const out: FileHandle = await open(halfOf(target), 'wx', 0o644);
  return {
    write: bytes => out.writeFile(bytes),
    async end() {
      try {
        await out.sync();
      } finally {
        await out.close();
      }
      if (executable) chmodSync(halfOf(target), 0o755);
    },
  };
}

import {open, rename, rm, type FileHandle} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {isDiskError} from '../parcel/parcel-error.ts';
import {partName} from './stick-folder.ts';

/**
 * A file under its final name is whole: written under another, synced, renamed. What fails leaves no final name, and takes
 * its part away where the disk still lets it.
 */
export async function writeWhole(
  folder: string,
  name: string,
  fill: (handle: FileHandle) => Promise<void>,
): Promise<string> {
  const [part, path] = [join(folder, partName(name)), join(folder, name)];
  try {
    const handle = await open(part, 'w');
    try {
      await fill(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, path);
    await syncFolder(dirname(path));
    return path;
  } catch (error) {
    await rm(part, {force: true}).catch(() => undefined);
    throw error;
  }
}

const unsupported = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'EBADF', 'ENOTSUP']);

/** Makes a name last. Windows and some sticks sync no folder; there the name lasts by itself, or not. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!isDiskError(error) || !unsupported.has(error.code)) throw error;
  }
}

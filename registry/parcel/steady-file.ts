import {createHash, type Hash} from 'node:crypto';
import {open} from 'node:fs/promises';
import {ParcelError} from './parcel-error.ts';

/**
 * A file that is read twice and must be the same both times: a worn-out stick gives other bytes the second time, and a
 * hostile one gives others on purpose. The first reading keeps a hash of each block, the second compares.
 */
export interface SteadyFile {
  /** Bytes, when it was opened. */
  readonly size: number;
  /** The bytes from one place to another, unproven. */
  at(from: number, to: number): Promise<Uint8Array>;
  /** The first reading: the SHA-512 of the first so many bytes. */
  hash(length: number): Promise<Uint8Array>;
  /** The second reading, in pieces, of what was hashed. Throws `ParcelError` ('altered') for a block that is another now. */
  read(from: number, to: number): AsyncGenerator<Uint8Array, void, undefined>;
  close(): Promise<void>;
}

/** 32 bytes are kept of each block: half a megabyte for a file of 4 GiB. */
const block = 256 * 1024;

/** Rejects with what the disk says; later, all of its functions do. */
export async function openSteadyFile(path: string): Promise<SteadyFile> {
  const handle = await open(path, 'r');
  let size: number;
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new ParcelError('not-a-parcel', 'no file');
    size = stats.size;
  } catch (error) {
    await handle.close();
    throw error;
  }
  let hashed = 0;
  const digests: string[] = [];

  async function at(from: number, to: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(to - from);
    let filled = 0;
    while (filled < bytes.length) {
      const {bytesRead} = await handle.read(bytes, filled, bytes.length - filled, from + filled);
      if (bytesRead === 0) throw new ParcelError('not-a-parcel', 'became shorter while it was read');
      filled += bytesRead;
    }
    return bytes;
  }

  return {
    size,
    at,
    async hash(length) {
      const whole: Hash = createHash('sha512');
      hashed = length;
      for (let from = 0; from < length; from += block) {
        const bytes = await at(from, Math.min(length, from + block));
        whole.update(bytes);
        digests.push(digestOf(bytes));
      }
      return whole.digest();
    },
    async *read(from, to) {
      for (let start = from - (from % block); start < to; start += block) {
        const bytes = await at(start, Math.min(hashed, start + block));
        if (digestOf(bytes) !== digests[start / block]) throw new ParcelError('altered', 'other bytes when read again');
        yield bytes.subarray(Math.max(0, from - start), Math.min(bytes.length, to - start));
      }
    },
    close: () => handle.close(),
  };
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

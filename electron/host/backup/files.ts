import {createHash} from 'node:crypto';
import {closeSync, createReadStream, fsyncSync, openSync, readSync, writeSync} from 'node:fs';
import type {Part} from './manifest.ts';

const chunkSize = 1024 * 1024;

export async function partOf(file: string): Promise<Part> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(file, {highWaterMark: chunkSize}) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return {size, sha256: hash.digest('hex')};
}

/** Copies bytes and forces them to the disk: a stick that is pulled out later has them. */
export function copySynced(from: string, to: string): void {
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'w', 0o600);
    try {
      const chunk = Buffer.allocUnsafe(chunkSize);
      for (let length = readSync(source, chunk); length > 0; length = readSync(source, chunk)) {
        for (let written = 0; written < length;) written += writeSync(target, chunk, written, length - written);
      }
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

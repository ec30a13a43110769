import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {createHash} from 'node:crypto';
import type {Blob, BlobStore} from '../../registry/lane/blob-store.ts';

/** Files as files, parts beside them. */
export class FileBlobs implements BlobStore {
  readonly #folder: string;
  readonly wanted = new Map<string, Blob>();
  readonly offers: Blob[] = [];
  readonly told: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, {recursive: true});
  }

  #path(sha256: string): string {
    return join(this.#folder, sha256);
  }

  put(bytes: Uint8Array): Blob {
    const blob = {sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length};
    writeFileSync(this.#path(blob.sha256), bytes);
    this.offers.push(blob);
    return blob;
  }

  want(blob: Blob): void {
    this.wanted.set(blob.sha256, blob);
  }

  missing(): Blob[] {
    return [...this.wanted.values()];
  }

  has(sha256: string): boolean {
    return existsSync(this.#path(sha256)) && !this.wanted.has(sha256);
  }

  held(sha256: string): number {
    return existsSync(this.#path(sha256)) ? statSync(this.#path(sha256)).size : 0;
  }

  append(sha256: string, chunk: Uint8Array): void {
    appendFileSync(this.#path(sha256), chunk);
  }

  complete(sha256: string): void {
    this.wanted.delete(sha256);
  }

  drop(sha256: string): void {
    rmSync(this.#path(sha256), {force: true});
  }

  read(sha256: string, offset: number, length: number): Uint8Array {
    const file = openSync(this.#path(sha256), 'r');
    try {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
    } finally {
      closeSync(file);
    }
  }

  toSend(): Blob[] {
    return this.offers.filter(({sha256}) => !this.told.includes(sha256));
  }

  delivered(_: string, sha256: string): void {
    this.told.push(sha256);
  }
}

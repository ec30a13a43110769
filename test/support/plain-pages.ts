import {createDecipheriv} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {testKey} from './test-key.ts';

const [pageSize, tagLength, nonceLength] = [4096, 16, 16];
const used = pageSize - tagLength - nonceLength;

/**
 * The pages of a closed database as they lie on the disk, without their cipher: what is in use and what is not, which no
 * statement of SQL shows. Each page has a key of its own, drawn from the database key by the nonce at its end.
 */
export function plainPages(file: string): Buffer {
  const bytes = readFileSync(file);
  const pages = Array.from({length: bytes.length / pageSize}, (_, index) =>
    decrypted(bytes.subarray(index * pageSize, (index + 1) * pageSize), index + 1),
  );
  return Buffer.concat(pages);
}

function decrypted(page: Buffer, number: number): Buffer {
  const nonce = page.subarray(used, used + nonceLength);
  const counter = (nonce.readUInt32LE(nonceLength - 4) ^ number) >>> 0;
  const pageKey = chacha(testKey, nonce, counter, Buffer.alloc(64)).subarray(32);
  // The first page begins with the salt and a part of the header that stay readable.
  const from = number === 1 ? 24 : 0;
  return chacha(pageKey, nonce, (counter + 1) >>> 0, page.subarray(from, used));
}

function chacha(key: Uint8Array, nonce: Buffer, counter: number, bytes: Buffer): Buffer {
  const start = Buffer.alloc(16);
  start.writeUInt32LE(counter);
  nonce.copy(start, 4, 0, 12);
  return createDecipheriv('chacha20', key, start).update(bytes);
}

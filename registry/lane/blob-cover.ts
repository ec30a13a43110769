import {createCipheriv, hkdfSync} from 'node:crypto';

/**
 * A scan on a stick is covered: whoever finds the stick can read neither the file nor its name. The key follows from the
 * SHA-256 of the content, which stands only in the record of the attachment, and that travels encrypted. So every PC that
 * has the record can read the file, whoever wrote it, one file is enough for all of them, and no key is handed round.
 *
 * AES-256-CTR, as long as the content and readable from any place. The key covers this one content and no other, so the
 * counter may begin at zero; whether the bytes are right, the SHA-256 says in any case.
 */

const blockSize = 16;

/** What the file is called on the stick: 64 hex digits that do not lead to the content's. */
export function coveredName(sha256: string): string {
  return Buffer.from(derive(sha256, 'tirek file name')).toString('hex');
}

/** Covers or uncovers bytes that stand at this place of the content. */
export function cover(sha256: string, offset: number, bytes: Uint8Array): Buffer {
  const counter = Buffer.alloc(blockSize);
  counter.writeBigUInt64BE(BigInt(Math.floor(offset / blockSize)), blockSize - 8);
  const cipher = createCipheriv('aes-256-ctr', derive(sha256, 'tirek file key'), counter);
  cipher.update(Buffer.alloc(offset % blockSize));
  return cipher.update(bytes);
}

function derive(sha256: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', Buffer.from(sha256, 'hex'), '', purpose, 32));
}

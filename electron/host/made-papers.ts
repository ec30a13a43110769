import {createCipheriv, createDecipheriv, hkdfSync, randomBytes} from 'node:crypto';
import type {MadePapers} from '../handlers/made-papers.ts';

/** So much of a PC with 4 GB, in bytes: some thousand plans. */
const mostBytes = 64 * 1024 * 1024;

interface Kept {
  readonly fingerprint: string;
  readonly pages: number;
  /** Undefined: it made room for newer ones, and only its pages are still known. */
  sealed: Sealed | undefined;
}

interface Sealed {
  readonly nonce: Uint8Array;
  readonly tag: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface HeldPapers extends MadePapers {
  /** Somebody was erased, and nobody knows whose papers these are. */
  forget(): void;
}

/**
 * Papers wait in memory, never on the disk, and encrypted under a key that comes from that of the database: they outlive a
 * lock, and can be read only while somebody is signed in. `keyOf` answers the key of the open database; undefined: locked.
 */
export function holdPapers(keyOf: () => Uint8Array | undefined): HeldPapers {
  const papers = new Map<string, Kept>();
  let held = 0;

  function makeRoom(bytes: number): void {
    for (const paper of papers.values()) {
      if (held + bytes <= mostBytes) return;
      held -= paper.sealed?.bytes.length ?? 0;
      paper.sealed = undefined;
    }
  }

  function drop(name: string): void {
    held -= papers.get(name)?.sealed?.bytes.length ?? 0;
    papers.delete(name);
  }

  return {
    find(name, fingerprint) {
      const paper = papers.get(name);
      const key = sealingKey(keyOf());
      if (paper?.sealed === undefined || paper.fingerprint !== fingerprint || key === undefined) return undefined;
      const pdf = unseal(paper.sealed, key);
      return pdf && {pdf, pages: paper.pages};
    },
    keep(name, fingerprint, {pdf, pages}) {
      const key = sealingKey(keyOf());
      if (key === undefined || pdf.length > mostBytes) return;
      drop(name);
      makeRoom(pdf.length);
      held += pdf.length;
      papers.set(name, {fingerprint, pages, sealed: seal(pdf, key)});
    },
    has: name => papers.get(name)?.sealed !== undefined,
    pages: name => papers.get(name)?.pages,
    forget() {
      papers.clear();
      held = 0;
    },
  };
}

function sealingKey(key: Uint8Array | undefined): Buffer | undefined {
  return key && Buffer.from(hkdfSync('sha256', key, new Uint8Array(), 'tirek made papers 1', 32));
}

function seal(pdf: Uint8Array, key: Buffer): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const bytes = Buffer.concat([cipher.update(pdf), cipher.final()]);
  return {nonce, tag: cipher.getAuthTag(), bytes};
}

/** Undefined: under another key, for the database is another one or its key was changed. */
function unseal({nonce, tag, bytes}: Sealed, key: Buffer): Uint8Array | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(tag);
  try {
    return new Uint8Array(Buffer.concat([decipher.update(bytes), decipher.final()]));
  } catch {
    return undefined;
  }
}

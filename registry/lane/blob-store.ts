import type {Problem} from './outcome.ts';
import type {Eventually} from './store.ts';

/** A file by its content, in a lane of its own (rule 9): no record waits for it. */
export interface Blob {
  /** 64 hex digits. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** What the lane needs of the files' store of either side. */
export interface BlobStore {
  /** What a record speaks of and is not whole here. */
  missing(): Eventually<readonly Blob[]>;
  /** Bytes that are here of one that is missing. */
  held(sha256: string): Eventually<number>;
  /** Behind what is held. */
  append(sha256: string, chunk: Uint8Array): Eventually<void>;
  /** All bytes are here and their hash is right. */
  complete(sha256: string): Eventually<void>;
  /** The hash was wrong: what is held is given up, and the file is missing as before. */
  drop(sha256: string): Eventually<void>;
  /** Of a whole one, or of the part that is held. */
  read(sha256: string, offset: number, length: number): Eventually<Uint8Array>;
  /** Whole ones that this partner is not known to have. */
  toSend(partner: string): Eventually<readonly Blob[]>;
  /** The partner said that it has all of it. */
  delivered(partner: string, sha256: string): Eventually<void>;
}

export interface BlobTally {
  /** Files that are whole on the other side now. */
  sent: number;
  /** Files that are whole here now. */
  received: number;
  /** Files whose bytes were not what they are called: they were given up and will be asked for anew. */
  dropped: number;
}

export function newBlobTally(): BlobTally {
  return {sent: 0, received: 0, dropped: 0};
}

export interface BlobOutcome {
  /** Null: all that could be moved was. */
  readonly problem: Problem | null;
  readonly tally: Readonly<BlobTally>;
}

import {createHash} from 'node:crypto';
import type {Database} from 'better-sqlite3';
import {assert} from '../../domain/assert.ts';
import type {ReadableDb} from '../connection.ts';
import {asDatabaseError, asUpkeep} from '../database-error.ts';
import {referencedFiles} from '../queries/attachment.ts';
import {openAttachmentsFile} from './client.ts';

/** As much as a chunk of the exchange. Bytes. */
const pieceSize = 256 * 1024;

export interface AttachmentBlob {
  /** 64 hex digits. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

interface Options {
  readonly file: string;
  /** The database key. It is not kept beyond `close`. */
  readonly key: Uint8Array;
  /** Where the records stand that speak of the files. */
  readonly records: ReadableDb;
}

/**
 * The bytes of scans and pictures, in an encrypted file of their own beside the database, by content hash:
 *
 *   missing ──append──▶ held in part ──append──▶ all bytes ──complete──▶ whole        all bytes ──drop──▶ missing
 *
 * It is opened at the first use, so that nobody waits for it at the sign-in, and one that cannot be opened stops no record:
 * each use then says why (`DatabaseError`). For the exchange it is a `BlobStore` (registry/lane/blob-store.ts).
 */
export class Attachments {
  readonly #options: Options;
  #client: Database | undefined;
  #closed = false;
  #untidy = true;

  constructor(options: Options) {
    this.#options = options;
  }

  /** A whole file, as it was added here. Answers its hash. */
  put(bytes: Uint8Array): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#untidy = true;
    this.#do(client => {
      if (isWhole(client, sha256)) return;
      dropBytes(client, sha256);
      appendBytes(client, sha256, bytes);
      markWhole(client, sha256);
    });
    return sha256;
  }

  /** A whole file; undefined while it is not here. One that the disk has spoilt is given up, to be asked for anew. */
  whole(sha256: string): Buffer | undefined {
    return this.#do(client => {
      if (!isWhole(client, sha256)) return undefined;
      const bytes = readBytes(client, sha256, 0, heldOf(client, sha256));
      if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
      dropBytes(client, sha256);
      return undefined;
    });
  }

  isWhole(sha256: string): boolean {
    return this.#do(client => isWhole(client, sha256));
  }

  /** A record has gone: `tidy` is to look whether any is left that speaks of its file. */
  forsake(): void {
    this.#untidy = true;
  }

  /**
   * Drops what no record speaks of: after a command, whether it was kept or rolled back, and once in each session for what the
   * exchange has deleted. Only upkeep: what the disk refuses is left for another time.
   */
  tidy(): void {
    const client = this.#client;
    if (!this.#untidy || client === undefined) return;
    asUpkeep(() => {
      const dropped = this.#do(() => {
        const wanted = new Set(referencedFiles(this.#options.records).map(({sha256}) => sha256));
        const unwanted = allHashes(client).filter(sha256 => !wanted.has(sha256));
        for (const sha256 of unwanted) client.prepare('DELETE FROM blob WHERE sha256 = ?').run(sha256);
        return unwanted.length;
      });
      this.#untidy = false;
      // The log beside the file holds them as long.
      if (dropped > 0) client.pragma('wal_checkpoint(TRUNCATE)');
    });
  }

  /** The same at once, also where nobody has opened the file yet: of somebody who was erased nothing is left for later. */
  clear(): void {
    this.#untidy = true;
    asUpkeep(() => void this.held(''));
    this.tidy();
  }

  missing(): AttachmentBlob[] {
    const files = referencedFiles(this.#options.records);
    return files.length === 0 ? [] : this.#do(client => files.filter(({sha256}) => !isWhole(client, sha256)));
  }

  held(sha256: string): number {
    return this.#do(client => heldOf(client, sha256));
  }

  append(sha256: string, chunk: Uint8Array): void {
    this.#do(client => {
      assert(!isWhole(client, sha256), 'nothing comes behind a whole file');
      appendBytes(client, sha256, chunk);
    });
  }

  /** Whoever says so has compared the hash. */
  complete(sha256: string): void {
    this.#do(client => markWhole(client, sha256));
  }

  drop(sha256: string): void {
    this.#do(client => dropBytes(client, sha256));
  }

  read(sha256: string, offset: number, length: number): Buffer {
    return this.#do(client => readBytes(client, sha256, offset, length));
  }

  toSend(partner: string): AttachmentBlob[] {
    const files = referencedFiles(this.#options.records);
    if (files.length === 0) return [];
    return this.#do(client => {
      const rows = client
        .prepare<[string], AttachmentBlob>(
          `SELECT sha256, held AS size FROM blob b WHERE whole = 1
          AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.sha256 = b.sha256 AND d.partner = ?)`,
        )
        .all(partner);
      const wanted = new Map(rows.map(row => [row.sha256, row]));
      return files.flatMap(({sha256}) => wanted.get(sha256) ?? []);
    });
  }

  delivered(partner: string, sha256: string): void {
    // A file that was forsaken meanwhile is in nobody's list any more.
    const sql = 'INSERT OR IGNORE INTO delivery (sha256, partner) SELECT sha256, ? FROM blob WHERE sha256 = ?';
    this.#do(client => void client.prepare(sql).run(partner, sha256));
  }

  close(): void {
    this.#closed = true;
    this.#client?.close();
    this.#client = undefined;
  }

  /** One transaction. */
  #do<Result>(work: (client: Database) => Result): Result {
    assert(!this.#closed, 'the attachments are closed with their session');
    try {
      const {file, key} = this.#options;
      const client = (this.#client ??= openAttachmentsFile(file, key));
      return client.transaction(() => work(client)).immediate();
    } catch (error) {
      throw asDatabaseError(error);
    }
  }
}

function isWhole(client: Database, sha256: string): boolean {
  return client.prepare('SELECT 1 FROM blob WHERE sha256 = ? AND whole = 1').get(sha256) !== undefined;
}

function allHashes(client: Database): string[] {
  return client.prepare<[], string>('SELECT sha256 FROM blob').pluck().all();
}

function heldOf(client: Database, sha256: string): number {
  return client.prepare<[string], number>('SELECT held FROM blob WHERE sha256 = ?').pluck().get(sha256) ?? 0;
}

function appendBytes(client: Database, sha256: string, bytes: Uint8Array): void {
  const begin = heldOf(client, sha256);
  client.prepare('INSERT INTO blob (sha256) VALUES (?) ON CONFLICT DO NOTHING').run(sha256);
  const piece = client.prepare('INSERT INTO piece (sha256, start, bytes) VALUES (?, ?, ?)');
  for (let offset = 0; offset < bytes.length; offset += pieceSize) {
    piece.run(sha256, begin + offset, bytes.subarray(offset, offset + pieceSize));
  }
  client.prepare('UPDATE blob SET held = held + ? WHERE sha256 = ?').run(bytes.length, sha256);
}

function markWhole(client: Database, sha256: string): void {
  client.prepare('UPDATE blob SET whole = 1 WHERE sha256 = ?').run(sha256);
}

function dropBytes(client: Database, sha256: string): void {
  client.prepare('DELETE FROM piece WHERE sha256 = ?').run(sha256);
  client.prepare('UPDATE blob SET held = 0, whole = 0 WHERE sha256 = ?').run(sha256);
}

function readBytes(client: Database, sha256: string, offset: number, length: number): Buffer {
  const pieces = client
    .prepare<[string, number, number], {start: number; bytes: Buffer}>(
      'SELECT start, bytes FROM piece WHERE sha256 = ? AND start > ? AND start < ? ORDER BY start',
    )
    .all(sha256, offset - pieceSize, offset + length);
  return Buffer.concat(
    pieces.map(({start, bytes}) => bytes.subarray(Math.max(0, offset - start), Math.max(0, offset + length - start))),
  );
}

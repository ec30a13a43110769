import {createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import type {Attachments} from '../../../db/attachments/attachments.ts';
import {openClient} from '../../../db/client.ts';
import {writeAtomically} from '../atomic-file.ts';

/**
 * Scans and pictures beside the backups: one encrypted file each, written once and never changed, however many backups speak
 * of it. The name is drawn from the content under a key, so that nobody can ask a stick whether it holds a known file.
 */

const tagLength = 16;
const nonceLength = 12;

export function scanName(key: Uint8Array, sha256: string): string {
  return createHmac('sha256', derived(key, 'tirek/backup/scan-name/1')).update(sha256).digest('hex');
}

export function scanPath(folder: string, name: string): string {
  return join(folder, name.slice(0, 2), name);
}

/** Encrypted and a little longer: by this the whole files are told from cut ones. */
export function storedSize(bytes: number): number {
  return nonceLength + bytes + tagLength;
}

export interface Stored {
  readonly names: string[];
  readonly bytes: number;
}

/** Writes what a folder lacks of the whole files of `attachments.db`. Answers all that the file holds. */
export function storeScans(attachmentsFile: string, key: Uint8Array, folder: string): Stored {
  if (!existsSync(attachmentsFile)) return {names: [], bytes: 0};
  const client = openClient(attachmentsFile, key, false);
  try {
    const blobs = client
      .prepare<[], {sha256: string; size: number}>(
        'SELECT sha256, held AS size FROM blob WHERE whole = 1 ORDER BY sha256',
      )
      .all();
    const pieces = client.prepare<[string], Buffer>('SELECT bytes FROM piece WHERE sha256 = ? ORDER BY start').pluck();
    const names: string[] = [];
    let bytes = 0;
    for (const {sha256, size} of blobs) {
      const name = scanName(key, sha256);
      const file = scanPath(folder, name);
      if (statSync(file, {throwIfNoEntry: false})?.size !== storedSize(size)) {
        const content = Buffer.concat(pieces.all(sha256));
        // One that the disk has spoilt is left to be asked for anew.
        if (createHash('sha256').update(content).digest('hex') !== sha256) continue;
        mkdirSync(join(folder, name.slice(0, 2)), {recursive: true});
        writeAtomically(file, seal(content, key, name));
      }
      names.push(name);
      bytes += size;
    }
    return {names: names.toSorted(), bytes};
  } finally {
    client.close();
  }
}

/** Puts back what the records speak of and is not here, as far as a folder holds it. Answers how many. */
export async function fillScans(
  store: Pick<Attachments, 'missing' | 'put'>,
  key: Uint8Array,
  folder: string,
  isWanted: () => boolean = () => true,
): Promise<number> {
  if (!existsSync(folder)) return 0;
  let filled = 0;
  for (const {sha256} of store.missing()) {
    // Between two files the window has its turn.
    await setImmediate();
    if (!isWanted()) break;
    const content = readScan(folder, scanName(key, sha256), key);
    if (content === undefined || createHash('sha256').update(content).digest('hex') !== sha256) continue;
    store.put(content);
    filled += 1;
  }
  return filled;
}

/** The names that a folder lacks, or holds in a state that does not open. */
export function brokenScans(folder: string, names: readonly string[], key: Uint8Array): number {
  return names.filter(name => readScan(folder, name, key) === undefined).length;
}

/** Milliseconds: what another PC has just written may belong to a backup that is not there yet. */
const pruneAfter = 86_400_000;

/** Removes what no backup speaks of any more. */
export function pruneScans(folder: string, wanted: ReadonlySet<string>, now: number): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, {withFileTypes: true, recursive: true})) {
    if (!entry.isFile() || wanted.has(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    if (now - statSync(file).mtimeMs > pruneAfter) rmSync(file);
  }
}

function readScan(folder: string, name: string, key: Uint8Array): Buffer | undefined {
  try {
    const sealed = readFileSync(scanPath(folder, name));
    if (sealed.length < nonceLength + tagLength) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', contentKey(key), sealed.subarray(0, nonceLength), {
      authTagLength: tagLength,
    });
    decipher.setAAD(Buffer.from(name));
    decipher.setAuthTag(sealed.subarray(-tagLength));
    return Buffer.concat([decipher.update(sealed.subarray(nonceLength, -tagLength)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function seal(content: Uint8Array, key: Uint8Array, name: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', contentKey(key), nonce, {authTagLength: tagLength});
  cipher.setAAD(Buffer.from(name));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

function contentKey(key: Uint8Array): Buffer {
  return derived(key, 'tirek/backup/scan/1');
}

function derived(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32));
}

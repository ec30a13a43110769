import {inflateRawSync} from 'node:zlib';
import {zipSync} from 'fflate';
import type {ImportFileProblem} from '../../../domain/importing/problems.ts';
import {readLimits} from './messages.ts';

/**
 * A ZIP that a spreadsheet is packed in, looked at before anything of it is unpacked: what its directory says that it holds,
 * and then no more bytes than it said. Pictures and whatever else no cell stands in are left packed.
 */

interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

export type Unpacked = {readonly files: Readonly<Record<string, Uint8Array>>} | {readonly problem: ImportFileProblem};

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endLength = 22;
const longestComment = 65_535;

/** Null: it has no directory, or one that does not hold together. */
function directoryOf(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - endLength;
  const lowest = Math.max(0, end - longestComment);
  while (end >= lowest && view.getUint32(end, true) !== endMark) end -= 1;
  if (end < lowest) return null;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) return null;
    const [nameLength, extra, comment] = [28, 30, 32].map(field => view.getUint16(at + field, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)));
    entries.push({
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** Where cells, their shapes and what ties them together stand: .xlsx, .xlsm, .xlsb and .ods. */
function holdsCells(name: string): boolean {
  if (/(^|\/)(media|drawings|embeddings|activeX|customXml|charts|Thumbnails|Pictures|printerSettings)\//iu.test(name)) {
    return false;
  }
  return /\.(xml|rels|bin)$/iu.test(name) || name === 'mimetype';
}

export function unpack(bytes: Uint8Array): Unpacked {
  const entries = directoryOf(bytes);
  if (entries === null) return {problem: 'damaged'};
  if (entries.length > readLimits.entries) return {problem: 'unpacks-too-large'};
  if (entries.some(({flags}) => (flags & 1) === 1)) return {problem: 'password'};
  const wanted = entries.filter(({name}) => holdsCells(name));
  const declared = wanted.reduce((sum, {unpacked}) => sum + unpacked, 0);
  if (declared > readLimits.unpackedBytes) return {problem: 'unpacks-too-large'};
  const files: Record<string, Uint8Array> = {};
  for (const entry of wanted) {
    const content = contentOf(bytes, entry);
    if (content === 'damaged' || content === 'unpacks-too-large') return {problem: content};
    files[entry.name] = content;
  }
  return {files};
}

function contentOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array | 'damaged' | 'unpacks-too-large' {
  const {offset, packed, unpacked, method} = entry;
  if (offset + 30 > bytes.length) return 'damaged';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begin = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (begin + packed > bytes.length) return 'damaged';
  const content = bytes.subarray(begin, begin + packed);
  if (method === 0) return content;
  if (method !== 8) return 'damaged';
  try {
    // Never more than the directory has said.
    return inflateRawSync(content, {maxOutputLength: Math.max(1, unpacked)});
  } catch (error) {
    const isLonger = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isLonger ? 'unpacks-too-large' : 'damaged';
  }
}

/** Put together again, nothing packed any more. */
export function plainZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({...files}, {level: 0});
}

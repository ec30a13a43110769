import {createHash} from 'node:crypto';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {constants, createBrotliCompress} from 'node:zlib';
import {Encrypter} from 'age-encryption';
import {assert} from '../../domain/assert.ts';
import type {Change} from '../protocol/change.ts';
import type {NodeKeys} from '../protocol/enrolment.ts';
import type {ParcelHeader} from '../protocol/header.ts';
import {sign, type NodeSecrets} from './keys.ts';
import {beginning, ending, signedBytes} from './layout.ts';
import {lineWriter} from './lines.ts';
import {fromWebStream, toWebStream} from './web-stream.ts';

export interface PackKeys {
  /** Of the sender, who signs. */
  readonly own: NodeSecrets;
  /** Of the receiver, who alone can read it. */
  readonly to: NodeKeys;
}

/** Takes the bytes of a parcel one piece after the other; the next one comes when it has settled. */
export type Sink = (piece: Uint8Array) => void | Promise<void>;

/**
 * Measured on a day's changes: 7 makes a twentieth less of them than 5 does in half as much time again (15 ms more), which a slow
 * line gives back eight times over; above 7 it hardly gets less. A first load goes by a stick or a good line: there 5 is the quicker.
 */
const quality = (changes: number): number => (changes <= 10_000 ? 7 : 5);
/** 4 MiB: what a side must hold of the text, whatever the length of the parcel. */
const windowBits = 22;
/** Characters that are handed on at once. */
const batch = 64 * 1024;

/** A parcel in memory: for the network. Throws where `header.count` is not the number of the changes. */
export async function packParcel(header: ParcelHeader, changes: Iterable<Change>, keys: PackKeys): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await writeParcel(header, changes, keys, piece => void pieces.push(piece));
  return Buffer.concat(pieces);
}

/**
 * A parcel piece by piece, in bounded memory. Returns its size in bytes. Rejects with what the changes or the sink throw,
 * and where `header.count` is not the number of the changes; what the sink has by then is no parcel.
 */
export async function writeParcel(
  header: ParcelHeader,
  changes: AsyncIterable<Change> | Iterable<Change>,
  {own, to}: PackKeys,
  sink: Sink,
): Promise<number> {
  const hash = createHash('sha512');
  let size = 0;
  const put = async (piece: Uint8Array): Promise<void> => {
    hash.update(piece);
    size += piece.length;
    await sink(piece);
  };
  await put(beginning(header));
  const encrypter = new Encrypter();
  encrypter.addRecipient(to.box);
  const encrypted = await encrypter.encrypt(compressed(batches(header, changes), quality(header.count)));
  for await (const piece of fromWebStream(encrypted)) await put(piece);
  await put(ending());
  const signature = sign(own, signedBytes(hash.digest()));
  await sink(signature);
  return size + signature.length;
}

function compressed(text: AsyncIterable<Buffer>, level: number): ReadableStream<Uint8Array> {
  const packer = createBrotliCompress({
    params: {[constants.BROTLI_PARAM_QUALITY]: level, [constants.BROTLI_PARAM_LGWIN]: windowBits},
  });
  // What fails ends the packer with the same error, and whoever reads from it gets that.
  pipeline(Readable.from(text, {highWaterMark: 2}), packer).catch(() => undefined);
  return toWebStream(packer);
}

/** The text of a parcel: the header, then the changes, each line with its end. */
async function* batches(
  header: ParcelHeader,
  changes: AsyncIterable<Change> | Iterable<Change>,
): AsyncIterable<Buffer> {
  let text = `${JSON.stringify(header)}\n`;
  let count = 0;
  const lineOf = lineWriter();
  for await (const change of changes) {
    text += `${lineOf(change)}\n`;
    count += 1;
    if (text.length < batch) continue;
    yield Buffer.from(text);
    text = '';
  }
  assert(count === header.count, 'a parcel holds as many changes as its header says');
  yield Buffer.from(text);
}

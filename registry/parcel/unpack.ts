import {pipeline} from 'node:stream/promises';
import {createBrotliDecompress} from 'node:zlib';
import {Decrypter} from 'age-encryption';
import {longestLine, type Change} from '../protocol/change.ts';
import {parcelFormat, parcelHeader, type ParcelHeader} from '../protocol/header.ts';
import {limits} from '../protocol/limits.ts';
import type {NodeSecrets} from './keys.ts';
import type {ParcelHead} from './layout.ts';
import {lineReader} from './lines.ts';
import {isDiskError, ParcelError} from './parcel-error.ts';
import {fromWebStream, toWebStream} from './web-stream.ts';

/**
 * From the verified payload to changes, as a stream: nothing is held but a line, a page, and the windows of brotli and age.
 */

/** The head of an age file with one X25519 recipient, as age writes it; another would have to be read without an end. */
const ageHead = /^age-encryption\.org\/v1\n-> X25519 [A-Za-z0-9+/]{43}\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/u;
const ageHeadLength = 176;
/** Characters of a page; a page is held whole. */
const pageCharacters = 8_000_000;

export interface Unpacked {
  readonly header: ParcelHeader;
  /** To be read once; throws `ParcelError` where the rest does not hold. */
  readonly pages: AsyncGenerator<Change[], void, undefined>;
}

/** `body`: bytes that the payload may unpack to. Throws `ParcelError`, and what the disk says as it is. */
export async function unpack(
  payload: AsyncIterable<Uint8Array>,
  {own, head, body}: {own: NodeSecrets; head: ParcelHead; body: number},
): Promise<Unpacked> {
  const lines = linesOf(await decrypted(payload, own), body);
  try {
    const first = await lines.next();
    if (first.done === true) throw new ParcelError('malformed', 'without a header');
    const header = readHeader(first.value, head);
    return {header, pages: pagesOf(lines, header.count)};
  } catch (error) {
    await lines.return();
    throw error;
  }
}

async function decrypted(payload: AsyncIterable<Uint8Array>, own: NodeSecrets): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(own.box);
  try {
    return await decrypter.decrypt(toWebStream(checkedHead(payload)));
  } catch (error) {
    if (error instanceof ParcelError || isDiskError(error)) throw error;
    const isOtherKey = error instanceof Error && error.message.includes('no identity matched');
    throw new ParcelError(
      isOtherKey ? 'not-for-us' : 'malformed',
      isOtherKey ? 'encrypted to another key' : 'encryption',
    );
  }
}

async function* checkedHead(payload: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let start = Buffer.alloc(0);
  let checked = false;
  for await (const piece of payload) {
    if (checked) {
      yield piece;
      continue;
    }
    start = Buffer.concat([start, piece]);
    if (start.length < ageHeadLength) continue;
    if (!ageHead.test(start.toString('latin1', 0, ageHeadLength + 64))) break;
    checked = true;
    yield start;
  }
  if (!checked) throw new ParcelError('malformed', 'encrypted in another way');
}

/** The lines of the text without their ends, none longer than a line may be, all together no more than `body` bytes. */
async function* linesOf(packed: ReadableStream<Uint8Array>, body: number): AsyncGenerator<string, void, undefined> {
  const unpacker = createBrotliDecompress({chunkSize: 64 * 1024});
  // What fails before ends the unpacker with the same error, which comes out of the loop below.
  pipeline(fromWebStream(packed), unpacker).catch(() => undefined);
  const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
  let rest = '';
  let size = 0;
  try {
    for await (const piece of unpacker) {
      size += piece.length;
      if (size > body) throw new ParcelError('too-large', 'unpacks to too much');
      const lines = decoder.decode(piece, {stream: true}).split('\n');
      const last = lines.pop() ?? '';
      for (const line of lines) {
        yield rest + line;
        rest = '';
      }
      rest += last;
      if (rest.length > longestLine) throw new ParcelError('malformed', 'a line without an end');
    }
    if (`${rest}${decoder.decode()}` !== '') throw new ParcelError('malformed', 'the last line has no end');
  } catch (error) {
    if (error instanceof ParcelError || isDiskError(error)) throw error;
    throw new ParcelError('malformed', 'encryption, compression or letters');
  } finally {
    unpacker.destroy();
  }
}

function readHeader(line: string, head: ParcelHead): ParcelHeader {
  if (line.length > limits.header) throw new ParcelError('malformed', 'header too long');
  const value = parse(line);
  if (typeof value === 'object' && value !== null && 'format' in value && Number(value.format) > parcelFormat) {
    throw new ParcelError('newer', 'format of the header');
  }
  const {success, data} = parcelHeader.safeParse(value);
  if (!success) throw new ParcelError('malformed', 'header');
  // Whoever signed it anew without being able to read it would be caught here.
  const isSame =
    data.format === head.format &&
    data.from === head.from &&
    data.to === head.to &&
    data.number === head.number &&
    data.log.upTo.seq === head.upTo.seq &&
    data.log.upTo.stamp === head.upTo.stamp;
  if (!isSame) throw new ParcelError('malformed', 'the header is of another parcel');
  return data;
}

async function* pagesOf(
  lines: AsyncGenerator<string, void, undefined>,
  count: number,
): AsyncGenerator<Change[], void, undefined> {
  let page: Change[] = [];
  let characters = 0;
  let found = 0;
  const changeOf = lineReader();
  for await (const line of lines) {
    found += 1;
    if (found > count) throw new ParcelError('malformed', 'more changes than the header says');
    const change = changeOf(line);
    if (change === undefined) throw new ParcelError('malformed', `change ${found} cannot be read`);
    page.push(change);
    characters += line.length;
    if (page.length < limits.page && characters < pageCharacters) continue;
    yield page;
    [page, characters] = [[], 0];
  }
  if (found < count) throw new ParcelError('malformed', 'fewer changes than the header says');
  if (page.length > 0) yield page;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

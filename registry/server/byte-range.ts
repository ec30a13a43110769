import {Readable} from 'node:stream';

/** Bytes that are read at once. */
const piece = 1024 * 1024;

export interface Range {
  readonly from: number;
  /** Behind the last byte. */
  readonly to: number;
}

/** What a `Range` header asks for (RFC 9110, one range of bytes); all of it where it asks for nothing that can be meant. */
export function rangeOf(header: string | undefined, size: number): Range & {readonly isPart: boolean} {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  const whole = {from: 0, to: size, isPart: false};
  if (first === undefined || last === undefined || (first === '' && last === '')) return whole;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  return from < to ? {from, to, isPart: true} : whole;
}

/** Reads a range piece by piece, as fast as whoever gets it takes it. */
export function streamOf({from, to}: Range, read: (from: number, most: number) => Promise<Uint8Array>): Readable {
  return Readable.from(
    (async function* () {
      for (let at = from; at < to;) {
        const bytes = await read(at, Math.min(piece, to - at));
        if (bytes.length === 0) throw new Error('content ends sooner than its size says');
        at += bytes.length;
        yield bytes;
      }
    })(),
    {objectMode: false},
  );
}

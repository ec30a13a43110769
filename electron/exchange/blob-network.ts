import {blobChunk, heldHeader, parcelType, paths} from '../../registry/parcel/wire.ts';
import {accept, shortAnswer} from './answer.ts';
import {settle} from '../../registry/lane/blob-check.ts';
import {newBlobTally, type Blob, type BlobOutcome, type BlobStore} from '../../registry/lane/blob-store.ts';
import type {Answer} from './http.ts';
import {LaneStop, stop} from '../../registry/lane/outcome.ts';
import {patiently, realWait, type Wait} from './patience.ts';
import type {SignedFetch} from './signed-fetch.ts';

/**
 * Files to and from the registry, chunk by chunk: each side says how much it has, and the other goes on from there. A line
 * that breaks every few seconds loses a chunk each time, never a file.
 */

export interface BlobsOverNetwork {
  readonly store: BlobStore;
  /** The id of the registry. */
  readonly partner: string;
  readonly fetch: SignedFetch;
  readonly signal?: AbortSignal | undefined;
  readonly wait?: Wait;
}

/** Never rejects for what the line or the registry does; rejects with what the store throws. */
export async function syncBlobsOverNetwork(options: BlobsOverNetwork): Promise<BlobOutcome> {
  const {store, partner} = options;
  const tally = newBlobTally();
  try {
    for (const blob of await store.toSend(partner)) if (await send(blob, options)) tally.sent += 1;
    for (const blob of await store.missing()) {
      const end = await receive(blob, options);
      if (end === 'complete') tally.received += 1;
      if (end === 'dropped') tally.dropped += 1;
    }
    return {problem: null, tally};
  } catch (error) {
    if (error instanceof LaneStop) return {problem: error.problem, tally};
    throw error;
  }
}

/** So often may the registry say that it has less than before: what it got was not what the file is called. */
const mostBeginnings = 3;

async function send(blob: Blob, options: BlobsOverNetwork): Promise<boolean> {
  const {store, partner} = options;
  let beginnings = 0;
  let held = await patiently(() => askHeld(blob, options), patience(options));
  while (held < blob.size) {
    const offset = held;
    const chunk = await store.read(blob.sha256, offset, Math.min(blobChunk, blob.size - offset));
    let tried = false;
    held = await patiently(async () => {
      // After a break it is asked, not assumed, how much arrived.
      const there = tried ? await askHeld(blob, options) : offset;
      tried = true;
      return there === offset ? put(blob, offset, chunk, options) : there;
    }, patience(options));
    if (held <= offset) beginnings += 1;
    if (beginnings > mostBeginnings) return false;
  }
  await store.delivered(partner, blob.sha256);
  return true;
}

async function askHeld(blob: Blob, {fetch, signal}: BlobsOverNetwork): Promise<number> {
  const answer = await fetch({method: 'HEAD', path: paths.blob(blob.sha256), most: shortAnswer}, signal);
  accept(answer, {statuses: [200], type: null});
  return heldOf(answer, blob);
}

async function put(blob: Blob, offset: number, chunk: Uint8Array, {fetch, signal}: BlobsOverNetwork): Promise<number> {
  const headers = {'content-type': parcelType};
  const path = paths.piece(blob.sha256, offset, blob.size);
  const answer = await fetch({method: 'PUT', path, headers, body: chunk, most: shortAnswer}, signal);
  accept(answer, {statuses: heldHeader in answer.headers ? [200] : [], type: null});
  return heldOf(answer, blob);
}

function heldOf({headers}: Answer, {size}: Blob): number {
  const told = headers[heldHeader];
  const held = typeof told === 'string' && /^\d{1,15}$/u.test(told) ? Number(told) : Number.NaN;
  if (!(held <= size)) throw stop('not-understood', 'how much is held', 'them');
  return held;
}

async function receive(blob: Blob, options: BlobsOverNetwork): Promise<'complete' | 'dropped' | 'not-there'> {
  const {store} = options;
  if ((await store.held(blob.sha256)) > blob.size) await store.drop(blob.sha256);
  for (;;) {
    const offset = await store.held(blob.sha256);
    if (offset >= blob.size) break;
    const chunk = await patiently(() => get(blob, offset, options), patience(options));
    if (chunk === undefined) return 'not-there';
    await store.append(blob.sha256, chunk);
  }
  return settle(store, blob);
}

/** Undefined: the registry has not got it yet. */
async function get(blob: Blob, offset: number, {fetch, signal}: BlobsOverNetwork): Promise<Uint8Array | undefined> {
  const last = Math.min(offset + blobChunk, blob.size) - 1;
  const headers = {range: `bytes=${offset}-${last}`};
  const answer = await fetch({method: 'GET', path: paths.blob(blob.sha256), headers, most: blobChunk}, signal);
  if (answer.status === 404) return undefined;
  accept(answer, {statuses: [206], type: parcelType});
  const isAsked = answer.headers['content-range'] === `bytes ${offset}-${last}/${blob.size}`;
  if (!isAsked || answer.body.length !== last - offset + 1) throw stop('not-understood', 'another range', 'them');
  return answer.body;
}

function patience({signal, wait = realWait}: BlobsOverNetwork): {signal: AbortSignal | undefined; wait: Wait} {
  return {signal, wait};
}

import {basename, dirname} from 'node:path';
import type {NodeSecrets} from '../parcel/keys.ts';
import {openParcelFile, stickLimits} from '../parcel/open.ts';
import {ParcelError} from '../parcel/parcel-error.ts';
import type {Change} from '../protocol/change.ts';
import type {ParcelHeader} from '../protocol/header.ts';
import {LaneStop, stop} from './outcome.ts';
import {fileProblem, parcelsIn, type FoundParcel, type Refused} from './stick-folder.ts';
import type {Incoming, StickStore} from './store.ts';

export interface Applied {
  readonly path: string;
  readonly header: ParcelHeader;
  readonly incoming: Incoming;
}

export interface Reading {
  readonly store: StickStore;
  /** Whose parcels are read; undefined: of every facility that the store knows. */
  readonly facility?: string | undefined;
  readonly secrets: NodeSecrets;
  readonly signal?: AbortSignal | undefined;
  readonly onIncoming: (incoming: Incoming) => void;
}

export interface Read {
  readonly applied: Applied[];
  readonly refused: Refused[];
  /** For us, and beginning behind what is known here: an earlier one is missing. */
  readonly waiting: FoundParcel[];
}

/**
 * Takes in every parcel of the folders that is addressed to this node, by sender and number, and notes in `into` what became
 * of it. What is wrong with one stops no other. Throws `LaneStop` where the stick is gone or the reading is cancelled, and
 * what the store throws.
 */
export async function readParcels(folders: readonly string[], reading: Reading, into: Read): Promise<void> {
  const {parcels, refused} = await parcelsIn(folders);
  into.refused.push(...refused);
  let left = parcels.filter(({head}) => head.to === reading.store.node);
  // One that waits for another may stand before it: a restored database counts its parcels from an earlier number.
  for (let before = left.length + 1; left.length > 0 && left.length < before;) {
    before = left.length;
    const waiting: FoundParcel[] = [];
    for (const found of left) {
      checkSignal(reading.signal);
      if ((await tryParcel(found, reading, into)) === 'waits') waiting.push(found);
    }
    left = waiting;
  }
  into.waiting.push(...left);
}

async function tryParcel(found: FoundParcel, reading: Reading, into: Read): Promise<'waits' | 'done'> {
  try {
    const applied = await readParcel(found, reading);
    if (applied === undefined) return 'waits';
    into.applied.push(applied);
  } catch (error) {
    if (error instanceof LaneStop && error.problem.code !== 'copied') throw error;
    const problem = error instanceof LaneStop ? error.problem : await fileProblem(error, dirname(found.path));
    into.refused.push({name: basename(found.path), problem});
  }
  return 'done';
}

/** Undefined where it begins behind what is known here, and waits for the one before it. */
async function readParcel({path}: FoundParcel, reading: Reading): Promise<Applied | undefined> {
  const {store, facility, secrets, signal, onIncoming} = reading;
  const parcel = await openParcelFile(path, {
    own: secrets,
    self: store.node,
    keysOf: node => store.keysOf(node),
    limits: stickLimits,
  });
  try {
    if (facility !== undefined && parcel.header.facility !== facility) {
      throw new ParcelError('other-facility', 'of another facility');
    }
    const incoming = await store.incoming(parcel.header, stoppable(parcel.pages, signal));
    onIncoming(incoming);
    if (incoming.verdict === 'copied') throw stop('copied', 'two databases use the identity of the sender');
    return incoming.verdict === 'apply' ? {path, header: parcel.header, incoming} : undefined;
  } finally {
    await parcel.close();
  }
}

async function* stoppable(pages: AsyncIterable<Change[]>, signal: AbortSignal | undefined): AsyncIterable<Change[]> {
  for await (const page of pages) {
    checkSignal(signal);
    yield page;
  }
}

export function checkSignal(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw stop('cancelled', 'between two pages');
}

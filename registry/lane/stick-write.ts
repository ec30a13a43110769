import {access, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {publicKeysOf, type NodeSecrets} from '../parcel/keys.ts';
import {verifyParcelFile} from '../parcel/open.ts';
import {writeParcel} from '../parcel/pack.ts';
import {ParcelError} from '../parcel/parcel-error.ts';
import type {Change} from '../protocol/change.ts';
import type {ParcelHeader} from '../protocol/header.ts';
import {limits} from '../protocol/limits.ts';
import {stop} from './outcome.ts';
import {writeWhole} from './safe-write.ts';
import {checkStick, makeFolder, parcelName, parcelsIn, partsOf, type Stick} from './stick-folder.ts';
import {checkSignal, type Applied} from './stick-read.ts';
import type {StickStore} from './store.ts';

export interface Writing {
  readonly store: StickStore;
  readonly secrets: NodeSecrets;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the next parcel to a partner and reads it back. Returns its header. Throws `LaneStop`, and what the disk or the
 * store says; then there is no file, and everything else is as it was.
 */
export async function writeParcelFor(partner: string, stick: Stick, writing: Writing): Promise<ParcelHeader> {
  const {store, secrets, signal} = writing;
  const to = await store.keysOf(partner);
  if (to === undefined) throw stop('stranger', 'the partner is not known here');
  const folder = await makeFolder(stick);
  // Cut off by an earlier pull; nobody else writes under our name.
  for (const part of await partsOf(folder, store.node)) await rm(part, {force: true});
  const {header, pages} = await store.outgoingPages(partner, limits.page);
  let size = 0;
  const path = await writeWhole(folder, await freeName(folder, header), async handle => {
    size = await writeParcel(header, changesOf(pages, signal), {own: secrets, to}, async piece => {
      // To a file without a position write() may take less than it is given; writeFile() goes on until all is there.
      await handle.writeFile(piece);
    });
  });
  await checkStick(stick);
  try {
    const head = await verifyParcelFile(path, await publicKeysOf(secrets));
    const isSame = head.number === header.number && head.to === partner && (await stat(path)).size === size;
    if (!isSame) throw new ParcelError('altered', 'another file');
  } catch (error) {
    await rm(path, {force: true}).catch(() => undefined);
    throw error instanceof ParcelError ? stop('not-written-well', error.detail) : error;
  }
  return header;
}

async function* changesOf(
  pages: AsyncIterable<Change[]> | Iterable<Change[]>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Change> {
  for await (const page of pages) {
    checkSignal(signal);
    yield* page;
    await new Promise(resolve => setImmediate(resolve));
  }
}

/** A restored database counts on from an earlier number: what stands there under the same name is never written over. */
async function freeName(folder: string, header: ParcelHeader): Promise<string> {
  for (let copy = 0; ; copy += 1) {
    const name = parcelName({...header, format: 1, upTo: header.log.upTo}, copy);
    const isTaken = await access(join(folder, name)).then(
      () => true,
      () => false,
    );
    if (!isTaken) return name;
  }
}

/**
 * Takes away what the parcels that were just written make needless, and nothing else:
 *
 * - our own earlier ones to the same partner, as far as they go to a place that our log still has. One that was written
 *   before our database was restored may be all that is left of what it holds: it stays, until the partner has it;
 * - those that were addressed to us and taken in, where our new parcel to their sender confirms all of them.
 *
 * What cannot be removed does no harm.
 */
export async function tidy(
  folders: readonly string[],
  {store, secrets}: Writing,
  {written, applied}: {written: readonly ParcelHeader[]; applied: readonly Applied[]},
): Promise<void> {
  const own = await publicKeysOf(secrets);
  const {parcels} = await parcelsIn(folders);
  for (const {path, head} of parcels) {
    const newer = written.find(({to, number}) => to === head.to && number > head.number);
    if (head.from !== store.node || newer === undefined) continue;
    if (head.upTo.seq > newer.log.upTo.seq || !(await store.holds(head.upTo, head.to))) continue;
    // The head alone proves nothing: it must be ours.
    if (await isSigned(path, own)) await rm(path, {force: true}).catch(() => undefined);
  }
  for (const {path, header} of applied) {
    const receipt = written.find(({to}) => to === header.from)?.seen;
    const isConfirmed = receipt?.epoch === header.log.epoch && receipt.upTo.seq >= header.log.upTo.seq;
    if (isConfirmed) await rm(path, {force: true}).catch(() => undefined);
  }
}

function isSigned(path: string, keys: Awaited<ReturnType<typeof publicKeysOf>>): Promise<boolean> {
  return verifyParcelFile(path, keys).then(
    () => true,
    () => false,
  );
}

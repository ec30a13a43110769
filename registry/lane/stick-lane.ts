import type {NodeSecrets} from '../parcel/keys.ts';
import type {ParcelHeader} from '../protocol/header.ts';
import {addIncoming, LaneStop, newTally, type OnProgress, type Problem, type Progress, type Tally} from './outcome.ts';
import {diskStop, findStick, hasOtherFacilities, parcelFolders, type Refused} from './stick-folder.ts';
import {checkSignal, readParcels, type Read} from './stick-read.ts';
import {tidy, writeParcelFor} from './stick-write.ts';
import type {Incoming, StickStore} from './store.ts';

/**
 * The stick lane: first everything is read that is addressed to us, then a parcel is written for each partner, read back,
 * and only then is taken away what it covers. What is not on a stick says nothing (rule 10).
 */

export interface FolderExchange {
  readonly store: StickStore;
  readonly facility: string;
  readonly secrets: NodeSecrets;
  /** As a person chose it: the stick, or a folder on it. */
  readonly folder: string;
  /** To whom parcels are written. */
  readonly partners: readonly string[];
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

export interface FolderOutcome {
  /** What ended it early; null: all was read and written. What was read before that is taken in. */
  readonly problem: Problem | null;
  readonly tally: Readonly<Tally>;
  /** Parcels for us that were taken in. */
  readonly applied: number;
  /** Of the parcels that stand there now, by partner. */
  readonly written: readonly ParcelHeader[];
  /** Files for us that were not taken in; they stay where they are. */
  readonly refused: readonly Refused[];
  /** There is nothing of our facility, but something of others: perhaps the wrong stick. */
  readonly otherFacility: boolean;
}

/** Never rejects for what the stick does; rejects with what the store throws. */
export async function exchangeOverFolder(options: FolderExchange): Promise<FolderOutcome> {
  const {store, facility, secrets, folder: chosen, partners, onProgress, signal} = options;
  const tally = newTally();
  const written: ParcelHeader[] = [];
  const read: Read = {applied: [], refused: [], waiting: []};
  let otherFacility = false;

  function outcome(problem: Problem | null): FolderOutcome {
    const {applied, refused} = read;
    return {problem, tally: {...tally}, applied: applied.length, written: [...written], refused, otherFacility};
  }
  const tell = (phase: Progress['phase']): void => onProgress?.({phase, tally: {...tally}});

  try {
    const stick = await findStick(chosen, facility);
    tell('reading');
    const onIncoming = (incoming: Incoming): void => {
      addIncoming(tally, incoming);
      tell('integrating');
    };
    const folders = parcelFolders(stick);
    await readParcels(folders, {store, facility, secrets, signal, onIncoming}, read);
    const isEmpty = read.applied.length === 0 && read.refused.length === 0;
    otherFacility = isEmpty && (await hasOtherFacilities(stick));
    for (const partner of partners) {
      checkSignal(signal);
      tell('writing');
      const header = await writeParcelFor(partner, stick, {store, secrets, signal});
      written.push(header);
      tally.sent += header.count;
    }
    await tidy(folders, {store, secrets}, {written, applied: read.applied});
    return outcome(null);
  } catch (error) {
    const cause = diskStop(error);
    if (cause instanceof LaneStop) return outcome(cause.problem);
    throw cause;
  }
}

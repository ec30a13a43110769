import type {Attachments} from '../../db/attachments/attachments.ts';
import {DatabaseError} from '../../db/database-error.ts';
import type {NodeSecrets} from '../../registry/parcel/keys.ts';
import {syncBlobsOverFolder} from '../../registry/lane/blob-folder.ts';
import type {BlobOutcome} from '../../registry/lane/blob-store.ts';
import {syncBlobsOverNetwork} from '../exchange/blob-network.ts';
import {makeHttp} from '../exchange/http.ts';
import type {Registry} from '../exchange/network-lane.ts';
import type {Problem} from '../../registry/lane/outcome.ts';
import {makeSignedFetch} from '../exchange/signed-fetch.ts';
import {logDefect, logInfo} from './log.ts';

/** Scans and pictures go after the records of the same run, in their own lane: no record waits for a file (rule 9). */

export interface FilesRun {
  readonly attachments: Attachments;
  /** This PC's name. */
  readonly node: string;
  readonly facility: string;
  readonly secrets: NodeSecrets;
  readonly signal: AbortSignal;
  readonly now: () => number;
}

export type CarryFiles = (run: FilesRun) => Promise<BlobOutcome>;

export function filesOverNetwork({url, node: partner, certificate}: Registry): CarryFiles {
  return async ({attachments, node, secrets, signal, now}) => {
    const http = makeHttp({certificate});
    try {
      const fetch = makeSignedFetch({url, node, secrets, fetch: http.fetch, now});
      return await syncBlobsOverNetwork({store: attachments, partner, fetch, signal});
    } finally {
      http.close();
    }
  };
}

export function filesOverFolder(folder: string, partners: () => readonly string[]): CarryFiles {
  return ({attachments, facility, signal}) =>
    syncBlobsOverFolder({store: attachments, facility, folder, partners: partners(), signal});
}

/**
 * What became of the files of a run whose records are settled. Never rejects: a file of the attachments that cannot be read
 * or written undoes nothing of what the records have come to.
 */
export async function afterRecords(carry: CarryFiles, run: FilesRun): Promise<Problem | null> {
  try {
    // What others have deleted takes its bytes along.
    run.attachments.forsake();
    run.attachments.tidy();
    const {problem, tally} = await carry(run);
    const {sent, received, dropped} = tally;
    if (sent + received + dropped > 0) {
      logInfo(`exchange, files: sent ${sent}, received ${received}, dropped ${dropped}`);
    }
    return problem;
  } catch (error) {
    logDefect('exchange, files', error);
    return {
      code: error instanceof DatabaseError && error.code === 'full' ? 'full' : 'internal',
      by: 'us',
      detail: 'files',
    };
  }
}

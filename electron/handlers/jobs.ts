import type {WritableDb} from '../../db/connection.ts';
import type {JobView} from '../contract/job.ts';
import type {Topic} from '../contract/kernel.ts';

/** What a job ends with. */
export interface JobResult {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** What its own area has to tell of it, beside the file. */
  readonly outcome?: unknown;
}

export interface JobWork {
  /** Into how many parts it falls. */
  readonly total: number;
  /** `onDone` is called after each part. Rejects with the signal's reason when it is aborted. */
  readonly run: (onDone: () => void, signal: AbortSignal) => Promise<JobResult>;
}

/**
 * One transaction of work that writes; what it has made stale is counted at its end, and it leaves a link in the audit: `count`
 * says how many records are concerned. Throws when the session is over.
 */
export type Write = <Value>(work: (db: WritableDb) => Value, count: number) => Value;

export interface WritingWork {
  /** The command that has started it: `importing.take`. */
  readonly what: string;
  readonly total: number;
  /** Into how many people's records it may write; 0: into nothing that the search looks in. */
  readonly people: number;
  /** What the screens ask again after each part. */
  readonly topics: readonly Topic[];
  /** As `JobWork.run`. What one `write` has written stays, also where the next one fails or the work is stopped. */
  readonly run: (write: Write, onDone: () => void, signal: AbortSignal) => Promise<JobResult>;
}

/** The long work of this session (see contract/job.ts). */
export interface Jobs {
  start(work: JobWork): string;
  /** Work that writes, part by part, as whoever started it. Only a command can start it. */
  startWriting(work: WritingWork): string;
  view(id: string): JobView | undefined;
  cancel(id: string): void;
  /** Undefined until it is done. */
  result(id: string): JobResult | undefined;
}

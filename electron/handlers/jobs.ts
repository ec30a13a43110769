import type {JobView} from '../contract/job.ts';

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

/** The long work of this session (see contract/job.ts). */
export interface Jobs {
  start(work: JobWork): string;
  view(id: string): JobView | undefined;
  cancel(id: string): void;
  /** Undefined until it is done. */
  result(id: string): JobResult | undefined;
}

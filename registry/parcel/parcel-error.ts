import type {ExchangeError} from '../protocol/errors.ts';

/**
 * Why a parcel was not opened. `detail` is for the log and for people who look closer: plain English, never anything that
 * stood in the parcel.
 */
export class ParcelError extends Error {
  readonly code: ExchangeError;
  readonly detail: string;

  constructor(code: ExchangeError, detail: string) {
    super(`parcel refused: ${code} (${detail})`);
    this.name = 'ParcelError';
    this.code = code;
    this.detail = detail;
  }
}

/** What the disk said: no fault of the parcel, and to be told apart from one by whoever reads from a stick. */
export interface DiskError extends Error {
  readonly code: string;
}

export function isDiskError(error: unknown): error is DiskError {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

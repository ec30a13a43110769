import type {ReadableDb, WritableDb} from '../connection.ts';
import {readOwn, writeOwn} from '../own-state.ts';

/**
 * This PC asks to be taken into a registry without a network, and waits for the stick to come back:
 *
 *   none ──ask──▶ asked ──written on a stick──▶ waiting ──the registry's answer | withdrawn──▶ none
 */
export interface EnrolmentRequest {
  /** SHA-256 of the one-time code, hex; the code itself is kept nowhere. */
  readonly codeHash: string;
  /** What this PC is to be called among the people of the facility. */
  readonly name: string;
  readonly askedAt: string;
  /** When it was put on a stick last. */
  readonly writtenAt: string | null;
}

const key = 'enrolment-request';

export function enrolmentRequest(db: ReadableDb): EnrolmentRequest | undefined {
  const kept = readOwn(db, key);
  return kept === undefined ? undefined : (JSON.parse(kept) as EnrolmentRequest);
}

export function keepRequest(db: WritableDb, request: EnrolmentRequest): void {
  writeOwn(db, key, JSON.stringify(request));
}

export function dropRequest(db: WritableDb): void {
  db.execute('DELETE FROM local_state WHERE key = ?', key);
}

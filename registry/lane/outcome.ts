import {exchangeErrors, type ExchangeError, type ExchangeProblem} from '../protocol/errors.ts';
import type {Incoming} from './store.ts';

export interface Problem {
  readonly code: ExchangeProblem;
  /** Who says so: the other side of what we sent, or we of what came. */
  readonly by: 'them' | 'us';
  /** For the log: plain English, no personal data. */
  readonly detail: string;
  /** Seconds that the other side asks us to wait. */
  readonly retryAfter?: number;
}

/** Ends a lane from within; never leaves electron/exchange. */
export class LaneStop extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = 'LaneStop';
    this.problem = problem;
  }
}

export function stop(code: ExchangeProblem, detail: string, by: Problem['by'] = 'us'): LaneStop {
  return new LaneStop({code, by, detail});
}

/** Whether trying again by itself may help: the line broke, or the protocol says so. */
export function isWorthRetrying({code, by}: Problem): boolean {
  if (code === 'offline' || code === 'timeout') return true;
  // What came broken was broken on the way.
  if (by === 'us') return code === 'altered' || code === 'not-a-parcel';
  return code in exchangeErrors && exchangeErrors[code as ExchangeError].retry;
}

export interface Tally {
  /** Changes that went out; on a stick: that were written. */
  sent: number;
  /** Changes that came and were new here. */
  integrated: number;
  known: number;
  quarantined: number;
  conflicts: number;
  /** Our own log was found to have been restored from a copy; what it lost was asked for. */
  restored: boolean;
}

export function newTally(): Tally {
  return {sent: 0, integrated: 0, known: 0, quarantined: 0, conflicts: 0, restored: false};
}

export function addIncoming(tally: Tally, incoming: Incoming): void {
  tally.integrated += incoming.integrated;
  tally.known += incoming.known;
  tally.quarantined += incoming.quarantined;
  tally.conflicts += incoming.conflicts;
  tally.restored ||= incoming.restored;
}

/** What is told while it runs. */
export interface Progress {
  readonly phase: 'reading' | 'sending' | 'integrating' | 'writing' | 'waiting';
  readonly tally: Readonly<Tally>;
}

export type OnProgress = (progress: Progress) => void;

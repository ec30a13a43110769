import {setTimeout as sleep} from 'node:timers/promises';
import {isWorthRetrying, LaneStop, stop} from '../../registry/lane/outcome.ts';

/** Milliseconds before the second, third, … try. */
const waits = [1_000, 2_000, 5_000, 10_000, 20_000] as const;
/** Whoever asks for more is asked again by the next exchange. */
const longestWait = 60_000;

/** Rejects with `LaneStop` ('cancelled') when it is aborted. */
export type Wait = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export const realWait: Wait = async (milliseconds, signal) => {
  try {
    await sleep(milliseconds, undefined, signal === undefined ? {} : {signal});
  } catch {
    throw stop('cancelled', 'while waiting');
  }
};

export interface PatienceOptions {
  readonly wait: Wait;
  readonly signal?: AbortSignal | undefined;
  /** Told before each wait, with why. */
  readonly onWait?: (problem: LaneStop['problem']) => void;
}

/**
 * Asks until there is an answer: again after growing waits for what the protocol marks so and for a broken line, at once
 * never again for anything else. Throws the last `LaneStop`.
 */
export async function patiently<Result>(
  ask: () => Promise<Result>,
  {wait, signal, onWait}: PatienceOptions,
): Promise<Result> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof LaneStop) || !isWorthRetrying(error.problem)) throw error;
      const pause = Math.max(waits[tried] ?? Number.POSITIVE_INFINITY, (error.problem.retryAfter ?? 0) * 1_000);
      if (pause > longestWait) throw error;
      onWait?.(error.problem);
      await wait(pause, signal);
    }
  }
}

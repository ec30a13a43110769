import type {ServerResponse} from 'node:http';
import {setTimeout} from 'node:timers/promises';

/**
 * What runs, and the end of it:
 *
 *   open ──stop()──▶ draining: what runs goes on, what comes is refused ('unavailable', come again) ──▶ nothing runs, or time is up
 */
export class Traffic {
  #running = 0;
  #isDraining = false;
  #onQuiet: () => void = () => undefined;

  get isDraining(): boolean {
    return this.#isDraining;
  }

  enter(response: ServerResponse): void {
    this.#running += 1;
    // Said once for each, however it ends.
    response.once('close', () => {
      this.#running -= 1;
      if (this.#running === 0) this.#onQuiet();
    });
  }

  /** Resolves when nothing runs any more, or after so many milliseconds. Whether nothing was cut. */
  async stop(milliseconds: number): Promise<boolean> {
    this.#isDraining = true;
    if (this.#running === 0) return true;
    const quiet = new Promise<true>(done => (this.#onQuiet = () => done(true)));
    return Promise.race([quiet, setTimeout(milliseconds, false, {ref: false})]);
  }
}

import {Refusal} from '../store/refusal.ts';

/**
 * So many at once and no more: a parcel of 4 MB may unpack to 32, and what is in memory must not grow with the number of
 * those who send. The others wait; when too many do, they are told to come again ('unavailable').
 */
export class Gate {
  readonly #places: number;
  readonly #longestQueue: number;
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  constructor(places: number, longestQueue: number) {
    this.#places = places;
    this.#longestQueue = longestQueue;
  }

  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inside < this.#places) this.#inside += 1;
    else await this.#wait();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // Whoever waited takes this place over.
      if (next === undefined) this.#inside -= 1;
      else next();
    }
  }

  #wait(): Promise<void> {
    if (this.#waiting.length >= this.#longestQueue) throw new Refusal('unavailable', 'too many at once');
    return new Promise(enter => this.#waiting.push(enter));
  }
}

/** Milliseconds. */
export interface ExchangeDelays {
  /** From the last change to the exchange that carries it. */
  readonly afterChange: number;
  /** From one exchange to the next, where nothing changes. */
  readonly between: number;
}

export const usualDelays: ExchangeDelays = {afterChange: 30_000, between: 3_600_000};

/** Says when an exchange is due by itself, while somebody is signed in. Keeps no program from ending. */
export class ExchangeTimer {
  readonly #delays: ExchangeDelays;
  readonly #due: () => void;
  #soon: NodeJS.Timeout | undefined;
  #regular: NodeJS.Timeout | undefined;

  constructor(delays: ExchangeDelays, due: () => void) {
    this.#delays = delays;
    this.#due = due;
  }

  /** Somebody came: what the others wrote meanwhile is asked for soon, and then from time to time. */
  start(): void {
    this.stop();
    this.#regular = setInterval(this.#due, this.#delays.between).unref();
    this.soon();
  }

  /** Something changed. As long as changes go on coming, it waits for the last of them. */
  soon(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(this.#due, this.#delays.afterChange).unref();
  }

  stop(): void {
    clearTimeout(this.#soon);
    clearInterval(this.#regular);
  }
}

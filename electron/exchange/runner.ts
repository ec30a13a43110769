/** Another lane is running. */
export class ExchangeBusy extends Error {
  readonly lane: string;

  constructor(lane: string) {
    super(`the lane ${lane} is running`);
    this.name = 'ExchangeBusy';
    this.lane = lane;
  }
}

/**
 * One exchange at a time (rule 19): a second start of the same lane joins the one that runs; of another lane it is refused,
 * because both would move the same cursors.
 */
export class ExchangeRunner {
  #running: {readonly lane: string; readonly end: Promise<unknown>; readonly controller: AbortController} | undefined;

  /** The lane that runs now. */
  get lane(): string | undefined {
    return this.#running?.lane;
  }

  /** Settles as the work does. Rejects with `ExchangeBusy`, without beginning, where another lane runs. */
  async start<Result>(lane: string, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const running = this.#running;
    if (running?.lane === lane) return running.end as Promise<Result>;
    if (running !== undefined) throw new ExchangeBusy(running.lane);
    const controller = new AbortController();
    const end = work(controller.signal).finally(() => {
      this.#running = undefined;
    });
    this.#running = {lane, end, controller};
    return end;
  }

  /** Asks the one that runs to stop, and settles when it has; the database may be closed then. */
  async cancel(): Promise<void> {
    const running = this.#running;
    running?.controller.abort();
    await running?.end.catch(() => undefined);
  }
}

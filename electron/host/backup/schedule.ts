/** Milliseconds. */
export interface BackupDelays {
  /** From the sign-in to the first look whether one is due: who comes in is not kept waiting by the disk. */
  readonly afterSignIn: number;
  /** From one look to the next: a stick may have come, a day may have begun. */
  readonly between: number;
}

export const usualBackupDelays: BackupDelays = {afterSignIn: 20_000, between: 600_000};

/** Says when to look, while somebody is signed in. Keeps no program from ending. */
export class BackupTimer {
  readonly #delays: BackupDelays;
  readonly #due: () => void;
  #soon: NodeJS.Timeout | undefined;
  #regular: NodeJS.Timeout | undefined;

  constructor(delays: BackupDelays, due: () => void) {
    this.#delays = delays;
    this.#due = due;
  }

  start(): void {
    this.stop();
    this.#soon = setTimeout(this.#due, this.#delays.afterSignIn).unref();
    this.#regular = setInterval(this.#due, this.#delays.between).unref();
  }

  stop(): void {
    clearTimeout(this.#soon);
    clearInterval(this.#regular);
  }
}

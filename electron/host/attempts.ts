import type {Attempt} from '../handlers/application.ts';
import type {Clock} from './clock.ts';
import type {ClosedEvent} from './closed-audit.ts';
import {signInDelay} from './sign-in-delay.ts';

export interface Asker {
  /** Under which name wrong ones are counted. */
  readonly delayed: string;
  /** For the audit; null: of nobody who is known here. */
  readonly account: string | null;
}

export interface AttemptsOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly noteFailure: (what: ClosedEvent, account: string | null) => void;
}

/** Passwords and recovery keys as they are tried: wrong ones make wait, longer each time, and stand in the audit. */
export class Attempts {
  readonly #options: AttemptsOptions;

  constructor(options: AttemptsOptions) {
    this.#options = options;
  }

  /** `wrong`: what a wrong one is called in the audit. */
  async make({delayed, account}: Asker, wrong: ClosedEvent, proves: () => Promise<boolean>): Promise<Attempt> {
    const {folder, clock, noteFailure} = this.#options;
    const delay = signInDelay(folder);
    const waitUntil = delay.waitUntil(delayed, clock());
    if (waitUntil !== null) {
      noteFailure('session.wait', account);
      return {result: 'wait', waitUntil};
    }
    if (await proves()) {
      delay.right(delayed);
      return {result: 'ok'};
    }
    delay.wrong(delayed, clock());
    noteFailure(wrong, account);
    return {result: 'wrong', waitUntil: delay.waitUntil(delayed, clock())};
  }
}

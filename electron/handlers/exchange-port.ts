import type {ExchangeOutcome, ExchangeProblem, ExchangeStateView} from '../contract/exchange.ts';

export interface EnrolWish {
  readonly url: string;
  readonly code: string;
  /** What this PC is called among the people of the facility. */
  readonly name: string;
  readonly certificate: string | null;
}

/**
 * What the area `exchange` needs of the application around it; `electron/host/exchange.ts` is it. All but the first two throw
 * `CallFailure`: 'locked' while nobody is signed in, 'conflict' while a run of another kind is on its way.
 */
export interface ExchangePort {
  running(): ExchangeStateView['running'];
  /** How the last run of this session ended. */
  last(): ExchangeOutcome | null;
  enrol(wish: EnrolWish): Promise<{problem: ExchangeProblem | null; hasData: boolean}>;
  /** The bytes of this PC's card. */
  card(name: string): Promise<Uint8Array>;
  /** Begin a run, or join the one of the same kind; `missing`: nobody to exchange with. */
  byNetwork(): void;
  byStick(folder: string): void;
  /** Asks the run to end, and settles when it has. */
  stop(): Promise<void>;
  approveDeletions(): void;
  tryHeldAgain(): void;
  /** Ends the session. */
  becomeAnother(): Promise<void>;
}

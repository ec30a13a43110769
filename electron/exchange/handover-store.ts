import type {Handover, HandoverAnswer, Receivers} from '../../registry/protocol/handover.ts';
import type {HandoverProblem} from '../../domain/transfer.ts';

/** What the lane of hand-overs needs of the application. What the disk says goes through as it is. */
export interface HandoverStore {
  /** Whom the registry names, to be chosen from until the next exchange. */
  keepReceivers(known: Receivers): void;
  /** These are all that the registry knows of. What it had and has not any more, it has lost: it is offered again. */
  compare(known: ReadonlySet<string>): void;
  /**
   * Takes in what the registry says of one, by the steps of the domain; the same again changes nothing. Answers what is to
   * be done there: its content fetched, or an answer told; null: nothing.
   */
  learn(handover: Handover): 'fetch' | HandoverAnswer | null;
  /** The registry has taken our answer. */
  told(id: string, state: HandoverAnswer['state']): void;
  /** Opens a content that was fetched whole and writes it down as received, or why it cannot be. Once for each id. */
  receive(handover: Handover, content: Uint8Array): Promise<void>;
  toOffer(): readonly {readonly id: string; readonly to: string}[];
  /** The content as it is offered: encrypted to these keys the first time, then the same for ever. */
  seal(id: string, keys: readonly string[]): Promise<Uint8Array>;
  /** The registry has all of it. */
  offered(id: string, at: string): void;
  /** A person has to see to it. */
  mark(id: string, problem: HandoverProblem): void;
}

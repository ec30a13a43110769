import type {Change} from '../../registry/protocol/change.ts';
import type {Integration} from '../connection.ts';
import {append, appendAll} from './log.ts';

/** So many in one statement: each more saves less. */
const together = 50;

/**
 * Changes of a page that are on their way into the log. A statement of its own for each would take longer than what it
 * writes. Whoever reads the log, or adds to it otherwise, writes them first.
 */
export class Tail {
  readonly #log: Pick<Integration, 'run'>;
  readonly #via: string;
  #waiting: Change[] = [];

  constructor(log: Pick<Integration, 'run'>, via: string) {
    this.#log = log;
    this.#via = via;
  }

  add(change: Change): void {
    this.#waiting.push(change);
    if (this.#waiting.length === together) this.write();
  }

  write(): void {
    if (this.#waiting.length === together) appendAll(this.#log, this.#waiting, this.#via);
    else for (const change of this.#waiting) append(this.#log, change, this.#via);
    this.#waiting = [];
  }
}

import type {AuditEntry} from '../../db/audit/trail.ts';
import type {Connection} from '../../db/connection.ts';
import {DatabaseError} from '../../db/database-error.ts';
import type {Step} from './atomic-file.ts';
import {closedAudit, type ClosedAudit, type ClosedEvent} from './closed-audit.ts';
import type {Clock} from './clock.ts';

/** What waits for room on the disk at most. */
const keptEntries = 500;

/**
 * Who comes and goes. It is noted in the database while that is open, beside it while it is not. A disk that takes nothing
 * shuts nobody out: what could not be written waits, and goes before the next that is.
 */
export class SessionAudit {
  readonly #closed: ClosedAudit;
  readonly #clock: Clock;
  #waiting: AuditEntry[] = [];

  constructor({folder, clock, step}: {folder: string; clock: Clock; step: Step}) {
    this.#closed = closedAudit(folder, step);
    this.#clock = clock;
  }

  /** `accountId`: who did it; null: the program. */
  note(connection: Connection, accountId: string | null, entry: AuditEntry): void {
    const entries = [...this.#waiting, {account: accountId, at: this.#clock().toISOString(), ...entry}];
    let hadClosed = false;
    try {
      connection.transact(
        (db, note) => {
          const closed = this.#closed.take(db);
          hadClosed = closed.length > 0;
          for (const each of [...closed, ...entries]) note(each);
        },
        {accountId},
      );
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      this.#waiting = entries.slice(-keptEntries);
      return;
    }
    this.#waiting = [];
    if (hadClosed) this.#closed.taken();
  }

  /** The database is closed. `account`: by its id; null: of nobody who is known here. */
  noteOutside(what: ClosedEvent, account: string | null): void {
    this.#closed.add(what, account, this.#clock());
  }
}

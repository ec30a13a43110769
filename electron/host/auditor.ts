import {recipientOf} from '../../db/audit/recipient-of.ts';
import type {AuditEntry} from '../../db/audit/trail.ts';
import type {Connection, ReadableDb} from '../../db/connection.ts';
import type {AuditKind} from '../../domain/audit.ts';
import {detailOf, secondPersonOf, subjectOf, type AuditSubject} from '../contract/audit-subject.ts';
import type {Platform} from '../handlers/platform.ts';

/** A call of the contract that leaves links in the audit. */
export interface AuditedCall {
  readonly area: string;
  readonly name: string;
  readonly kind: AuditKind;
}

/** The same card, looked at again by the same person so soon, is one look; milliseconds. */
const oneLook = 10 * 60 * 1000;
/** More than anybody looks at in that time. */
const keptLooks = 2_000;

type Known = Pick<AuditEntry, 'subject' | 'recipientId'>;

/** Writes who looked at what, printed it and took it out, before it is shown or given out. */
export class Auditor {
  readonly #now: () => number;
  /** When each look was written. */
  readonly #looks = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Nobody has looked at anything yet: a session has begun. */
  forgetLooks(): void {
    this.#looks.clear();
  }

  /** What a call is about, as far as the rows are there already. */
  known(db: ReadableDb, {area}: AuditedCall, input: unknown): readonly Known[] {
    const subject = subjectOf(area, input);
    const second = secondPersonOf(input);
    const subjects = [subject, second === undefined ? undefined : {table: 'recipient', id: second}];
    return subjects.flatMap(each => {
      const known = each && rowOf(db, each);
      return known === undefined ? [] : [known];
    });
  }

  /** One link, or two where the call is about two people. `output`: where only the answer names a row that is new. */
  entries(
    db: ReadableDb,
    call: AuditedCall,
    asked: {input: unknown; output: unknown; known: readonly Known[]},
  ): AuditEntry[] {
    const about = asked.known.length > 0 ? asked.known : this.known(db, call, asked.output);
    const {area, name, kind} = call;
    const detail = detailOf(asked.input);
    return (about.length > 0 ? about : [{}]).map(known => ({kind, what: `${area}.${name}`, ...known, detail}));
  }

  /** A look that was not written a moment ago is written now. Throws what the disk did: then nothing is to be shown. */
  look(connection: Connection, accountId: string, entries: readonly AuditEntry[]): void {
    const now = this.#now();
    const fresh = entries.filter(entry => entry.kind === 'export' || !this.#isSeen(accountId, entry, now));
    if (fresh.length === 0) return;
    connection.transact((_, note) => fresh.forEach(note), {accountId});
    if (this.#looks.size > keptLooks) this.#looks.clear();
    for (const entry of fresh) this.#looks.set(keyOf(accountId, entry), now);
  }

  /** A platform that writes what it saves before it does, and that it did not where the person changed their mind. */
  saving(platform: Platform, write: (more: AuditEntry['detail']) => void): Platform {
    return {
      ...platform,
      async saveFile(name, bytes) {
        write({});
        let saved = false;
        try {
          const result = await platform.saveFile(name, bytes);
          ({saved} = result);
          return result;
        } finally {
          if (!saved) write({saved: false});
        }
      },
    };
  }

  #isSeen(accountId: string, entry: AuditEntry, now: number): boolean {
    const seen = this.#looks.get(keyOf(accountId, entry));
    // A clock that was put back makes a new look.
    return seen !== undefined && seen <= now && now - seen < oneLook;
  }
}

function keyOf(accountId: string, {what, subject, detail}: AuditEntry): string {
  return JSON.stringify([accountId, what, subject?.table, subject?.id, detail]);
}

function rowOf(db: ReadableDb, subject: AuditSubject): Known | undefined {
  const recipientId = recipientOf(db, subject);
  return recipientId === undefined ? undefined : {subject, recipientId};
}

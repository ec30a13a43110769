import {randomUUID} from 'node:crypto';
import {existsSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';
import type {AuditEntry} from '../../db/audit/trail.ts';
import type {WritableDb} from '../../db/connection.ts';
import {readOwn, writeOwn} from '../../db/own-state.ts';
import {writeAtomically, type Step} from './atomic-file.ts';

/**
 * What happens while the database is closed: sign-ins that failed, files that were replaced. A file in the data folder holds it, with no more than
 * the id of an account, until the next opening takes it into the audit, in its order and once:
 *
 *   add ──▶ file of a batch ──(opening)──▶ links, and "of this batch so many" in one transaction ──▶ the file goes
 *
 * Where the power goes before the file does, the next opening knows how many of the batch it has.
 */

export const closedEvents = [
  'session.wrongPassword',
  'session.wait',
  'session.wrongRecovery',
  'session.restored',
  'session.rotateKey',
] as const;
export type ClosedEvent = (typeof closedEvents)[number];

const event = z.strictObject({
  at: z.iso.datetime(),
  account: z.string().max(64).nullable(),
  what: z.enum(closedEvents),
});
const batch = z.strictObject({
  batch: z.uuid(),
  events: z.array(event),
  /** How many more there were than are kept. */
  omitted: z.int().min(0),
  /** The file of before could not be read. */
  unreadable: z.boolean(),
});
type Batch = z.output<typeof batch>;

/** Somebody who goes on guessing fills no disk. */
export const keptEvents = 500;

const takenKey = 'audit-taken';

export interface ClosedAudit {
  add(what: ClosedEvent, account: string | null, now: Date): void;
  /** What is to be written, inside the transaction that writes it. */
  take(db: WritableDb): AuditEntry[];
  /** After that transaction: the file goes. */
  taken(): void;
}

export function closedAudit(folder: string, step: Step = () => undefined): ClosedAudit {
  const file = join(folder, 'closed-audit.json');

  function read(): Batch {
    const empty = {batch: randomUUID(), events: [], omitted: 0};
    if (!existsSync(file)) return {...empty, unreadable: false};
    try {
      return batch.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      // That something stood there is all that can be said.
      return {...empty, unreadable: true};
    }
  }

  return {
    add(what, account, now) {
      const kept = read();
      const isFull = kept.events.length >= keptEvents;
      const events = isFull ? kept.events : [...kept.events, {at: now.toISOString(), account, what}];
      writeAtomically(file, JSON.stringify({...kept, events, omitted: kept.omitted + (isFull ? 1 : 0)}));
    },

    take(db) {
      if (!existsSync(file)) return [];
      const {batch: name, events, omitted, unreadable} = read();
      const before = takenOf(readOwn(db, takenKey), name);
      writeOwn(db, takenKey, `${name} ${events.length + omitted}`);
      const left = omitted - Math.max(0, before - events.length);
      return [
        ...(unreadable ? [{kind: 'session', what: 'session.unreadable', account: null} as const] : []),
        ...events.slice(before).map(({what, account, at}) => ({kind: 'session', what, account, at}) as const),
        ...(left > 0
          ? [{kind: 'session', what: 'session.omitted', account: null, detail: {count: left}} as const]
          : []),
      ];
    },

    taken() {
      step('closed-audit');
      try {
        rmSync(file, {force: true});
      } catch {
        // It is known to be taken.
      }
    },
  };
}

function takenOf(state: string | undefined, name: string): number {
  const [known, count] = (state ?? '').split(' ');
  return known === name ? Number(count) : 0;
}

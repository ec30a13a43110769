import {must} from '../../domain/assert.ts';
import type {ReadableDb} from '../connection.ts';
import {head} from './log.ts';
import {partners, type PartnerRow} from './partners.ts';

/**
 * How far what was written here has come (rule 21): saved here ─▶ sent ─▶ confirmed, or refused. Never confirmed unless a
 * receipt covers it.
 */
export const exchangeStates = ['saved', 'sent', 'confirmed', 'refused'] as const;
export type ExchangeState = (typeof exchangeStates)[number];

export type Counts = Record<ExchangeState, number>;

/** Changes that this partner gets from us: what came from it does not go back. */
const goesTo = '(via IS NULL OR via <> ?)';

interface Counted {
  readonly upTo: number;
  readonly count: number;
}

/**
 * The beginning of the log by partner, counted once: what stands there stays, so that later only the rest is counted.
 * Screens ask after each change, and the log is long.
 */
const beginnings = new WeakMap<ReadableDb, Map<string, Counted>>();

function countBetween(db: ReadableDb, id: string, after: number, upTo: number): number {
  const sql = `SELECT count(*) AS count FROM change WHERE seq > ? AND seq <= ? AND ${goesTo}`;
  return must(db.prepare<{count: number}>(sql).get(after, upTo, id)).count;
}

function countUpTo(db: ReadableDb, id: string, seq: number): number {
  const known = beginnings.get(db) ?? new Map<string, Counted>();
  const before = known.get(id);
  const from = before !== undefined && before.upTo <= seq ? before : {upTo: 0, count: 0};
  const count = from.count + countBetween(db, id, from.upTo, seq);
  known.set(id, {upTo: seq, count});
  beginnings.set(db, known);
  return count;
}

/** The changes of the log by how far they have come with one partner. */
export function countsFor(db: ReadableDb, {id, knowledge, sent}: PartnerRow): Counts {
  const end = head(db);
  const after = (seq: number): number => countBetween(db, id, seq, end);
  const {count: refused} = must(
    db
      .prepare<{count: number}>(
        `SELECT count(*) AS count FROM refusal r JOIN change c ON c.stamp = r.stamp WHERE r.partner = ?`,
      )
      .get(id),
  );
  const unconfirmed = after(knowledge.acked);
  const saved = after(Math.max(sent, knowledge.acked));
  const received = countUpTo(db, id, Math.min(knowledge.acked, end));
  return {saved, sent: unconfirmed - saved, confirmed: Math.max(0, received - refused), refused};
}

/** With whom the state is told: the registry where there is one, else the PC that was met last. */
export function mainPartner(db: ReadableDb): PartnerRow | undefined {
  const active = partners(db).filter(({state}) => state !== 'left');
  return (
    active.find(({kind}) => kind === 'registry') ??
    active.toSorted((a, b) => (a.lastExchangeAt ?? '').localeCompare(b.lastExchangeAt ?? '')).at(-1)
  );
}

/** Of a record with all its parts: the least far of their latest changes; null: nobody to exchange with, or no such rows. */
export function stateOfRows(db: ReadableDb, rowIds: readonly string[]): ExchangeState | null {
  const partner = mainPartner(db);
  if (partner === undefined || rowIds.length === 0) return null;
  const rows = JSON.stringify(rowIds);
  const refused = db
    .prepare(
      `SELECT 1 FROM refusal r JOIN change c ON c.stamp = r.stamp
        WHERE r.partner = ? AND c.row_id IN (SELECT value FROM json_each(?)) LIMIT 1`,
    )
    .get(partner.id, rows);
  if (refused !== undefined) return 'refused';
  const last = db
    .prepare<{seq: number | null}>(
      `SELECT max(seq) AS seq FROM change WHERE row_id IN (SELECT value FROM json_each(?)) AND (via IS NULL OR via <> ?)`,
    )
    .get(rows, partner.id)?.seq;
  if (last === null || last === undefined || last <= partner.knowledge.acked) return 'confirmed';
  return last <= partner.sent ? 'sent' : 'saved';
}

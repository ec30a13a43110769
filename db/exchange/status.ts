import type {ReadableDb} from '../connection.ts';
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

/** The changes of the log by how far they have come with one partner. */
export function countsFor(db: ReadableDb, {id, knowledge, sent}: PartnerRow): Counts {
  const after = (seq: number): number =>
    db.prepare<{count: number}>(`SELECT count(*) AS count FROM change WHERE seq > ? AND ${goesTo}`).get(seq, id)
      ?.count ?? 0;
  const all = after(0);
  const refused =
    db
      .prepare<{count: number}>(
        `SELECT count(*) AS count FROM refusal r JOIN change c ON c.stamp = r.stamp WHERE r.partner = ?`,
      )
      .get(id)?.count ?? 0;
  const unconfirmed = after(knowledge.acked);
  const saved = after(Math.max(sent, knowledge.acked));
  return {saved, sent: unconfirmed - saved, confirmed: all - unconfirmed - refused, refused};
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

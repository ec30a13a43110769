import type {ReadableDb} from '../connection.ts';

/** By table, as in the schema: the recipient whose row it is. */
const selects: Readonly<Record<string, string>> = {
  recipient: 'SELECT id FROM recipient WHERE id = ?',
  placement: 'SELECT recipient_id AS id FROM placement WHERE id = ?',
  placementEvent:
    'SELECT p.recipient_id AS id FROM placement_event e JOIN placement p ON p.id = e.placement_id WHERE e.id = ?',
  unitStay: 'SELECT p.recipient_id AS id FROM unit_stay s JOIN placement p ON p.id = s.placement_id WHERE s.id = ?',
  personalFile: 'SELECT recipient_id AS id FROM personal_file WHERE id = ?',
  plan: 'SELECT recipient_id AS id FROM plan WHERE id = ?',
  monitoringRound: 'SELECT p.recipient_id AS id FROM monitoring_round r JOIN plan p ON p.id = r.plan_id WHERE r.id = ?',
  paper: 'SELECT recipient_id AS id FROM paper WHERE id = ?',
  consent: 'SELECT recipient_id AS id FROM consent WHERE id = ?',
  attachment: 'SELECT recipient_id AS id FROM attachment WHERE id = ?',
  transfer: 'SELECT recipient_id AS id FROM transfer WHERE id = ?',
  recipientMerge: 'SELECT kept_id AS id FROM recipient_merge WHERE id = ?',
};

/** What stands where a row has no select of its own: made by the program, never typed. */
const ownId = /^[0-9a-f-]{16,36}$/;

/**
 * The recipient whom a row belongs to; null: nobody single. Undefined: there is no such row, and an id that came from
 * outside is not kept.
 */
export function recipientOf(db: ReadableDb, {table, id}: {table: string; id: string}): string | null | undefined {
  const select = selects[table];
  if (select === undefined) return ownId.test(id) ? null : undefined;
  return db.prepare<{id: string | null}>(select).get(id)?.id;
}

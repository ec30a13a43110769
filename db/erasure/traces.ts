import {fromLine} from '../../registry/protocol/change.ts';
import type {Values} from '../exchange/rows.ts';
import type {Integration} from '../connection.ts';
import type {RowPlace} from './erased.ts';
import {namedIn} from './references.ts';

/** By recipient, and made anew from the facts for everybody else. */
const derived = ['placement_state', 'deadline', 'deadline_stale'];

/** What this PC keeps of erased rows beside their facts: what waits, what was typed, what was answered. */
export function dropTraces(log: Integration, rows: readonly RowPlace[]): void {
  const ids = new Set(rows.map(({rowId}) => rowId));
  const wanted = JSON.stringify(rows);
  const listed = JSON.stringify([...ids]);
  const places = `SELECT value ->> 'table', value ->> 'rowId' FROM json_each(?)`;
  for (const table of ['fork', 'unapplied']) {
    log.run(`DELETE FROM ${table} WHERE (table_name, row_id) IN (${places})`, wanted);
  }
  log.run(
    `DELETE FROM refusal WHERE stamp IN
      (SELECT stamp FROM change WHERE row_id IN (SELECT value FROM json_each(?)))`,
    listed,
  );
  for (const table of derived)
    log.run(`DELETE FROM ${table} WHERE recipient_id IN (SELECT value FROM json_each(?))`, listed);
  log.run('DELETE FROM handover WHERE id IN (SELECT value FROM json_each(?))', listed);
  dropWaiting(log, ids);
  dropTyped(log, ids);
}

function dropWaiting(log: Integration, ids: ReadonlySet<string>): void {
  const held = log.db.prepare<{id: number; line: string}>('SELECT id, line FROM quarantine').all();
  for (const {id, line} of held) {
    if (isOf(ids, line)) log.run('DELETE FROM quarantine WHERE id = ?', id);
  }
}

function isOf(ids: ReadonlySet<string>, line: string): boolean {
  const change = fromLine(line);
  // What cannot be read may hold anything of those whom it names.
  if (change === undefined) return names(ids, line);
  const values: Values = JSON.parse(change.patch);
  if (ids.has(change.rowId)) return true;
  return change.op === 'insert' && namedIn(change.table, change.rowId, values).some(each => ids.has(each));
}

function names(ids: ReadonlySet<string>, text: string): boolean {
  return (text.match(/[\w-]+/g) ?? []).some(word => ids.has(word));
}

/** A form, and an answer to a command, name the record that they are of. */
function dropTyped(log: Integration, ids: ReadonlySet<string>): void {
  const drafts = log.db
    .prepare<{accountId: string; key: string; text: string}>(
      `SELECT account_id AS accountId, key, key || ' ' || "values" AS text FROM draft`,
    )
    .all();
  for (const {accountId, key, text} of drafts) {
    if (names(ids, text)) log.run('DELETE FROM draft WHERE account_id = ? AND key = ?', accountId, key);
  }
  const receipts = log.db.prepare<{id: string; reply: string}>('SELECT id, reply FROM command_receipt').all();
  for (const {id, reply} of receipts) if (names(ids, reply)) log.run('DELETE FROM command_receipt WHERE id = ?', id);
}

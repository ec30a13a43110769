import {must} from '../../domain/assert.ts';
import {mergeRow} from '../../domain/row-merge.ts';
import type {Integration} from '../connection.ts';
import {claimsOf} from '../erasure/incoming.ts';
import {logOfRow} from './log.ts';
import {reviveParents} from './parents.ts';
import {brokenConstraint, rowWriter} from './rows.ts';
import {exchangeTables} from './tables.ts';

interface Place {
  readonly table: string;
  readonly rowId: string;
}

/**
 * What a newer version wrote stands in the log whole, though this version had no place for all of it (rule 13). After a
 * migration the rows are made anew from the log, with what there is a place for now. One that belongs to another comes after
 * it, or brings it back where it was deleted meanwhile; one that a rule does not let in waits for the next migration.
 */
export function replayRaw(log: Integration): void {
  let left = log.db
    .prepare<Place>('SELECT DISTINCT table_name AS "table", row_id AS rowId FROM unapplied')
    .all()
    .filter(({table}) => exchangeTables.has(table));
  for (let before = left.length + 1; left.length < before;) {
    before = left.length;
    left = left.filter(place => !replay(log, place, false));
  }
  for (const place of left) replay(log, place, true);
}

/** Whether the row is now as the log has it. `revives`: what it belongs to is brought back first. */
function replay(log: Integration, {table: name, rowId}: Place, revives: boolean): boolean {
  const table = must(exchangeTables.get(name));
  const rows = rowWriter(log);
  const changes = claimsOf(log.db, true, logOfRow(log.db, name, rowId));
  const {exists, values} = mergeRow(changes);
  if (revives && exists) reviveParents(log, table, values);
  const broken = brokenConstraint(() =>
    log.silently(() => (exists ? rows.replace(table, rowId, values) : rows.remove(table, rowId))),
  );
  if (broken !== undefined) return false;
  const whole = changes.every(({values: patch}) => Object.keys(patch).every(column => table.columns.has(column)));
  if (whole) log.run('DELETE FROM unapplied WHERE table_name = ? AND row_id = ?', name, rowId);
  return true;
}

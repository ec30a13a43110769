import {getTableName} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import type {IsoDate} from '../../domain/dates.ts';
import type {ErasureFacts, ErasureReason} from '../../domain/erasure.ts';
import {keepingEndsOn} from '../../domain/keeping-term.ts';
import type {ReadableDb} from '../connection.ts';
import type {RowPlace} from '../erasure/erased.ts';
import {keepingYears} from '../settings.ts';
import {syncedTables} from '../synced-tables.ts';

export interface FoundErasure {
  readonly erasedOn: string;
  readonly reason: ErasureReason;
  /** Account id; null: the program itself. */
  readonly author: string | null;
}

/** How a person was erased first; undefined: they were not. */
export function findErasure(db: ReadableDb, recipientId: string): FoundErasure | undefined {
  return db
    .prepare<FoundErasure>(
      `SELECT e.erased_on AS erasedOn, e.reason, c.author FROM erased_row r
      JOIN erasure e ON e.recipient_id = r.recipient_id
      LEFT JOIN change c ON c.row_id = e.id AND c.table_name = 'erasure'
      WHERE r.row_id = ? AND r.table_name = 'recipient'
      ORDER BY c.author IS NULL, c.stamp LIMIT 1`,
    )
    .get(recipientId);
}

/** The rows of a person (`rowsOfPerson`), counted table by table as in the schema. */
export function countRows(rows: readonly RowPlace[]): {table: string; count: number}[] {
  const byTable = Map.groupBy(rows, ({table}) => table);
  return Object.entries(syncedTables).flatMap(([table, described]) => {
    const count = byTable.get(getTableName(described))?.length ?? 0;
    return count === 0 ? [] : [{table, count}];
  });
}

/** Of the person and the entries that were merged into this one: `own` are all their rows. Undefined: there is nobody of this id. */
export function erasureFacts(
  db: ReadableDb,
  recipientId: string,
  own: readonly RowPlace[],
  today: IsoDate,
): ErasureFacts | undefined {
  const person = db
    .prepare<{merged: string | null}>('SELECT merged_into_id AS merged FROM recipient WHERE id = ?')
    .get(recipientId);
  if (person === undefined) return undefined;
  const rows = Map.groupBy(own, ({table}) => table);
  const count = (table: string, condition: string): number => {
    const ids = JSON.stringify((rows.get(table) ?? []).map(({rowId}) => rowId));
    const sql = `SELECT count(*) AS count FROM "${table}" WHERE id IN (SELECT value FROM json_each(?)) AND ${condition}`;
    return must(db.prepare<{count: number}>(sql).get(ids)).count;
  };
  const over = `EXISTS (SELECT 1 FROM placement_state s WHERE s.placement_id = placement.id
    AND s.status IN ('discharged', 'transferred', 'withdrawn'))`;
  return {
    approvedPlans: count('plan', 'approved_on IS NOT NULL'),
    papers: count('paper', 'true'),
    signedFile: count('personal_file', 'signed_on IS NOT NULL') > 0,
    rounds: count('monitoring_round', 'true'),
    transfers: count('transfer', "state IN ('sent', 'received', 'accepted')"),
    merged: person.merged !== null,
    current: count('placement', `NOT ${over}`) > 0,
    ended: count('placement', over) > 0,
    termOver: isTermOver(db, must(rows.get('placement')), today),
  };
}

function isTermOver(db: ReadableDb, placements: readonly RowPlace[], today: IsoDate): boolean {
  const years = keepingYears(db);
  const ids = JSON.stringify(placements.map(({rowId}) => rowId));
  const last = db
    .prepare<{since: string | null}>(
      'SELECT max(since) AS since FROM placement_state WHERE placement_id IN (SELECT value FROM json_each(?))',
    )
    .get(ids)?.since;
  return years !== null && typeof last === 'string' && keepingEndsOn(last, years) <= today;
}

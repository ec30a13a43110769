import {mergeRow, type RowConflict} from '../../domain/row-merge.ts';
import {isOfRegistry} from '../../registry/protocol/ownership.ts';
import type {ReadableDb, WritableDb} from '../connection.ts';
import {isErasedId} from '../erasure/erased.ts';
import {idOf} from '../new-id.ts';
import {conflictChoice} from '../schema/exchange.ts';
import {logOfRow, type Logged, rowChange} from './log.ts';
import {rowWriter} from './rows.ts';
import {exchangeTables, type ExchangeTable} from './tables.ts';

/** Where edits of two PCs have met: both values are kept and shown, and a person chooses (rule 2). */

export interface Claim {
  readonly stamp: string;
  /** Of a list or an object: as it is. Of a row that was deleted: null. */
  readonly value: unknown;
  readonly author: string | null;
  readonly recordedAt: string;
}

export interface Conflict {
  readonly table: string;
  readonly rowId: string;
  /** The column by its name in SQL; null: one deleted the row while another changed it. */
  readonly field: string | null;
  readonly standing: Claim;
  readonly losing: readonly Claim[];
}

interface Place {
  readonly table: string;
  readonly rowId: string;
}

/** Every row on which edits have ever met; those of the latest first. */
export function forkedRows(db: ReadableDb): Place[] {
  return db.prepare<Place>('SELECT table_name AS "table", row_id AS rowId FROM fork ORDER BY rowid DESC').all();
}

/** The conflicts of one row that nobody has chosen between yet. */
export function conflictsOf(db: ReadableDb, {table, rowId}: Place): Conflict[] {
  // What the registry says twice, it settles itself.
  if (isOfRegistry(table)) return [];
  const changes = logOfRow(db, table, rowId);
  const {conflicts} = mergeRow(changes.map(rowChange));
  const seen = new Set(
    db
      .prepare<{id: string}>('SELECT id FROM conflict_choice WHERE table_name = ? AND row_id = ?')
      .all(table, rowId)
      .map(({id}) => id),
  );
  const byStamp = new Map(changes.map(change => [change.stamp, change]));
  return conflicts.flatMap(conflict => {
    const standing = byStamp.get(conflict.winner);
    const losing = conflict.losers.flatMap(({stamp, value}) => {
      const change = byStamp.get(stamp);
      const chosen = seen.has(choiceId(table, rowId, conflict.field, stamp));
      const gone = typeof value === 'string' && conflict.field?.endsWith('_id') && isErasedId(db, value);
      return change === undefined || chosen || gone ? [] : [claimOf(change, value)];
    });
    if (standing === undefined || losing.length === 0) return [];
    return [{table, rowId, field: conflict.field, standing: claimOf(standing, valueOf(standing, conflict)), losing}];
  });
}

export function openConflicts(db: ReadableDb): Conflict[] {
  return forkedRows(db).flatMap(place => conflictsOf(db, place));
}

function valueOf(change: Logged, {field}: RowConflict): unknown {
  if (field === null && change.op === 'delete') return null;
  const patch: Record<string, unknown> = JSON.parse(change.patch);
  return field === null ? patch : (patch[field] ?? null);
}

function claimOf({stamp, author, recordedAt}: Logged, value: unknown): Claim {
  return {stamp, value, author, recordedAt};
}

function choiceId(table: string, rowId: string, field: string | null, loser: string): string {
  return idOf('conflict', table, rowId, field ?? '', loser);
}

interface Choice extends Place {
  readonly field: string | null;
  /** The change whose value lost. */
  readonly loser: string;
}

/** Leaves the row as it is: the value that lost is not shown as a conflict any more. On all PCs. */
export function keepStanding(db: WritableDb, {table, rowId, field, loser}: Choice): void {
  const id = choiceId(table, rowId, field, loser);
  db.insert(conflictChoice).values({id, tableName: table, rowId, field, loser}).onConflictDoNothing().run();
}

/** Makes the value that lost the one that stands: a change like any other. False: there is no such conflict any more. */
export function takeLosing(db: WritableDb, choice: Choice): boolean {
  const conflict = conflictsOf(db, choice).find(
    ({field, losing}) => field === choice.field && losing.some(({stamp}) => stamp === choice.loser),
  );
  const claim = conflict?.losing.find(({stamp}) => stamp === choice.loser);
  const table = exchangeTables.get(choice.table);
  if (claim === undefined || table === undefined) return false;
  const rows = rowWriter({db, run: (sql, ...values) => db.execute(sql, ...values)});
  write(db, rows, table, choice, claim.value);
  return true;
}

function write(
  db: ReadableDb,
  rows: ReturnType<typeof rowWriter>,
  table: ExchangeTable,
  {rowId, field}: Choice,
  value: unknown,
): void {
  if (field !== null) rows.update(table, rowId, {[field]: value});
  else if (value === null) rows.remove(table, rowId);
  else {
    const {values} = mergeRow(logOfRow(db, table.name, rowId).map(rowChange));
    rows.replace(table, rowId, {...values, ...(value as Record<string, unknown>)});
  }
}

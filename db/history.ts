import {getTableColumns, getTableName} from 'drizzle-orm';
import {must} from '../domain/assert.ts';
import {columnName} from './column-name.ts';
import type {ReadableDb} from './connection.ts';
import {syncedTables} from './synced-tables.ts';

/** Who changed what, read from the change log. */

export type SyncedTableName = keyof typeof syncedTables;

export interface FieldChange {
  /** As in the schema: `bornOn`. */
  readonly field: string;
  /** As the schema's types have it (flags true or false, lists as lists); null: empty, or no row. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface RowChange {
  readonly seq: number;
  /** As in the schema: `fileDocument`. */
  readonly table: SyncedTableName;
  readonly rowId: string;
  readonly op: 'insert' | 'update' | 'delete';
  /** Account id; null: the program itself. */
  readonly author: string | null;
  /** UTC instant, ISO with Z. */
  readonly recordedAt: string;
  readonly stamp: string;
  readonly fields: readonly FieldChange[];
}

/** Newest first; `before` is the `seq` of the last change of the page before. */
export interface HistoryPage {
  readonly before: number | null;
  readonly limit: number;
}

interface LogRow {
  seq: number;
  tableName: string;
  rowId: string;
  op: RowChange['op'];
  patch: string;
  author: string | null;
  recordedAt: string;
  stamp: string;
}

const columns = 'seq, table_name AS tableName, row_id AS rowId, op, patch, author, recorded_at AS recordedAt, stamp';

interface Described {
  readonly name: SyncedTableName;
  readonly fields: ReadonlyMap<string, {readonly property: string; readonly isFlag: boolean}>;
}

/** The tables by their names in SQL, and how their columns are called and read in the schema. */
const described: ReadonlyMap<string, Described> = new Map(
  Object.entries(syncedTables).map(([name, table]) => [
    getTableName(table),
    {
      name: name as SyncedTableName,
      fields: new Map(
        Object.entries(getTableColumns(table)).map(([property, column]) => [
          columnName(property),
          {property, isFlag: column.dataType === 'boolean'},
        ]),
      ),
    },
  ]),
);

type Fields = Map<string, unknown>;

/** A patch in the schema's words. A column that this version does not know keeps its name and value. */
function fieldsOf(row: LogRow): Fields {
  const table = described.get(row.tableName);
  const patch: Record<string, unknown> = JSON.parse(row.patch);
  return new Map(
    Object.entries(patch).map(([name, value]) => {
      const field = table?.fields.get(name);
      return [field?.property ?? name, field?.isFlag && value !== null ? value !== 0 : value];
    }),
  );
}

/** The changes of one row, from its first, each with the values before it. */
function withValuesBefore(rows: readonly LogRow[]): Map<number, FieldChange[]> {
  const changes = new Map<number, FieldChange[]>();
  let state: Fields = new Map();
  for (const row of rows) {
    const patch = fieldsOf(row);
    const gone = row.op === 'delete';
    changes.set(
      row.seq,
      [...patch].map(([field, value]) => ({
        field,
        before: gone ? value : (state.get(field) ?? null),
        after: gone ? null : value,
      })),
    );
    state = gone ? new Map() : new Map([...state, ...patch]);
  }
  return changes;
}

/**
 * The changes of some rows, newest first. For a record with what belongs to it, name the rows of all its parts;
 * `removedRows` finds those that are no more.
 */
export function historyOf(db: ReadableDb, rowIds: readonly string[], {before, limit}: HistoryPage): FoundHistory {
  const found = db
    .prepare<LogRow>(
      `SELECT ${columns} FROM change WHERE row_id IN (SELECT value FROM json_each(?)) AND seq < ? ORDER BY seq DESC LIMIT ?`,
    )
    .all(JSON.stringify(rowIds), before ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const shown = found.slice(0, limit);
  return {changes: withFields(db, shown), more: found.length > limit};
}

/** One change by its number in the log. */
export function changeAt(db: ReadableDb, seq: number): RowChange | undefined {
  return withFields(db, db.prepare<LogRow>(`SELECT ${columns} FROM change WHERE seq = ?`).all(seq))[0];
}

/** The changes of whole tables with few rows, newest first. What was deleted has an index of its own in the log. */
export function historyOfTables(db: ReadableDb, names: readonly SyncedTableName[], page: HistoryPage): FoundHistory {
  const ids = names.flatMap(name => {
    const table = getTableName(syncedTables[name]);
    const deleted = "SELECT row_id FROM change WHERE op = 'delete' AND table_name = ?";
    return db.prepare<{id: string}>(`SELECT id FROM "${table}" UNION ${deleted}`).all(table);
  });
  return historyOf(
    db,
    ids.map(({id}) => id),
    page,
  );
}

export interface FoundHistory {
  readonly changes: readonly RowChange[];
  /** Whether there are earlier ones. */
  readonly more: boolean;
}

function withFields(db: ReadableDb, shown: readonly LogRow[]): RowChange[] {
  const earlier = db.prepare<LogRow>(`SELECT ${columns} FROM change WHERE row_id = ? ORDER BY seq`);
  const values = new Map(
    [...new Set(shown.map(row => row.rowId))].flatMap(rowId => {
      const byTable = Map.groupBy(earlier.all(rowId), row => row.tableName);
      return [...byTable.values()].flatMap(rows => [...withValuesBefore(rows)]);
    }),
  );
  return shown.flatMap(row => {
    const {seq, rowId, op, author, recordedAt, stamp} = row;
    const table = described.get(row.tableName)?.name;
    return table ? [{seq, table, rowId, op, author, recordedAt, stamp, fields: must(values.get(seq))}] : [];
  });
}

/** The rows of a table that were deleted and had this value in a column: `removedRows(db, 'measure', 'planId', id)`. */
export function removedRows(db: ReadableDb, table: SyncedTableName, property: string, value: string): string[] {
  return db
    .prepare<{rowId: string}>(
      "SELECT DISTINCT row_id AS rowId FROM change WHERE op = 'delete' AND table_name = ? AND patch ->> ? = ? ORDER BY seq",
    )
    .all(getTableName(syncedTables[table]), columnName(property), value)
    .map(row => row.rowId);
}

/** The stamp of a row's latest change, for "has it changed since I saw it"; undefined for a row that never was. */
export function lastStamp(db: ReadableDb, rowId: string): string | undefined {
  return db.prepare<{stamp: string}>('SELECT stamp FROM change WHERE row_id = ? ORDER BY seq DESC LIMIT 1').get(rowId)
    ?.stamp;
}

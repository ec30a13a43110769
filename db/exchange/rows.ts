import type {ReadableDb, SqlValue} from '../connection.ts';
import {insertSql} from '../insert-sql.ts';
import type {ExchangeTable} from './tables.ts';

/** A row as a patch has it: columns by their names in SQL; lists and objects as they are, not as JSON text. */
export type Values = Readonly<Record<string, unknown>>;

/** Writes rows from patches. A column that this version does not know is left out. Errors are those of the driver. */
export interface RowWriter {
  exists(table: ExchangeTable, id: string): boolean;
  insert(table: ExchangeTable, id: string, values: Values): void;
  /** Only the columns that are given. */
  update(table: ExchangeTable, id: string, values: Values): void;
  /** Exactly these values: a column that is not given becomes NULL. */
  replace(table: ExchangeTable, id: string, values: Values): void;
  remove(table: ExchangeTable, id: string): void;
}

/** The code of the constraint that some writing broke, and then nothing of it was written; undefined: none was. */
export function brokenConstraint(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH') return code;
    throw error;
  }
}

/** What a writer needs of a database: inside the exchange or inside a command. */
export interface Writing {
  readonly db: ReadableDb;
  readonly run: (sql: string, ...values: readonly SqlValue[]) => void;
}

export function rowWriter({db, run}: Writing): RowWriter {
  const present = (table: ExchangeTable, id: string): boolean =>
    db.prepare(`SELECT 1 FROM "${table.name}" WHERE id = ?`).get(id) !== undefined;

  function insert(table: ExchangeTable, id: string, values: Values): void {
    const names = known(table, values);
    run(insertSql(table.name, ['id', ...names]), id, ...names.map(name => sqlValue(table, name, values[name])));
  }

  function update(table: ExchangeTable, id: string, values: Values): void {
    const names = known(table, values);
    if (names.length === 0) return;
    const sets = names.map(name => `"${name}" = ?`).join(', ');
    const sql = `UPDATE "${table.name}" SET ${sets} WHERE id = ?`;
    run(sql, ...names.map(name => sqlValue(table, name, values[name])), id);
  }

  return {
    exists: present,
    insert,
    update,
    replace(table, id, values) {
      if (!present(table, id)) return insert(table, id, values);
      const all = Object.fromEntries([...table.columns.keys()].map(name => [name, values[name] ?? null]));
      return update(table, id, all);
    },
    remove(table, id) {
      run(`DELETE FROM "${table.name}" WHERE id = ?`, id);
    },
  };
}

function known(table: ExchangeTable, values: Values): string[] {
  return Object.keys(values).filter(name => table.columns.has(name));
}

function sqlValue(table: ExchangeTable, name: string, value: unknown): SqlValue {
  const column = table.columns.get(name);
  if (column?.isJson && (column.notNull || (value !== null && value !== undefined)))
    return JSON.stringify(value ?? null);
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  // STRICT tables and CHECK constraints refuse what does not fit.
  return typeof value === 'boolean' ? Number(value) : JSON.stringify(value);
}

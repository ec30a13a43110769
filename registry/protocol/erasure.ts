import type {Change} from './change.ts';

/**
 * A person was erased: a change that inserts a row of `erasure`, which names all rows that go, and nobody. Whoever takes it in
 * empties what its log holds of them; whoever sends leaves it out.
 */
export interface Erasure {
  readonly recipientId: string;
  readonly rows: readonly ErasedRow[];
}

export interface ErasedRow {
  readonly table: string;
  readonly rowId: string;
}

/** Hold what is nobody's own: no erasure may name a row of them. A test holds the schema to it. */
export const sharedTables: ReadonlySet<string> = new Set([
  'staff',
  'facility',
  'account',
  'setting',
  'unit',
  'calendar_edit',
  'phrase',
  'journal',
  'reference',
  'erasure',
]);

export function isErasure({table, op}: Pick<Change, 'table' | 'op'>): boolean {
  return table === 'erasure' && op === 'insert';
}

/** What an erasure says; undefined: nothing that one may say. */
export function readErasure(patch: string): Erasure | undefined {
  const {recipient_id: recipientId, rows}: Record<string, unknown> = JSON.parse(patch);
  if (typeof recipientId !== 'string' || !Array.isArray(rows)) return undefined;
  const read = rows.flatMap(readRow);
  return read.length === rows.length ? {recipientId, rows: read} : undefined;
}

function readRow(row: unknown): ErasedRow[] {
  if (!Array.isArray(row) || row.length !== 2) return [];
  const [table, rowId]: readonly unknown[] = row;
  const isSound = typeof table === 'string' && typeof rowId === 'string' && !sharedTables.has(table);
  return isSound ? [{table, rowId}] : [];
}

/**
 * The rows that a new row says it belongs to: the person, where it names one, else whatever it names. That two entries are of
 * one person makes neither belong to the other.
 */
export function ownersNamed({rowId, patch}: Pick<Change, 'rowId' | 'patch'>): string[] {
  const values: Record<string, unknown> = JSON.parse(patch);
  const {recipient_id: recipientId} = values;
  if (typeof recipientId === 'string') return [recipientId];
  const named = Object.entries(values).flatMap(([column, value]) =>
    column.endsWith('_id') && column !== 'merged_into_id' && typeof value === 'string' ? [value] : [],
  );
  return [rowId, ...named];
}

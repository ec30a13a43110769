import {digestOfPatch} from '../audit/trail.ts';
import type {Integration, ReadableDb} from '../connection.ts';
import type {ErasureReason} from '../../domain/erasure.ts';
import {rowWriter} from '../exchange/rows.ts';
import {newId} from '../new-id.ts';
import {writeOwn} from '../own-state.ts';
import {refreshPlacementState} from '../placement-state.ts';
import {erasure} from '../schema/erasure.ts';
import {isErasedRow, type RowPlace} from './erased.ts';
import {dropTraces} from './traces.ts';
import {loggedClaims} from './person.ts';
import {personalTables} from './references.ts';
import {untidy} from './tidy.ts';
import {walk} from './walk.ts';

/**
 * An erasure was written, here or elsewhere, and is carried out in the same transaction, whoever wrote it:
 *
 *   rows that it names ──▶ deleted, without a word in the log ──▶ their changes emptied, digests kept for the audit
 *   rows that name them, found beside ──▶ a further erasure, which is carried out next
 *   rows of others that came to name one ──▶ what they named before
 */
export function carryOut(log: Integration, erasureId: string): void {
  const told = findErasure(log.db, erasureId);
  if (told === undefined) return;
  const ids = [...new Set(told.rows.map(({rowId}) => rowId))];
  const {going, mended} = walk(log.db, ids, (place, held) => [...loggedClaims(log.db, place), ...held]);
  const found = going.filter(place => !isErasedRow(log.db, place));
  if (found.length > 0) tell(log, told, found);
  const rows = rowWriter(log);
  log.silently(() => {
    for (const {table, rowId, values} of mended) {
      const described = personalTables.get(table)?.table;
      if (described && !isErasedRow(log.db, {table, rowId})) rows.update(described, rowId, values);
    }
    for (const [table, wanted] of Map.groupBy(told.rows, ({table: name}) => name)) {
      if (!personalTables.has(table)) continue;
      log.run(
        `DELETE FROM "${table}" WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(wanted.map(({rowId}) => rowId)),
      );
    }
  });
  emptyChanges(log, told.rows);
  dropTraces(log, told.rows);
  refreshStates(log, mended);
  writeOwn(log.db, untidy, '1');
}

interface Told {
  readonly recipientId: string;
  readonly erasedOn: string;
  readonly reason: ErasureReason;
  readonly rows: readonly RowPlace[];
}

function findErasure(db: ReadableDb, id: string): Told | undefined {
  const row = db
    .prepare<Omit<Told, 'rows'> & {rows: string}>(
      'SELECT recipient_id AS recipientId, erased_on AS erasedOn, reason, rows FROM erasure WHERE id = ?',
    )
    .get(id);
  if (row === undefined) return undefined;
  const listed = JSON.parse(row.rows) as readonly (readonly [string, string])[];
  return {...row, rows: listed.map(([table, rowId]) => ({table, rowId}))};
}

type Erasure = Omit<Told, 'rows'>;

/** Says which rows are erased, the person always among them: whoever reads one of several knows of whom it is. */
export function tell(
  log: Pick<Integration, 'db'>,
  {recipientId, erasedOn, reason}: Erasure,
  rows: readonly RowPlace[],
): void {
  const person: readonly [string, string] = ['recipient', recipientId];
  const others = rows
    .filter(({table, rowId}) => table !== 'recipient' || rowId !== recipientId)
    .map(({table, rowId}) => [table, rowId] as const);
  log.db
    .insert(erasure)
    .values({id: newId(), recipientId, erasedOn, reason, rows: [person, ...others]})
    .run();
}

/** Rows of erased people that came after their erasure: told to those who have them still. */
export function tellLate(log: Integration, late: ReadonlyMap<string, readonly RowPlace[]>): void {
  for (const [recipientId, rows] of late) {
    const first = log.db
      .prepare<{id: string}>('SELECT id FROM erasure WHERE recipient_id = ? ORDER BY rowid LIMIT 1')
      .get(recipientId);
    const told = first && findErasure(log.db, first.id);
    if (told !== undefined) tell(log, told, rows);
  }
}

interface Change {
  readonly seq: number;
  readonly patch: string;
  readonly salt: string | null;
}

/** A change that no link of the audit covers yet is covered as it is left; one that is covered keeps its digest. */
function emptyChanges(log: Integration, rows: readonly RowPlace[]): void {
  const covered =
    log.db.prepare<{last: number}>('SELECT last_change AS last FROM audit ORDER BY seq DESC LIMIT 1').get()?.last ?? 0;
  const changes = log.db
    .prepare<Change>(
      `SELECT c.seq, c.patch, c.salt FROM json_each(?) AS wanted
      JOIN change c ON c.row_id = wanted.value ->> 'rowId' AND c.table_name = wanted.value ->> 'table'
      WHERE c.patch <> '{}'`,
    )
    .all(JSON.stringify(rows));
  for (const {seq, patch, salt} of changes) {
    if (seq <= covered) {
      log.run('INSERT INTO erased_change (seq, digest) VALUES (?, ?)', seq, digestOfPatch(patch, salt));
    }
    log.run("UPDATE change SET patch = '{}', salt = NULL WHERE seq = ?", seq);
  }
}

function refreshStates(log: Integration, mended: readonly RowPlace[]): void {
  const people = mended.flatMap(({table, rowId}) => {
    if (table === 'recipient') return [rowId];
    const owner = 'SELECT recipient_id AS id FROM placement WHERE id = ?';
    return table === 'placement'
      ? log.db
          .prepare<{id: string}>(owner)
          .all(rowId)
          .map(({id}) => id)
      : [];
  });
  for (const id of new Set(people)) refreshPlacementState(log.db, id);
}

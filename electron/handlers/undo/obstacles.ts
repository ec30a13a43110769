import {isDeepStrictEqual} from 'node:util';
import {may} from '../../../domain/roles.ts';
import type {UndoObstacle} from '../../../domain/undo.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import type {FieldChange, RowChange} from '../../../db/history.ts';
import type {RecordRow} from '../../../db/person-records.ts';
import {findStaff} from '../../../db/queries/facility.ts';
import type {Account} from '../context.ts';
import {partOf, readOnce, recordOf, type RecordNow} from './record.ts';

export type Undoer = Pick<Account, 'role' | 'staffId'>;

/** What a history says of a change: through which record it is undone, or why it is not. */
export interface Undoing {
  readonly now: RecordNow | null;
  readonly obstacle: UndoObstacle | null;
  /** By field. */
  readonly fields: ReadonlyMap<string, UndoObstacle | null>;
}

/** An addition has no former value: what was added is taken out again in its form. */
export function undoingOf(db: ReadableDb, account: Undoer, change: RowChange, read = readOnce()): Undoing {
  if (change.op === 'insert') return {now: null, obstacle: null, fields: new Map()};
  const now = recordOf(db, change, read);
  const obstacle = obstacleOfAll(db, account, change, now);
  const fields = new Map(
    change.fields.map(each => [
      each.field,
      obstacle ?? (now === undefined || change.op === 'delete' ? null : obstacleOf(db, account, change, now, each)),
    ]),
  );
  return {now: obstacle === null ? (now ?? null) : null, obstacle, fields};
}

/** What stands in the way of the whole change. */
function obstacleOfAll(
  db: ReadableDb,
  account: Undoer,
  change: RowChange,
  now: RecordNow | undefined,
): UndoObstacle | null {
  const part = partOf(change.table);
  if (part === undefined) return 'own-step';
  if (now === undefined) return 'gone';
  if (now.isFixed) return 'fixed';
  const typed = change.fields.filter(({field}) => part.fields.includes(field));
  if (typed.length === 0) return 'own-step';
  const siblings = now.rows[change.table] ?? [];
  if (change.op === 'delete') {
    const former = Object.fromEntries(typed.map(({field, before}) => [field, before]));
    if (siblings.some(row => part.fields.every(field => isSame(row[field], former[field] ?? null)))) {
      return 'there-again';
    }
    return mayWrite(db, account, change, now, former, null) ? null : 'not-yours';
  }
  const row = siblings.find(({id}) => id === change.rowId);
  if (row === undefined) return 'gone';
  return typed.some(({field}) => mayWrite(db, account, change, now, row, field)) ? null : 'not-yours';
}

/** What stands in the way of one field of a change whose record can be saved. */
function obstacleOf(
  db: ReadableDb,
  account: Undoer,
  change: RowChange,
  now: RecordNow,
  {field, after}: FieldChange,
): UndoObstacle | null {
  const row = now.rows[change.table]?.find(({id}) => id === change.rowId);
  if (row === undefined) return 'gone';
  if (!partOf(change.table)?.fields.includes(field)) return 'own-step';
  if (!mayWrite(db, account, change, now, row, field)) return 'not-yours';
  return isSame(row[field], after) ? null : 'changed-since';
}

/** As the form itself asks; it asks once more when the former value is written. `field` null: the whole row. */
function mayWrite(
  db: ReadableDb,
  {role, staffId}: Undoer,
  {table}: RowChange,
  {by}: RecordNow,
  row: Partial<RecordRow>,
  field: string | null,
): boolean {
  if (by === 'person') {
    return may(role, 'person') && ((field !== 'diagnosis' && field !== 'ethnicity') || may(role, field));
  }
  if (by === 'file') return may(role, 'file');
  if (may(role, 'plan')) return true;
  if (!may(role, 'own-services') || staffId === null) return false;
  if (table === 'measure' || table === 'monitoringEntry') {
    return findStaff(db, staffId)?.serviceTypes.some(type => type === row['serviceType']) ?? false;
  }
  if (table === 'planSignature') return field === 'signedOn' && row['staffId'] === staffId;
  return (
    (field === 'specialistSignedOn' && row['specialistId'] === staffId) ||
    (field === 'consultantSignedOn' && row['consultantId'] === staffId)
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one ?? null, other ?? null);
}

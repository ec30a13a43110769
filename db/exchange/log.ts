import type {RowChange} from '../../domain/row-merge.ts';
import {originOf, type Change, type ChangeOp} from '../../registry/protocol/change.ts';
import {beginning, type OwnLog} from '../../registry/protocol/partner.ts';
import type {Point} from '../../registry/protocol/header.ts';
import {newSalt} from '../change-log.ts';
import type {Integration, ReadStatement, SqlValue} from '../connection.ts';

/** The own log, read and added to by the exchange. */

interface Reader {
  prepare<Row>(sql: string): ReadStatement<Row>;
}

export function head(db: Reader): number {
  return db.prepare<{head: number | null}>('SELECT max(seq) AS head FROM change').get()?.head ?? 0;
}

export function stampAt(db: Reader, seq: number): string | undefined {
  return db.prepare<{stamp: string}>('SELECT stamp FROM change WHERE seq = ?').get(seq)?.stamp;
}

/** The latest place of the log that is no later than a number: numbers of rolled back changes may be missing. */
export function pointAt(db: Reader, seq: number): Point {
  const row = db
    .prepare<{seq: number; stamp: string}>('SELECT seq, stamp FROM change WHERE seq <= ? ORDER BY seq DESC LIMIT 1')
    .get(seq);
  return row ?? beginning;
}

export function ownLog(db: Reader, epoch: string): OwnLog {
  return {epoch, head: head(db), stampAt: seq => stampAt(db, seq)};
}

export function isKnown(db: Reader, stamp: string): boolean {
  return db.prepare('SELECT 1 FROM change WHERE stamp = ?').get(stamp) !== undefined;
}

interface LogRow {
  seq: number;
  stamp: string;
  tableName: string;
  rowId: string;
  op: ChangeOp;
  patch: string;
  base: string | null;
  author: string | null;
  recordedAt: string;
  via: string | null;
  viaSeq: number | null;
}

const columns = `seq, stamp, table_name AS tableName, row_id AS rowId, op, patch, base, author, recorded_at AS recordedAt,
  via, via_seq AS viaSeq`;

export interface Logged extends Change {
  readonly via: string | null;
  readonly viaSeq: number | null;
}

function changeOf({tableName, base, ...row}: LogRow): Logged {
  return {...row, table: tableName, base: base === null ? [] : base.split(' ')};
}

/** Changes behind a number, in their order. */
export function logAfter(db: Reader, seq: number, limit: number): Logged[] {
  return db
    .prepare<LogRow>(`SELECT ${columns} FROM change WHERE seq > ? ORDER BY seq LIMIT ?`)
    .all(seq, limit)
    .map(changeOf);
}

/** All changes of one row. */
export function logOfRow(db: Reader, table: string, rowId: string): Logged[] {
  return db
    .prepare<LogRow>(`SELECT ${columns} FROM change WHERE row_id = ? AND table_name = ? ORDER BY seq`)
    .all(rowId, table)
    .map(changeOf);
}

/** A change as the merge of a row needs it. */
export function rowChange({stamp, base, op, patch}: Change): RowChange {
  return {stamp, base, op, values: JSON.parse(patch)};
}

export function logAt(db: Reader, stamp: string): Logged | undefined {
  const row = db.prepare<LogRow>(`SELECT ${columns} FROM change WHERE stamp = ?`).get(stamp);
  return row && changeOf(row);
}

/** The latest changes of a row that nobody has joined yet: none, one, or several where edits have met. */
export function headsOf(db: Reader, table: string, rowId: string, mayFork: boolean): string[] {
  if (mayFork) {
    const forked = db
      .prepare<{heads: string | null}>('SELECT heads FROM fork WHERE table_name = ? AND row_id = ?')
      .get(table, rowId);
    if (forked?.heads) return forked.heads.split(' ');
  }
  const last = db
    .prepare<{stamp: string}>('SELECT stamp FROM change WHERE row_id = ? AND table_name = ? ORDER BY seq DESC LIMIT 1')
    .get(rowId, table);
  return last === undefined ? [] : [last.stamp];
}

const logColumns = 'table_name, row_id, op, patch, base, author, recorded_at, stamp, origin, via, via_seq, salt';
const logValues = `(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${newSalt})`;

/** Adds a change of another node to the log, as it came. */
export function append({run}: Pick<Integration, 'run'>, change: Change, via: string | null): void {
  run(`INSERT INTO change (${logColumns}) VALUES ${logValues}`, ...valuesOf(change, via));
}

/** Some changes at once, in their order. */
export function appendAll({run}: Pick<Integration, 'run'>, changes: readonly Change[], via: string): void {
  const rows = changes.map(() => logValues).join(', ');
  const values: SqlValue[] = [];
  for (const change of changes) values.push(...valuesOf(change, via));
  run(`INSERT INTO change (${logColumns}) VALUES ${rows}`, ...values);
}

function valuesOf(change: Change, via: string | null): SqlValue[] {
  return [
    change.table,
    change.rowId,
    change.op,
    change.patch,
    change.base.length === 0 ? null : change.base.join(' '),
    change.author,
    change.recordedAt,
    change.stamp,
    originOf(change.stamp),
    via,
    via === null ? null : change.seq,
  ];
}

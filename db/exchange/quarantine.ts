import {must} from '../../domain/assert.ts';
import {fromLine, toLine, type Change} from '../../registry/protocol/change.ts';
import type {RefusalReason} from '../../registry/protocol/header.ts';
import type {Integration, ReadableDb} from '../connection.ts';

/**
 * What came and could not be taken in (rule 8). It lies here whole, the rest goes on, and the sender is told. What only came
 * too early is tried again after each page.
 */

export interface Held {
  readonly id: number;
  readonly via: string;
  readonly change: Change;
  readonly reason: RefusalReason;
  readonly approved: boolean;
  readonly receivedAt: string;
}

interface Row extends Omit<Held, 'change' | 'approved'> {
  readonly line: string;
  readonly approved: number;
}

const columns = 'id, via, line, reason, approved, received_at AS receivedAt';

function heldOf({line, approved, ...row}: Row): Held[] {
  const change = fromLine(line);
  return change === undefined ? [] : [{...row, change, approved: approved !== 0}];
}

export function holdsAny(db: ReadableDb): boolean {
  return db.prepare('SELECT 1 FROM quarantine LIMIT 1').get() !== undefined;
}

/** Whether a change waits here, or was refused. */
export function isAside(db: ReadableDb, stamp: string): boolean {
  return db.prepare('SELECT 1 FROM quarantine WHERE stamp = ?').get(stamp) !== undefined;
}

/** Whether edits have ever met on any row. */
export function hasForked(db: ReadableDb): boolean {
  return db.prepare('SELECT 1 FROM fork LIMIT 1').get() !== undefined;
}

/** Whether an earlier change of the same row waits: what follows it must not overtake it. */
export function isHeld(db: ReadableDb, {table, rowId, stamp}: Change): boolean {
  return (
    db
      .prepare('SELECT 1 FROM quarantine WHERE table_name = ? AND row_id = ? AND stamp < ? LIMIT 1')
      .get(table, rowId, stamp) !== undefined
  );
}

export function hold(log: Integration, via: string, change: Change, reason: RefusalReason): void {
  log.run(
    `INSERT INTO quarantine (via, stamp, table_name, row_id, line, reason, received_at) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (stamp) DO UPDATE SET reason = excluded.reason`,
    via,
    change.stamp,
    change.table,
    change.rowId,
    toLine(change),
    reason,
    log.recordedAt(),
  );
}

/** In the order in which they came, which is the order of causes. */
export function heldChanges(db: ReadableDb, limit: number): Held[] {
  return db.prepare<Row>(`SELECT ${columns} FROM quarantine ORDER BY id LIMIT ?`).all(limit).flatMap(heldOf);
}

export function countHeld(db: ReadableDb): number {
  return must(db.prepare<{count: number}>('SELECT count(*) AS count FROM quarantine').get()).count;
}

/** It was taken in after all. */
export function release(log: Integration, {id}: Held): void {
  log.run('DELETE FROM quarantine WHERE id = ?', id);
}

/** A person has looked at the deletions that wait for a word, and lets them go on; whatever they wait for then, that stays. */
export function approveDeletions(log: Integration): void {
  log.run("UPDATE quarantine SET approved = 1 WHERE reason = 'mass-deletion'");
}

import type {Change} from '../../registry/protocol/change.ts';
import type {Integration, ReadableDb} from '../connection.ts';
import {append, isKnown, logOfRow, type Logged} from '../exchange/log.ts';
import {rowWriter} from '../exchange/rows.ts';
import {exchangeTables} from '../exchange/tables.ts';
import {must} from '../../domain/assert.ts';

/** The erasures of a database as its log has them. */
export function erasuresOf(db: ReadableDb): Logged[] {
  const rows = db.prepare<{id: string}>('SELECT id FROM erasure ORDER BY rowid').all();
  return rows.flatMap(({id}) => logOfRow(db, 'erasure', id));
}

/**
 * Brings the erasures of today into a database that was put back: whoever was erased since its backup does not come back with
 * it. They keep their stamps, so that they are the same when an exchange brings them again.
 */
export function carryOver(log: Integration, erasures: readonly Logged[]): void {
  const table = must(exchangeTables.get('erasure'));
  const rows = rowWriter(log);
  for (const {via, viaSeq, ...change} of erasures) {
    if (isKnown(log.db, change.stamp)) continue;
    const values = JSON.parse(change.patch) as Record<string, unknown>;
    log.silently(() => rows.insert(table, change.rowId, values));
    const told: Change = {...change, seq: viaSeq ?? 0};
    append(log, told, via);
    log.saw(change.stamp);
  }
}

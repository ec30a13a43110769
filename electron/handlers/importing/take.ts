import {setImmediate} from 'node:timers/promises';
import {writeImport} from '../../../db/commands/importing.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import type {IsoDate} from '../../../domain/dates.ts';
import {newImportId, type ImportRecord} from '../../../db/queries/importing.ts';
import type {CheckedLine} from '../../contract/importing.ts';
import type {Account} from '../context.ts';
import type {Write} from '../jobs.ts';
import {importerOf, type CheckedTable} from './check.ts';
import type {DraftRow} from './importer.ts';
import {stateOf} from './row.ts';

export interface Taken {
  readonly importId: string;
  readonly taken: number;
  /** What the dry run let through, and what has changed since does not. */
  readonly refused: readonly CheckedLine[];
}

interface TakeWork<Result> {
  readonly total: number;
  readonly run: (write: Write, onDone: () => void, signal: AbortSignal) => Promise<Result>;
}

/** More at once write less in all, and hold the window up for longer: half a second on an old PC. */
const rowsAtOnce = 1_000;

/** Takes rows in parts; what is taken stays when the work is stopped, and the record of the import says how much it is. */
export function takeRows(
  db: ReadableDb,
  table: CheckedTable,
  asked: {
    readonly rows: 'good' | 'all' | readonly number[];
    readonly account: Account;
    readonly now: string;
    readonly today: IsoDate;
  },
): TakeWork<Taken> {
  const {account, now, today} = asked;
  const chosen = chosenLines(table, asked.rows);
  const importId = newImportId();
  return {
    total: chosen.length,
    async run(write, onDone, signal) {
      const importer = importerOf(table.kind, db, {account, today, fields: table.fields});
      const refused: CheckedLine[] = [];
      let record: ImportRecord = {
        importId,
        kind: table.kind,
        at: now,
        accountId: account.id,
        lastRow: 0,
        taken: 0,
        takenBack: 0,
        isTakenBack: false,
      };
      for (const lines of batches(chosen)) {
        await setImmediate(undefined, {signal});
        record = write(target => {
          const drafts: DraftRow<unknown>[] = [];
          for (const line of lines) {
            const {name, findings, draft} = importer.check(target, line.row, table.rows[line.row] ?? []);
            if (draft !== null) drafts.push({row: line.row, draft});
            else refused.push({row: line.row, name, findings: [...findings], state: stateOf(findings)});
          }
          importer.write(target, importId, drafts);
          const lastRow = Math.max(record.lastRow, ...lines.map(({row}) => row));
          const next = {...record, lastRow, taken: record.taken + drafts.length};
          writeImport(target, next);
          return next;
        }, lines.length);
        lines.forEach(onDone);
      }
      return {importId, taken: record.taken, refused};
    },
  };
}

function chosenLines({lines}: CheckedTable, rows: 'good' | 'all' | readonly number[]): CheckedTable['lines'] {
  const possible = lines.filter(({state}) => state !== 'refused');
  if (rows === 'all') return possible;
  if (rows === 'good') return possible.filter(({state}) => state === 'good');
  const named = new Set(rows);
  return possible.filter(({row}) => named.has(row));
}

/** Rows of one group are never parted. */
function* batches(lines: CheckedTable['lines']): Generator<CheckedTable['lines']> {
  let batch: CheckedTable['lines'][number][] = [];
  for (const group of Map.groupBy(lines, line => line.group).values()) {
    if (batch.length > 0 && batch.length + group.length > rowsAtOnce) {
      yield batch;
      batch = [];
    }
    batch.push(...group);
  }
  if (batch.length > 0) yield batch;
}

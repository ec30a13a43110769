import {may} from '../../domain/roles.ts';
import {findTables} from '../../domain/importing/guess.ts';
import {importKinds, rightOfImport, type ImportKind} from '../../domain/importing/kinds.ts';
import type {ReadTables} from '../excel/read/messages.ts';
import {accountNames} from '../../db/queries/facility.ts';
import {readImports} from '../../db/queries/importing.ts';
import {decodeBytes} from '../contract/bytes.ts';
import type {importingCalls} from '../contract/importing.ts';
import {CallFailure, type Account, type AreaHandlers} from './context.ts';
import {checkRows, type CheckedTable} from './importing/check.ts';
import {errorTable} from './importing/error-table.ts';
import {takeImportBack, type TookBack} from './importing/take-back.ts';
import {takeRows, type Taken} from './importing/take.ts';
import type {JobResult, Jobs} from './jobs.ts';
import {orMissing, refusal, refuseIf} from './refusals.ts';

/** What the jobs of an import end with, told apart by what they were. */
type Outcome =
  | {readonly step: 'read'; readonly kind: ImportKind; readonly tables: ReadTables}
  | {readonly step: 'checked'; readonly kind: ImportKind; readonly table: CheckedTable}
  | {readonly step: 'taken'; readonly kind: ImportKind; readonly taken: Taken}
  | {readonly step: 'took-back'; readonly kind: ImportKind; readonly tookBack: TookBack};

export const importingHandlers: AreaHandlers<typeof importingCalls> = {
  read({jobs, tables, account}, {kind, file}) {
    mustTake(account, kind);
    const bytes = decodeBytes(file);
    return {
      jobId: jobs.start({
        total: 1,
        async run(onDone, signal) {
          const found = await tables.read(bytes, signal);
          onDone();
          return noFile({step: 'read', kind, tables: found});
        },
      }),
    };
  },

  sheets({jobs, account}, {jobId}) {
    const {kind, tables} = outcomeOf(jobs, account, jobId, 'read');
    if ('problem' in tables) return {problem: tables.problem, sheets: []};
    return {
      problem: null,
      sheets: tables.sheets.map(({name, rows}) => ({name, rows: rows.length, tables: findTables(kind, rows)})),
    };
  },

  rows({jobs, account}, {jobId, sheet, from, limit}) {
    const rows = rowsOfSheet(outcomeOf(jobs, account, jobId, 'read').tables, sheet);
    return {rows: rows.slice(from, from + limit).map(row => row.map(shortened))};
  },

  check({db, jobs, account, today}, {jobId, sheet, area, fields}) {
    const {kind, tables} = outcomeOf(jobs, account, jobId, 'read');
    const rows = rowsOfSheet(tables, sheet);
    const last = Math.min(area.last, rows.length - 1);
    refuseIf(area.head + area.depth > last + 1 && refusal('area', 'malformed'));
    const named = fields.filter(field => field !== null);
    refuseIf(new Set(named).size < named.length && refusal('fields', 'twice'));
    const table = {kind, rows, area: {...area, last}, fields};
    return {
      jobId: jobs.start({
        total: last - area.head - area.depth + 1,
        async run(onDone, signal) {
          return noFile({
            step: 'checked',
            kind,
            table: await checkRows(db, {...table, account, today}, {onDone, signal}),
          });
        },
      }),
    };
  },

  checked({jobs, account}, {jobId, state, after, limit}) {
    const {lines} = outcomeOf(jobs, account, jobId, 'checked').table;
    const counts = {good: 0, remark: 0, refused: 0};
    for (const line of lines) counts[line.state] += 1;
    const left = lines.filter(line => line.state === state && line.row > (after ?? -1));
    return {
      counts,
      lines: left.slice(0, limit).map(({row, name, state: own, findings}) => ({row, name, state: own, findings})),
      more: left.length > limit,
    };
  },

  errors({jobs, account}, {jobId, language}) {
    const {table} = outcomeOf(jobs, account, jobId, 'checked');
    return {
      jobId: jobs.start({
        total: 1,
        async run(onDone) {
          const made = await errorTable(table, language);
          onDone();
          return made;
        },
      }),
    };
  },

  take({db, jobs, account, now, today}, {jobId, rows}) {
    const {kind, table} = outcomeOf(jobs, account, jobId, 'checked');
    const work = takeRows(db, table, {rows, account, now, today});
    return {
      jobId: jobs.startWriting({
        what: 'importing.take',
        topics: ['recipient', 'journal', 'staff', 'plan', 'importing'],
        total: work.total,
        people: kind === 'people' ? work.total : 0,
        run: async (write, onDone, signal) =>
          noFile({step: 'taken', kind, taken: await work.run(write, onDone, signal)}),
      }),
    };
  },

  taken({jobs, account}, {jobId}) {
    const {importId, taken, refused} = outcomeOf(jobs, account, jobId, 'taken').taken;
    return {importId, taken, refused: refused.map(({row, name, state, findings}) => ({row, name, state, findings}))};
  },

  list({db, account}) {
    const names = accountNames(db);
    return readImports(db)
      .filter(({kind}) => may(account.role, rightOfImport[kind]))
      .map(({importId, kind, at, accountId, taken, takenBack, isTakenBack}) => ({
        importId,
        kind,
        at,
        by: names.get(accountId) ?? null,
        taken,
        takenBack,
        isTakenBack,
      }));
  },

  takeBack({db, jobs, account}, {importId}) {
    const record = orMissing(readImports(db).find(each => each.importId === importId));
    const {kind} = record;
    mustTake(account, kind);
    const work = takeImportBack(record);
    return {
      jobId: jobs.startWriting({
        what: 'importing.takeBack',
        topics: ['recipient', 'journal', 'staff', 'plan', 'importing'],
        total: work.total,
        people: kind === 'people' ? work.total : 0,
        run: async (write, onDone, signal) =>
          noFile({step: 'took-back', kind, tookBack: await work.run(write, onDone, signal)}),
      }),
    };
  },

  tookBack({jobs, account}, {jobId}) {
    const {removed, stays} = outcomeOf(jobs, account, jobId, 'took-back').tookBack;
    return {removed, stays: [...stays]};
  },
};

/** Who may enter one by hand. */
function mustTake(account: Account, kind: ImportKind): void {
  if (!may(account.role, rightOfImport[kind])) throw new CallFailure('denied');
}

function noFile(outcome: Outcome): JobResult {
  return {fileName: '', bytes: new Uint8Array(), outcome};
}

function outcomeOf<Step extends Outcome['step']>(
  jobs: Pick<Jobs, 'result'>,
  account: Account,
  jobId: string,
  step: Step,
): Extract<Outcome, {step: Step}> {
  const outcome = orMissing(jobs.result(jobId)).outcome as Outcome | undefined;
  // A job of another area is none of an import.
  if (outcome?.step !== step || !importKinds.includes(outcome.kind)) throw new CallFailure('missing');
  mustTake(account, outcome.kind);
  return outcome as Extract<Outcome, {step: Step}>;
}

function rowsOfSheet(tables: ReadTables, sheet: number): readonly (readonly string[])[] {
  return orMissing('sheets' in tables ? tables.sheets[sheet] : undefined).rows;
}

const lettersShown = 120;

function shortened(cell: string): string {
  return cell.length > lettersShown ? `${cell.slice(0, lettersShown)}…` : cell;
}

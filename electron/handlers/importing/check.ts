import {setImmediate} from 'node:timers/promises';
import type {ColumnFields, TableArea} from '../../../domain/importing/guess.ts';
import {isDataRow} from '../../../domain/importing/guess.ts';
import type {ImportKind} from '../../../domain/importing/kinds.ts';
import type {IsoDate} from '../../../domain/dates.ts';
import {may} from '../../../domain/roles.ts';
import {rightOfField} from '../../../domain/importing/kinds.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import type {CheckedLine} from '../../contract/importing.ts';
import type {Account} from '../context.ts';
import type {ImportContext, Importer} from './importer.ts';
import {peopleImporter} from './people.ts';
import {plansImporter} from './plans.ts';
import {stateOf} from './row.ts';
import {staffImporter} from './staff.ts';

export interface TableToCheck {
  readonly kind: ImportKind;
  /** Of the whole sheet. */
  readonly rows: readonly (readonly string[])[];
  readonly area: TableArea;
  readonly fields: ColumnFields;
}

export interface CheckedTable extends TableToCheck {
  /** A line for each row that holds something, in their order. */
  readonly lines: readonly (CheckedLine & {readonly group: string})[];
}

export function importerOf(kind: ImportKind, db: ReadableDb, context: ImportContext): Importer<unknown> {
  switch (kind) {
    case 'people':
      return peopleImporter(db, context);
    case 'staff':
      return staffImporter(db, context);
    case 'plans':
      return plansImporter(db, context);
  }
}

/** So many rows are looked at before others are let in. */
const rowsAtOnce = 200;

/** The dry run: what is wrong with each row. Rejects with the signal's reason when it is stopped. */
export async function checkRows(
  db: ReadableDb,
  table: TableToCheck & {readonly account: Account; readonly today: IsoDate},
  {onDone, signal}: {readonly onDone: () => void; readonly signal: AbortSignal},
): Promise<CheckedTable> {
  const {kind, rows, area, today, account} = table;
  const fields = allowedFields(table.fields, account);
  const importer = importerOf(kind, db, {account, today, fields});
  const lines: CheckedTable['lines'][number][] = [];
  for (let row = area.head + area.depth; row <= area.last; row += 1) {
    const cells = rows[row] ?? [];
    if (isDataRow(cells)) {
      const {name, findings, group} = importer.check(db, row, cells);
      lines.push({row, name, findings: [...findings], state: stateOf(findings), group});
    }
    onDone();
    if (row % rowsAtOnce === 0) await setImmediate(undefined, {signal});
  }
  return {kind, rows, area, fields, lines};
}

/** A column that this person does not see is not taken from them either. */
function allowedFields(fields: ColumnFields, account: Account): ColumnFields {
  return fields.map(field => {
    const right = field === null ? undefined : rightOfField[field];
    return right === undefined || may(account.role, right) ? field : null;
  });
}

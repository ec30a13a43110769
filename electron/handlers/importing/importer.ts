import type {ColumnFields} from '../../../domain/importing/guess.ts';
import type {IsoDate} from '../../../domain/dates.ts';
import type {ReadableDb, WritableDb} from '../../../db/connection.ts';
import type {Finding} from '../../contract/importing.ts';
import type {Account} from '../context.ts';

/** What a dry run and the real one have in common: they are the same code, and only the real one writes. */

export interface ImportContext {
  readonly account: Account;
  readonly today: IsoDate;
  readonly fields: ColumnFields;
}

export interface CheckedRow<Draft> {
  readonly name: string;
  readonly findings: readonly Finding[];
  /** What is to be written; null where it is refused. */
  readonly draft: Draft | null;
  /** Rows with one key are written together. */
  readonly group: string;
}

export interface DraftRow<Draft> {
  readonly row: number;
  readonly draft: Draft;
}

export interface Importer<Draft> {
  /** Row after row, in the order of the file: it remembers whom it has seen. */
  check(db: ReadableDb, row: number, cells: readonly string[]): CheckedRow<Draft>;
  /** Some of the rows of an import; rows of one group are never parted. */
  write(db: WritableDb, importId: string, rows: readonly DraftRow<Draft>[]): void;
}

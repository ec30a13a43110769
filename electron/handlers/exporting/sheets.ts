import {must} from '../../../domain/assert.ts';
import {fullName} from '../../../domain/person.ts';
import {historyTables} from '../../../domain/record-words.ts';
import type {AccountRole} from '../../../domain/roles.ts';
import {text, type Text} from '../../../domain/text.ts';
import {belongsBy, type RecordRow} from '../../../db/person-records.ts';
import {workbook, type WorkbookCell, type WorkbookSheet} from '../../excel/workbook.ts';
import type {Wording} from '../person-copy/readable.ts';
import {cellOf, dayCell} from './cell.ts';
import {fieldsOf, tableName, type ExportedTable} from './records.ts';

/** Rows as sheets that a person reads: whose a row is stands before what it says. */

const person = text('Қызмет алушы', 'Получатель услуг');
const bornOn = text('Қызмет алушының туған күні', 'Дата рождения получателя');

/** By what a row is told from the others of its person, beside what hangs on it. */
const keyOf: Partial<Record<ExportedTable, {readonly field: string; readonly words: Text}>> = {
  placement: {field: 'rowNumber', words: text('Журналдағы №', '№ в журнале')},
  personalFile: {field: 'number', words: text('Жеке істің №', '№ личного дела')},
  plan: {field: 'periodFrom', words: text('Жоспар басталған күн', 'План с')},
  monitoringRound: {field: 'number', words: text('Мониторинг №', '№ мониторинга')},
};

/** A PC with 4 GB is to make it: more rows go on in a further sheet, more sheets in a further book. */
const rowsOfSheet = 50_000;
const rowsOfBook = 100_000;

export class Sheets {
  readonly #wording: Wording;
  readonly #role: AccountRole;
  /** What stands before the rows that hang on a row. */
  readonly #leads = new Map<string, readonly WorkbookCell[]>();
  readonly #told = new Set<ExportedTable>();
  #waiting: WorkbookSheet[] = [];
  #current: {table: ExportedTable; rows: WorkbookCell[][]} | undefined;

  constructor(wording: Wording, role: AccountRole) {
    this.#wording = wording;
    this.#role = role;
  }

  /** A part of a table, table after table; answers a book where one is full. */
  async add(table: ExportedTable, rows: readonly RecordRow[]): Promise<Uint8Array | undefined> {
    if (this.#current?.table !== table) this.#begin(table);
    const {rows: kept} = must(this.#current);
    // Whoever was made one with another is told there.
    for (const row of rows) if (!row['mergedIntoId']) kept.push(this.#cellsOf(table, row));
    if (kept.length >= rowsOfSheet) this.#begin(table);
    const isFull = this.#waiting.reduce((sum, sheet) => sum + sheet.rows.length, 0) >= rowsOfBook;
    return isFull ? this.#book() : undefined;
  }

  /** The last book; undefined: everything has been answered. */
  async end(): Promise<Uint8Array | undefined> {
    this.#finish();
    return this.#waiting.length === 0 ? undefined : this.#book();
  }

  #begin(table: ExportedTable): void {
    this.#finish();
    this.#current = {table, rows: []};
  }

  #finish(): void {
    if (this.#current === undefined) return;
    const {table, rows} = this.#current;
    const head = this.#headOf(table);
    this.#current = undefined;
    // Where nothing is left over for a further sheet, there is none.
    if (rows.length === 0 && this.#told.has(table)) return;
    this.#told.add(table);
    this.#waiting.push({name: tableName(table)[this.#wording.language], head, rows});
  }

  async #book(): Promise<Uint8Array> {
    const sheets = this.#waiting;
    this.#waiting = [];
    return workbook(sheets);
  }

  #headOf(table: ExportedTable): string[] {
    const own = this.#fields(table).map(({words}) => words);
    return [...leadWords(table), ...own].map(words => words[this.#wording.language]);
  }

  #fields(table: ExportedTable) {
    return fieldsOf(table, this.#role).flatMap(({name, words, field}) =>
      field === null ? [] : [{name, words, field}],
    );
  }

  #cellsOf(table: ExportedTable, row: RecordRow): WorkbookCell[] {
    const link = belongsBy(table)[0];
    const lead = link === undefined ? [] : (this.#leads.get(String(row[link.property])) ?? emptyLead(table));
    this.#remember(table, row, lead);
    return [...lead, ...this.#fields(table).map(({name, field}) => cellOf(field, row[name], this.#wording))];
  }

  #remember(table: ExportedTable, row: RecordRow, lead: readonly WorkbookCell[]): void {
    if (table === 'recipient') {
      const {surname, firstName, patronymic, bornOn: born} = row as unknown as PersonOfRow;
      this.#leads.set(row.id, [fullName({surname, firstName, patronymic}), dayCell(born)]);
      return;
    }
    const key = keyOf[table];
    if (key === undefined) return;
    const field = must(historyTables[table]?.fields[key.field]);
    this.#leads.set(row.id, [...lead, cellOf(field, row[key.field], this.#wording)]);
  }
}

interface PersonOfRow {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
  readonly bornOn: string | null;
}

function leadWords(table: ExportedTable): Text[] {
  const parent = belongsBy(table)[0]?.parent;
  if (parent === undefined) return [];
  if (parent === 'recipient') return [person, bornOn];
  const key = keyOf[parent as ExportedTable];
  return [...leadWords(parent as ExportedTable), ...(key === undefined ? [] : [key.words])];
}

function emptyLead(table: ExportedTable): WorkbookCell[] {
  return leadWords(table).map(() => null);
}

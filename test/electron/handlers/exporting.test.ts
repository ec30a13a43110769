import * as xlsx from '@e965/xlsx';
import {unzipSync} from 'fflate';
import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {accountRoles, may} from '../../../domain/roles.ts';
import {syncedTables} from '../../../db/synced-tables.ts';
import {decodeBytes} from '../../../electron/contract/bytes.ts';
import type {WantedList} from '../../../electron/contract/exporting.ts';
import {exportedTables, fieldsOf, leftOut} from '../../../electron/handlers/exporting/records.ts';
import {readmeOf} from '../../../electron/handlers/exporting/readme.ts';
import {become} from '../../support/become.ts';
import {admit, event, failureOf, furnish, openOffice, person, type Office} from '../../support/office.ts';
import {approvePlan} from '../../support/plans.ts';
import {finished} from '../../support/tables.ts';

/** Lists and everything, read back as another program reads them. */

const everybody = {what: 'people', status: null, unitId: null, text: ''} as const;
const formula = '=HYPERLINK("http://a.kz")';

type Row = Record<string, unknown>;

function sheetOf(book: Uint8Array, name?: string) {
  const {Sheets, SheetNames} = xlsx.read(book, {type: 'array', cellDates: true, UTC: true});
  return must(Sheets[name ?? must(SheetNames[0])]);
}

const rowsOf = (book: Uint8Array, name?: string): Row[] =>
  xlsx.utils.sheet_to_json<Row>(sheetOf(book, name), {UTC: true, defval: null});

async function listOf({client}: Office, list: WantedList, language: 'kk' | 'ru' = 'ru') {
  const {file, fileName} = await client.exporting.excel({list, language});
  return {book: decodeBytes(file), fileName};
}

async function officeWithPlan() {
  const office = await openOffice('2026-02-02');
  const staff = await furnish(office, 'temporary-stay');
  const approved = await approvePlan(office, staff);
  const name = {surname: 'Әбенова', firstName: 'Үміт', patronymic: null};
  const queued = await office.client.journal.enter({
    journalId: null,
    recipientId: null,
    person: {...person, name, address: formula},
    event: event('queued', '2026-01-20'),
  });
  return {office, ...approved, queued};
}

describe('a list as Excel', () => {
  test('people as they are filtered or found, each with days, words and no formula', async () => {
    const {office, queued} = await officeWithPlan();
    const {book, fileName} = await listOf(office, everybody);
    expect(fileName).toBe('Получатели услуг - 02.02.2026.xlsx');
    const rows = rowsOf(book);
    expect(rows.map(row => row['Фамилия'])).toEqual(['Әбдіғаппарұлы', 'Әбенова']);
    expect(rows[0]).toMatchObject({
      'Пол': 'мужской',
      'Дата рождения': new Date('1958-05-09T00:00:00Z'),
      'Диагноз': 'I топтағы мүгедектік',
      '№ в журнале': 1,
    });
    expect(rows[1]).toMatchObject({'Домашний адрес': formula, 'Принят': null});
    const typed = Object.values(sheetOf(book)).filter(cell => (cell as xlsx.CellObject).v === formula);
    expect(typed).toMatchObject([{t: 's'}]);
    expect(typed[0]).not.toHaveProperty('f');

    const ofQueue = rowsOf((await listOf(office, {...everybody, status: 'queued'}, 'kk')).book);
    expect(ofQueue.map(row => row['Тегі'])).toEqual(['Әбенова']);
    const found = rowsOf((await listOf(office, {...everybody, text: 'абенова'})).book);
    expect(found.map(row => row['Имя'])).toEqual(['Үміт']);
    expect(rowsOf((await listOf(office, {...everybody, text: 'жоқ'})).book)).toEqual([]);

    const queue = rowsOf((await listOf(office, {what: 'queue'})).book);
    expect(queue).toMatchObject([{'Место': 1, 'Получатель услуг': 'Әбенова Үміт', '№ в журнале': queued.rowNumber}]);
  });

  test('diagnosis and ethnicity only for those who see them', async () => {
    const {office} = await officeWithPlan();
    become(office, 'registrar');
    const head = xlsx.utils.sheet_to_json<string[]>(sheetOf((await listOf(office, everybody)).book), {header: 1})[0];
    expect(head).toContain('Социальный статус');
    expect(head).not.toContain('Диагноз');
    expect(head).not.toContain('Национальность');
  });

  test('staff and the lines of today', async () => {
    const {office} = await officeWithPlan();
    const staff = rowsOf((await listOf(office, {what: 'staff', withFormer: false}, 'kk')).book);
    expect(staff.map(row => row['Тегі'])).toEqual([
      'Жүнісова',
      'Иванова',
      'Қасымжанова',
      'Өтеғали',
      'Үсенов',
      'Һамитова',
    ]);
    expect(staff.filter(row => row['Ұйым басшысы'] === 'иә').map(row => row['Тегі'])).toEqual(['Қасымжанова']);

    const of = {staffId: null, unitId: null, recipientId: null};
    office.at('2026-07-20');
    const rows = rowsOf((await listOf(office, {what: 'today', of})).book);
    const {items} = await office.client.today.get({limit: 500});
    const {mine, others} = await office.client.today.signatures({});
    expect(items.length).toBeGreaterThan(0);
    expect(rows).toHaveLength(items.length + mine.length + others.length);
    expect(rows[0]).toMatchObject({
      Срочность: 'Просрочено',
      Срок: new Date(`${must(items[0]?.dueOn)}T00:00:00Z`),
    });
  });
});

async function everythingOf(office: Office, language: 'kk' | 'ru') {
  const {jobId} = await office.client.exporting.everything({language});
  expect(await finished(office, jobId)).toMatchObject({state: 'done'});
  const {file, fileName} = await office.client.job.take({jobId});
  return {fileName, files: unzipSync(decodeBytes(file))};
}

interface Table {
  readonly format: string;
  readonly table: string;
  readonly columns: {readonly name: string}[];
  readonly rows: Row[];
}

describe('everything', () => {
  test('one workbook and a file for each table, with what each field says in both languages', async () => {
    const {office, recipientId, planId} = await officeWithPlan();
    const {fileName, files} = await everythingOf(office, 'ru');
    expect(fileName).toBe('Все данные - 02.02.2026.zip');
    expect(Object.keys(files)).toEqual([
      'ОҚЫҢЫЗ - ПРОЧИТАЙТЕ.txt',
      ...exportedTables.map(name => `data/${name}.json`),
      'Все данные.xlsx',
    ]);
    const tables = exportedTables.map(
      name => JSON.parse(Buffer.from(must(files[`data/${name}.json`])).toString()) as Table,
    );
    const tableOf = (name: string) => must(tables.find(({table}) => table === name));
    expect(tableOf('recipient').rows).toHaveLength(2);
    expect(tableOf('recipient').rows[0]).toMatchObject({
      id: recipientId,
      sex: 'male',
      diagnosis: 'I топтағы мүгедектік',
    });
    expect(tableOf('measure').rows).toMatchObject([{planId}]);

    const readme = Buffer.from(must(files['ОҚЫҢЫЗ - ПРОЧИТАЙТЕ.txt'])).toString();
    for (const {table, columns, rows} of tables) {
      for (const row of rows) expect(Object.keys(row)).toEqual(columns.map(({name}) => name));
      for (const {name, words} of fieldsOf(table as (typeof exportedTables)[number], 'head')) {
        for (const said of [words.kk, words.ru]) expect(readme).toContain(`  ${name} — ${said}`);
      }
    }
    expect(readme).toContain('male — мужской');

    const book = must(files['Все данные.xlsx']);
    expect(rowsOf(book, 'Мероприятие плана')).toMatchObject([
      {'Получатель услуг': 'Әбдіғаппарұлы Өркен Һасенғалиұлы', 'План с': expect.any(Date) as Date},
    ]);
    expect(rowsOf(book, 'Отметка в журнале').map(row => [row['№ в журнале'], row['Отметка']])).toHaveLength(2);
    expect(rowsOf(book, 'Сотрудник')).toHaveLength(6);
  });

  test('goes on in parts, and can be stopped', async () => {
    const office = await openOffice('2026-02-02');
    await furnish(office, 'home-care');
    await admit(office, '2026-01-10');
    must(office.application.session()).connection.transact(
      db =>
        db.execute(
          `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
          INSERT INTO recipient (id, surname, first_name) SELECT 'many-' || i, 'Тегі' || i, 'Аты' FROM n`,
        ),
      {accountId: null},
    );
    const {files} = await everythingOf(office, 'kk');
    const {rows} = JSON.parse(Buffer.from(must(files['data/recipient.json'])).toString()) as Table;
    expect(new Set(rows.map(row => row['id'])).size).toBe(2_501);
    expect(rowsOf(must(files['Барлық деректер.xlsx']), 'Қызмет алушы')).toHaveLength(2_501);

    const {jobId} = await office.client.exporting.everything({language: 'kk'});
    await office.client.job.cancel({jobId});
    expect((await finished(office, jobId)).state).toBe('cancelled');
  });

  test('is the head’s alone, stands in the audit, and hides what a role does not see', async () => {
    expect(accountRoles.filter(role => may(role, 'export-all'))).toEqual(['head']);
    const {office} = await officeWithPlan();
    await everythingOf(office, 'kk');
    const {lines} = await office.client.audit.list({
      before: null,
      limit: 5,
      from: null,
      to: null,
      accountId: null,
      kind: 'export',
      recipientId: null,
    });
    expect(lines.map(({what}) => what)).toContain('exporting.everything');
    become(office, 'worker');
    expect((await failureOf(office.client.exporting.everything({language: 'kk'}))).code).toBe('denied');
    expect(fieldsOf('recipient', 'registrar').map(({name}) => name)).not.toContain('diagnosis');
    const maker = {organisation: {kk: '', ru: ''}, made: '', role: 'registrar'} as const;
    expect(readmeOf(maker, 'ru')).not.toContain('diagnosis —');
  });

  test('every table of the schema is in it, or is left out by name', () => {
    expect([...exportedTables, ...leftOut].toSorted()).toEqual(Object.keys(syncedTables).toSorted());
  });
});

import {strFromU8, unzipSync} from 'fflate';
import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {decodeBytes} from '../../../electron/contract/bytes.ts';
import {appendix2} from '../../../templates/editions/308-2022/appendix-2.ts';
import {admit, event, failureOf, furnish, openOffice, password, type Office} from '../../support/office.ts';

/** The journal as it is typed into the state portal. */

const newest = {journalId: null, language: 'ru'} as const;

async function office(): Promise<Office & {recipientId: string; placementId: string}> {
  const opened = await openOffice('2026-05-02');
  await furnish(opened, 'stationary');
  const {recipientId, placementId} = await admit(opened, '2026-01-10');
  return {...opened, recipientId, placementId};
}

async function sheet(
  {client}: Office,
  filter: 'all' | 'changed' | 'not-entered' = 'all',
  language: 'kk' | 'ru' = 'ru',
) {
  return client.queue.sheet({journalId: null, language, filter, offset: 0, limit: 50});
}

async function mark(opened: Office, enteredOn: string, language: 'kk' | 'ru' = 'ru'): Promise<void> {
  const {rows} = await sheet(opened, 'all', language);
  const seen = rows.map(row => ({placementId: row.placementId, seen: row.seen}));
  await opened.client.queue.markEntered({language, enteredOn, rows: seen});
}

async function move({client, recipientId}: Office & {recipientId: string}, address: string): Promise<void> {
  const card = await client.recipient.get({id: recipientId});
  const {stamp, placements: _p, events: _e, fileNumber: _f, plans: _pl, ...facts} = card;
  await client.recipient.save({...facts, seen: stamp, address});
}

const typed = {
  ru: [
    '1',
    'получает услуги',
    'Әбдіғаппарұлы Өркен Һасенғалиұлы',
    '09.05.1958\n67',
    'мужской',
    'Қызылорда, Абай көшесі, 1',
    '+7 701 000 00 01',
    '',
    '10.01.2026, № 1-ж',
    ...Array.from({length: 5}, () => ''),
  ],
  kk: [
    '1',
    'қызмет алуда',
    'Әбдіғаппарұлы Өркен Һасенғалиұлы',
    '09.05.1958\n67',
    'ер',
    'Қызылорда, Абай көшесі, 1',
    '+7 701 000 00 01',
    '',
    '10.01.2026, № 1-ж',
    ...Array.from({length: 5}, () => ''),
  ],
} as const;

test.each(['kk', 'ru'] as const)(
  'the 14 columns in the words of the print, nobody has typed them yet: %s',
  async language => {
    const opened = await office();
    const {rows, counts} = await sheet(opened, 'not-entered', language);
    expect(rows.map(row => row.columns)).toEqual([typed[language]]);
    expect(rows[0]).toMatchObject({state: 'not-entered', enteredOn: null, enteredBy: null, changes: []});
    expect(counts).toEqual({'not-entered': 1, 'changed': 0, 'all': 1});
  },
);

test('marked, then changed: the column is listed with what was typed and what stands here now', async () => {
  const opened = await office();
  await mark(opened, '2026-05-02');
  expect((await sheet(opened)).rows[0]).toMatchObject({
    state: 'entered',
    enteredOn: '2026-05-02',
    enteredBy: 'Басшы',
  });
  expect((await sheet(opened, 'not-entered')).total).toBe(0);

  // A birthday changes the age, and nobody types the row again for that.
  opened.at('2026-06-01');
  expect((await sheet(opened)).rows[0]).toMatchObject({state: 'entered', changes: []});

  await move(opened, 'Арал қаласы, 5');
  const changes = [{column: 5, before: 'Қызылорда, Абай көшесі, 1', now: 'Арал қаласы, 5'}];
  for (const language of ['ru', 'kk'] as const) {
    // Also where it was typed in the other language than the one that is looked at.
    const {rows, counts} = await sheet(opened, 'changed', language);
    expect(rows.map(row => row.changes)).toEqual([changes]);
    expect(counts).toEqual({'not-entered': 0, 'changed': 1, 'all': 1});
  }
  await opened.client.journal.record({placementId: opened.placementId, event: event('left', '2026-05-20', '7-ж')});
  expect((await sheet(opened, 'changed', 'kk')).rows[0]?.changes).toEqual([
    {column: 1, before: 'получает услуги', now: 'временно выбыл'},
    ...changes,
    {column: 9, before: '', now: '20.05.2026, № 7-ж'},
  ]);

  await mark(opened, '2026-06-01', 'kk');
  expect((await sheet(opened, 'changed')).total).toBe(0);
  expect((await sheet(opened)).rows[0]).toMatchObject({state: 'entered', enteredOn: '2026-06-01'});
  await opened.client.queue.unmarkEntered({placementIds: [opened.placementId]});
  expect((await sheet(opened, 'not-entered')).total).toBe(1);
});

test('a row that has changed since it was looked at is not marked, nor one on a day to come', async () => {
  const opened = await office();
  const {rows} = await sheet(opened);
  const seen = rows.map(({placementId, seen: digest}) => ({placementId, seen: digest}));
  const call = {language: 'ru', enteredOn: '2026-05-02', rows: seen} as const;
  expect(await failureOf(opened.client.queue.markEntered({...call, enteredOn: '2026-05-03'}))).toEqual({
    code: 'invalid',
    issues: [{field: 'enteredOn', problem: 'date-in-future'}],
  });
  await move(opened, 'Арал қаласы, 5');
  expect((await failureOf(opened.client.queue.markEntered(call))).code).toBe('conflict');
  expect((await sheet(opened, 'not-entered')).total).toBe(1);
});

test('the mark names the member of staff, is told in the history, and does not keep a wrong row from going', async () => {
  const opened = await office();
  const {client, recipientId, placementId} = opened;
  const staff = must((await client.facility.staff({withFormer: false})).find(each => each.name.surname === 'Жүнісова'));
  await client.session.addAccount({name: 'Маман', password, role: 'worker', staffId: staff.id});
  await client.session.lock({});
  await client.session.signIn({name: 'Маман', password});
  await mark(opened, '2026-05-02');
  const {changes} = await client.recipient.history({id: recipientId, before: null, limit: 5});
  expect(changes[0]).toMatchObject({table: 'portalEntry', op: 'insert', authorName: 'Маман'});
  expect((await sheet(opened)).rows[0]?.enteredBy).toBe('Жүнісова Ә.');
  const [first] = await client.journal.events({placementId});
  await client.journal.takeBack({eventId: must(first).id, seen: must(first).stamp});
  expect((await sheet(opened)).total).toBe(0);
});

const formula = '=HYPERLINK("http://x";"a")';

async function withFormula(): Promise<Office> {
  const opened = await office();
  await mark(opened, '2026-05-02');
  await move(opened, formula);
  return opened;
}

test('the workbook: the heads of the form, words that are no formula, a sheet of the changes', async () => {
  const {client} = await withFormula();
  const {file, fileName} = await client.queue.exportSheet({...newest, filter: 'all', format: 'xlsx'});
  expect(fileName).toBe('Лист для портала - 02.05.2026.xlsx');
  const parts = unzipSync(decodeBytes(file));
  const read = (name: string) => strFromU8(must(parts[name]));
  const sheets = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'].map(read);
  for (const xml of sheets) expect(xml).not.toContain('<f>');
  const plain = (xml: string) => xml.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const words = plain(parts['xl/sharedStrings.xml'] ? read('xl/sharedStrings.xml') : sheets.join(''));
  const {fields} = appendix2.fields.rows;
  for (const head of [fields.name, fields.born, fields.programme, fields.destination])
    expect(words).toContain(head.label.ru);
  for (const each of [formula, must(typed.ru[2]), must(typed.ru[5]), 'Внесено на портал'])
    expect(words).toContain(each);
});

test('CSV: the mark of UTF-8, semicolons, quotes where they are needed, and nothing that is a formula', async () => {
  const {client} = await withFormula();
  const {file} = await client.queue.exportSheet({...newest, filter: 'changed', format: 'csv'});
  const bytes = decodeBytes(file);
  expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
  const [head, row, ...rest] = readCsv(new TextDecoder().decode(bytes));
  expect(rest).toEqual([]);
  expect(must(head).slice(0, 3)).toEqual(['№', 'Статус', 'Фамилия, имя, отчество (при его наличии)']);
  const cells: string[] = [...typed.ru];
  cells[5] = `'${formula}`;
  cells[6] = "'+7 701 000 00 01";
  expect(row).toEqual([...cells, '02.05.2026', 'Басшы']);
});

/** RFC 4180 with `;`. */
function readCsv(content: string): string[][] {
  const cells = [...content.matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/gu)];
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of cells) {
    must(rows.at(-1)).push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end !== ';') rows.push([]);
  }
  return rows.slice(0, -1);
}

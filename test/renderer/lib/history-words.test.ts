import {getTableColumns} from 'drizzle-orm';
import {expect, test} from 'vitest';
import {transfer} from '../../../db/schema/transfer.ts';
import {syncedTables} from '../../../db/synced-tables.ts';
import {wordHistory} from '../../../renderer/lib/history-words.ts';
import {historyTables, settingNames} from '../../../renderer/text/history.ts';

/** Tables that a history does not tell of by themselves, and why. */
const untold: Readonly<Record<string, string>> = {
  unitStay: 'its screens are not there yet',
  admissionCheck: 'its screens are not there yet',
};

test('every table that is logged has its words, or a reason why not', () => {
  const silent = Object.keys(syncedTables).filter(name => historyTables[name] === undefined);
  expect(silent.toSorted()).toEqual(Object.keys(untold).toSorted());
});

test('no words for a field that no table has', () => {
  const columns: Readonly<Record<string, string[]>> = Object.fromEntries(
    Object.entries(syncedTables).map(([name, table]) => [name, Object.keys(getTableColumns(table))]),
  );
  for (const [name, {fields}] of Object.entries(historyTables)) {
    expect(columns[name], name).toEqual(expect.arrayContaining(Object.keys(fields)));
  }
});

const change = {seq: 1, recordedAt: '2026-03-02T05:00:00.000Z', authorName: 'Әлия'};

test('a setting is told by its name, and what the program keeps for itself is not told', () => {
  const saves = wordHistory(
    [
      {...change, table: 'setting', rowId: 'working-week', op: 'insert', fields: []},
      {...change, seq: 2, table: 'setting', rowId: 'setup', op: 'update', fields: []},
    ],
    [],
  );
  expect(saves).toHaveLength(1);
  expect(saves[0]?.changes).toEqual([{key: 1, what: settingNames['working-week'], op: 'update', fields: []}]);
});

test('an edit of the calendar names its day', () => {
  const field = {field: 'working', before: null, after: true};
  const [save] = wordHistory(
    [{...change, table: 'calendarEdit', rowId: '2026-03-08', op: 'insert', fields: [field]}],
    [],
  );
  expect(save?.changes[0]?.fields.map(({label, after}) => [label.ru, after?.ru])).toEqual([
    ['Дата', '08.03.2026'],
    ['Рабочий день', 'да'],
  ]);
});

test('every fact of a hand-over has its words; links and what a file held have none', () => {
  const links = ['id', 'recipientId', 'placementId', 'content'];
  const facts = Object.keys(getTableColumns(transfer)).filter(column => !links.includes(column));
  expect(Object.keys(historyTables['transfer']?.fields ?? {}).toSorted()).toEqual(facts.toSorted());
});

test('what changed of a hand-over is told in both languages', () => {
  const [saved] = wordHistory(
    [
      {
        seq: 1,
        table: 'transfer',
        rowId: 'a',
        op: 'update',
        recordedAt: '2026-07-01T06:00:00.000Z',
        authorName: 'Басшы',
        fields: [
          {field: 'state', before: 'prepared', after: 'sent'},
          {field: 'outside', before: true, after: false},
          {field: 'dischargeOn', before: null, after: '2026-07-01'},
          {field: 'inventory', before: [], after: [{title: 'Өтініш', sheets: 1, copies: null}]},
        ],
      },
    ],
    [],
  );
  expect(saved?.changes[0]?.fields.map(({before, after}) => [before?.kk, before?.ru, after?.kk, after?.ru])).toEqual([
    ['дайындалуда', 'готовится', 'тапсырылды, жауап күтілуде', 'передано, ждем ответа'],
    ['иә', 'да', 'жоқ', 'нет'],
    [undefined, undefined, '01.07.2026', '01.07.2026'],
    [undefined, undefined, 'Өтініш', 'Өтініш'],
  ]);
});

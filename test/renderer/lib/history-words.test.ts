import {getTableColumns} from 'drizzle-orm';
import {expect, test} from 'vitest';
import {syncedTables} from '../../../db/synced-tables.ts';
import {wordHistory} from '../../../renderer/lib/history-words.ts';
import {historyTables, settingNames} from '../../../renderer/text/history.ts';

/** Tables that a history does not tell of by themselves, and why. */
const untold: Readonly<Record<string, string>> = {
  unitStay: 'its screens are not there yet',
  admissionCheck: 'its screens are not there yet',
  recipientMerge: 'its screens are not there yet',
  transfer: 'its screens are not there yet',
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

import {getTableColumns} from 'drizzle-orm';
import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {transfer} from '../../../db/schema/transfer.ts';
import {syncedTables} from '../../../db/synced-tables.ts';
import type {HistoryChange} from '../../../electron/contract/history.ts';
import {admission} from '../../../templates/editions/308-2022/admission.ts';
import {disabilityGroups} from '../../../domain/vocabulary.ts';
import {wordHistory} from '../../../renderer/lib/history-words.ts';
import {historyTables, settingNames} from '../../../domain/record-words.ts';

test('every table that is logged has its words', () => {
  expect(Object.keys(syncedTables).filter(name => historyTables[name] === undefined)).toEqual([]);
});

test('no words for a field that no table has', () => {
  const columns: Readonly<Record<string, string[]>> = Object.fromEntries(
    Object.entries(syncedTables).map(([name, table]) => [name, Object.keys(getTableColumns(table))]),
  );
  for (const [name, {fields}] of Object.entries(historyTables)) {
    expect(columns[name], name).toEqual(expect.arrayContaining(Object.keys(fields)));
  }
});

const change = {seq: 1, recordedAt: '2026-03-02T05:00:00.000Z', authorName: 'Әлия', undo: null, obstacle: null};

test('a setting is told by its name, and what the program keeps for itself is not told', () => {
  const saves = wordHistory(
    [
      {...change, table: 'setting', rowId: 'working-week', op: 'insert', fields: []},
      {...change, seq: 2, table: 'setting', rowId: 'setup', op: 'update', fields: []},
    ],
    {staff: [], units: []},
  );
  expect(saves).toHaveLength(1);
  expect(saves[0]?.changes).toMatchObject([{key: 1, what: settingNames['working-week'], op: 'update', fields: []}]);
});

test('an edit of the calendar names its day', () => {
  const field = {field: 'working', before: null, after: true, obstacle: null};
  const [save] = wordHistory([{...change, table: 'calendarEdit', rowId: '2026-03-08', op: 'insert', fields: [field]}], {
    staff: [],
    units: [],
  });
  expect(save?.changes[0]?.fields.map(({label, after}) => [label.ru, after?.ru])).toEqual([
    ['Дата', '08.03.2026'],
    ['Рабочий день', 'да'],
  ]);
});

test('every fact of a hand-over has its words; links and what a file held have none', () => {
  const links = ['id', 'recipientId', 'placementId', 'otherFacilityId', 'content'];
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
        undo: null,
        obstacle: null,
        fields: [
          {field: 'state', before: 'prepared', after: 'sent', obstacle: null},
          {field: 'outside', before: true, after: false, obstacle: null},
          {field: 'dischargeOn', before: null, after: '2026-07-01', obstacle: null},
          {field: 'inventory', before: [], after: [{title: 'Өтініш', sheets: 1, copies: null}], obstacle: null},
        ],
      },
    ],
    {staff: [], units: []},
  );
  expect(saved?.changes[0]?.fields.map(({before, after}) => [before?.kk, before?.ru, after?.kk, after?.ru])).toEqual([
    ['дайындалуда', 'готовится', 'тапсырылды, жауап күтілуде', 'передано, ждем ответа'],
    ['иә', 'да', 'жоқ', 'нет'],
    [undefined, undefined, '01.07.2026', '01.07.2026'],
    [undefined, undefined, 'Өтініш', 'Өтініш'],
  ]);
});

/** What links records to each other is told by the records themselves. */
const links = ['id', 'recipientId', 'placementId', 'journalId', 'position', 'fileId', 'planId', 'roundId'];
/** The tables whose rows a person's history shows, and units, which have words for their own. */
const told = [
  'recipient',
  'relative',
  'placement',
  'placementEvent',
  'unitStay',
  'admissionCheck',
  'unit',
  'personalFile',
  'fileDocument',
  'plan',
  'measure',
  'planSignature',
  'monitoringRound',
  'monitoringEntry',
] as const;
/** Told by the merge, by what opened the revision, and by the number that it follows from. */
const elsewhere = [
  'recipient.mergedIntoId',
  'plan.revision',
  'plan.revisesId',
  'plan.openedByRoundId',
  'personalFile.numberValue',
];

test.each(told)('every field of %s has words', table => {
  const fields = Object.keys(getTableColumns(syncedTables[table])).filter(
    field => !links.includes(field) && !elsewhere.includes(`${table}.${field}`),
  );
  const words = Object.keys(historyTables[table]?.fields ?? {});
  expect(fields.filter(field => !words.includes(field))).toEqual([]);
});

const units = [{id: 'u', name: {kk: 'Палата', ru: 'Палата № 1'}}];

function worded(table: string, fields: Record<string, unknown>): (string | null)[] {
  const change: HistoryChange = {
    seq: 1,
    table,
    rowId: 'row',
    op: 'insert',
    recordedAt: '2026-06-01T06:00:00Z',
    authorName: 'Басшы',
    fields: Object.entries(fields).map(([field, after]) => ({field, before: null, after, obstacle: null})),
    undo: null,
    obstacle: null,
  };
  return wordHistory([change], {staff: [], units}).flatMap(({changes}) =>
    changes.flatMap(each => each.fields.map(({after}) => after?.ru ?? null)),
  );
}

test.each<[table: string, field: string, value: unknown, words: string]>([
  ['unitStay', 'unitId', 'u', 'Палата № 1'],
  ['unitStay', 'unitId', 'gone', 'неизвестное отделение'],
  ['unitStay', 'fromOn', '2026-06-01', '01.06.2026'],
  ['unit', 'kind', 'palliative', 'палата (отделение) паллиативной помощи'],
  ['admissionCheck', 'answer', 'not-met', 'не соблюдено'],
  ['admissionCheck', 'value', '4.5', '4,5 ч в день'],
  ['admissionCheck', 'value', 'day', 'только днем'],
  ['admissionCheck', 'value', 'night:1', 'и ночью'],
  ['admissionCheck', 'value', 'ground:1', 'основание 2'],
  ['admissionCheck', 'value', '2026-12-31', '31.12.2026'],
  ['placement', 'archive', true, 'да'],
])('%s.%s %s', (table, field, value, words) => {
  expect(worded(table, {[field]: value})).toEqual([words]);
});

test('no condition and no group is without words', () => {
  for (const {id, what} of admission) expect(worded('admissionCheck', {itemId: id})).toEqual([what.ru]);
  for (const group of disabilityGroups) expect(worded('recipient', {disabilityGroup: group})).toHaveLength(1);
});

test('a day is told as a day, and a yes as a yes', () => {
  const told: string[] = [];
  for (const [name, {fields}] of Object.entries(historyTables)) {
    const columns = Object.entries(getTableColumns(must(syncedTables[name as keyof typeof syncedTables])));
    for (const [column, {dataType}] of columns) {
      const kind = fields[column]?.kind;
      if (kind === undefined) continue;
      // Where somebody came from is no day.
      const isDay = /(?:On|From|To|^date)$/.test(column) && column !== 'cameFrom';
      if (isDay && kind !== 'date') told.push(`${name}.${column}: ${kind}`);
      if (String(dataType).includes('boolean') && kind !== 'flag') told.push(`${name}.${column}: ${kind}`);
    }
  }
  expect(told).toEqual([]);
});

import {getTableColumns} from 'drizzle-orm';
import {expect, test} from 'vitest';
import {syncedTables} from '../../../../db/synced-tables.ts';
import {disabilityGroups} from '../../../../domain/vocabulary.ts';
import type {HistoryChange} from '../../../../electron/contract/recipient.ts';
import {wordHistory} from '../../../../renderer/features/recipient/history-words.ts';
import {historyTables} from '../../../../renderer/text/history.ts';
import {admission} from '../../../../templates/editions/308-2022/admission.ts';

/** What links records to each other is told by the records themselves. */
const links = ['id', 'recipientId', 'placementId', 'journalId', 'position', 'fileId', 'planId', 'roundId'];
/** The tables whose rows a person's history shows, and units, which have words for their own. */
const told = ['recipient', 'placement', 'placementEvent', 'unitStay', 'admissionCheck', 'unit'] as const;
/** Entries of one person made into one are told by the merge itself. */
const elsewhere = ['recipient.mergedIntoId'];

test.each(told)('every field of %s has words', table => {
  const fields = Object.keys(getTableColumns(syncedTables[table])).filter(
    field => !links.includes(field) && !elsewhere.includes(`${table}.${field}`),
  );
  const words = Object.keys(historyTables[table]?.fields ?? {});
  expect(fields.filter(field => !words.includes(field))).toEqual([]);
});

test('every table that has words is one of the log', () => {
  expect(Object.keys(historyTables).filter(table => !(table in syncedTables))).toEqual([]);
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
    fields: Object.entries(fields).map(([field, after]) => ({field, before: null, after})),
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

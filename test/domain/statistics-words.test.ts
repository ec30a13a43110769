import {expect, test} from 'vitest';
import {
  allRow,
  columnNames,
  rowHeads,
  rowName,
  tableNames,
  tableNotes,
  unknownRow,
} from '../../domain/statistics-words.ts';
import {columnsOf, statisticsTableIds, type StatisticsTableId} from '../../domain/statistics-tables.ts';

test.each<[table: StatisticsTableId, row: string, kk: string, ru: string]>([
  ['status', 'receiving', 'қызмет алуда', 'получает услуги'],
  ['sex', 'female', 'әйел', 'женский'],
  ['age', '75', '75 жас және одан жоғары', '75 лет и старше'],
  ['movement', 'came-back', 'Уақытша шыққаннан кейін оралды', 'Вернулся после временного выбытия'],
  ['occupancy', '2026-03-31', '31.03.2026', '31.03.2026'],
  ['status', allRow, 'Барлығы', 'Всего'],
  ['sex', unknownRow, 'Көрсетілмеген', 'Не указано'],
])('%s: %s', (table, row, kk, ru) => {
  expect(rowName(table, row)).toEqual({kk, ru});
});

test.each<[table: StatisticsTableId, row: string]>([
  ['category', 'elderly'],
  ['services', 'everyday'],
  ['monitoring', 'everyday'],
  ['deadlines', 'plan-draw-up'],
])('a row of %s has words in both languages', (table, row) => {
  const {kk, ru} = rowName(table, row);
  expect(kk).toMatch(/\p{L}/u);
  expect(ru).toMatch(/\p{Script=Cyrillic}/u);
});

test('every table says its name, what its rows and columns are, and how it is counted', () => {
  for (const table of statisticsTableIds) {
    const words = [tableNames, rowHeads, tableNotes].map(of => of[table]);
    for (const {kk, ru} of [...words, ...columnsOf[table].map(column => columnNames[column])]) {
      expect([kk, ru].every(each => each.length > 0)).toBe(true);
    }
  }
});

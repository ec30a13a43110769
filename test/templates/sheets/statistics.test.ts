import {expect, test} from 'vitest';
import {text} from '../../../domain/text.ts';
import {statisticsSheets} from '../../../templates/sheets/statistics.ts';

test('a workbook of statistics says of what part of the organisation it is', () => {
  const shown = {
    organisation: text('Орталық', 'Центр'),
    period: {from: '2026-01-01', to: '2026-03-31'},
    lastDay: '2026-03-31',
    places: 40,
    tables: [
      {
        id: 'movement',
        rows: [
          {id: 'admitted', counts: [2, 2]},
          {id: 'all', counts: [2, null]},
        ],
      },
    ],
  } as const;
  const unitOf = (unit: ReturnType<typeof text> | null) => statisticsSheets({...shown, unit})[0]?.rows[1]?.[1];
  expect(unitOf(null)).toMatchObject({value: {ru: 'вся организация'}});
  expect(unitOf(text('Паллиатив', 'Паллиативное'))).toMatchObject({value: {ru: 'Паллиативное'}});
  const [, movement] = statisticsSheets({...shown, unit: null});
  expect(movement?.rows.map(row => row.map(cell => (cell.type === 'text' ? cell.value.ru : cell.type)))).toEqual([
    ['Принят', 'number', 'number'],
    ['Всего', 'number', 'empty'],
  ]);
});

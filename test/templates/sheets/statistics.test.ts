import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {text} from '../../../domain/text.ts';
import {statisticsSheets} from '../../../templates/sheets/statistics.ts';

const days = ['2026-01-30', '2026-01-31'].map(id => ({id, counts: [1, 2, 0, 2]}));

function occupancy(places: number | null, rows: typeof days) {
  const sheets = statisticsSheets({
    organisation: {kk: 'Үміт', ru: 'Умит'},
    unit: null,
    period: {from: '2026-01-30', to: '2026-01-31'},
    lastDay: '2026-01-31',
    places,
    tables: [{id: 'occupancy', rows}],
  });
  const {heads, rows: cells, chart} = must(sheets[1]);
  return {
    heads: heads.map(({ru}) => ru),
    last: cells.map(row => row.at(-1)),
    drawn: chart?.series.map(({column, tone}) => [heads[column]?.ru, tone]),
  };
}

const usual = ['День', 'В очереди', 'Получают услуги', 'Временно выбыли', 'Занято мест'];
const lines = [
  ['Занято мест', 'calm'],
  ['В очереди', 'wait'],
];

test('the line of the places there are is drawn of a column of its own, where they are known', () => {
  const thirty = {type: 'number', value: 30};
  expect(occupancy(30, days)).toEqual({
    heads: [...usual, 'Число мест'],
    last: [thirty, thirty],
    drawn: [...lines, ['Число мест', 'off']],
  });
  const two = {type: 'number', value: 2};
  expect(occupancy(null, days)).toEqual({heads: usual, last: [two, two], drawn: lines});
  // One day is no line.
  expect(occupancy(30, days.slice(1))).toEqual({heads: usual, last: [two], drawn: undefined});
});

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

import {expect, test} from 'vitest';
import {chartOf, chartRows} from '../../domain/statistics-charts.ts';
import {statisticsTableIds} from '../../domain/statistics-tables.ts';

type Counts = readonly (number | null)[];

function table(id: Parameters<typeof chartOf>[0]['id'], rows: Record<string, Counts>) {
  return {id, rows: Object.entries(rows).map(([row, counts]) => ({id: row, counts}))};
}

test('where there is nothing to be seen there is no chart', () => {
  expect(chartOf(table('category', {elderly: [0, 3], all: [0, 3]}), 30)).toBeNull();
  expect(chartOf(table('deadlines', {}), null)).toBeNull();
  expect(chartOf(table('sex', {male: [1, 1], all: [1, 1]}), null)).toBeNull();
  expect(chartOf(table('occupancy', {'2026-01-31': [1, 1, 1, 1]}), 30)).toBeNull();
});

test('one column is named by the title, several by the legend; the sums are not drawn', () => {
  const category = table('category', {elderly: [2, 3], all: [2, 3]});
  expect(chartOf(category, 30)).toEqual({
    kind: 'bars',
    title: {kk: 'Санаты бойынша: кезең ішінде', ru: 'По категориям: за период'},
    series: [{column: 'period', index: 0, tone: 'calm', dashed: false}],
    places: null,
  });
  expect(chartRows(category.rows).map(({id}) => id)).toEqual(['elderly']);
  const monitoring = chartOf(table('monitoring', {everyday: [2, 0, 2, 0, 0]}), null);
  expect([monitoring?.title.ru, monitoring?.series.map(({index}) => index)]).toEqual([
    'Результаты мониторинга',
    [1, 2, 3],
  ]);
});

test('a unit has no queue, and so no line of it; where nobody has said how many places there are, there is no level', () => {
  const days = (queue: number | null) =>
    table('occupancy', {'2026-01-30': [queue, 1, 0, 1], '2026-01-31': [queue, 1, 1, 2]});
  const lines = (queue: number | null, places: number | null) => {
    const chart = chartOf(days(queue), places);
    return [chart?.series.map(({column, dashed}) => [column, dashed]), chart?.places];
  };
  expect(lines(0, 30)).toEqual([
    [
      ['occupied', false],
      ['queue', true],
    ],
    30,
  ]);
  expect(lines(null, null)).toEqual([[['occupied', false]], null]);
});

test('the tables that have charts', () => {
  const full = {'2026-01-30': [1, 1, 1, 1, 1], '2026-01-31': [1, 1, 1, 1, 1]};
  expect(statisticsTableIds.filter(id => chartOf(table(id, full), null) !== null)).toEqual([
    'category',
    'occupancy',
    'services',
    'monitoring',
    'deadlines',
  ]);
});

import {BarChart, LineChart} from '@mantine/charts';
import '@mantine/charts/styles.css';
import {Box} from '@mantine/core';
import type {ReactNode} from 'react';
import {daysBetween, formatDate} from '../../../domain/dates.ts';
import {chartOf, chartRows, type StatisticsChart} from '../../../domain/statistics-charts.ts';
import {columnNames, rowName, tableNames} from '../../../domain/statistics-words.ts';
import type {Text} from '../../../domain/text.ts';
import {useText} from '../../lib/language.tsx';
import {statisticsText} from '../../text/statistics.ts';
import {formatCount} from './format-count.ts';
import type {ShownTable} from './number-table.tsx';

/** Names of categories take four lines. */
const rowHeights: Partial<Record<ShownTable['id'], number>> = {category: 52};
const usualRowHeight = 34;
const axisHeight = 70;

const common = {
  textColor: 'var(--mantine-color-text)',
  accessibilityLayer: false,
  withLegend: true,
  // As the columns of the table stand, not by the alphabet.
  legendProps: {itemSorter: null},
  valueFormatter: formatCount,
} as const;

/** The chart of a table; nothing where it has none, or where there is nothing to be seen on it. */
export function Chart({table, places = null}: {table: ShownTable; places?: number | null}) {
  const chart = chartOf(table, places);
  if (chart === null) return null;
  const Kind = chart.kind === 'bars' ? Bars : Lines;
  return (
    <Picture of={table.id}>
      <Kind table={table} chart={chart} />
    </Picture>
  );
}

interface Drawn {
  readonly table: ShownTable;
  readonly chart: StatisticsChart;
}

/** One row below the other, so that their long names can be read. */
function Bars({table: {id, rows}, chart}: Drawn) {
  const {t} = useText();
  const data = chartRows(rows).map(row => ({name: t(rowName(id, row.id)), ...countsOf(row, chart)}));
  return (
    <BarChart
      {...common}
      h={data.length * (rowHeights[id] ?? usualRowHeight) + axisHeight}
      data={data}
      dataKey="name"
      orientation="vertical"
      type="stacked"
      gridAxis="x"
      maxBarWidth={20}
      yAxisProps={{width: 200, interval: 0, tick: {fontSize: 11, fill: 'var(--mantine-color-text)'}}}
      xAxisProps={{allowDecimals: false}}
      barProps={{isAnimationActive: false}}
      withLegend={chart.series.length > 1}
      series={seriesOf(chart, t)}
    />
  );
}

function Lines({table: {rows}, chart}: Drawn) {
  const {t} = useText();
  const {places} = chart;
  const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
  // A year is told by its months; days need no year beside them.
  const isLong = first !== undefined && last !== undefined && daysBetween(first, last) > 120;
  const data = rows.map(row => ({
    day: isLong ? formatDate(row.id).slice(3) : formatDate(row.id).slice(0, 5),
    ...countsOf(row, chart),
  }));
  return (
    <LineChart
      {...common}
      h={280}
      data={data}
      dataKey="day"
      curveType="linear"
      lineProps={{isAnimationActive: false}}
      yAxisProps={{allowDecimals: false, domain: [0, (highest: number) => Math.max(highest, places ?? 0, 1)]}}
      referenceLines={
        places === null ? [] : [{y: places, label: t(statisticsText.places(places)), color: 'var(--tone-off)'}]
      }
      series={seriesOf(chart, t)}
    />
  );
}

function countsOf({counts}: ShownTable['rows'][number], {series}: StatisticsChart): Record<string, number> {
  return Object.fromEntries(series.map(({column, index}) => [column, counts[index] ?? 0]));
}

function seriesOf({series}: StatisticsChart, t: (words: Text) => string) {
  return series.map(({column, tone, dashed}) => ({
    name: column,
    label: t(columnNames[column]),
    color: `var(--tone-${tone})`,
    ...(dashed ? {strokeDasharray: '6 4'} : {}),
  }));
}

/** One picture to those who hear the page; its numbers are in the table beside it. */
function Picture({of, children}: {of: ShownTable['id']; children: ReactNode}) {
  const {t} = useText();
  return (
    <Box role="img" aria-label={t(statisticsText.chart(tableNames[of]))} className="statistics-chart">
      {children}
    </Box>
  );
}

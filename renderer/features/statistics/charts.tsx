import {BarChart, LineChart} from '@mantine/charts';
import '@mantine/charts/styles.css';
import {Box} from '@mantine/core';
import type {ReactNode} from 'react';
import {daysBetween, formatDate} from '../../../domain/dates.ts';
import {columnsOf, type StatisticsColumn} from '../../../domain/statistics-tables.ts';
import {allRow, columnNames, rowName, tableNames} from '../../../domain/statistics-words.ts';
import {useText} from '../../lib/language.tsx';
import {statisticsText} from '../../text/statistics.ts';
import {formatCount} from './format-count.ts';
import type {ShownTable} from './number-table.tsx';

const colours: Partial<Record<StatisticsColumn, string>> = {
  queue: 'var(--tone-wait)',
  occupied: 'var(--tone-calm)',
  period: 'var(--tone-calm)',
  measures: 'var(--tone-calm)',
  better: 'var(--tone-good)',
  none: 'var(--tone-off)',
  worse: 'var(--tone-late)',
  strict: 'var(--tone-good)',
  lenient: 'var(--tone-wait)',
  broken: 'var(--tone-late)',
  open: 'var(--tone-off)',
};

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

/** Bars of one table, one row below the other so that their long names can be read; several columns stand end to end. */
export function Bars({table: {id, rows}, columns}: {table: ShownTable; columns: readonly StatisticsColumn[]}) {
  const {t} = useText();
  const at = columns.map(column => [column, columnsOf[id].indexOf(column)] as const);
  const data = rows
    .filter(row => row.id !== allRow)
    .map(row => ({
      name: t(rowName(id, row.id)),
      ...Object.fromEntries(at.map(([column, index]) => [column, row.counts[index] ?? 0])),
    }));
  const isEmpty = rows.every(row => at.every(([, index]) => (row.counts[index] ?? 0) === 0));
  if (isEmpty) return null;
  return (
    <Picture of={id}>
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
        withLegend={columns.length > 1}
        series={columns.map(column => ({
          name: column,
          label: t(columnNames[column]),
          color: colours[column] ?? 'var(--tone-calm)',
        }))}
      />
    </Picture>
  );
}

/** Places and queue from day to day; the line of the places there are, where they are known. */
export function OccupancyLines({table: {id, rows}, places}: {table: ShownTable; places: number | null}) {
  const {t} = useText();
  const columns = (['occupied', 'queue'] as const).filter(column => {
    const index = columnsOf[id].indexOf(column);
    return rows.some(row => (row.counts[index] ?? null) !== null);
  });
  const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
  if (first === undefined || last === undefined || rows.length < 2) return null;
  // A year is told by its months; days need no year beside them.
  const isLong = daysBetween(first, last) > 120;
  const data = rows.map(row => ({
    day: isLong ? formatDate(row.id).slice(3) : formatDate(row.id).slice(0, 5),
    ...Object.fromEntries(columns.map(column => [column, row.counts[columnsOf[id].indexOf(column)] ?? 0])),
  }));
  return (
    <Picture of={id}>
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
        series={columns.map(column => ({
          name: column,
          label: t(columnNames[column]),
          color: colours[column] ?? 'var(--tone-calm)',
          ...(column === 'queue' ? {strokeDasharray: '6 4'} : {}),
        }))}
      />
    </Picture>
  );
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

import {columnsOf, type StatisticsColumn, type StatisticsTableId} from './statistics-tables.ts';
import {allRow, columnNames, tableNames} from './statistics-words.ts';
import {text, type Text} from './text.ts';

/** What is drawn of which table: the same on the screen, on paper and in the workbook. */

export type ChartTone = 'calm' | 'good' | 'wait' | 'late' | 'off';

export interface ChartSeries {
  readonly column: StatisticsColumn;
  /** Where the column stands among the counts of a row. */
  readonly index: number;
  readonly tone: ChartTone;
  readonly dashed: boolean;
}

export interface StatisticsChart {
  /** Bars of several columns stand end to end. */
  readonly kind: 'bars' | 'lines';
  readonly title: Text;
  readonly series: readonly ChartSeries[];
  /** A line at one height: how many places there are. */
  readonly places: number | null;
}

interface ShownRow {
  readonly id: string;
  readonly counts: readonly (number | null)[];
}

interface ShownTable {
  readonly id: StatisticsTableId;
  readonly rows: readonly ShownRow[];
}

type Drawn = readonly (readonly [StatisticsColumn, ChartTone])[];

const bars: Partial<Record<StatisticsTableId, Drawn>> = {
  category: [['period', 'calm']],
  services: [['measures', 'calm']],
  monitoring: [
    ['better', 'good'],
    ['none', 'off'],
    ['worse', 'late'],
  ],
  deadlines: [
    ['strict', 'good'],
    ['lenient', 'wait'],
    ['broken', 'late'],
    ['open', 'off'],
  ],
};

const lines: Drawn = [
  ['occupied', 'calm'],
  ['queue', 'wait'],
];

/** The rows that are drawn: all but the sums, which stand last. */
export function chartRows<Row extends {readonly id: string}>(rows: readonly Row[]): Row[] {
  return rows.filter(({id}) => id !== allRow);
}

/** Null: the table has no chart, or there is nothing to be seen on it. */
export function chartOf(table: ShownTable, places: number | null): StatisticsChart | null {
  return table.id === 'occupancy' ? linesOf(table, places) : barsOf(table);
}

function barsOf({id, rows}: ShownTable): StatisticsChart | null {
  const series = seriesOf(id, bars[id] ?? []);
  if (rows.every(({counts}) => series.every(({index}) => (counts[index] ?? 0) === 0))) return null;
  return {kind: 'bars', title: titleOf(id, series), series, places: null};
}

/** Places and queue from day to day; the line of the places there are, where they are known. */
function linesOf({id, rows}: ShownTable, places: number | null): StatisticsChart | null {
  if (rows.length < 2) return null;
  const series = seriesOf(id, lines).filter(({index}) => rows.some(({counts}) => (counts[index] ?? null) !== null));
  return {kind: 'lines', title: titleOf(id, series), series, places};
}

function seriesOf(id: StatisticsTableId, drawn: Drawn): ChartSeries[] {
  return drawn.map(([column, tone]) => ({
    column,
    index: columnsOf[id].indexOf(column),
    tone,
    dashed: column === 'queue',
  }));
}

/** Several columns have their names in the legend; where there is one, the title says what it counts. */
function titleOf(id: StatisticsTableId, series: readonly ChartSeries[]): Text {
  const [only, second] = series;
  if (only === undefined || second !== undefined) return tableNames[id];
  const [table, column] = [tableNames[id], columnNames[only.column]];
  return text(`${table.kk}: ${column.kk.toLowerCase()}`, `${table.ru}: ${column.ru.toLowerCase()}`);
}

import {formatDate, type IsoDate} from '../../domain/dates.ts';
import {chartOf, chartRows} from '../../domain/statistics-charts.ts';
import {columnsOf, type StatisticsTableId} from '../../domain/statistics-tables.ts';
import {columnNames, rowHeads, rowName, tableNames, tableNotes} from '../../domain/statistics-words.ts';
import type {Period} from '../../domain/statistics-period.ts';
import {text, type Text} from '../../domain/text.ts';
import {numberCell, textCell, type DataSheet} from './sheet.ts';

/** Tables as they are shown: the counts of each row in the order of its table's columns. */
interface ShownTable {
  readonly id: StatisticsTableId;
  readonly rows: readonly {readonly id: string; readonly counts: readonly (number | null)[]}[];
}

export const aboutHeads: readonly Text[] = [text('Есеп туралы', 'Об отчете'), text('Мәні', 'Значение')];

const placesHead = text('Орын саны', 'Число мест');

/** What the workbook is about, and then one sheet for each table, with the chart that the screen shows of it. */
export function statisticsSheets(shown: {
  readonly organisation: Text;
  readonly unit: Text | null;
  readonly period: Period;
  readonly lastDay: IsoDate;
  readonly places: number | null;
  readonly tables: readonly ShownTable[];
}): readonly DataSheet[] {
  const {organisation, unit, period, lastDay, places, tables} = shown;
  const days = `${formatDate(period.from)} – ${formatDate(period.to)}`;
  const last = formatDate(lastDay);
  return [
    {
      name: text('Есеп туралы', 'Об отчете'),
      heads: aboutHeads,
      rows: [
        [textCell(text('Ұйым', 'Организация')), textCell(organisation)],
        [textCell(text('Бөлімше', 'Отделение')), textCell(unit ?? text('бүкіл ұйым', 'вся организация'))],
        [textCell(text('Кезең', 'Период')), textCell(text(days, days))],
        [textCell(text('Соңғы күн', 'Последний день')), textCell(text(last, last))],
        [textCell(placesHead), numberCell(places)],
        ...tables.map(({id}) => [textCell(tableNames[id]), textCell(tableNotes[id])]),
      ],
    },
    ...tables.map(table => tableSheet(table, places)),
  ];
}

/** A line of the chart that is no column of the table has one here: a chart is drawn of cells. */
function tableSheet(table: ShownTable, places: number | null): DataSheet {
  const {id, rows} = table;
  const chart = chartOf(table, places);
  const heads = [rowHeads[id], ...columnsOf[id].map(column => columnNames[column])];
  const hasPlaces = (chart?.places ?? null) !== null;
  return {
    name: tableNames[id],
    heads: [...heads, ...(hasPlaces ? [placesHead] : [])],
    rows: rows.map(row => [
      textCell(rowName(id, row.id)),
      ...row.counts.map(numberCell),
      ...(hasPlaces ? [numberCell(places)] : []),
    ]),
    chart: chart && {
      kind: chart.kind,
      title: chart.title,
      rows: chartRows(rows).length,
      series: [
        ...chart.series.map(({index, tone, dashed}) => ({column: index + 1, tone, dashed})),
        ...(hasPlaces ? [{column: heads.length, tone: 'off' as const, dashed: false}] : []),
      ],
    },
  };
}

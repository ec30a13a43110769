import {formatDate} from '../../domain/dates.ts';
import {
  columnIndex,
  movementTable,
  occupancyTable,
  recipientTable,
  statusTable,
} from '../../domain/statistics-people.ts';
import {statisticsTableIds, type StatisticsTable, type StatisticsTableId} from '../../domain/statistics-tables.ts';
import {text, type Language, type Text} from '../../domain/text.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {findFacility} from '../../db/queries/facility.ts';
import {countedUnits, namedPage} from '../../db/queries/statistics.ts';
import type {DataSheet} from '../../templates/sheets/sheet.ts';
import {statisticsSheets} from '../../templates/sheets/statistics.ts';
import {encodeBytes} from '../contract/bytes.ts';
import type {statisticsCalls, StatisticsView} from '../contract/statistics.ts';
import {workbook, type WorkbookSheet} from '../excel/workbook.ts';
import type {AreaHandlers} from './context.ts';
import {orMissing, orderRefusals, refuseIf} from './refusals.ts';
import {saveFile} from './save-file.ts';
import {deadlinesTable, monitoringTable, servicesTable} from './statistics/paper-tables.ts';
import {scopeOf, type Scope} from './statistics/scope.ts';

interface Wanted {
  readonly from: string;
  readonly to: string;
  readonly unitId: string | null;
}

export const statisticsHandlers: AreaHandlers<typeof statisticsCalls> = {
  get({db, today}, wanted) {
    return viewOf(db, today, wanted);
  },

  list({db, today}, {table: id, row, column, offset, limit, ...wanted}) {
    const index = orMissing(columnIndex(id, column) ?? undefined);
    const table = tableOf(id, wantedScope(db, today, wanted));
    const cell = orMissing(table.rows.find(each => each.id === row)?.cells[index] ?? undefined);
    const entries = cell.entries();
    const page = namedPage(
      db,
      entries.map(({recipientId}) => recipientId),
      {offset, limit},
    );
    return {
      total: cell.count,
      items: page.flatMap(({position, bornOn, ...name}) => {
        const entry = entries[position];
        return entry === undefined ? [] : [{...entry, name, bornOn}];
      }),
    };
  },

  async excel({db, today}, {language, ...wanted}) {
    const {bytes, fileName} = await workbookOf(db, today, wanted, language);
    return {file: encodeBytes(bytes), fileName};
  },

  async saveExcel({db, today, platform}, {language, ...wanted}) {
    const {bytes, fileName} = await workbookOf(db, today, wanted, language);
    return saveFile(platform, fileName, bytes);
  },
};

function viewOf(db: ReadableDb, today: string, wanted: Wanted): StatisticsView {
  const scope = wantedScope(db, today, wanted);
  const units = countedUnits(db);
  const unit = units.find(({id}) => id === wanted.unitId);
  return {
    lastDay: scope.lastDay,
    places: (unit ?? findFacility(db))?.places ?? null,
    units: units.map(({id, nameKk, nameRu}) => ({id, name: {kk: nameKk, ru: nameRu}})),
    tables: statisticsTableIds.map(id => ({
      id,
      rows: tableOf(id, scope).rows.map(row => ({id: row.id, counts: row.cells.map(cell => cell?.count ?? null)})),
    })),
  };
}

function wantedScope(db: ReadableDb, today: string, {from, to, unitId}: Wanted): Scope {
  refuseIf(orderRefusals('to', from, to));
  if (unitId !== null) orMissing(countedUnits(db).find(({id}) => id === unitId));
  return scopeOf(db, today, {from, to}, unitId);
}

function tableOf(id: StatisticsTableId, scope: Scope): StatisticsTable {
  switch (id) {
    case 'status':
      return statusTable(scope);
    case 'category':
    case 'sex':
    case 'age':
      return recipientTable(id, scope);
    case 'movement':
      return movementTable(scope);
    case 'occupancy':
      return occupancyTable(scope);
    case 'services':
      return servicesTable(scope);
    case 'monitoring':
      return monitoringTable(scope);
    case 'deadlines':
      return deadlinesTable(scope);
  }
}

const fileTitle = text('Статистика', 'Статистика');

async function workbookOf(
  db: ReadableDb,
  today: string,
  wanted: Wanted,
  language: Language,
): Promise<{bytes: Uint8Array; fileName: string}> {
  const {tables, places, lastDay, units} = viewOf(db, today, wanted);
  const facility = findFacility(db);
  const sheets = statisticsSheets({
    organisation: text(facility?.nameKk ?? '', facility?.nameRu ?? ''),
    unit: units.find(({id}) => id === wanted.unitId)?.name ?? null,
    period: wanted,
    lastDay,
    places,
    tables,
  });
  const bytes = await workbook(sheets.map(sheet => inLanguage(sheet, language)));
  return {bytes, fileName: `${fileTitle[language]} ${formatDate(wanted.from)}-${formatDate(wanted.to)}.xlsx`};
}

function inLanguage({name, heads, rows, chart}: DataSheet, language: Language): WorkbookSheet {
  const say = (words: Text): string => words[language];
  return {
    name: say(name),
    head: heads.map(say),
    rows: rows.map(row =>
      row.map(cell => (cell.type === 'text' ? say(cell.value) : cell.type === 'number' ? cell.value : null)),
    ),
    widths: heads.map((_, index) => (index === 0 ? 44 : 20)),
    onOnePage: true,
    chart: chart ? {...chart, title: say(chart.title)} : null,
  };
}

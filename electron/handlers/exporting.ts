import {formatDate} from '../../domain/dates.ts';
import type {Language} from '../../domain/text.ts';
import {encodeBytes} from '../contract/bytes.ts';
import type {exportingCalls, WantedList} from '../contract/exporting.ts';
import {workbook} from '../excel/workbook.ts';
import type {AreaHandlers} from './context.ts';
import {exportEverything} from './exporting/everything.ts';
import {peopleTable, queueTable, staffTable, todayTable, type ListContext, type ListTable} from './exporting/lists.ts';
import {fileNameOf} from './paper-file-name.ts';
import {wordingOf} from './person-copy/readable.ts';
import {saveFile} from './save-file.ts';

export const exportingHandlers: AreaHandlers<typeof exportingCalls> = {
  async excel(context, {list, language}) {
    const {bytes, fileName} = await made(context, list, language);
    return {file: encodeBytes(bytes), fileName};
  },

  async saveExcel(context, {list, language}) {
    const {bytes, fileName} = await made(context, list, language);
    return saveFile(context.platform, fileName, bytes);
  },

  everything(context, {language}) {
    return {jobId: context.jobs.start(exportEverything(context, language))};
  },
};

interface Made {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

function made(context: ListContext, list: WantedList, language: Language): Promise<Made> {
  switch (list.what) {
    case 'people':
      return tabulated(context, peopleTable(context, list), language);
    case 'staff':
      return tabulated(context, staffTable(context, list), language);
    case 'today':
      return tabulated(context, todayTable(context, list), language);
    case 'queue':
      return tabulated(context, queueTable(context), language);
  }
}

async function tabulated<Row>(
  {db, today}: ListContext,
  {title, columns, rows}: ListTable<Row>,
  language: Language,
): Promise<Made> {
  const wording = wordingOf(db, language);
  const bytes = await workbook([
    {
      name: title[language],
      head: columns.map(({head}) => head[language]),
      rows: rows.map(row => columns.map(({cell}) => cell(row, wording))),
      widths: columns.map(({width}) => width ?? 18),
    },
  ]);
  return {bytes, fileName: fileNameOf([title[language], formatDate(today)], 'xlsx')};
}

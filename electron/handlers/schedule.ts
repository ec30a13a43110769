import type {ReadableDb} from '../../db/connection.ts';
import {encodeBytes} from '../contract/bytes.ts';
import type {scheduleCalls} from '../contract/schedule.ts';
import {workbook} from '../excel/workbook.ts';
import type {AreaHandlers, QueryContext} from './context.ts';
import {saveFile} from './save-file.ts';
import {monthOf} from './schedule/month.ts';
import {monthSheet, monthFileName} from './schedule/month-paper.ts';
import {yearOf} from './schedule/year.ts';
import {yearSheet, yearFileName} from './schedule/year-paper.ts';
import type {Language} from '../../domain/text.ts';
import type {PictureSource} from './schedule/picture.ts';

export const scheduleHandlers: AreaHandlers<typeof scheduleCalls> = {
  month({db, today}, wanted) {
    return monthOf(db, today, wanted);
  },

  year({db, today}, wanted) {
    return yearOf(db, today, wanted);
  },

  async excel(context, {source, language}) {
    const {bytes, fileName} = await tabulated(context, source, language);
    return {file: encodeBytes(bytes), fileName};
  },

  async saveExcel(context, {source, language}) {
    const {bytes, fileName} = await tabulated(context, source, language);
    return saveFile(context.platform, fileName, bytes);
  },
};

async function tabulated(
  {db, today}: Pick<QueryContext, 'db' | 'today'>,
  source: PictureSource,
  language: Language,
): Promise<{bytes: Uint8Array; fileName: string}> {
  const {sheet, fileName} = sheetOf(db, today, source, language);
  return {bytes: await workbook([sheet]), fileName: fileName('xlsx')};
}

function sheetOf(db: ReadableDb, today: string, source: PictureSource, language: Language) {
  if (source.kind === 'month') {
    return {
      sheet: monthSheet(monthOf(db, today, source), language),
      fileName: (ending: 'pdf' | 'xlsx') => monthFileName(source.month, language, ending),
    };
  }
  const view = yearOf(db, today, source);
  return {
    sheet: yearSheet(view, language),
    fileName: (ending: 'pdf' | 'xlsx') => yearFileName(view, source.year, language, ending),
  };
}

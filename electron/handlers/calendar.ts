import {eq} from 'drizzle-orm';
import {tableOf} from '../../domain/calendar-settings.ts';
import {addDays, type IsoDate} from '../../domain/dates.ts';
import {readHolidayTable, writeHolidayTable} from '../../domain/holiday-table.ts';
import {unsetTerms, type LocalTerm} from '../../domain/local-terms.ts';
import {calendarSettings, countingOf, localTermsOf} from '../../db/deadlines/counting.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {findFacility} from '../../db/queries/facility.ts';
import {calendarEdit} from '../../db/schema/facility.ts';
import {dropSetting, writeSetting} from '../../db/settings.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';
import {deadlines} from '../../templates/editions/308-2022/deadlines.ts';
import type {calendarCalls, SpecialDay} from '../contract/calendar.ts';
import {invalid, type AreaHandlers} from './context.ts';
import {lengthRefusals, lineOrNull, refusal, refuseIf} from './refusals.ts';

export const calendarHandlers: AreaHandlers<typeof calendarCalls> = {
  get({db}) {
    const settings = calendarSettings(db);
    const {version, fromYear, toYear} = tableOf(settings, kzHolidays);
    const isOwn = settings.table !== null;
    const fromRegistry = !isOwn && settings.registry !== null;
    return {week: settings.week, table: {version, fromYear, toYear, isOwn, fromRegistry}};
  },

  year({db}, {year}) {
    const {calendar, calendarSettings: settings} = countingOf(db);
    const edited = new Set(settings.edits.map(edit => edit.date));
    const days: SpecialDay[] = [];
    let workingDays = 0;
    for (let date: IsoDate = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
      const working = calendar.isWorkingDay(date);
      if (working) workingDays += 1;
      const reason = calendar.reason(date);
      if (reason === null || !calendar.isSpecial(date)) continue;
      days.push({date, working, reason: {...reason}, decided: calendar.decided(date), edited: edited.has(date)});
    }
    return {days, workingDays};
  },

  moved({db}) {
    const found = db
      .prepare<{count: number}>('SELECT count(*) AS count FROM deadline WHERE moved_because IS NOT NULL')
      .get();
    return {count: found?.count ?? 0};
  },

  setWeek(context, {week}) {
    writeSetting(context.db, 'working-week', week);
    return {};
  },

  saveEdit(context, {date, working, reason}) {
    const kept = lineOrNull(reason);
    refuseIf(kept === null && refusal('reason', 'required'), lengthRefusals([['reason', kept, longestReason]]));
    context.db
      .insert(calendarEdit)
      .values({id: date, working, reason: kept ?? ''})
      .onConflictDoUpdate({target: calendarEdit.id, set: {working, reason: kept ?? ''}})
      .run();
    return {};
  },

  removeEdit(context, {date}) {
    context.db.delete(calendarEdit).where(eq(calendarEdit.id, date)).run();
    return {};
  },

  importTable(context, {file}) {
    const read = readHolidayTable(file);
    if ('refusals' in read) {
      throw invalid(...read.refusals.map(({code, path}) => ({field: path.join('.'), problem: `calendar-${code}`})));
    }
    writeSetting(context.db, 'holiday-table', read.table);
    return {version: read.table.version};
  },

  dropTable(context) {
    dropSetting(context.db, 'holiday-table');
    return {};
  },

  exportTable({db}) {
    const table = tableOf(calendarSettings(db), kzHolidays);
    return {file: writeHolidayTable(table), fileName: `${table.version.replaceAll(/[^\w.-]/g, '-')}.json`};
  },

  counting({db}) {
    const {countedFrom, quarter} = countingOf(db);
    return {countedFrom, quarter, terms: [...termsOf(db)]};
  },

  saveCounting(context, {countedFrom, quarter, terms}) {
    const {db} = context;
    const possible = new Set(termsOf(db).map(term => term.kind));
    refuseIf(terms.some(term => !possible.has(term.kind)) && refusal('terms', 'malformed'));
    if (countedFrom === null) dropSetting(db, 'counted-from');
    else writeSetting(db, 'counted-from', countedFrom);
    writeSetting(db, 'quarter', quarter);
    writeSetting(db, 'local-terms', terms);
    return {};
  },
};

const longestReason = 300;

/** Every term that the order leaves to an organisation of this type: as it was set, or empty. */
function termsOf(db: ReadableDb): readonly LocalTerm[] {
  const type = findFacility(db)?.type;
  if (type === undefined) return [];
  const set = localTermsOf(db);
  return unsetTerms(type, deadlines).map(
    empty => set.find(term => term.kind === empty.kind && term.organisationType === type) ?? empty,
  );
}

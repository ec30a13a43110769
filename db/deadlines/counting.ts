import {calendarOf, calendarVersion, type CalendarSettings} from '../../domain/calendar-settings.ts';
import type {Calendar, HolidayTable, WorkingWeek} from '../../domain/calendar.ts';
import type {IsoDate} from '../../domain/dates.ts';
import type {DeadlineRule, QuarterReading} from '../../domain/deadline-rule.ts';
import {areYearsApart} from '../../domain/layered-calendar.ts';
import {localTermRules, type LocalTerm} from '../../domain/local-terms.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';
import {deadlines} from '../../templates/editions/308-2022/deadlines.ts';
import type {ReadableDb} from '../connection.ts';
import {contentInForce} from '../queries/reference.ts';
import {readSetting} from '../settings.ts';

/** What the counting of deadlines follows beside the facts: the calendar, the rules, the facility's own choices. */
export interface Counting {
  readonly calendar: Calendar;
  readonly calendarVersion: string;
  readonly calendarSettings: CalendarSettings;
  readonly rules: readonly DeadlineRule[];
  readonly localTerms: readonly DeadlineRule[];
  /** The day from which the facility works with the program: what ran out earlier raises no alarm. */
  readonly countedFrom: IsoDate | null;
  readonly quarter: QuarterReading;
  readonly noticeDays: ReadonlyMap<string, number>;
}

export function calendarSettings(db: ReadableDb): CalendarSettings {
  const edits = db
    .prepare<{date: IsoDate; working: number; reason: string}>(
      'SELECT id AS date, working, reason FROM calendar_edit ORDER BY id',
    )
    .all()
    .map(edit => ({...edit, working: edit.working === 1}));
  return {
    week: readSetting<WorkingWeek>(db, 'working-week') ?? 'five',
    table: readSetting<HolidayTable>(db, 'holiday-table') ?? null,
    registry: registryTable(db),
    edits,
  };
}

/** Years that would seem to be decided because they lie between two tables are worth less than no table. */
function registryTable(db: ReadableDb): HolidayTable | null {
  const table = contentInForce(db, 'calendar');
  return table === undefined || areYearsApart(table, kzHolidays) ? null : table;
}

/** The terms that the facility has set for what the order does not state of its type. */
export function localTermsOf(db: ReadableDb): readonly LocalTerm[] {
  return readSetting<LocalTerm[]>(db, 'local-terms') ?? [];
}

export function countingOf(db: ReadableDb): Counting {
  const settings = calendarSettings(db);
  const localTerms = localTermRules(localTermsOf(db), deadlines);
  return {
    ...calendarFor(settings),
    rules: deadlines,
    localTerms,
    countedFrom: readSetting<IsoDate>(db, 'counted-from') ?? null,
    quarter: readSetting<QuarterReading>(db, 'quarter') ?? 'calendar',
    noticeDays: new Map([...deadlines, ...localTerms].map(rule => [rule.id, rule.noticeDays])),
  };
}

type ForCalendar = Pick<Counting, 'calendar' | 'calendarVersion' | 'calendarSettings'>;

/** Working out the days of all years takes longer than counting one person. */
let lastMade: {readonly key: string; readonly made: ForCalendar} | undefined;

function calendarFor(settings: CalendarSettings): ForCalendar {
  const key = JSON.stringify(settings);
  if (lastMade?.key === key) return lastMade.made;
  const made = {
    calendar: calendarOf(settings, kzHolidays),
    calendarVersion: calendarVersion(settings, kzHolidays),
    calendarSettings: settings,
  };
  lastMade = {key, made};
  return made;
}

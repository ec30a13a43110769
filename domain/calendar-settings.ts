import {must} from './assert.ts';
import {makeCalendar, type Calendar, type CalendarEdit, type HolidayTable, type WorkingWeek} from './calendar.ts';
import {addDays, formatDate, type IsoDate} from './dates.ts';
import {layered} from './layered-calendar.ts';
import {text, type Text} from './text.ts';

/** What a facility keeps of its calendar. */
export interface CalendarSettings {
  readonly week: WorkingWeek;
  /** The facility's own, imported from a file: in place of the others. */
  readonly table: HolidayTable | null;
  /** Given by the registry: over the built-in one, for its years. */
  readonly registry?: HolidayTable | null;
  readonly edits: readonly CalendarEdit[];
}

export function calendarOf(settings: CalendarSettings, builtIn: HolidayTable): Calendar {
  return makeCalendar(tableOf(settings, builtIn), settings);
}

/** The table that is counted by; the edits of single days stand above it. */
export function tableOf(
  {table, registry}: Pick<CalendarSettings, 'table' | 'registry'>,
  builtIn: HolidayTable,
): HolidayTable {
  if (table !== null) return table;
  return registry === null || registry === undefined ? builtIn : layered(builtIn, registry);
}

/**
 * Which calendar a count used, as a short string: the same days always give the same one. It names the table and the
 * week, and tells by a fingerprint that the table or the edits differ. The wording of reasons does not count.
 */
export function calendarVersion(settings: CalendarSettings, builtIn: HolidayTable): string {
  const table = tableOf(settings, builtIn);
  const parts = [table.version, fingerprint(tableDays(table)), settings.week];
  // As in the calendar itself, the last edit of a day holds.
  const edits = [...new Map(settings.edits.map(edit => [edit.date, edit.working]))];
  if (edits.length > 0) parts.push(fingerprint(edits.map(([date, working]) => `${date}${working ? '+' : '-'}`)));
  return parts.join('/');
}

/** A day that one calendar calls worked and the other off, and why. */
export interface CalendarDayChange {
  readonly date: IsoDate;
  readonly working: boolean;
  /** Why it is so now; where nothing is special about the day now, why it was otherwise before. */
  readonly reason: Text;
}

/** What differs between two calendars in a period, the last day included. */
export function calendarChange(before: Calendar, after: Calendar, from: IsoDate, to: IsoDate): CalendarDayChange[] {
  const changes: CalendarDayChange[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const working = after.isWorkingDay(date);
    if (working === before.isWorkingDay(date)) continue;
    const cancelled = before.reason(date);
    changes.push({date, working, reason: after.reason(date) ?? (cancelled ? noLonger(cancelled) : commonDay)});
  }
  return changes;
}

/** «Moved from 12.03.2027 to 15.03.2027, because …»: what a changed calendar did to one deadline. */
export function movedBecause(from: IsoDate, to: IsoDate, changes: readonly CalendarDayChange[]): Text {
  const reasons = changes.map(({date, working, reason}) => {
    const [kk, ru] = working ? ['жұмыс күні', 'рабочий день'] : ['жұмыс күні емес', 'нерабочий день'];
    return text(`${formatDate(date)} – ${kk} (${reason.kk})`, `${formatDate(date)} – ${ru} (${reason.ru})`);
  });
  const [kk, ru] = [reasons.map(reason => reason.kk).join('; '), reasons.map(reason => reason.ru).join('; ')];
  return text(
    `мерзім ${formatDate(from)} күнінен ${formatDate(to)} күніне ауысты, себебі: ${kk}`,
    `срок перенесен с ${formatDate(from)} на ${formatDate(to)}, потому что: ${ru}`,
  );
}

const commonDay = text('кәдімгі күн', 'обычный день');

function noLonger(reason: Text): Text {
  return text(`енді жоқ: ${reason.kk}`, `больше не действует: ${reason.ru}`);
}

/** What of a table decides about days, one line each; its names do not. */
function tableDays({fromYear, toYear, fixed, dated, swaps}: HolidayTable): string[] {
  return [
    `years ${fromYear} ${toYear}`,
    ...fixed.map(day => ['fixed', day.month, day.day, day.fromYear, day.toYear, day.moves].join(' ')),
    ...dated.map(day => ['dated', day.date, day.decided].join(' ')),
    ...swaps.map(swap => ['swap', swap.works, swap.rests].join(' ')),
  ];
}

/** FNV-1a of 32 bits over the lines in a fixed order: to tell versions apart, not to protect anything. */
function fingerprint(lines: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of [...lines].sort().join('\n')) {
    hash = Math.imul(hash ^ must(character.codePointAt(0)), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

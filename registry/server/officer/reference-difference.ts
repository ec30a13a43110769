import {calendarChange} from '../../../domain/calendar-settings.ts';
import {makeCalendar, type Calendar, type HolidayTable} from '../../../domain/calendar.ts';
import {formatDate} from '../../../domain/dates.ts';
import {layered} from '../../../domain/layered-calendar.ts';
import {text, type Text} from '../../../domain/text.ts';
import {kzHolidays} from '../../../templates/calendar/kz-holidays.ts';
import {codeKey, codeListNames, type CodeEntry, type CodeListName} from '../../protocol/code-lists.ts';
import {correctionKey, facilityKey, type ReferenceContent} from '../../protocol/reference.ts';
import {codeListTexts} from './reference-words.ts';

/** What a new version says otherwise than the one in force, in words. */
export interface Difference {
  readonly added: readonly Text[];
  readonly changed: readonly Text[];
  readonly removed: readonly Text[];
}

/** `before`: undefined where nothing of the kind is in force yet. Both are of one kind. */
export function differenceOf(before: ReferenceContent | undefined, after: ReferenceContent): Difference {
  if ('facilities' in after) {
    const were = before !== undefined && 'facilities' in before ? before.facilities : [];
    return compare(were, after.facilities, facilityKey, ({nameKk, nameRu, placeKk, placeRu}) =>
      text(joined(nameKk, placeKk), joined(nameRu, placeRu)),
    );
  }
  if ('corrections' in after) {
    const were = before !== undefined && 'corrections' in before ? before.corrections : [];
    return compare(were, after.corrections, correctionKey, ({edition, field, kk, ru}) =>
      text(`${edition}, ${field}: ${kk}`, `${edition}, ${field}: ${ru}`),
    );
  }
  if ('lists' in after) {
    return compare(listed(before), listed(after), ({list, ...entry}) => `${list} ${codeKey(entry)}`, saidOf);
  }
  return daysOf(before !== undefined && 'fixed' in before ? before : undefined, after);
}

interface ListedCode extends CodeEntry {
  readonly list: CodeListName;
}

function listed(content: ReferenceContent | undefined): ListedCode[] {
  if (content === undefined || !('lists' in content)) return [];
  return codeListNames.flatMap(list => content.lists[list].map(entry => ({list, ...entry})));
}

/** Words of one language alone would leave the others unseen. */
function saidOf({list, code, kk, ru}: ListedCode): Text {
  const words = [code, `${kk} / ${ru}`].filter(part => part !== '').join(' ');
  return text(`${codeListTexts[list].kk}: ${words}`, `${codeListTexts[list].ru}: ${words}`);
}

function compare<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  say: (item: Item) => Text,
): Difference {
  const were = new Map(before.map(item => [keyOf(item), item]));
  const are = new Map(after.map(item => [keyOf(item), item]));
  const changed = after.flatMap(item => {
    const was = were.get(keyOf(item));
    if (was === undefined || JSON.stringify(was) === JSON.stringify(item)) return [];
    const [old, made] = [say(was), say(item)];
    return [text(`${old.kk} → ${made.kk}`, `${old.ru} → ${made.ru}`)];
  });
  return {
    added: after.filter(item => !were.has(keyOf(item))).map(say),
    changed,
    removed: before.filter(item => !are.has(keyOf(item))).map(say),
  };
}

/** The days that are worked or off otherwise, for the five-day week: what a table comes to, with all that it moves. */
function daysOf(before: HolidayTable | undefined, after: HolidayTable): Difference {
  const [old, made] = [before === undefined ? kzHolidays : layered(kzHolidays, before), layered(kzHolidays, after)];
  const calendar = (table: HolidayTable): Calendar => makeCalendar(table, {week: 'five', edits: []});
  const [first, last] = [Math.min(old.fromYear, made.fromYear), Math.max(old.toYear, made.toYear)];
  const days = calendarChange(calendar(old), calendar(made), `${first}-01-01`, `${last}-12-31`).map(
    ({date, working, reason}) => {
      const [kk, ru] = working ? ['жұмыс күні', 'рабочий день'] : ['жұмыс күні емес', 'нерабочий день'];
      return {
        working,
        say: text(`${formatDate(date)} – ${kk} (${reason.kk})`, `${formatDate(date)} – ${ru} (${reason.ru})`),
      };
    },
  );
  return {
    added: days.filter(({working}) => !working).map(({say}) => say),
    changed: [],
    removed: days.filter(({working}) => working).map(({say}) => say),
  };
}

function joined(name: string, place: string | null): string {
  return place === null ? name : `${name}, ${place}`;
}

import {formatDate, longDate, weekday} from '../../domain/dates.ts';
import {must} from '../../domain/assert.ts';
import {fullName, type PersonName} from '../../domain/person.ts';
import {
  ageWords,
  monthTitle,
  scheduleKindNames,
  scheduleStateNames,
  shortKindNames,
  weekdayNames,
} from '../../domain/schedule-words.ts';
import {weeksOf, type ScheduleKind, type ScheduleState} from '../../domain/schedule.ts';
import {text, type PrintLanguage, type Text} from '../../domain/text.ts';
import type {Cell, Content, PrintDefinition} from './definition.ts';
import {pageFrame} from './page.ts';
import {fragments} from './printable-text.ts';
import {inOneLine} from './words.ts';

interface PrintedEntry {
  readonly kind: ScheduleKind;
  readonly state: ScheduleState;
  readonly name: PersonName;
  readonly latestOn: string | null;
  readonly age: number | null;
}

interface PrintedDay {
  readonly date: string;
  readonly off: boolean;
  readonly reason: Text | null;
  readonly entries: readonly PrintedEntry[];
}

interface MonthPrint {
  readonly organisation: Text;
  /** `2026-11`. */
  readonly month: string;
  readonly days: readonly PrintedDay[];
  readonly language: PrintLanguage;
  /** UTC, ISO with Z. */
  readonly madeAt: string;
}

const nothing = text('Бұл айда ештеңе белгіленбеген.', 'В этом месяце ничего не отмечено.');
const dayOff = text('демалыс', 'выходной');
const latest = text('ең кеші', 'крайний срок');

const fontSize = 9.5;
const smallSize = 8;
/** So much of the kinds of a day; the rest stands in the list below. */
const kindsInCell = 4;
const offColour = '#ececec';

/** The month on one page as it hangs on a wall, and below it each day with its people. No form of the order. */
export function monthPaper(print: MonthPrint): PrintDefinition {
  const {days, month, language, organisation, madeAt} = print;
  const {margins, width} = pageFrame('landscape');
  const title = inOneLine(monthTitle(month), language);
  const full = days.filter(({entries}) => entries.length > 0);
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: margins,
    content: [
      {text: fragments(inOneLine(organisation, language), fontSize, width), margin: [0, 0, 0, 2]},
      {text: fragments(title, 15, width, {bold: true}), fontSize: 15, margin: [0, 0, 0, 6]},
      grid(print, width),
      ...(full.length === 0
        ? [{text: inOneLine(nothing, language), margin: [0, 10, 0, 0] as const}]
        : full.flatMap(day => dayList(day, language, width))),
    ],
    fontSize,
    footnote: title,
    watermark: null,
    language: language === 'ru' ? 'ru-KZ' : 'kk-KZ',
    info: {title, form: 'month', record: null, madeAt},
  };
}

function grid({days, month, language}: MonthPrint, width: number): Content {
  const byDate = new Map(days.map(day => [day.date, day]));
  const room = width / 7 - 8;
  return {
    table: {
      widths: Array.from({length: 7}, () => '*' as const),
      headerRows: 1,
      dontBreakRows: true,
      body: [
        weekdayNames.map(name => ({
          text: fragments(inOneLine(name, language), smallSize, room, {bold: true}),
          fontSize: smallSize,
          alignment: 'center' as const,
        })),
        ...weeksOf(month).map(week =>
          week.map(date => cellOf(date === null ? undefined : byDate.get(date), language, room)),
        ),
      ],
    },
    layout: 'grid',
  };
}

function cellOf(day: PrintedDay | undefined, language: PrintLanguage, room: number): Cell {
  if (day === undefined) return {text: ''};
  const kinds = [...Map.groupBy(day.entries, ({kind}) => kind)];
  const lines = [
    ...(day.off ? [inOneLine(day.reason ?? dayOff, language)] : []),
    ...kinds.slice(0, kindsInCell).map(([kind, of]) => `${inOneLine(shortKindNames[kind], language)}: ${of.length}`),
    ...(kinds.length > kindsInCell ? ['…'] : []),
  ];
  return {
    stack: [
      {text: String(Number(day.date.slice(8))), bold: true, fontSize: 11},
      ...lines.map((line): Content => ({text: fragments(line, smallSize, room), fontSize: smallSize})),
    ],
    ...(day.off ? {fillColor: offColour} : {}),
  };
}

function dayList(day: PrintedDay, language: PrintLanguage, width: number): Content[] {
  const date = inOneLine(longDate(day.date), language);
  const name = inOneLine(must(weekdayNames[weekday(day.date) - 1]), language);
  return [
    {
      text: fragments(`${date}, ${name}`, fontSize, width, {bold: true}),
      margin: [0, 8, 0, 1],
      headlineLevel: 30,
    },
    ...day.entries.map((entry): Content => ({
      text: fragments(entryWords(entry, language), fontSize, width - 12),
      margin: [12, 0, 0, 1],
    })),
  ];
}

function entryWords({name, kind, state, latestOn, age}: PrintedEntry, language: PrintLanguage): string {
  const parts = [
    inOneLine(scheduleKindNames[kind], language),
    ...(age === null ? [] : [inOneLine(ageWords(age), language)]),
    ...(latestOn === null ? [] : [`${inOneLine(latest, language)} ${formatDate(latestOn)}`]),
    ...(state === 'overdue' || state === 'done' ? [inOneLine(scheduleStateNames[state], language)] : []),
  ];
  return `${fullName(name)} – ${parts.join(', ')}`;
}

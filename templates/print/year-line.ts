import {addDays, formatDate} from '../../domain/dates.ts';
import {fullName, type PersonName} from '../../domain/person.ts';
import {monthNames, scheduleStateNames, yearTrackNames} from '../../domain/schedule-words.ts';
import type {ScheduleState} from '../../domain/schedule.ts';
import {text, type PrintLanguage, type Text} from '../../domain/text.ts';
import {placeInYear, yearTracks, type YearTrack} from '../../domain/year-line.ts';
import type {Cell, Content, PrintDefinition, Shape} from './definition.ts';
import {pageFrame} from './page.ts';
import {fragments} from './printable-text.ts';
import {inOneLine} from './words.ts';

interface YearLinePrint {
  readonly organisation: Text;
  readonly name: PersonName;
  readonly year: number;
  readonly spans: readonly {
    readonly track: YearTrack;
    readonly from: string;
    readonly to: string;
    readonly openEnd: boolean;
    readonly what: Text;
  }[];
  readonly marks: readonly {
    readonly track: YearTrack;
    readonly on: string;
    readonly state: ScheduleState;
    readonly what: Text;
  }[];
  readonly language: PrintLanguage;
  /** UTC, ISO with Z. */
  readonly madeAt: string;
}

const title = text('Қызмет алушының жылы', 'Год получателя услуг');
const heads = [text('Күні', 'Дата'), text('Бөлім', 'Раздел'), text('Мазмұны', 'Содержание'), text('Күйі', 'Состояние')];
const nothing = text('Бұл жылы ештеңе жазылмаған.', 'За этот год записей нет.');

const fontSize = 9.5;
const smallSize = 7.5;
const labelWidth = 110;
const trackHeight = 20;
/** Shades and shapes, not colours, tell things apart: most printers are black. */
const shades: Partial<Record<YearTrack, string>> = {stay: '#9a9a9a', leave: '#d0d0d0', plan: '#6b6b6b'};

/** A year as a line, month by month, and below it the same as a table. No form of the order. */
export function yearLinePaper(print: YearLinePrint): PrintDefinition {
  const {organisation, name, year, language, madeAt} = print;
  const {margins, width} = pageFrame('landscape');
  const heading = `${fullName(name)}, ${year}`;
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: margins,
    content: [
      {text: fragments(inOneLine(organisation, language), fontSize, width), margin: [0, 0, 0, 2]},
      {text: fragments(heading, 15, width, {bold: true}), fontSize: 15, margin: [0, 0, 0, 8]},
      line(print, width),
      list(print, width),
    ],
    fontSize,
    footnote: inOneLine(title, language),
    watermark: null,
    language: language === 'ru' ? 'ru-KZ' : 'kk-KZ',
    info: {title: `${inOneLine(title, language)}: ${heading}`, form: 'year-line', record: null, madeAt},
  };
}

function line({spans, marks, year, language}: YearLinePrint, width: number): Content {
  const month = (width - labelWidth) / 12;
  const edges = {border: [true, true, true, true] as const};
  const fill = Array.from({length: 11}, (): Cell => ({text: ''}));
  return {
    table: {
      widths: [labelWidth, ...Array.from({length: 12}, () => month)],
      dontBreakRows: true,
      body: [
        [
          {text: '', ...edges},
          ...monthNames.map((name): Cell => ({
            text: fragments(inOneLine(name, language), smallSize, month - 2),
            fontSize: smallSize,
            alignment: 'center',
            ...edges,
          })),
        ],
        ...yearTracks.map((track): Cell[] => [
          {
            text: fragments(inOneLine(yearTrackNames[track], language), 8.5, labelWidth - 6),
            fontSize: 8.5,
            margin: [3, 3, 3, 3],
            ...edges,
          },
          {
            canvas: [
              // They hold the height of a track, too, where nothing stands on it.
              ...Array.from({length: 11}, (_, index) => monthEdge(month * (index + 1))),
              ...spans.filter(each => each.track === track).map(({from, to}) => bar(track, from, to, year, month * 12)),
              ...marks
                .filter(each => each.track === track)
                .map(({on, state}) => sign(track, on, state, year, month * 12)),
            ],
            colSpan: 12,
            ...edges,
          },
          ...fill,
        ]),
      ],
    },
    layout: 'rules',
  };
}

function monthEdge(x: number): Shape {
  return {type: 'line', x1: x, y1: 0, x2: x, y2: trackHeight, lineWidth: 0.4, lineColor: '#b5b5b5'};
}

function bar(track: YearTrack, from: string, to: string, year: number, width: number): Shape {
  const x = placeInYear(from, year) * width;
  // The last day belongs to it.
  const end = to.endsWith('-12-31') ? width : placeInYear(addDays(to, 1), year) * width;
  return {type: 'rect', x, y: 5, w: Math.max(end - x, 1.5), h: 11, color: shades[track] ?? '#9a9a9a'};
}

/** A full circle: done; a rhombus: to be done; a triangle: overdue. */
function sign(track: YearTrack, on: string, state: ScheduleState, year: number, width: number): Shape {
  const x = Math.min(Math.max(placeInYear(on, year) * width, 5), width - 5);
  const y = 10.5;
  if (state === 'done')
    return {type: 'ellipse', x, y, r1: track === 'stay' ? 3 : 4, r2: track === 'stay' ? 3 : 4, color: 'black'};
  const points =
    state === 'overdue'
      ? [
          {x, y: y - 5.5},
          {x: x + 5, y: y + 4.5},
          {x: x - 5, y: y + 4.5},
        ]
      : [
          {x, y: y - 5},
          {x: x + 4, y},
          {x, y: y + 5},
          {x: x - 4, y},
        ];
  return {type: 'polyline', points, closePath: true, color: 'black'};
}

function list({spans, marks, language}: YearLinePrint, width: number): Content {
  const rows = [
    ...spans.map(({track, from, to, openEnd, what}) => ({
      track,
      from,
      when: openEnd ? `${formatDate(from)} –` : `${formatDate(from)} – ${formatDate(to)}`,
      what,
      state: null,
    })),
    ...marks.map(({track, on, what, state}) => ({track, from: on, when: formatDate(on), what, state})),
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  if (rows.length === 0) return {text: inOneLine(nothing, language), margin: [0, 10, 0, 0]};
  const widths = [130, 170, '*', 130] as const;
  const cell = (words: string, room: number): Cell => ({text: fragments(words, fontSize, room)});
  return {
    table: {
      widths,
      headerRows: 1,
      dontBreakRows: true,
      body: [
        heads.map((head): Cell => ({text: inOneLine(head, language), bold: true})),
        ...rows.map(({track, when, what, state}) => [
          cell(when, 124),
          cell(inOneLine(yearTrackNames[track], language), 164),
          cell(inOneLine(what, language), width - 460),
          cell(state === null ? '' : inOneLine(scheduleStateNames[state], language), 124),
        ]),
      ],
    },
    layout: 'grid',
    margin: [0, 12, 0, 0],
  };
}

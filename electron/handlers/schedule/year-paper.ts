import {shortName} from '../../../domain/person.ts';
import {scheduleStateNames, yearTrackNames} from '../../../domain/schedule-words.ts';
import {text, type Language, type PrintLanguage, type Text} from '../../../domain/text.ts';
import type {YearView} from '../../contract/schedule.ts';
import type {WorkbookSheet} from '../../excel/workbook.ts';
import {fileNameOf} from '../paper-file-name.ts';

const heads: readonly Text[] = [
  text('Басталуы', 'Начало'),
  text('Аяқталуы', 'Конец'),
  text('Бөлім', 'Раздел'),
  text('Мазмұны', 'Содержание'),
  text('Күйі', 'Состояние'),
];

/** The line as a table, by day. */
export function yearSheet({spans, marks}: YearView, language: Language): WorkbookSheet {
  const say = (words: Text): string => words[language];
  const rows = [
    ...spans.map(({from, to, openEnd, track, what}) => ({from, to: openEnd ? null : to, track, what, state: null})),
    ...marks.map(({on, track, what, state}) => ({from: on, to: null, track, what, state})),
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return {
    name: say(yearWords),
    head: heads.map(say),
    rows: rows.map(({from, to, track, what, state}) => [
      {day: from},
      to === null ? null : {day: to},
      say(yearTrackNames[track]),
      say(what),
      state === null ? null : say(scheduleStateNames[state]),
    ]),
    widths: [14, 14, 24, 44, 20],
  };
}

const yearWords = text('Қызмет алушының жылы', 'Год получателя услуг');

export function yearFileName({name}: YearView, year: number, language: PrintLanguage, ending: 'pdf' | 'xlsx'): string {
  const words = language === 'both' ? `${yearWords.kk} - ${yearWords.ru}` : yearWords[language];
  return fileNameOf([words, shortName(name), String(year)], ending);
}

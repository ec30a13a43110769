import {fullName} from '../../../domain/person.ts';
import {ageWords, monthTitle, scheduleKindNames, scheduleStateNames} from '../../../domain/schedule-words.ts';
import {text, type Language, type PrintLanguage, type Text} from '../../../domain/text.ts';
import type {ScheduleMonth} from '../../contract/schedule.ts';
import type {WorkbookSheet} from '../../excel/workbook.ts';
import {fileNameOf} from '../paper-file-name.ts';

const heads: readonly Text[] = [
  text('Күні', 'Дата'),
  text('Демалыс күні', 'Выходной'),
  text('Қызмет алушы', 'Получатель услуг'),
  text('Не істелуі керек', 'Что'),
  text('Ең кеші', 'Крайний срок'),
  text('Күйі', 'Состояние'),
];

/** A line for each matter of the month, by its day. */
export function monthSheet({days}: ScheduleMonth, language: Language): WorkbookSheet {
  const say = (words: Text): string => words[language];
  const off = text('иә', 'да');
  return {
    name: say(calendar),
    head: heads.map(say),
    rows: days.flatMap(day =>
      day.entries.map(({name, kind, state, latestOn, age}) => [
        {day: day.date},
        day.off ? say(day.reason ?? off) : null,
        fullName(name),
        age === null ? say(scheduleKindNames[kind]) : `${say(scheduleKindNames[kind])}, ${say(ageWords(age))}`,
        latestOn === null ? null : {day: latestOn},
        say(scheduleStateNames[state]),
      ]),
    ),
    widths: [14, 24, 40, 44, 14, 20],
  };
}

const calendar = text('Ай күнтізбесі', 'Календарь месяца');

export function monthFileName(month: string, language: PrintLanguage, ending: 'pdf' | 'xlsx'): string {
  const title = monthTitle(month);
  const words = language === 'both' ? `${calendar.kk} - ${calendar.ru}` : calendar[language];
  return fileNameOf([words, language === 'both' ? title.kk : title[language]], ending);
}

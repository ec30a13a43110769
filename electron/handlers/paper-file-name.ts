import {formatDate, type IsoDate} from '../../domain/dates.ts';
import {shortName, type PersonName} from '../../domain/person.ts';
import {text, type PrintLanguage, type Text} from '../../domain/text.ts';
import type {PaperForm} from '../contract/paper.ts';

const formNames: Record<PaperForm, Text> = {
  'appendix-2': text('Электрондық журнал', 'Электронный журнал'),
  'appendix-3': text('Жеке іс', 'Личное дело'),
  'appendix-4': text('Жеке жоспар', 'Индивидуальный план'),
  'appendix-5': text('Мониторинг журналы', 'Журнал мониторинга'),
};

const stateNames = {
  blank: text('бос нысан', 'пустая форма'),
  draft: text('жоба', 'проект'),
} as const;

/** The longest name that every file system takes is 255 bytes; a Kazakh letter has two. */
const longestName = 100;

/** The name under which a print is saved: form, person, date; only what every file system can hold. */
export function paperFileName(paper: {
  readonly form: PaperForm;
  readonly state: 'blank' | 'draft' | 'frozen';
  readonly name: PersonName | undefined;
  readonly date: IsoDate;
  readonly language: PrintLanguage;
}): string {
  const inLanguage = (words: Text): string =>
    paper.language === 'both' ? `${words.kk} - ${words.ru}` : words[paper.language];
  const parts = [
    inLanguage(formNames[paper.form]),
    ...(paper.name === undefined ? [] : [shortName(paper.name)]),
    ...(paper.state === 'blank' ? [] : [formatDate(paper.date)]),
    ...(paper.state === 'frozen' ? [] : [inLanguage(stateNames[paper.state])]),
  ];
  return fileNameOf(parts, 'pdf');
}

/** A name of parts with its ending; only what every file system can hold, of a length that it can hold. */
export function fileNameOf(
  parts: readonly string[],
  extension: 'pdf' | 'xlsx' | 'zip' | 'csv' | 'jpg' | 'png',
): string {
  return `${safeFileName(parts)}.${extension}`;
}

/** The same without an ending. */
export function safeFileName(parts: readonly string[]): string {
  const kept = parts.map(part => part.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').replace(/ {2,}/gu, ' '));
  const shown = Array.from(kept.join(' - ')).slice(0, longestName).join('');
  return shown.replace(/[ .]+$/u, '');
}

import {formatDate, longDate} from '../../domain/dates.ts';
import {fullName, type PersonName} from '../../domain/person.ts';
import {numberInWords} from '../../domain/number-words.ts';
import {must, unreachable} from '../../domain/assert.ts';
import {text, type PrintLanguage, type Text} from '../../domain/text.ts';
import {isKnown, type Answers} from '../core/condition.ts';
import {fieldName, type Field} from '../core/edition.ts';
import type {Period} from '../core/values.ts';

/** The words of one value: two sides where it differs by language, one where it was typed once; null when unknown. */
export type Words = Text | string | null;

/** Kazakh first, Russian after; once where both say the same. */
export function inLanguage(words: Text, language: PrintLanguage): readonly string[] {
  if (language !== 'both') return [words[language]];
  return words.kk === words.ru ? [words.kk] : [words.kk, words.ru];
}

/** In one line: «Диагнозы / Диагноз». */
export function inOneLine(words: Text, language: PrintLanguage): string {
  return inLanguage(words, language).join(' / ');
}

/** A value as paragraphs: Kazakh first and Russian after where its words differ, once where it was typed once. */
export function valueLines(field: Field, answer: unknown, language: PrintLanguage): readonly string[] {
  if (!isKnown(answer)) return [];
  switch (field.type) {
    case 'choices':
      return inLanguage(
        joined(
          (answer as readonly string[]).map(key => optionWords(field.options, key)),
          '; ',
        ),
        language,
      );
    case 'list':
      return (answer as readonly Answers[]).map(item => groupLine(field.fields, item, language));
    case 'group':
      return [groupLine(field.fields, answer as Answers, language)];
    case 'table':
      return Object.values(answer as Record<string, Answers>).map(row => groupLine(field.fields, row, language));
    default: {
      const words = valueWords(field, answer);
      if (words === null) return [];
      return typeof words === 'string' ? [words] : inLanguage(words, language);
    }
  }
}

type OneValue = Exclude<Field, {type: 'choices' | 'list' | 'group' | 'table'}>;

function valueWords(field: OneValue, answer: unknown): Words {
  switch (field.type) {
    case 'text':
      return answer as string;
    case 'bilingual':
      return completed(answer as Partial<Text>);
    case 'date':
      return formatDate(answer as string);
    case 'period':
      return periodWords(answer as Partial<Period>);
    case 'person':
      return fullName({patronymic: null, firstName: '', surname: '', ...(answer as Partial<PersonName>)});
    case 'integer':
      return String(answer);
    case 'flag':
      return answer === true ? fieldName(field) : null;
    case 'choice':
      return optionWords(field.options, answer as string);
    default:
      return unreachable(field);
  }
}

/** The slots of a printed line and what stands in them; null leaves the slot to be written by hand. */
export function slots(field: Field, answer: unknown): Readonly<Record<string, Words>> {
  if (!isKnown(answer)) return {};
  switch (field.type) {
    case 'date':
      return dateSlots(answer as string);
    case 'period': {
      const {from, to} = answer as Partial<Period>;
      return {from: from ? formatDate(from) : null, to: to ? formatDate(to) : null};
    }
    case 'integer':
      return {value: numberInWords(answer as number)};
    default:
      return {value: valueLines(field, answer, 'kk')[0] ?? null};
  }
}

/** «2026 жылғы "05" қаңтар», «"05" января 2026 года»: the parts of the form's own pattern. */
function dateSlots(iso: string): Readonly<Record<string, Words>> {
  const long = longDate(iso);
  return {
    year: iso.slice(0, 4),
    day: iso.slice(8, 10),
    month: text(must(long.kk.split(' ')[3]), must(long.ru.split(' ')[1])),
  };
}

/** A draft may lack one language: the other then serves for both. */
function completed({kk = '', ru = ''}: Partial<Text>): Text {
  return text(kk === '' ? ru : kk, ru === '' ? kk : ru);
}

/** One day alone is told in words; the digits take no Kazakh ending (decision 0012). */
function periodWords({from = '', to = ''}: Partial<Period>): Words {
  if (from !== '' && to !== '') return `${formatDate(from)} – ${formatDate(to)}`;
  if (from !== '') return text(`${formatDate(from)} бастап`, `с ${formatDate(from)}`);
  return to === '' ? null : text(`${formatDate(to)} дейін`, `по ${formatDate(to)}`);
}

/** «04.01.2023, № 12-ж, қайтып келді / возвратился» */
function groupLine(fields: Readonly<Record<string, Field>>, answers: Answers, language: PrintLanguage): string {
  return Object.entries(fields)
    .flatMap(([name, field]) => {
      const value = valueLines(field, answers[name], language).join(' / ');
      if (value === '') return [];
      // Inside a list a value stands in its field's own line.
      return [field.line === undefined ? value : inOneLine(field.line, language).replaceAll('{value}', value)];
    })
    .join(', ');
}

function optionWords(options: Readonly<Record<string, Text>>, key: string): Text {
  return must(options[key], `no option ${key}`);
}

function joined(words: readonly Text[], separator: string): Text {
  return text(words.map(word => word.kk).join(separator), words.map(word => word.ru).join(separator));
}

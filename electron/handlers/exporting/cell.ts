import {formatDate, isIsoDate} from '../../../domain/dates.ts';
import {valueWords} from '../../../domain/record-value.ts';
import type {HistoryField} from '../../../domain/record-words.ts';
import type {WorkbookCell} from '../../excel/workbook.ts';
import type {Wording} from '../person-copy/readable.ts';

/** The calendar of a spreadsheet begins with 1900, and its first two months are wrong. */
const firstDay = '1900-03-01';

export function dayCell(day: string | null): WorkbookCell {
  if (day === null) return null;
  return day < firstDay ? formatDate(day) : {day};
}

/** A stored value as the history words it; days and numbers sort as what they are. */
export function cellOf(
  {kind}: HistoryField,
  value: unknown,
  {language, named}: Pick<Wording, 'language' | 'named'>,
): WorkbookCell {
  if (kind === 'date' && typeof value === 'string' && isIsoDate(value)) return dayCell(value);
  if (kind === 'text' && typeof value === 'number') return value;
  return valueWords(kind, value, named)?.[language] ?? null;
}

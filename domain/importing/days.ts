import {addDays, isIsoDate, parseDate, type IsoDate} from '../dates.ts';
import {fold} from '../search-key.ts';

/** Days as tables hold them, in either language and in figures, words or the count of a spreadsheet. */

export interface ReadDay {
  readonly day: IsoDate;
  /** The year had two digits and could be of either century. */
  readonly doubtful: boolean;
}

/** The first three letters of the months, folded. */
const months: readonly (readonly string[])[] = [
  ['кан', 'янв'],
  ['акп', 'фев'],
  ['нау', 'мар'],
  ['сау', 'апр'],
  ['мам', 'май', 'мая'],
  ['мау', 'июн'],
  ['шил', 'июл'],
  ['там', 'авг'],
  ['кыр', 'сен'],
  ['каз', 'окт'],
  ['кар', 'ноя'],
  ['жел', 'дек'],
];

/**
 * `birth`: nobody is born ahead, so that two digits mean the last century unless this one is possible too. Null: it is no
 * day. What stands behind a day («05.03.1961 ж., 65 жас») is overlooked.
 */
export function readDay(cell: string, today: IsoDate, birth = false): ReadDay | null {
  const words = cell.trim();
  const whole = parseDate(words) ?? serialDay(words);
  if (whole !== null) return {day: whole, doubtful: false};
  const parts = inFigures(words) ?? inWords(words);
  if (parts === null) return null;
  const [year, month, day] = parts;
  const {value, doubtful} = wholeYear(year, today, birth);
  const iso = `${value}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) && Number(value) >= 1800 ? {day: iso, doubtful} : null;
}

type Parts = readonly [year: string, month: string, day: string];

function inFigures(words: string): Parts | null {
  const yearFirst = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/u.exec(words);
  if (yearFirst?.[1] && yearFirst[2] && yearFirst[3]) return [yearFirst[1], yearFirst[2], yearFirst[3]];
  const dayFirst = /^(\d{1,2})\s*[-./,]\s*(\d{1,2})\s*[-./,]\s*(\d{4}|\d{2})(?!\d)/u.exec(words);
  return dayFirst?.[1] && dayFirst[2] && dayFirst[3] ? [dayFirst[3], dayFirst[2], dayFirst[1]] : null;
}

/** «5 марта 1961 г.», «1961 жылғы 5 наурыз», «5 наурыз 1961 ж.». */
function inWords(words: string): Parts | null {
  const parts = fold(words).split(' ');
  const at = parts.findIndex(part => monthOf(part) !== null);
  const month = monthOf(parts[at] ?? '');
  const day = parts[at - 1] ?? '';
  if (month === null || !/^\d{1,2}$/u.test(day)) return null;
  const before = parts.slice(0, at - 1).find(part => /^\d{4}$/u.test(part));
  const after = /^\d{4}$|^\d{2}$/u.exec(parts[at + 1] ?? '')?.[0];
  const year = before ?? after;
  return year === undefined ? null : [year, String(month), day];
}

function monthOf(word: string): number | null {
  if (word.length < 3 || word.length > 9) return null;
  const index = months.findIndex(names => names.includes(word.slice(0, 3)));
  return index === -1 ? null : index + 1;
}

function wholeYear(year: string, today: IsoDate, birth: boolean): {value: string; doubtful: boolean} {
  if (year.length === 4) return {value: year, doubtful: false};
  const now = Number(today.slice(0, 4));
  const recent = Math.floor(now / 100) * 100 + Number(year);
  const isPossible = recent <= (birth ? now : now + 1);
  return {value: String(isPossible ? recent : recent - 100), doubtful: birth && isPossible};
}

/** The count of days of a spreadsheet whose cell has lost its shape: 22345. Four digits are a year rather than a day. */
function serialDay(words: string): IsoDate | null {
  const serial = /^(\d{5})(?:[.,]0+)?$/u.exec(words)?.[1];
  return serial === undefined || Number(serial) > 73_050 ? null : addDays('1899-12-30', Number(serial));
}

export interface ReadOrder {
  readonly on: ReadDay | null;
  readonly orderNumber: string | null;
}

/** «05.03.2024 № 12-ж», «№ 12-ж от 05.03.2024», «05.03.2024, бұйрық 12-ж». Null: there is no day in it. */
export function readDatedOrder(cell: string, today: IsoDate): ReadOrder {
  const number = /(?:№|N[o°]|бұйры[қғ]\p{L}*|приказ\p{L}*)\s*№?\s*([\p{L}\d][\p{L}\d/.-]*)/u.exec(cell);
  const rest = (number === null ? cell : cell.replace(number[0], ' ')).replace(/^[^\d]+/u, '');
  return {on: readDay(rest, today), orderNumber: number?.[1] ?? null};
}

export interface ReadPeriod {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** «01.01.2024 – 31.12.2026», «31.12.2026 дейін», «бессрочно». Null: it is no period. */
export function readPeriod(cell: string, today: IsoDate): ReadPeriod | null {
  if (/^(?:мерзімсіз|бессрочн\p{L}*)/iu.test(cell.trim())) return {from: null, to: null};
  const found = [...cell.matchAll(/\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}/gu)];
  const days = found.map(([words]) => readDay(words, today)?.day ?? null);
  const [first = null, second = null] = days;
  if (first === null || days.includes(null) || days.length > 2) return null;
  return days.length === 2 ? {from: first, to: second} : {from: null, to: first};
}

import {z} from 'zod';
import type {FixedHoliday, HolidayTable} from './calendar.ts';
import {isIsoDate, weekday} from './dates.ts';
import {cleanText} from './person.ts';
import {text, type Text} from './text.ts';

/** Why a file with a table of days off is refused. Beside each, where in the file it stands. */
export const holidayTableProblems = [
  'too-large',
  'not-json',
  'unknown-format',
  'wrong-shape',
  'wrong-date',
  'wrong-years',
  'year-outside',
  'overlapping-years',
  'same-day-twice',
  'swap-contradicts',
] as const;
export type HolidayTableProblem = (typeof holidayTableProblems)[number];

export const holidayTableProblemNames: Record<HolidayTableProblem, Text> = {
  'too-large': text(
    'Файл тым үлкен. Тек мереке күндері бар файлды таңдаңыз.',
    'Файл слишком большой. Выберите файл, в котором только праздничные дни.',
  ),
  'not-json': text(
    'Бұл күнтізбе файлы емес немесе ол бүлінген. Файлды қайта алыңыз.',
    'Это не файл календаря, или он поврежден. Получите файл заново.',
  ),
  'unknown-format': text(
    'Файл осы бағдарламаға белгісіз форматта. Бағдарламаны жаңартып, файлды қайта ашыңыз.',
    'Формат файла этой программе неизвестен. Обновите программу и откройте файл снова.',
  ),
  'wrong-shape': text(
    'Файлда қажетті жол жоқ немесе артық жол бар. Файлды берген адамға хабарлаңыз.',
    'В файле не хватает нужной строки или есть лишняя. Сообщите тому, кто дал файл.',
  ),
  'wrong-date': text('Мұндай күн жоқ. Файлдағы күнді түзетіңіз.', 'Такого дня нет. Исправьте день в файле.'),
  'wrong-years': text(
    'Бірінші жыл соңғы жылдан кейін тұр немесе жылдар тым көп. Жылдарды түзетіңіз.',
    'Первый год позже последнего, или лет слишком много. Исправьте годы.',
  ),
  'year-outside': text(
    'Күн файлдың жылдарынан тыс. Күнді немесе файлдың жылдарын түзетіңіз.',
    'День вне лет файла. Исправьте день или годы файла.',
  ),
  'overlapping-years': text(
    'Бір күн бір жылда екі рет жазылған. Жылдары қиылысатын жолдардың бірін алып тастаңыз.',
    'Один и тот же день в одном году записан дважды. Уберите одну из строк, годы которых пересекаются.',
  ),
  'same-day-twice': text(
    'Бұл күн екі рет жазылған. Біреуін қалдырыңыз.',
    'Этот день записан дважды. Оставьте одну запись.',
  ),
  'swap-contradicts': text(
    'Демалыстың ауыстырылуы өзіне қайшы: жұмыс күні демалыс күні болуы, ал демалатын күн жұмыс күні болуы тиіс. Күндерді түзетіңіз.',
    'Перенос выходного противоречит себе: работать можно в выходной, а отдыхать в рабочий день. Исправьте дни.',
  ),
};

/** Far more than all days off of a century. */
const longestFile = 200_000;
const mostDays = 400;
const mostYears = 100;
const format = 1;

const date = z.string().refine(isIsoDate, 'wrong-date');
const year = z.int().min(1991, 'wrong-years').max(2199, 'wrong-years');
const words = z.strictObject({kk: wordsLine(), ru: wordsLine()});

const fixedHoliday = z
  .strictObject({
    month: z.int(),
    day: z.int(),
    name: words,
    fromYear: year.nullable(),
    toYear: year.nullable(),
    moves: z.boolean(),
  })
  .refine(isDayOfEveryYear, 'wrong-date')
  .refine(({fromYear, toYear}) => fromYear === null || toYear === null || fromYear <= toYear, {
    message: 'wrong-years',
    path: ['toYear'],
  });

/** A table of days off that may stand in place of the built-in one. The message of every issue is a problem code. */
export const holidayTableSchema = z
  .strictObject({
    version: wordsLine(),
    fromYear: year,
    toYear: year,
    fixed: z.array(fixedHoliday).max(mostDays, 'too-large'),
    dated: z.array(z.strictObject({date, name: words, decided: z.boolean()})).max(mostDays, 'too-large'),
    swaps: z.array(z.strictObject({works: date, rests: date, act: words})).max(mostDays, 'too-large'),
  })
  .superRefine((table, context) => {
    for (const {code, path} of contradictions(table))
      context.addIssue({code: 'custom', message: code, path: [...path]});
  }) satisfies z.ZodType<HolidayTable>;

/** A refusal and its place: `['swaps', 0, 'works']`. */
export interface HolidayTableRefusal {
  readonly code: HolidayTableProblem;
  readonly path: readonly (string | number)[];
}

/** A file of days off: `{"format": 1, "version": …, "fromYear": …, …}`. Either the table or what is wrong with it. */
export function readHolidayTable(
  file: string,
): {readonly table: HolidayTable} | {readonly refusals: readonly HolidayTableRefusal[]} {
  if (file.length > longestFile) return {refusals: [{code: 'too-large', path: []}]};
  const parsed = parseObject(file);
  if (parsed === null) return {refusals: [{code: 'not-json', path: []}]};
  const {format: found, ...rest} = parsed;
  if (found !== format) return {refusals: [{code: 'unknown-format', path: ['format']}]};
  const result = holidayTableSchema.safeParse(rest);
  if (result.success) return {table: result.data};
  return {
    refusals: result.error.issues.map(issue => ({
      code: holidayTableProblems.find(problem => problem === issue.message) ?? 'wrong-shape',
      path: issue.path.map(step => (typeof step === 'number' ? step : String(step))),
    })),
  };
}

/** The file of a table, as another facility can read it. */
export function writeHolidayTable(table: HolidayTable): string {
  return `${JSON.stringify({format, ...table}, null, 2)}\n`;
}

function wordsLine() {
  return z.string().transform(cleanText).pipe(z.string().min(1).max(300));
}

function parseObject(file: string): Record<string, unknown> | null {
  try {
    // An editor on Windows may put a mark before the first letter.
    const parsed: unknown = JSON.parse(file.replace(/^\uFEFF/u, ''));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? {...parsed} : null;
  } catch {
    return null;
  }
}

/** 29 February is no day of every year: a holiday of that day would have to be a dated one. */
function isDayOfEveryYear({month, day}: {month: number; day: number}): boolean {
  return isIsoDate(`2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** What each part alone cannot show. */
function contradictions(table: HolidayTable): HolidayTableRefusal[] {
  const found: HolidayTableRefusal[] = [];
  const {fromYear, toYear, fixed, dated, swaps} = table;
  if (fromYear > toYear || toYear - fromYear >= mostYears) found.push({code: 'wrong-years', path: ['toYear']});
  for (const [index, holiday] of fixed.entries()) {
    if (fixed.slice(0, index).some(other => isSameDay(other, holiday))) {
      found.push({code: 'overlapping-years', path: ['fixed', index]});
    }
  }
  const days = new Set<string>();
  for (const [index, {date: day}] of dated.entries()) {
    if (days.has(day)) found.push({code: 'same-day-twice', path: ['dated', index, 'date']});
    if (isOutside(table, day)) found.push({code: 'year-outside', path: ['dated', index, 'date']});
    days.add(day);
  }
  const swapped = new Set<string>();
  for (const [index, {works, rests}] of swaps.entries()) {
    for (const [key, day, fits] of [
      ['works', works, (day: number) => day >= 6],
      ['rests', rests, (day: number) => day <= 5],
    ] as const) {
      // A wrong date is said already.
      if (!isIsoDate(day)) continue;
      if (!fits(weekday(day)) || swapped.has(day)) found.push({code: 'swap-contradicts', path: ['swaps', index, key]});
      if (isOutside(table, day)) found.push({code: 'year-outside', path: ['swaps', index, key]});
      swapped.add(day);
    }
  }
  return found;
}

function isSameDay(left: FixedHoliday, right: FixedHoliday): boolean {
  if (left.month !== right.month || left.day !== right.day) return false;
  const begins = Math.max(left.fromYear ?? 0, right.fromYear ?? 0);
  return begins <= Math.min(left.toYear ?? 9999, right.toYear ?? 9999);
}

function isOutside({fromYear, toYear}: HolidayTable, day: string): boolean {
  const dayYear = Number(day.slice(0, 4));
  return dayYear < fromYear || dayYear > toYear;
}

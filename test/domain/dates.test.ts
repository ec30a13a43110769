import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  addDays,
  addMonths,
  ageAt,
  compareDates,
  daysBetween,
  formatDate,
  isIsoDate,
  longDate,
  parseDate,
  quarterOf,
  todayIn,
  weekday,
} from '../../domain/dates.ts';
import {isoDates} from './arbitraries.ts';

describe('parseDate', () => {
  const cases: [typed: string, iso: string | null][] = [
    ['5.1.2026', '2026-01-05'],
    ['05.01.2026', '2026-01-05'],
    ['05/01/2026', '2026-01-05'],
    ['05-01-2026', '2026-01-05'],
    ['05,01,2026', '2026-01-05'],
    ['05 01 2026', '2026-01-05'],
    ['05. 01. 2026', '2026-01-05'],
    ['05012026', '2026-01-05'],
    ['2026-01-05', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['  05.01.2026  ', '2026-01-05'],
    ['05.01.2026 ж.', '2026-01-05'],
    ['05.01.2026г.', '2026-01-05'],
    ['05.01.2026.', '2026-01-05'],
    ['29.02.2024', '2024-02-29'],
    ['31.12.1899', '1899-12-31'],
    ['29.02.2026', null],
    ['29.02.2100', null],
    ['31.02.2026', null],
    ['31.04.2026', null],
    ['00.01.2026', null],
    ['01.13.2026', null],
    ['32.01.2026', null],
    ['05.01.26', null],
    ['050126', null],
    ['05.01', null],
    ['05.01.0206', null],
    ['05.01.20266', null],
    ['5012026', null],
    ['', null],
    ['.', null],
    ['кеше', null],
    ['05.01.2026 08:00', null],
    ['2026-01-05T00:00:00Z', null],
    ['٠٥.٠١.٢٠٢٦', null],
  ];
  test.each(cases)('%j is %j', (typed, iso) => {
    expect(parseDate(typed)).toBe(iso);
  });

  test('reads back what is printed', () => {
    fc.assert(fc.property(isoDates(), iso => parseDate(formatDate(iso)) === iso));
  });

  test('never makes what is not a date', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d. /-]{6,12}$/)), typed => {
        const iso = parseDate(typed);
        expect(iso === null || isIsoDate(iso)).toBe(true);
      }),
    );
  });
});

test.each<[string, boolean]>([
  ['2026-01-05', true],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2026-06-31', false],
  ['2026-1-5', false],
  ['0000-01-01', false],
  ['0001-01-01', true],
  ['9999-12-31', true],
  ['05.01.2026', false],
  ['2026-01-05\n', false],
  ['', false],
])('isIsoDate(%j) is %j', (candidate, expected) => {
  expect(isIsoDate(candidate)).toBe(expected);
});

test('dates on paper', () => {
  expect(formatDate('2026-01-05')).toBe('05.01.2026');
  const long = Array.from({length: 12}, (_, index) => longDate(addMonths('2026-01-05', index)));
  expect(long.map(date => date.kk)).toEqual([
    '2026 жылғы 5 қаңтар',
    '2026 жылғы 5 ақпан',
    '2026 жылғы 5 наурыз',
    '2026 жылғы 5 сәуір',
    '2026 жылғы 5 мамыр',
    '2026 жылғы 5 маусым',
    '2026 жылғы 5 шілде',
    '2026 жылғы 5 тамыз',
    '2026 жылғы 5 қыркүйек',
    '2026 жылғы 5 қазан',
    '2026 жылғы 5 қараша',
    '2026 жылғы 5 желтоқсан',
  ]);
  expect(long.map(date => date.ru)).toEqual([
    '5 января 2026 года',
    '5 февраля 2026 года',
    '5 марта 2026 года',
    '5 апреля 2026 года',
    '5 мая 2026 года',
    '5 июня 2026 года',
    '5 июля 2026 года',
    '5 августа 2026 года',
    '5 сентября 2026 года',
    '5 октября 2026 года',
    '5 ноября 2026 года',
    '5 декабря 2026 года',
  ]);
});

test.each<[string, number, string]>([
  ['2026-12-31', 1, '2027-01-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-02-28', 1, '2026-03-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['1969-12-31', 1, '1970-01-01'],
  ['1900-02-28', 1, '1900-03-01'],
  ['2026-01-05', 365, '2027-01-05'],
  ['0999-12-31', -1, '0999-12-30'],
])('addDays(%s, %i) is %s', (iso, days, expected) => {
  expect(addDays(iso, days)).toBe(expected);
});

test.each<[string, number, string]>([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-01-31', 2, '2026-03-31'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
])('addMonths(%s, %i) is %s', (iso, months, expected) => {
  expect(addMonths(iso, months)).toBe(expected);
});

test('a sum that leaves the counted years is a defect', () => {
  expect(() => addDays('9999-12-31', 1)).toThrow('0001 to 9999');
  expect(() => addMonths('0001-01-01', -1)).toThrow('0001 to 9999');
  expect(() => addDays('31.12.2026', 1)).toThrow('YYYY-MM-DD');
});

test.each<[string, string, number | null]>([
  ['2000-05-10', '2026-05-09', 25],
  ['2000-05-10', '2026-05-10', 26],
  ['2000-05-10', '2026-05-11', 26],
  ['2000-05-10', '2026-04-30', 25],
  ['2026-05-10', '2026-05-10', 0],
  ['2026-05-10', '2026-05-09', null],
  ['2004-02-29', '2022-02-28', 17],
  ['2004-02-29', '2022-03-01', 18],
  ['2004-02-29', '2024-02-29', 20],
])('born %s, on %s: %j years', (born, on, expected) => {
  expect(ageAt(born, on)).toBe(expected);
});

test.each([
  ['2026-01-01', {year: 2026, quarter: 1, from: '2026-01-01', to: '2026-03-31'}],
  ['2026-03-31', {year: 2026, quarter: 1, from: '2026-01-01', to: '2026-03-31'}],
  ['2026-04-01', {year: 2026, quarter: 2, from: '2026-04-01', to: '2026-06-30'}],
  ['2026-08-15', {year: 2026, quarter: 3, from: '2026-07-01', to: '2026-09-30'}],
  ['2026-12-31', {year: 2026, quarter: 4, from: '2026-10-01', to: '2026-12-31'}],
])('the quarter of %s', (iso, expected) => {
  expect(quarterOf(iso)).toEqual(expected);
});

test.each<[string, number]>([
  ['1970-01-01', 4],
  ['2026-01-05', 1],
  ['2025-01-05', 7],
  ['2022-05-07', 6],
  ['1899-12-31', 7],
])('weekday(%s) is %i', (iso, expected) => {
  expect(weekday(iso)).toBe(expected);
});

test.each<[string, number, string]>([
  ['2026-01-04T18:59:59Z', 300, '2026-01-04'],
  ['2026-01-04T19:00:00Z', 300, '2026-01-05'],
  ['2026-01-04T19:00:00.000Z', 300, '2026-01-05'],
  ['2026-01-05T00:30:00Z', -60, '2026-01-04'],
  ['1969-12-31T20:00:00Z', 300, '1970-01-01'],
])('at %s, %i minutes east, it is %s', (instant, offset, expected) => {
  expect(todayIn(instant, offset)).toBe(expected);
});

test('an instant without a zone is a defect', () => {
  expect(() => todayIn('2026-01-05T10:00:00', 300)).toThrow('UTC');
  expect(() => todayIn('Z', 300)).toThrow('UTC');
});

test('the arithmetic agrees with the platform over five centuries', () => {
  fc.assert(
    fc.property(isoDates(), fc.integer({min: -40_000, max: 40_000}), (iso, days) => {
      const expected = new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
      expect(addDays(iso, days)).toBe(expected);
      expect(daysBetween(iso, expected)).toBe(days);
      expect(weekday(iso) % 7).toBe(new Date(`${iso}T00:00:00Z`).getUTCDay());
    }),
  );
});

test('months: a later start never gives an earlier day', () => {
  fc.assert(
    fc.property(isoDates(), fc.nat(400), fc.integer({min: -60, max: 60}), (iso, later, months) => {
      expect(addMonths(iso, months) <= addMonths(addDays(iso, later), months)).toBe(true);
    }),
  );
});

test('compareDates sorts', () => {
  expect(['2026-02-01', '2025-12-31', '2026-01-31', '2026-01-31'].sort(compareDates)).toEqual([
    '2025-12-31',
    '2026-01-31',
    '2026-01-31',
    '2026-02-01',
  ]);
});

describe('the edges of what counts as a day', () => {
  test.each(['2026.01-01', '2026-01.01', '2026-01-0:', '2026-01-1/', '2026-1-001', '0000-01-01', '2026-01-001'])(
    '%s is none',
    candidate => {
      expect(isIsoDate(candidate)).toBe(false);
    },
  );

  test('typed years go from 1800 to 2199', () => {
    expect(['31.12.1799', '01.01.1800', '31.12.2199', '01.01.2200'].map(parseDate)).toEqual([
      null,
      '1800-01-01',
      '2199-12-31',
      null,
    ]);
  });

  test('the first and the last year, years of three digits, the day that comes once in four hundred years', () => {
    expect(addDays('0001-01-02', -1)).toBe('0001-01-01');
    expect(addDays('9999-12-30', 1)).toBe('9999-12-31');
    expect([addDays('0999-12-30', 1), addDays('0999-12-31', 1)]).toEqual(['0999-12-31', '1000-01-01']);
    expect([addDays('2000-02-28', 1), addDays('2000-02-29', 1), addDays('1900-02-28', 1)]).toEqual([
      '2000-02-29',
      '2000-03-01',
      '1900-03-01',
    ]);
    expect(() => addDays('9999-12-31', 1)).toThrow('0001 to 9999');
    expect(() => addDays('0001-01-01', -1)).toThrow('0001 to 9999');
  });
});

import {describe, expect, test} from 'vitest';
import type {HolidayTable} from '../../domain/calendar.ts';
import {
  holidayTableProblemNames,
  holidayTableProblems,
  readHolidayTable,
  writeHolidayTable,
} from '../../domain/holiday-table.ts';
import {text} from '../../domain/text.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';

const name = text('мереке', 'праздник');
const table: HolidayTable = {version: 'own-1', fromYear: 2026, toYear: 2027, fixed: [], dated: [], swaps: []};
const fixed = (known = {}) => ({month: 5, day: 1, name, fromYear: null, toYear: null, moves: true, ...known});
const swap = (works: string, rests: string) => ({works, rests, act: name});

function read(known: Record<string, unknown>): unknown {
  const result = readHolidayTable(JSON.stringify({format: 1, ...table, ...known}));
  return 'table' in result ? 'table' : result.refusals.map(({code, path}) => [code, ...path].join(' '));
}

test('the built-in table goes out and comes back', () => {
  expect(readHolidayTable(writeHolidayTable(kzHolidays))).toEqual({table: kzHolidays});
});

describe('what a file may hold', () => {
  test.each<[why: string, known: Record<string, unknown>]>([
    ['nothing but years', {}],
    ['a holiday that changed its year', {fixed: [fixed({toYear: 2026}), fixed({fromYear: 2027})]}],
    ['a Sunday worked for a Friday', {swaps: [swap('2026-01-04', '2026-01-09')]}],
    ['two swaps', {swaps: [swap('2026-01-04', '2026-01-09'), swap('2026-02-07', '2026-02-09')]}],
    ['a movable day on a fixed one', {fixed: [fixed()], dated: [{date: '2026-05-01', name, decided: true}]}],
  ])('%s', (_, known) => {
    expect(read(known)).toBe('table');
  });
});

describe('what is refused, and where', () => {
  test.each<[why: string, known: Record<string, unknown>, refusals: string[]]>([
    ['a newer format', {format: 2}, ['unknown-format format']],
    ['no format', {format: undefined}, ['unknown-format format']],
    ['no version', {version: ' '}, ['wrong-shape version']],
    ['a key too many', {days: []}, ['wrong-shape']],
    ['a name in one language', {fixed: [fixed({name: {kk: 'мереке'}})]}, ['wrong-shape fixed 0 name ru']],
    ['30 February', {fixed: [fixed({month: 2, day: 30})]}, ['wrong-date fixed 0']],
    ['29 February every year', {fixed: [fixed({month: 2, day: 29})]}, ['wrong-date fixed 0']],
    ['a thirteenth month', {fixed: [fixed({month: 13})]}, ['wrong-date fixed 0']],
    ['a day that is none', {dated: [{date: '2026-02-29', name, decided: true}]}, ['wrong-date dated 0 date']],
    ['a swap on no day', {swaps: [swap('2026-02-30', '2026-03-02')]}, ['wrong-date swaps 0 works']],
    ['years in reverse', {fromYear: 2028}, ['wrong-years toYear']],
    ['years without end', {fromYear: 2000, toYear: 2199}, ['wrong-years toYear']],
    [
      'a holiday that ends before it begins',
      {fixed: [fixed({fromYear: 2027, toYear: 2026})]},
      ['wrong-years fixed 0 toYear'],
    ],
    ['a day outside the years', {dated: [{date: '2028-05-05', name, decided: false}]}, ['year-outside dated 0 date']],
    ['one day twice', {fixed: [fixed(), fixed({fromYear: 2027})]}, ['overlapping-years fixed 1']],
    ['years that touch', {fixed: [fixed({toYear: 2026}), fixed({fromYear: 2026})]}, ['overlapping-years fixed 1']],
    [
      'a movable day twice',
      {
        dated: [
          {date: '2026-05-27', name, decided: true},
          {date: '2026-05-27', name, decided: false},
        ],
      },
      ['same-day-twice dated 1 date'],
    ],
    ['a working day worked', {swaps: [swap('2026-01-05', '2026-01-09')]}, ['swap-contradicts swaps 0 works']],
    ['a weekend rested', {swaps: [swap('2026-01-04', '2026-01-10')]}, ['swap-contradicts swaps 0 rests']],
    [
      'one day worked for two',
      {swaps: [swap('2026-01-04', '2026-01-09'), swap('2026-01-04', '2026-01-08')]},
      ['swap-contradicts swaps 1 works'],
    ],
    [
      'too many days',
      {dated: Array.from({length: 401}, () => ({date: '2026-05-27', name, decided: true}))},
      expectTooLarge(),
    ],
  ])('%s', (_, known, refusals) => {
    expect(read(known)).toEqual(refusals);
  });

  test.each<[why: string, file: string, code: string]>([
    ['not JSON', '01.01.2026 Жаңа жыл', 'not-json'],
    ['a list', '[]', 'not-json'],
    ['null', 'null', 'not-json'],
    ['a photograph', ' '.repeat(200_001), 'too-large'],
  ])('%s', (_, file, code) => {
    expect(readHolidayTable(file)).toEqual({refusals: [{code, path: []}]});
  });

  test('a mark before the first letter is no harm', () => {
    expect(readHolidayTable(`\uFEFF${writeHolidayTable(table)}`)).toEqual({table});
  });
});

test('every problem says in both languages what to do next', () => {
  for (const problem of holidayTableProblems) {
    const {kk, ru} = holidayTableProblemNames[problem];
    expect([kk, ru]).toEqual([expect.stringMatching(/\. .+\.$/u), expect.stringMatching(/[.,] .+\.$/u)]);
  }
});

/** The list is refused as a whole; each day in it is also said to stand twice. */
function expectTooLarge(): string[] {
  return expect.arrayContaining(['too-large dated']);
}

describe('the edges of a table', () => {
  const swapIn2026 = swap('2026-01-04', '2026-01-09');

  test.each<[why: string, known: Record<string, unknown>, expected: unknown]>([
    ['one year alone', {fromYear: 2026, toYear: 2026}, 'table'],
    ['a hundred years', {fromYear: 2000, toYear: 2099}, 'table'],
    ['a hundred and one', {fromYear: 2000, toYear: 2100}, ['wrong-years toYear']],
    ['a holiday of one year', {fixed: [fixed({fromYear: 2026, toYear: 2026})]}, 'table'],
    ['a year before holidays were kept', {fromYear: 1990}, ['wrong-years fromYear']],
    ['a year that nobody will see', {fromYear: 2150, toYear: 2200}, ['wrong-years toYear']],
    ['a swap whose rest lies outside', {swaps: [swap('2027-12-26', '2028-01-04')]}, ['year-outside swaps 0 rests']],
    ['a day before the years', {dated: [{date: '2025-12-31', name, decided: true}]}, ['year-outside dated 0 date']],
    [
      'the first and the last day',
      {dated: ['2026-01-01', '2027-12-31'].map(date => ({date, name, decided: true}))},
      'table',
    ],
    [
      'holidays of one day in one year',
      {fixed: [fixed({toYear: 2026}), fixed({toYear: 2027})]},
      ['overlapping-years fixed 1'],
    ],
    ['the same day of other months', {fixed: [fixed(), fixed({month: 6})]}, 'table'],
    [
      'a day rested for two',
      {swaps: [swapIn2026, swap('2026-02-07', '2026-01-09')]},
      ['swap-contradicts swaps 1 rests'],
    ],
    [
      'too many holidays',
      {fixed: Array.from({length: 401}, () => fixed())},
      expect.arrayContaining(['too-large fixed']),
    ],
    [
      'too many swaps',
      {swaps: Array.from({length: 401}, () => swapIn2026)},
      expect.arrayContaining(['too-large swaps']),
    ],
  ])('%s', (_, known, expected) => {
    expect(read(known)).toEqual(expected);
  });

  test('a place in a list is a number, and the longest file is read', () => {
    const whole = writeHolidayTable(table);
    expect(readHolidayTable(whole.padEnd(200_000))).toEqual({table});
    const wrong = JSON.stringify({format: 1, ...table, fixed: [fixed({month: 13})]});
    expect(readHolidayTable(wrong)).toEqual({refusals: [{code: 'wrong-date', path: ['fixed', 0]}]});
  });
});

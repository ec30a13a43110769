import fc from 'fast-check';
import {expect, test} from 'vitest';
import {addDays, formatDate, longDate} from '../../../domain/dates.ts';
import {readDatedOrder, readDay, readPeriod} from '../../../domain/importing/days.ts';

const today = '2026-02-02';

test.each([
  ['05.03.1961', '1961-03-05'],
  ['5.3.61', '1961-03-05'],
  ['1961-03-05', '1961-03-05'],
  ['1961-03-05T00:00:00', '1961-03-05'],
  ['05/03/1961', '1961-03-05'],
  ['5 марта 1961 г.', '1961-03-05'],
  ['«5» марта 1961 года', '1961-03-05'],
  ['1961 ж. 5 наурыз', '1961-03-05'],
  ['5 наурыз 1961 жыл', '1961-03-05'],
  ['05.03.1961 ж., 64 жас', '1961-03-05'],
  ['22345', '1961-03-05'],
  ['31.02.1961', null],
  ['1961', null],
  ['белгісіз', null],
  ['5 марта', null],
])('%s', (cell, day) => {
  expect(readDay(cell, today, true)?.day ?? null).toBe(day);
});

test('two digits of a birth are doubtful only where both centuries are possible', () => {
  expect(readDay('01.01.27', today, true)).toEqual({day: '1927-01-01', doubtful: false});
  expect(readDay('01.01.20', today, true)).toEqual({day: '2020-01-01', doubtful: true});
  expect(readDay('01.01.27', today)).toEqual({day: '2027-01-01', doubtful: false});
});

test('every day is read back from every manner in which the program writes it', () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 60_000}), days => {
      const day = addDays('1930-01-01', days);
      const {kk, ru} = longDate(day);
      for (const words of [day, formatDate(day), kk, ru]) expect(readDay(words, today)?.day).toBe(day);
    }),
    {numRuns: 300},
  );
});

test.each([
  ['12.01.2024 № 12-ж', '2024-01-12', '12-ж'],
  ['№ 12-ж от 12.01.2024', '2024-01-12', '12-ж'],
  ['12.01.2024 ж. бұйрық 7/1', '2024-01-12', '7/1'],
  ['12 января 2024 г., приказ № 5', '2024-01-12', '5'],
  ['2024-01-12', '2024-01-12', null],
  ['жоқ', null, null],
])('%s', (cell, day, orderNumber) => {
  const read = readDatedOrder(cell, today);
  expect([read.on?.day ?? null, read.orderNumber]).toEqual([day, orderNumber]);
});

test.each([
  ['01.01.2024 - 31.12.2026', {from: '2024-01-01', to: '2026-12-31'}],
  ['с 01.01.2024 по 31.12.2026', {from: '2024-01-01', to: '2026-12-31'}],
  ['31.12.2026 дейін', {from: null, to: '2026-12-31'}],
  ['бессрочно', {from: null, to: null}],
  ['скоро', null],
])('%s', (cell, period) => {
  expect(readPeriod(cell, today)).toEqual(period);
});

test('a whole day is not doubtful', () => {
  expect(readDay('05.03.1961', today)).toEqual({day: '1961-03-05', doubtful: false});
});

test.each<[cell: string, day: string | null]>([
  ['5 мая 1961', '1961-05-05'],
  ['5 май 1961', '1961-05-05'],
  ['5 мамыр 1961', '1961-05-05'],
  ['марта 1961', null],
  ['пятого марта 1961', null],
  ['5 мр 1961', null],
  ['5 мартирология 1961', null],
  ['5 сентября 1961', '1961-09-05'],
  ['5 сентябрьмен 1961', null],
  ['01.01.1800', '1800-01-01'],
  ['0101.01.01', null],
  ['01.01.1799 ж.', null],
  ['73050', '2099-12-31'],
  ['73051', null],
])('in words and at the edges: %s', (cell, day) => {
  expect(readDay(cell, today)?.day ?? null).toBe(day);
});

test.each<[cell: string, period: unknown]>([
  ['31.02.2024 - 31.12.2026', null],
  ['01.01.2024 - 31.02.2026', null],
  ['01.01.2024, 01.02.2024, 01.03.2024', null],
])('what is no period: %s', (cell, period) => {
  expect(readPeriod(cell, today)).toEqual(period);
});

test('a number that stands between two words of a day does not join them', () => {
  expect(readDatedOrder('12.01.2024№5', today)).toEqual({
    on: {day: '2024-01-12', doubtful: false},
    orderNumber: '5',
  });
  expect(readDatedOrder('12.01.20№5 24', today)?.on?.day).toBe('2020-01-12');
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {ageAt, weekday} from '../../domain/dates.ts';
import {birthdayIn, daysOfMonth, isMonth, monthAfter, weeksOf} from '../../domain/schedule.ts';
import {lastingOf, partInYear, placeInYear} from '../../domain/year-line.ts';

const months = fc
  .tuple(fc.integer({min: 1900, max: 2199}), fc.integer({min: 1, max: 12}))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

describe('a month', () => {
  test('is whole weeks from Monday with each of its days once', () => {
    fc.assert(
      fc.property(months, month => {
        const weeks = weeksOf(month);
        const days = weeks.flat().filter(day => day !== null);
        const {first, last} = daysOfMonth(month);
        expect([days[0], days.at(-1)]).toEqual([first, last]);
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          week.forEach((day, index) => expect(day === null || weekday(day) === index + 1).toBe(true));
        }
      }),
    );
  });

  test.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
  ] as const)('%s and %i more is %s', (month, more, expected) => expect(monthAfter(month, more)).toBe(expected));

  test.each(['2026-13', '2026-00', '2026-1', '0000-01', '2026-01-01', ''])('%s is none', candidate =>
    expect(isMonth(candidate)).toBe(false),
  );
});

test('a birthday is the day on which a year is full', () => {
  expect(birthdayIn('1958-05-09', 2026)).toBe('2026-05-09');
  expect(birthdayIn('2000-02-29', 2024)).toBe('2024-02-29');
  expect(birthdayIn('2000-02-29', 2026)).toBe('2026-03-01');
  expect(birthdayIn('2000-02-29', 2100)).toBe('2100-03-01');
  expect(ageAt('2000-02-29', birthdayIn('2000-02-29', 2026))).toBe(26);
});

describe('a year', () => {
  test('is told by what of it lasted', () => {
    const events = [
      {kind: 'queued', happenedOn: '2025-11-10'},
      {kind: 'admitted', happenedOn: '2026-02-02'},
      {kind: 'left', happenedOn: '2026-06-01'},
      {kind: 'came-back', happenedOn: '2026-06-20'},
      {kind: 'left', happenedOn: '2026-09-01'},
      {kind: 'discharged', happenedOn: '2026-09-30'},
    ] as const;
    expect(lastingOf(events)).toEqual({
      stays: [{from: '2026-02-02', to: '2026-09-30'}],
      leaves: [
        {from: '2026-06-01', to: '2026-06-20'},
        {from: '2026-09-01', to: '2026-09-30'},
      ],
    });
    expect(lastingOf(events.slice(0, 3))).toEqual({
      stays: [{from: '2026-02-02', to: null}],
      leaves: [{from: '2026-06-01', to: null}],
    });
  });

  test.each([
    [
      {from: '2025-05-01', to: null},
      {from: '2026-01-01', to: '2026-12-31', openEnd: true},
    ],
    [
      {from: '2026-05-01', to: '2027-01-01'},
      {from: '2026-05-01', to: '2026-12-31', openEnd: true},
    ],
    [
      {from: '2026-05-01', to: '2026-05-01'},
      {from: '2026-05-01', to: '2026-05-01', openEnd: false},
    ],
    [{from: '2025-05-01', to: '2025-12-31'}, undefined],
    [{from: '2027-01-01', to: null}, undefined],
  ] as const)('%j is in 2026 as %j', (lasting, expected) => expect(partInYear(lasting, 2026)).toEqual(expected));

  test('has each day behind the day before', () => {
    expect(placeInYear('2026-01-01', 2026)).toBe(0);
    expect(placeInYear('2025-01-01', 2026)).toBe(0);
    expect(placeInYear('2027-06-01', 2026)).toBe(1);
    expect(placeInYear('2026-07-02', 2026)).toBeCloseTo(182 / 365);
  });
});

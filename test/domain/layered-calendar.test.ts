import {describe, expect, test} from 'vitest';
import {makeCalendar, type HolidayTable} from '../../domain/calendar.ts';
import {addDays} from '../../domain/dates.ts';
import {areYearsApart, layered} from '../../domain/layered-calendar.ts';
import {text} from '../../domain/text.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';

const day = text('Күн', 'День');
const upper = (fromYear: number, toYear: number, known: Partial<HolidayTable> = {}): HolidayTable => ({
  version: 'above',
  fromYear,
  toYear,
  fixed: [{month: 6, day: 1, name: day, fromYear: null, toYear: null, moves: false}],
  dated: [{date: `${fromYear}-06-03`, name: day, decided: true}],
  swaps: [],
  ...known,
});

describe('one table over another', () => {
  test.each([
    [2027, 2027],
    [2022, 2030],
    [2029, 2033],
    [2031, 2031],
    [2020, 2021],
  ])('the years %i to %i are the upper one’s alone, and all others the lower one’s', (fromYear, toYear) => {
    const settings = {week: 'five', edits: []} as const;
    const above = upper(fromYear, toYear);
    const [low, high, both] = [kzHolidays, above, layered(kzHolidays, above)].map(table =>
      makeCalendar(table, settings),
    );
    for (let date = '2019-06-01'; date < '2035-06-01'; date = addDays(date, 1)) {
      const year = Number(date.slice(0, 4));
      const meant = fromYear <= year && year <= toYear ? high : low;
      expect([date, both?.isWorkingDay(date), both?.reason(date), both?.decided(date)]).toEqual([
        date,
        meant?.isWorkingDay(date),
        meant?.reason(date),
        meant?.decided(date),
      ]);
    }
  });

  test('years that nobody has said anything of are found', () => {
    expect(
      [upper(2031, 2032), upper(2032, 2032), upper(2021, 2021), upper(2019, 2020)].map(table =>
        areYearsApart(kzHolidays, table),
      ),
    ).toEqual([false, true, false, true]);
  });
});

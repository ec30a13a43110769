import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {makeCalendar, workingWeeks, type HolidayTable, type WorkingWeek} from '../../domain/calendar.ts';
import {addDays, daysBetween, weekday, type IsoDate} from '../../domain/dates.ts';
import {text} from '../../domain/text.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';
import {isoDates} from './arbitraries.ts';

const five = makeCalendar(kzHolidays, {week: 'five', edits: []});
const six = makeCalendar(kzHolidays, {week: 'six', edits: []});
const roundTheClock = makeCalendar(kzHolidays, {week: 'round-the-clock', edits: []});

describe('the calendar of Kazakhstan', () => {
  // Figures of forms-and-rules, section 6; 246 for 2025 is the published one.
  test.each<[year: number, working: number]>([
    [2025, 246],
    [2026, 247],
  ])('%i has %i working days in a five-day week', (year, working) => {
    expect(daysOf(year).filter(five.isWorkingDay)).toHaveLength(working);
  });

  test.each<[year: number, daysOff: string[]]>([
    [
      2025,
      '01-01 01-02 01-03 01-07 03-10 03-21 03-24 03-25 05-01 05-07 05-09 06-06 07-07 09-01 10-27 12-16'.split(' '),
    ],
    [2026, '01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 10-26 12-16'.split(' ')],
    // 08.03.2027 is a Monday; the 20th and 21st of March 2027 are a weekend; the 7th of May is a Friday.
    [2027, '01-01 01-04 01-07 03-08 03-15 03-22 03-23 03-24 05-03 05-07 05-10 07-06 10-25 12-16'.split(' ')],
  ])('days off of %i that are not weekends', (year, daysOff) => {
    const found = daysOf(year).filter(date => weekday(date) <= 5 && !five.isWorkingDay(date));
    expect(found).toEqual(daysOff.map(day => `${year}-${day}`));
  });

  test('weekends that are worked', () => {
    const all = range('2022-01-01', '2030-12-31').filter(date => weekday(date) >= 6 && five.isWorkingDay(date));
    expect(all).toEqual(['2023-07-01', '2025-01-05']);
  });

  test.each<[why: string, holiday: IsoDate, given: IsoDate[]]>([
    ['1 and 2 January 2022, a weekend', '2022-01-01', ['2022-01-03', '2022-01-04']],
    ['7 May 2022, a Saturday before a holiday on Monday', '2022-05-07', ['2022-05-10']],
    ['20-22 March 2026, a weekend before a holiday on Monday', '2026-03-21', ['2026-03-24', '2026-03-25']],
    ['9 May 2026, a Saturday', '2026-05-09', ['2026-05-11']],
    ['30 August 2025, a Saturday', '2025-08-30', ['2025-09-01']],
  ])('%s', (_, holiday, given) => {
    expect(five.isWorkingDay(holiday)).toBe(false);
    for (const date of given) {
      expect(five.isWorkingDay(date)).toBe(false);
      expect(five.reason(date)?.ru).toContain('перенос');
    }
    expect(five.isWorkingDay(addDays(given.at(-1) ?? holiday, 1))).toBe(true);
  });

  test.each<[why: string, date: IsoDate, working: boolean]>([
    ['7 January 2023, a Saturday, does not move', '2023-01-09', true],
    ['7 January 2024, a Sunday, does not move', '2024-01-08', true],
    ['Kurban ait on Saturday 09.07.2022 does not move', '2022-07-11', true],
    ['Kurban ait on Sunday 16.06.2024 does not move', '2024-06-17', true],
    ['Kurban ait on a Friday', '2025-06-06', false],
    ['Kurban ait on a Wednesday', '2026-05-27', false],
    ['30 August 2024, a Friday', '2024-08-30', false],
    ['30 August 2026 is a Sunday and no holiday', '2026-08-31', true],
    ['30 August 2027 is a common Monday', '2027-08-30', true],
    ['15 March 2024 is not yet a holiday', '2024-03-15', true],
    ['16 March 2026: no holiday on Sunday the 15th yet', '2026-03-16', true],
    ['15 March 2027', '2027-03-15', false],
    ['15 March 2031 is outside the table', '2031-03-17', true],
    ['25 October 2022, a Tuesday', '2022-10-25', false],
    ['17 December was dropped', '2024-12-17', true],
    ['1 December was dropped', '2025-12-01', true],
  ])('%s', (_, date, working) => {
    expect(five.isWorkingDay(date)).toBe(working);
  });

  test('six-day week: only a Sunday moves, and moved rest days do not hold', () => {
    const off = daysOf(2026).filter(date => weekday(date) <= 6 && !six.isWorkingDay(date));
    expect(off.map(date => date.slice(5))).toEqual(
      '01-01 01-02 01-07 03-09 03-21 03-23 03-24 05-01 05-07 05-09 05-27 07-06 10-26 12-16'.split(' '),
    );
    expect([six.isWorkingDay('2025-01-03'), six.isWorkingDay('2025-01-05')]).toEqual([true, false]);
  });

  test('round the clock: holidays alone are off, nothing moves', () => {
    const off = daysOf(2026).filter(date => !roundTheClock.isWorkingDay(date));
    expect(off.map(date => date.slice(5))).toEqual(
      '01-01 01-02 01-07 03-08 03-21 03-22 03-23 05-01 05-07 05-09 05-27 07-06 10-25 12-16'.split(' '),
    );
  });

  test('the computed days of Kurban ait agree with the calendar of the platform', () => {
    const ummAlQura = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    const tenthOfTwelfth = range('2022-01-01', '2030-12-31').filter(date =>
      /^12\/10\b/u.test(ummAlQura.format(Date.parse(date))),
    );
    expect(kzHolidays.dated.map(holiday => holiday.date)).toEqual(tenthOfTwelfth);
  });
});

describe('reason', () => {
  test.each<[date: IsoDate, kk: string | null, ru: string | null]>([
    ['2026-01-05', null, null],
    ['2026-01-10', 'демалыс күні', 'выходной день'],
    ['2026-03-08', 'Халықаралық әйелдер күні', 'Международный женский день'],
    [
      '2026-03-09',
      'Халықаралық әйелдер күні: 08.03.2026 күнінен ауыстырылған демалыс',
      'Международный женский день: перенос выходного с 08.03.2026',
    ],
    [
      '2023-07-01',
      'жұмыс күні: демалыс 07.07.2023 күніне ауыстырылды (Үкіметтің 25.04.2023 қаулысы)',
      'рабочий день: выходной перенесён на 07.07.2023 (постановление Правительства от 25.04.2023)',
    ],
    [
      '2023-07-07',
      'демалыс 01.07.2023 күнінен ауыстырылды (Үкіметтің 25.04.2023 қаулысы)',
      'выходной перенесён с 01.07.2023 (постановление Правительства от 25.04.2023)',
    ],
    ['2027-05-16', 'Құрбан айттың бірінші күні', 'Первый день Курбан-айта'],
  ])('%s: %s', (date, kk, ru) => {
    expect(five.reason(date)).toEqual(kk === null || ru === null ? null : {kk, ru});
  });

  test('round the clock a Sunday has none', () => {
    expect(roundTheClock.reason('2026-01-11')).toBeNull();
  });
});

test.each<[why: string, date: IsoDate, decided: boolean]>([
  ['a common day', '2026-01-05', true],
  ['a weekend', '2026-01-10', true],
  ['an announced Kurban ait', '2026-05-27', true],
  ['a computed Kurban ait', '2028-05-05', false],
  ['the day after it', '2028-05-06', true],
  ['a fixed holiday of coming years', '2030-12-16', true],
  ['before the table', '2021-12-31', false],
  ['after the table', '2031-01-01', false],
])('decided: %s', (_, date, decided) => {
  expect(five.decided(date)).toBe(decided);
});

describe('outside the table', () => {
  test('only weekends are known', () => {
    expect(five.isWorkingDay('2031-01-01')).toBe(true);
    expect(five.isWorkingDay('2031-01-04')).toBe(false);
    expect(five.isWorkingDay('2021-03-08')).toBe(true);
    expect(five.nextWorkingDay('2021-12-31')).toBe('2022-01-05');
  });
});

describe('edits of the head', () => {
  const edited = makeCalendar(kzHolidays, {
    week: 'five',
    edits: [
      {date: '2028-05-05', working: true, reason: 'Құрбан айт 06.05.2028'},
      {date: '2028-05-08', working: false, reason: 'бұйрық № 5'},
      {date: '2031-01-01', working: false, reason: 'Жаңа жыл'},
    ],
  });
  test('stand above the table and say why', () => {
    expect(edited.isWorkingDay('2028-05-05')).toBe(true);
    expect(edited.decided('2028-05-05')).toBe(true);
    expect(edited.reason('2028-05-05')).toEqual(text('Құрбан айт 06.05.2028', 'Құрбан айт 06.05.2028'));
    expect(edited.nextWorkingDay('2028-05-05')).toBe('2028-05-10');
    expect([edited.isWorkingDay('2031-01-01'), edited.decided('2031-01-01')]).toEqual([false, true]);
  });
  test('leave the version of the table as it is', () => {
    expect(edited.version).toBe(kzHolidays.version);
  });
});

describe('rare meetings of days', () => {
  const base: HolidayTable = {version: 'test', fromYear: 2026, toYear: 2026, fixed: [], dated: [], swaps: []};
  const name = text('мереке', 'праздник');
  const holiday = (month: number, day: number) => ({month, day, name, fromYear: null, toYear: null, moves: true});

  test('a movable day on a certain holiday stays certain', () => {
    const calendar = makeCalendar(
      {...base, fixed: [holiday(5, 1)], dated: [{date: '2026-05-01', name: text('айт', 'айт'), decided: false}]},
      {week: 'five', edits: []},
    );
    expect([calendar.decided('2026-05-01'), calendar.reason('2026-05-01')]).toEqual([true, name]);
  });

  test('a holiday does not move onto a movable day', () => {
    const calendar = makeCalendar(
      {...base, fixed: [holiday(5, 2)], dated: [{date: '2026-05-04', name, decided: true}]},
      {week: 'five', edits: []},
    );
    expect(calendar.nextWorkingDay('2026-05-01')).toBe('2026-05-06');
  });

  test('a movable day on a rest day that is worked is off', () => {
    const calendar = makeCalendar(
      {
        ...base,
        dated: [{date: '2026-05-02', name, decided: true}],
        swaps: [{works: '2026-05-02', rests: '2026-05-05', act: name}],
      },
      {week: 'five', edits: []},
    );
    expect([calendar.isWorkingDay('2026-05-02'), calendar.isWorkingDay('2026-05-05')]).toEqual([false, false]);
  });
});

describe('counting', () => {
  test.each<[from: IsoDate, count: number, to: IsoDate]>([
    ['2026-01-05', 0, '2026-01-05'],
    ['2026-01-05', 1, '2026-01-06'],
    ['2026-01-06', 1, '2026-01-08'],
    ['2026-01-09', 1, '2026-01-12'],
    ['2026-01-10', 1, '2026-01-12'],
    ['2025-01-03', 1, '2025-01-05'],
    ['2026-03-20', 1, '2026-03-26'],
    ['2026-03-20', 2, '2026-03-27'],
    ['2025-12-31', 1, '2026-01-05'],
    ['2024-02-28', 2, '2024-03-01'],
  ])('%s and %i working days is %s', (from, count, to) => {
    expect(five.addWorkingDays(from, count)).toBe(to);
  });

  test('workingDayFrom keeps a working day and nextWorkingDay leaves it', () => {
    expect([five.workingDayFrom('2026-01-05'), five.nextWorkingDay('2026-01-05')]).toEqual([
      '2026-01-05',
      '2026-01-06',
    ]);
    expect([five.workingDayFrom('2026-03-21'), five.nextWorkingDay('2026-03-21')]).toEqual([
      '2026-03-26',
      '2026-03-26',
    ]);
  });

  test('counting back or by halves is a defect', () => {
    expect(() => five.addWorkingDays('2026-01-05', -1)).toThrow('forward');
    expect(() => five.addWorkingDays('2026-01-05', 0.5)).toThrow('forward');
  });

  test('a sum of counts is a count of the sum, and a later start never ends earlier', () => {
    fc.assert(
      fc.property(days(), fc.nat(15), fc.nat(15), weeks(), (from, first, second, week) => {
        const calendar = makeCalendar(kzHolidays, {week, edits: []});
        const end = calendar.addWorkingDays(from, first + second);
        expect(calendar.addWorkingDays(calendar.addWorkingDays(from, first), second)).toBe(end);
        expect(end <= calendar.addWorkingDays(addDays(from, 1), first + second)).toBe(true);
      }),
    );
  });

  test('one holiday more never shortens a term', () => {
    const anyDay = fc.record({
      month: fc.integer({min: 1, max: 12}),
      day: fc.integer({min: 1, max: 28}),
      moves: fc.boolean(),
    });
    fc.assert(
      fc.property(days(), fc.nat(40), weeks(), anyDay, (from, count, week, more) => {
        const added = {...more, name: text('мереке', 'праздник'), fromYear: null, toYear: null};
        const longer = makeCalendar({...kzHolidays, fixed: [...kzHolidays.fixed, added]}, {week, edits: []});
        const plain = makeCalendar(kzHolidays, {week, edits: []});
        expect(longer.addWorkingDays(from, count) >= plain.addWorkingDays(from, count)).toBe(true);
      }),
    );
  });
});

test('the table agrees with itself', () => {
  for (const swap of kzHolidays.swaps) {
    expect([weekday(swap.works) >= 6, weekday(swap.rests) <= 5]).toEqual([true, true]);
    expect(Math.abs(daysBetween(swap.works, swap.rests))).toBeLessThan(14);
  }
  expect(JSON.parse(JSON.stringify(kzHolidays))).toEqual(kzHolidays);
});

function daysOf(year: number): IsoDate[] {
  return range(`${year}-01-01`, `${year}-12-31`);
}

function range(from: IsoDate, to: IsoDate): IsoDate[] {
  return Array.from({length: daysBetween(from, to) + 1}, (_, index) => addDays(from, index));
}

function days(): fc.Arbitrary<IsoDate> {
  return isoDates('2021-12-01', '2031-01-31');
}

function weeks(): fc.Arbitrary<WorkingWeek> {
  return fc.constantFrom(...workingWeeks);
}

describe('a table of a few days', () => {
  const moving = {fromYear: null, toYear: null, moves: true};
  const table = (known: Partial<HolidayTable>): HolidayTable => ({
    version: 'x',
    fromYear: 2027,
    toYear: 2027,
    fixed: [],
    dated: [],
    swaps: [],
    ...known,
  });
  const calendarFor = (known: Partial<HolidayTable>) => makeCalendar(table(known), {week: 'five', edits: []});

  test('its first and its last day are certain, the days beside it are not', () => {
    const {uncertain, decided} = calendarFor({});
    const days = ['2026-12-31', '2027-01-01', '2027-12-31', '2028-01-01'];
    expect(days.map(uncertain)).toEqual([true, false, false, true]);
    expect(days.map(decided)).toEqual([false, true, true, false]);
  });

  test('a swap is decided, and each of its two days says which the other is', () => {
    // The rest of Saturday, the 2nd of January, is on Tuesday of the next year, after the table.
    const swaps = [{works: '2027-01-02', rests: '2028-01-04', act: text('бұйрық', 'приказ')}];
    const calendar = calendarFor({swaps});
    expect(['2027-01-02', '2028-01-04'].map(date => [calendar.isWorkingDay(date), calendar.decided(date)])).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(calendar.reason('2027-01-02')?.ru).toBe('рабочий день: выходной перенесён на 04.01.2028 (приказ)');
    expect(calendar.reason('2028-01-04')?.ru).toBe('выходной перенесён с 02.01.2027 (приказ)');
    // A worked Saturday after the table is decided as well.
    const later = calendarFor({swaps: [{works: '2028-01-08', rests: '2027-01-05', act: text('бұйрық', 'приказ')}]});
    expect([later.isWorkingDay('2028-01-08'), later.decided('2028-01-08')]).toEqual([true, true]);
  });

  test('of two holidays of one weekend the earlier moves to the earlier day, however the table names them', () => {
    const saturday = {month: 3, day: 20, name: text('бірінші', 'первый'), ...moving};
    const sunday = {month: 3, day: 21, name: text('екінші', 'второй'), ...moving};
    for (const fixed of [
      [saturday, sunday],
      [sunday, saturday],
    ]) {
      const {reason} = calendarFor({fixed});
      expect(['2027-03-22', '2027-03-23'].map(date => reason(date)?.ru)).toEqual([
        'первый: перенос выходного с 20.03.2027',
        'второй: перенос выходного с 21.03.2027',
      ]);
    }
  });

  test('a holiday that moves out of the table is decided there', () => {
    // The 1st of January 2028 is a Saturday.
    const fixed = [{month: 1, day: 1, name: text('Жаңа жыл', 'Новый год'), ...moving}];
    const calendar = calendarFor({fixed, fromYear: 2028, toYear: 2028});
    expect([calendar.isWorkingDay('2028-01-03'), calendar.decided('2028-01-03')]).toEqual([false, true]);
    const newYearsEve = [{month: 12, day: 31, name: text('соңғы күн', 'последний день'), ...moving}];
    // The 31st of December 2028 is a Sunday.
    const eve = calendarFor({fixed: newYearsEve, fromYear: 2028, toYear: 2028});
    expect([eve.isWorkingDay('2029-01-01'), eve.decided('2029-01-01')]).toEqual([false, true]);
  });
});

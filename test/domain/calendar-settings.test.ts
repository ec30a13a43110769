import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {makeCalendar, workingWeeks} from '../../domain/calendar.ts';
import {
  calendarChange,
  calendarOf,
  calendarVersion,
  movedBecause,
  type CalendarSettings,
} from '../../domain/calendar-settings.ts';
import {addDays, daysBetween} from '../../domain/dates.ts';
import {termEnd} from '../../domain/deadline-terms.ts';
import {text} from '../../domain/text.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';
import {isoDates} from './arbitraries.ts';

const settings = (known: Partial<CalendarSettings> = {}): CalendarSettings => ({
  week: 'five',
  table: null,
  edits: [],
  ...known,
});
const off = {date: '2027-03-12', working: false, reason: 'бұйрық № 5'};
const worked = {date: '2027-03-13', working: true, reason: 'бұйрық № 6'};

describe('the version of a calendar', () => {
  const version = (known: Partial<CalendarSettings> = {}): string => calendarVersion(settings(known), kzHolidays);

  test('is a short string that names the table and the week', () => {
    expect(version()).toMatch(/^kz-2026-11\/[0-9a-f]{8}\/five$/u);
    expect(version({edits: [off]})).toMatch(/^kz-2026-11\/[0-9a-f]{8}\/five\/[0-9a-f]{8}$/u);
  });

  test.each<[why: string, left: Partial<CalendarSettings>, right: Partial<CalendarSettings>]>([
    ['the order of edits', {edits: [off, worked]}, {edits: [worked, off]}],
    ['the wording of a reason', {edits: [off]}, {edits: [{...off, reason: 'приказ № 5'}]}],
    ['an edit that a later one of the same day replaced', {edits: [{...off, working: true}, off]}, {edits: [off]}],
    ['the built-in table, stored', {}, {table: {...kzHolidays}}],
  ])('does not follow %s', (_, left, right) => {
    expect(version(left)).toBe(version(right));
  });

  test.each<[why: string, left: Partial<CalendarSettings>, right: Partial<CalendarSettings>]>([
    ['an edit', {}, {edits: [off]}],
    ['which way an edit goes', {edits: [off]}, {edits: [{...off, working: true}]}],
    ['the week', {}, {week: 'six'}],
    ['a table of the same name with other days', {}, {table: {...kzHolidays, dated: []}}],
  ])('follows %s', (_, left, right) => {
    expect(version(left)).not.toBe(version(right));
  });
});

describe('what a change of the calendar did', () => {
  const before = calendarOf(settings(), kzHolidays);
  const change = (known: Partial<CalendarSettings>, from: string, to: string) =>
    calendarChange(before, calendarOf(settings(known), kzHolidays), from, to);

  test.each<[why: string, known: Partial<CalendarSettings>, from: string, to: string, expected: unknown[]]>([
    ['nothing', {}, '2027-01-01', '2027-12-31', []],
    [
      'a day off',
      {edits: [off]},
      '2027-03-01',
      '2027-03-31',
      [{date: '2027-03-12', working: false, reason: text('бұйрық № 5', 'бұйрық № 5')}],
    ],
    ['outside the period', {edits: [off]}, '2027-03-13', '2027-03-31', []],
    [
      'on its last day',
      {edits: [off]},
      '2027-03-01',
      '2027-03-12',
      [{date: '2027-03-12', working: false, reason: text('бұйрық № 5', 'бұйрық № 5')}],
    ],
    [
      'a holiday that was dropped',
      {
        table: {
          ...kzHolidays,
          fixed: kzHolidays.fixed.filter(day => day.month !== 3 || day.day !== 15),
        },
      },
      '2027-03-01',
      '2027-03-31',
      [
        {
          date: '2027-03-15',
          working: true,
          reason: text('енді жоқ: Конституция күні', 'больше не действует: День Конституции'),
        },
      ],
    ],
    [
      'a six-day week',
      {week: 'six'},
      '2027-06-01',
      '2027-06-06',
      [
        {
          date: '2027-06-05',
          working: true,
          reason: text('енді жоқ: демалыс күні', 'больше не действует: выходной день'),
        },
      ],
    ],
  ])('%s', (_, known, from, to, expected) => {
    expect(change(known, from, to)).toEqual(expected);
  });

  test('a deadline says why it moved', () => {
    const term = {length: 1, unit: 'working-day', following: false, shift: true} as const;
    const after = calendarOf(settings({edits: [off]}), kzHolidays);
    const [old, moved] = [before, after].map(calendar => termEnd(term, '2027-03-11', {calendar, leaves: []}).lenient);
    // Friday the 12th is off now, Monday the 15th is Constitution Day.
    expect([old, moved]).toEqual(['2027-03-12', '2027-03-16']);
    expect(movedBecause('2027-03-12', '2027-03-16', change({edits: [off]}, '2027-03-11', '2027-03-16'))).toEqual(
      text(
        'мерзім 12.03.2027 күнінен 16.03.2027 күніне ауысты, себебі: 12.03.2027 – жұмыс күні емес (бұйрық № 5)',
        'срок перенесен с 12.03.2027 на 16.03.2027, потому что: 12.03.2027 – нерабочий день (бұйрық № 5)',
      ),
    );
  });

  test('a calendar does not differ from itself, and edits alone differ', () => {
    fc.assert(
      fc.property(
        isoDates('2022-01-01', '2030-12-31'),
        fc.boolean(),
        fc.constantFrom(...workingWeeks),
        (date, working, week) => {
          const plain = makeCalendar(kzHolidays, {week, edits: []});
          const edited = makeCalendar(kzHolidays, {week, edits: [{date, working, reason: 'себеп'}]});
          const around = [addDays(date, -20), addDays(date, 20)] as const;
          expect(calendarChange(plain, plain, ...around)).toEqual([]);
          const differing = calendarChange(plain, edited, ...around).map(day => day.date);
          expect(differing).toEqual(plain.isWorkingDay(date) === working ? [] : [date]);
          expect(daysBetween(...around)).toBe(40);
        },
      ),
    );
  });
});

describe('days that are computed, not decided', () => {
  // Kurban ait is computed for Sunday 16.05.2027, Friday 05.05.2028, Tuesday 24.04.2029.
  const five = calendarOf(settings(), kzHolidays);
  test.each<[why: string, date: string, uncertain: boolean]>([
    ['the computed Friday', '2028-05-05', true],
    ['the Thursday before it', '2028-05-04', true],
    ['the Saturday after it is off in any case', '2028-05-06', false],
    ['a computed Sunday is off in any case', '2027-05-16', false],
    ['the Monday after it', '2027-05-17', true],
    ['the Saturday before it', '2027-05-15', false],
    ['two days after', '2029-04-26', false],
    ['an announced one', '2026-05-27', false],
    ['a fixed holiday of the table', '2030-12-16', false],
    ['a common day of the table', '2030-12-17', false],
    ['after the table', '2031-01-06', true],
    ['before the table', '2021-12-31', true],
  ])('%s', (_, date, uncertain) => {
    expect(five.uncertain(date)).toBe(uncertain);
  });

  test('the head decides', () => {
    const decided = calendarOf(
      settings({edits: [{date: '2028-05-05', working: false, reason: 'жарияланды'}]}),
      kzHolidays,
    );
    expect(['2028-05-04', '2028-05-05'].map(decided.uncertain)).toEqual([false, false]);
  });
});

describe('the words and the layers of a calendar', () => {
  const bare = {version: 'x', fromYear: 2027, toYear: 2027, fixed: [], dated: [], swaps: []};

  test('a table of the registry lies over the built-in one, and a table of the facility over both', () => {
    const registry = {...bare, dated: [{date: '2027-06-07', name: text('мереке', 'праздник'), decided: true}]};
    const isOff = (known: Partial<CalendarSettings>) =>
      !calendarOf(settings(known), kzHolidays).isWorkingDay('2027-06-07');
    expect([isOff({}), isOff({registry: null}), isOff({registry}), isOff({registry, table: bare})]).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  test('a common day that was off says that it is a common one', () => {
    const before = calendarOf(settings({edits: [off]}), kzHolidays);
    const after = calendarOf(settings(), kzHolidays);
    expect(calendarChange(before, after, '2027-03-12', '2027-03-12')).toEqual([
      {
        date: '2027-03-12',
        working: true,
        reason: text('енді жоқ: бұйрық № 5', 'больше не действует: бұйрық № 5'),
      },
    ]);
  });

  test('of several days each is named, worked or not', () => {
    const reason = text('бұйрық', 'приказ');
    const changes = [
      {date: '2027-03-12', working: false, reason},
      {date: '2027-03-13', working: true, reason},
    ];
    expect(movedBecause('2027-03-12', '2027-03-13', changes)).toEqual(
      text(
        'мерзім 12.03.2027 күнінен 13.03.2027 күніне ауысты, себебі: 12.03.2027 – жұмыс күні емес (бұйрық); 13.03.2027 – жұмыс күні (бұйрық)',
        'срок перенесен с 12.03.2027 на 13.03.2027, потому что: 12.03.2027 – нерабочий день (приказ); 13.03.2027 – рабочий день (приказ)',
      ),
    );
  });

  test('the version of a table is the same on every PC and in every year', () => {
    const table = {
      ...bare,
      fixed: [{month: 3, day: 8, name: text('8 наурыз', '8 Марта'), fromYear: null, toYear: null, moves: true}],
      dated: [{date: '2027-05-16', name: text('Құрбан айт', 'Курбан айт'), decided: false}],
      swaps: [{works: '2027-05-02', rests: '2027-05-10', act: text('бұйрық', 'приказ')}],
    };
    expect(calendarVersion(settings({table, edits: [off, worked]}), kzHolidays)).toBe('x/097e672a/five/d6e413ca');
  });
});

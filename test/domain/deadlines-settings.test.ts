import {describe, expect, test} from 'vitest';
import {makeCalendar} from '../../domain/calendar.ts';
import type {DeadlineFacts} from '../../domain/deadline-rule.ts';
import {evaluateDeadlines} from '../../domain/deadlines.ts';
import {localTermRules} from '../../domain/local-terms.ts';
import {kzHolidays} from '../../templates/calendar/kz-holidays.ts';
import {dues, facts, plan, round, table} from './deadline-facts.ts';

describe('old papers that are typed in late raise no alarm', () => {
  const countedFrom = '2026-10-15';
  const monitored = (from: string, days: string[]): Partial<DeadlineFacts> => ({
    admittedOn: from,
    plans: [plan({from, to: '2029-12-31'})],
    rounds: days.map(day => round(day, {id: day})),
  });
  table(
    [
      ['a plan of years ago', {admittedOn: '2023-02-01'}, '2026-11-01', ['plan-draw-up 2023-02-05 2023-02-06 archive']],
      [
        'ran out the day before',
        {admittedOn: '2026-10-09'},
        '2026-11-01',
        ['plan-draw-up 2026-10-13 2026-10-14 archive'],
      ],
      [
        'ran out on the day itself',
        {admittedOn: '2026-10-10'},
        '2026-11-01',
        ['plan-draw-up 2026-10-14 2026-10-15 overdue'],
      ],
      ['admitted since', {admittedOn: '2026-10-19'}, '2026-10-26', ['plan-draw-up 2026-10-23 2026-10-27 due']],
      [
        'a programme of years ago',
        {admittedOn: null, programmeTo: '2025-01-31'},
        '2026-11-01',
        ['programme-ends 2025-01-31 2025-01-31 archive'],
      ],
    ],
    '',
    {countedFrom},
  );
  table(
    [
      [
        'never monitored: the quarter that was begun in',
        monitored('2025-01-01', []),
        '2026-11-01',
        ['monitoring-due 2026-12-31 2026-12-31 later'],
      ],
      [
        'last monitored in the spring',
        monitored('2025-01-01', ['2026-04-20']),
        '2026-11-01',
        ['monitoring-due 2026-12-31 2026-12-31 later'],
      ],
      [
        'monitored in the quarter before',
        monitored('2025-01-01', ['2026-09-20']),
        '2026-11-01',
        ['monitoring-due 2026-12-31 2026-12-31 later'],
      ],
      [
        'and broken afterwards',
        monitored('2025-01-01', []),
        '2027-01-01',
        ['monitoring-due 2026-12-31 2026-12-31 overdue'],
      ],
      [
        'a term that reaches over the day',
        monitored('2026-08-03', []),
        '2026-11-01',
        ['monitoring-due 2026-09-30 2026-11-02 due'],
      ],
    ],
    'monitoring-due',
    {countedFrom},
  );
  table(
    [
      [
        'years that were bound on paper',
        {plans: [plan({from: '2025-01-01', to: '2026-12-31'})], boundYears: []},
        '2026-11-01',
        ['year-binding 2025-12-31 2026-01-05 archive', 'year-binding 2026-12-31 2027-01-05 later'],
      ],
    ],
    'year-binding',
    {countedFrom},
  );

  test('own terms begin with the program too', () => {
    const [monthly] = localTermRules(
      [
        {
          organisationType: 'stationary',
          kind: 'monitoring',
          length: 1,
          unit: 'month',
          following: false,
          shift: false,
          source: 'бұйрық',
        },
      ],
      [],
    );
    const found = evaluateDeadlines({
      facts: facts({organisationType: 'stationary', ...monitored('2025-01-01', ['2025-03-01'])}),
      rules: monthly ? [monthly] : [],
      today: '2026-11-01',
      calendar: makeCalendar(kzHolidays, {week: 'five', edits: []}),
      countedFrom,
    });
    expect(found.map(({dueStrict, dueLenient, state}) => [dueStrict, dueLenient, state])).toEqual([
      ['2026-11-14', '2026-11-15', 'later'],
    ]);
  });

  test('a day that is not set changes nothing', () => {
    const known = facts({admittedOn: '2023-02-01'});
    expect(dues(known, '2026-11-01', {countedFrom: null})).toEqual(dues(known, '2026-11-01'));
  });
});

describe('p. 35 5): "quarter" taken for three months from the start of the plan', () => {
  const monitored = (from: string, days: string[], known: Partial<DeadlineFacts> = {}): Partial<DeadlineFacts> => ({
    admittedOn: '2022-03-01',
    plans: [plan({from, to: '2029-12-31'})],
    rounds: days.map(day => round(day, {id: day})),
    ...known,
  });
  table(
    [
      [
        'the first three months',
        monitored('2026-01-12', []),
        '2026-02-01',
        ['monitoring-due 2026-04-11 2026-04-13 later'],
      ],
      ['their last day', monitored('2026-01-12', []), '2026-04-11', ['monitoring-due 2026-04-11 2026-04-13 due']],
      ['broken', monitored('2026-01-12', []), '2026-04-14', ['monitoring-due 2026-04-11 2026-04-13 overdue']],
      [
        'held in the first',
        monitored('2026-01-12', ['2026-02-02']),
        '2026-02-03',
        ['monitoring-due 2026-07-11 2026-07-13 later'],
      ],
      [
        'held on the first day of the second',
        monitored('2026-01-12', ['2026-04-12']),
        '2026-04-13',
        ['monitoring-due 2026-10-11 2026-10-12 later'],
      ],
      [
        'held on the last day of the first',
        monitored('2026-01-12', ['2026-04-11']),
        '2026-04-13',
        ['monitoring-due 2026-07-11 2026-07-13 later'],
      ],
      [
        'held before the plan began',
        monitored('2026-01-12', ['2026-01-05']),
        '2026-02-03',
        ['monitoring-due 2026-04-11 2026-04-13 later'],
      ],
      [
        'begun on the last of a month',
        monitored('2025-11-30', []),
        '2025-12-03',
        ['monitoring-due 2026-02-27 2026-02-27 later'],
      ],
      [
        'and in its second quarter',
        monitored('2025-11-30', ['2026-02-27']),
        '2026-02-28',
        ['monitoring-due 2026-05-29 2026-05-29 later'],
      ],
      [
        'begun before a leap day',
        monitored('2023-11-30', []),
        '2023-12-03',
        ['monitoring-due 2024-02-28 2024-02-28 later'],
      ],
      [
        'begun on a leap day',
        monitored('2024-02-29', []),
        '2024-03-03',
        ['monitoring-due 2024-05-28 2024-05-28 later'],
      ],
      [
        'over the year',
        monitored('2025-11-10', ['2025-12-01']),
        '2026-01-05',
        ['monitoring-due 2026-05-09 2026-05-12 later'],
      ],
      [
        'away over its end',
        monitored('2026-01-12', [], {leaves: [{from: '2026-04-01', to: '2026-04-20'}]}),
        '2026-04-20',
        ['monitoring-due 2026-04-20 2026-04-20 due'],
      ],
    ],
    'monitoring-due',
    {quarter: 'plan-start'},
  );
});

describe('terms that hang on a day that is only computed', () => {
  // Kurban ait is computed for Friday 05.05.2028 and Sunday 16.05.2027.
  test.each<[why: string, known: Partial<DeadlineFacts>, depends: boolean]>([
    ['a plan that ended the day before', {plans: [plan({from: '2027-06-01', to: '2028-05-04'})]}, true],
    ['a term moved by it', {admittedOn: '2028-04-30'}, true],
    ['a term that ends before it', {admittedOn: '2028-04-27'}, false],
    ['a term that only runs over it', {admittedOn: '2028-05-03'}, false],
    ['the Monday after a computed Sunday', {admittedOn: '2027-05-11'}, true],
    ['an announced day', {admittedOn: '2026-05-22'}, false],
    ['outside the table', {admittedOn: '2031-02-03'}, true],
    ['an entered date', {admittedOn: null, programmeTo: '2028-05-05'}, false],
  ])('%s', (_, known, depends) => {
    const [due] = dues(facts(known), '2028-05-05');
    expect(due?.dependsOnUndecided).toBe(depends);
  });

  test('and no more once the head has entered it', () => {
    const calendar = makeCalendar(kzHolidays, {
      week: 'five',
      edits: [{date: '2028-05-05', working: false, reason: 'жарияланды'}],
    });
    const [due] = dues(facts({admittedOn: '2028-04-30'}), '2028-05-05', {calendar});
    expect([due?.dueLenient, due?.dependsOnUndecided]).toEqual(['2028-05-10', false]);
  });
});

describe('re-admission: a new row of the journal starts anew', () => {
  table([
    [
      'old papers do not count',
      {admittedOn: '2026-06-01', plans: [], rounds: []},
      '2026-06-01',
      ['plan-draw-up 2026-06-05 2026-06-08 soon'],
    ],
    ['on a Saturday', {admittedOn: '2026-06-06'}, '2026-06-06', ['plan-draw-up 2026-06-10 2026-06-11 soon']],
    ['discharged again', {admittedOn: '2026-06-01', status: 'discharged'}, '2026-06-30', []],
    ['transferred', {admittedOn: '2026-06-01', status: 'transferred'}, '2026-06-30', []],
    [
      'away again',
      {admittedOn: '2026-06-01', status: 'on-leave', leaves: [{from: '2026-06-02', to: null}]},
      '2026-06-30',
      [],
    ],
  ]);
});

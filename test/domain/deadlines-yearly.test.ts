import {describe, expect, test} from 'vitest';
import type {DeadlineFacts} from '../../domain/deadline-rule.ts';
import {dues, facts, plan, round, table} from './deadline-facts.ts';

const year2026 = {from: '2026-01-01', to: '2026-12-31'};

describe('p. 35 5): marks every month while the state changes', () => {
  const held = (rounds: [day: string, changed: boolean | undefined, planId?: string][]): Partial<DeadlineFacts> => ({
    admittedOn: '2025-12-01',
    plans: [plan(year2026)],
    rounds: rounds.map(([day, changed, planId = 'plan']) =>
      round(day, {id: day, planId, ...(changed !== undefined && {changed})}),
    ),
  });
  table(
    [
      ['changed', held([['2026-02-10', true]]), '2026-02-10', ['monthly-mark 2026-03-09 2026-03-31 later']],
      ['a week before', held([['2026-02-10', true]]), '2026-03-02', ['monthly-mark 2026-03-09 2026-03-31 soon']],
      ['a month has passed', held([['2026-02-10', true]]), '2026-03-09', ['monthly-mark 2026-03-09 2026-03-31 due']],
      [
        'the next month has passed',
        held([['2026-02-10', true]]),
        '2026-04-01',
        ['monthly-mark 2026-03-09 2026-03-31 overdue'],
      ],
      ['nothing changed', held([['2026-02-10', false]]), '2026-03-09', []],
      ['not said', held([['2026-02-10', undefined]]), '2026-03-09', []],
      [
        'marked again, still changing',
        held([
          ['2026-02-10', true],
          ['2026-03-05', true],
        ]),
        '2026-03-09',
        ['monthly-mark 2026-04-04 2026-04-30 later'],
      ],
      [
        'marked again, changing no more',
        held([
          ['2026-02-10', true],
          ['2026-03-05', false],
        ]),
        '2026-04-01',
        [],
      ],
      [
        'in any order',
        held([
          ['2026-03-05', false],
          ['2026-02-10', true],
        ]),
        '2026-04-01',
        [],
      ],
      ['of another plan', held([['2026-02-10', true, 'x']]), '2026-03-09', []],
      ['no plan in force', {...held([['2026-02-10', true]]), plans: []}, '2026-03-09', []],
      [
        'the plan was corrected after it',
        {
          ...held([['2026-02-10', true, 'a']]),
          plans: [
            plan({id: 'b', revisesId: 'a', from: '2026-02-15', to: '2026-12-31'}),
            plan({id: 'a', status: 'revised', ...year2026}),
          ],
        },
        '2026-03-09',
        ['monthly-mark 2026-03-09 2026-03-31 due'],
      ],
      [
        'away over both days',
        {...held([['2026-02-10', true]]), leaves: [{from: '2026-03-05', to: '2026-04-06'}]},
        '2026-04-06',
        ['monthly-mark 2026-04-06 2026-04-06 due'],
      ],
      ['away now', {...held([['2026-02-10', true]]), status: 'on-leave'}, '2026-04-06', []],
      [
        'another type of organisation',
        {...held([['2026-02-10', true]]), organisationType: 'stationary'},
        '2026-04-06',
        [],
      ],
    ],
    'monthly-mark',
  );
});

describe('p. 35 5): plan and journal bound together by the results of the year', () => {
  const papers = (known: Partial<DeadlineFacts> = {}): Partial<DeadlineFacts> => ({
    admittedOn: '2025-12-01',
    plans: [plan(year2026)],
    boundYears: [],
    ...known,
  });
  table(
    [
      ['during the year', papers(), '2026-12-16', ['year-binding 2026-12-31 2027-01-05 later']],
      ['two weeks before its end', papers(), '2026-12-17', ['year-binding 2026-12-31 2027-01-05 soon']],
      ['its last day', papers(), '2026-12-31', ['year-binding 2026-12-31 2027-01-05 due']],
      ['the first working day', papers(), '2027-01-05', ['year-binding 2026-12-31 2027-01-05 due']],
      ['not bound', papers(), '2027-01-06', ['year-binding 2026-12-31 2027-01-05 overdue']],
      ['bound', papers({boundYears: [2026]}), '2027-01-06', []],
      ['another year is bound', papers({boundYears: [2025]}), '2026-12-31', ['year-binding 2026-12-31 2027-01-05 due']],
      ['not followed', papers({boundYears: undefined}), '2027-01-06', []],
      [
        'a plan over two years',
        papers({plans: [plan({from: '2025-12-01', to: '2026-11-30'})]}),
        '2026-12-31',
        ['year-binding 2025-12-31 2026-01-05 overdue', 'year-binding 2026-12-31 2027-01-05 due'],
      ],
      [
        'a plan that ended before its time',
        papers({
          plans: [
            plan({
              from: '2025-12-01',
              to: '2026-11-30',
              status: 'ended',
              approvedOn: '2025-12-01',
              endedOn: '2025-12-20',
            }),
          ],
        }),
        '2026-12-31',
        ['year-binding 2025-12-31 2026-01-05 overdue'],
      ],
      ['a plan of next year', papers({plans: [plan({from: '2027-01-01', to: '2027-12-31'})]}), '2026-12-31', []],
      [
        'a plan without an end',
        papers({plans: [plan({from: '2026-03-01'})]}),
        '2026-12-31',
        ['year-binding 2026-12-31 2027-01-05 due'],
      ],
      ['a draft is no plan yet', papers({plans: [plan({...year2026, status: 'draft'})]}), '2026-12-31', []],
      [
        'a round of a plan unknown here',
        papers({plans: [], rounds: [round('2025-12-20', {planId: 'x'}), round('2025-12-25', {planId: 'x'})]}),
        '2026-06-01',
        ['year-binding 2025-12-31 2026-01-05 overdue'],
      ],
      ['an open round', papers({plans: [], rounds: [round(null)]}), '2026-06-01', []],
      ['another type of organisation', papers({organisationType: 'home-care'}), '2026-12-31', []],
    ],
    'year-binding',
  );

  test('each year has its own line', () => {
    const both = facts({plans: [plan({from: '2025-12-01', to: '2026-11-30'})], boundYears: []});
    expect(
      dues(both, '2026-06-01')
        .filter(({kind}) => kind === 'year-binding')
        .map(({subject}) => subject),
    ).toEqual([
      {type: 'year', year: 2025},
      {type: 'year', year: 2026},
    ]);
  });
});

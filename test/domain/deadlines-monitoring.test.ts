import {describe, expect, test} from 'vitest';
import type {DeadlineFacts} from '../../domain/deadline-rule.ts';
import {dues, facts, plan, round, table} from './deadline-facts.ts';

const year2026 = {from: '2026-01-01', to: '2026-12-31'};

describe('p. 35 5): monitoring once a quarter at least', () => {
  const monitored = (from: string, days: string[], known: Partial<DeadlineFacts> = {}): Partial<DeadlineFacts> => ({
    admittedOn: '2022-03-01',
    plans: [plan({from, to: '2029-12-31'})],
    rounds: days.map(day => round(day, {id: day})),
    ...known,
  });
  table(
    [
      ['a whole quarter', monitored('2026-01-01', []), '2026-03-16', ['monitoring-due 2026-03-31 2026-03-31 later']],
      [
        'fourteen days before',
        monitored('2026-01-01', []),
        '2026-03-17',
        ['monitoring-due 2026-03-31 2026-03-31 soon'],
      ],
      ['the last day', monitored('2026-01-01', []), '2026-03-31', ['monitoring-due 2026-03-31 2026-03-31 due']],
      ['broken', monitored('2026-01-01', []), '2026-04-01', ['monitoring-due 2026-03-31 2026-03-31 overdue']],
      [
        'months later it is one line',
        monitored('2026-01-01', []),
        '2026-11-01',
        ['monitoring-due 2026-03-31 2026-03-31 overdue'],
      ],
      [
        'begun within the quarter',
        monitored('2026-01-12', []),
        '2026-04-01',
        ['monitoring-due 2026-03-31 2026-04-13 due'],
      ],
      ['begun at its end', monitored('2026-03-30', []), '2026-04-01', ['monitoring-due 2026-03-31 2026-06-29 due']],
      ['begun in November', monitored('2026-11-20', []), '2026-12-01', ['monitoring-due 2026-12-31 2027-02-19 later']],
      ['held', monitored('2026-01-01', ['2026-02-10']), '2026-02-11', ['monitoring-due 2026-06-30 2026-06-30 later']],
      [
        'held twice',
        monitored('2026-01-01', ['2026-02-10', '2026-03-10']),
        '2026-03-11',
        ['monitoring-due 2026-06-30 2026-06-30 later'],
      ],
      [
        'in any order',
        monitored('2026-01-01', ['2026-05-10', '2026-02-10']),
        '2026-05-11',
        ['monitoring-due 2026-09-30 2026-09-30 later'],
      ],
      [
        'held late makes good',
        monitored('2026-01-01', ['2026-04-20']),
        '2026-04-21',
        ['monitoring-due 2026-09-30 2026-09-30 later'],
      ],
      [
        'the fourth quarter',
        monitored('2026-01-01', ['2026-07-01']),
        '2026-12-01',
        ['monitoring-due 2026-12-31 2026-12-31 later'],
      ],
      [
        'over the new year',
        monitored('2026-01-01', ['2026-12-31']),
        '2027-01-02',
        ['monitoring-due 2027-03-31 2027-03-31 later'],
      ],
      [
        'a Sunday before New Year',
        monitored('2023-01-01', ['2023-09-01']),
        '2024-01-03',
        ['monitoring-due 2023-12-31 2024-01-03 due'],
      ],
      ['a Sunday', monitored('2024-01-01', []), '2024-04-01', ['monitoring-due 2024-03-31 2024-04-01 due']],
      [
        'begun in the same quarter as held',
        monitored('2026-01-12', ['2026-01-20']),
        '2026-02-01',
        ['monitoring-due 2026-06-30 2026-06-30 later'],
      ],
      [
        'a round of years ago',
        monitored('2026-01-01', ['2022-05-01']),
        '2026-02-01',
        ['monitoring-due 2026-03-31 2026-03-31 later'],
      ],
      [
        'an open round is none',
        monitored('2026-01-01', [], {rounds: [round(null)]}),
        '2026-02-01',
        ['monitoring-due 2026-03-31 2026-03-31 later'],
      ],
      [
        'admitted after the plan began',
        monitored('2026-01-01', [], {admittedOn: '2026-02-02'}),
        '2026-03-01',
        ['monitoring-due 2026-03-31 2026-05-04 later'],
      ],
      ['not yet in force', monitored('2026-04-01', []), '2026-03-31', []],
      ['on its first day', monitored('2026-04-01', []), '2026-04-01', ['monitoring-due 2026-06-30 2026-06-30 later']],
      ['not approved', monitored('2026-01-01', [], {plans: [plan({...year2026, status: 'filled'})]}), '2026-05-01', []],
      [
        'approved by its day',
        monitored('2026-01-01', [], {plans: [plan({...year2026, status: 'filled', approvedOn: '2026-01-01'})]}),
        '2026-02-01',
        ['monitoring-due 2026-03-31 2026-03-31 later'],
      ],
      ['over', monitored('2026-01-01', [], {plans: [plan({from: '2025-01-01', to: '2025-12-31'})]}), '2026-01-05', []],
      [
        'ended',
        monitored('2026-01-01', [], {plans: [plan({...year2026, status: 'ended', endedOn: '2026-02-01'})]}),
        '2026-02-10',
        [],
      ],
      [
        'a correction goes on with the quarters of its plan',
        monitored('2026-01-01', [], {
          plans: [
            plan({id: 'b', revisesId: 'a', from: '2026-06-01', to: '2026-12-31'}),
            plan({id: 'a', status: 'revised', from: '2026-01-01', to: '2026-12-31'}),
          ],
        }),
        '2026-07-10',
        ['monitoring-due 2026-03-31 2026-03-31 overdue'],
      ],
      [
        'of two plans the later is meant',
        monitored('2026-01-01', ['2026-03-01'], {
          plans: [
            plan({id: 'a', from: '2025-07-01', to: '2026-06-30'}),
            plan({id: 'b', from: '2026-06-01', to: '2027-05-31'}),
          ],
        }),
        '2026-06-15',
        ['monitoring-due 2026-06-30 2026-08-31 later'],
      ],
    ],
    'monitoring-due',
  );
});

describe('p. 35 5): the journal within 1 working day of the monitoring', () => {
  const held = (monitoredOn: string, known = {}): Partial<DeadlineFacts> => ({
    plans: [plan({from: '2026-01-01', to: '2026-12-31'})],
    rounds: [round(monitoredOn, {enteredOn: null, ...known})],
  });
  table(
    [
      ['Monday', held('2026-02-02'), '2026-02-02', ['monitoring-enter 2026-02-02 2026-02-03 due']],
      ['the next day', held('2026-02-02'), '2026-02-03', ['monitoring-enter 2026-02-02 2026-02-03 due']],
      ['broken', held('2026-02-02'), '2026-02-04', ['monitoring-enter 2026-02-02 2026-02-03 overdue']],
      ['Friday', held('2026-02-06'), '2026-02-07', ['monitoring-enter 2026-02-06 2026-02-09 due']],
      ['Friday before Nauryz', held('2026-03-20'), '2026-03-25', ['monitoring-enter 2026-03-20 2026-03-26 due']],
      ['Saturday', held('2026-02-07'), '2026-02-07', ['monitoring-enter 2026-02-09 2026-02-09 soon']],
      ['before Christmas', held('2026-01-06'), '2026-01-08', ['monitoring-enter 2026-01-06 2026-01-08 due']],
      ['entered', held('2026-02-02', {enteredOn: '2026-02-10'}), '2026-02-10', []],
      [
        'of a plan unknown here',
        held('2026-02-02', {planId: 'x'}),
        '2026-02-03',
        ['monitoring-enter 2026-02-02 2026-02-03 due'],
      ],
      [
        'the plan has just ended',
        {...held('2025-12-30'), plans: [plan({from: '2025-01-01', to: '2025-12-31'})]},
        '2026-03-31',
        ['monitoring-enter 2025-12-30 2025-12-31 overdue'],
      ],
      [
        'the plan ended more than a quarter ago: history',
        {...held('2025-12-30'), plans: [plan({from: '2025-01-01', to: '2025-12-31'})]},
        '2026-04-01',
        [],
      ],
    ],
    'monitoring-enter',
  );

  test('each round has its own line', () => {
    const both = facts({
      plans: [plan(year2026)],
      rounds: [
        round('2026-02-02', {id: 'first', enteredOn: null}),
        round('2026-02-03', {id: 'second', enteredOn: null}),
      ],
    });
    expect(
      dues(both, '2026-02-03')
        .filter(due => due.kind === 'monitoring-enter')
        .map(due => due.subject),
    ).toEqual([
      {type: 'round', planId: 'plan', roundId: 'first'},
      {type: 'round', planId: 'plan', roundId: 'second'},
    ]);
  });
});

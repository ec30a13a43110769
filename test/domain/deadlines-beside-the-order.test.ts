import {describe, expect, test} from 'vitest';
import type {DeadlineFacts, DeadlineRule} from '../../domain/deadline-rule.ts';
import {evaluateDeadlines} from '../../domain/deadlines.ts';
import {text} from '../../domain/text.ts';
import {organisationTypes} from '../../domain/vocabulary.ts';
import {deadlines} from '../../templates/editions/308-2022/deadlines.ts';
import {dues, facts, fiveDayWeek, plan, round, table} from './deadline-facts.ts';

const year2026 = {from: '2026-01-01', to: '2026-12-31'};

describe('dates that the worker entered, for every organisation type', () => {
  const stationary = (known: Partial<DeadlineFacts>): Partial<DeadlineFacts> => ({
    organisationType: 'stationary',
    ...known,
  });
  const reviewed = (known: Partial<DeadlineFacts> = {}, planKnown = {}): Partial<DeadlineFacts> =>
    stationary({plans: [plan({from: '2026-01-01', to: '2029-12-31', reviewOn: '2026-06-01', ...planKnown})], ...known});
  const later = 'plan-ends 2029-12-31 2029-12-31 later';
  table([
    ['nothing is counted without them', stationary({}), '2026-06-01', []],
    ['review, long before', reviewed(), '2026-05-17', ['plan-review 2026-06-01 2026-06-01 later', later]],
    ['review, fourteen days before', reviewed(), '2026-05-18', ['plan-review 2026-06-01 2026-06-01 soon', later]],
    ['review, on its day', reviewed(), '2026-06-01', ['plan-review 2026-06-01 2026-06-01 due', later]],
    ['review, missed', reviewed(), '2026-06-02', ['plan-review 2026-06-01 2026-06-01 overdue', later]],
    [
      'review, a round before its day',
      reviewed({rounds: [round('2026-05-31')]}),
      '2026-06-01',
      ['plan-review 2026-06-01 2026-06-01 due', later],
    ],
    ['review, a round on its day', reviewed({rounds: [round('2026-06-01')]}), '2026-06-01', [later]],
    ['review of a plan that is not in force', reviewed({}, {status: 'filled'}), '2026-06-01', []],
    [
      'review, a correction is being written',
      stationary({
        plans: [
          plan({...year2026, reviewOn: '2026-06-01'}),
          plan({id: 'b', status: 'draft', revisesId: 'plan', from: '2026-06-01', to: '2026-12-31'}),
        ],
      }),
      '2026-06-05',
      ['plan-ends 2026-12-31 2026-12-31 later'],
    ],
    [
      'review, a correction was given up',
      stationary({
        plans: [plan({...year2026, reviewOn: '2026-06-01'}), plan({id: 'b', status: 'ended', revisesId: 'plan'})],
      }),
      '2026-06-05',
      ['plan-review 2026-06-01 2026-06-01 overdue', 'plan-ends 2026-12-31 2026-12-31 later'],
    ],
    [
      'plan, thirty days before its end',
      stationary({plans: [plan(year2026)]}),
      '2026-12-01',
      ['plan-ends 2026-12-31 2026-12-31 soon'],
    ],
    [
      'plan, thirty-one days before',
      stationary({plans: [plan(year2026)]}),
      '2026-11-30',
      ['plan-ends 2026-12-31 2026-12-31 later'],
    ],
    [
      'plan, its last day',
      stationary({plans: [plan(year2026)]}),
      '2026-12-31',
      ['plan-ends 2026-12-31 2026-12-31 due'],
    ],
    ['plan, run out', stationary({plans: [plan(year2026)]}), '2027-01-01', ['plan-ends 2026-12-31 2026-12-31 overdue']],
    [
      'plan, followed by another',
      stationary({plans: [plan(year2026), plan({id: 'b', status: 'draft', from: '2027-01-01', to: '2027-12-31'})]}),
      '2026-12-20',
      [],
    ],
    [
      'plan, followed by one that was given up',
      stationary({plans: [plan(year2026), plan({id: 'b', status: 'ended', from: '2027-01-01', to: '2027-12-31'})]}),
      '2026-12-20',
      ['plan-ends 2026-12-31 2026-12-31 soon'],
    ],
    ['plan without an end', stationary({plans: [plan({from: '2026-01-01'})]}), '2026-12-20', []],
    ['plan, only drafted', stationary({plans: [plan({...year2026, status: 'draft'})]}), '2026-12-20', []],
    [
      'the last of several plans',
      stationary({plans: [plan({id: 'a', from: '2025-01-01', to: '2025-12-31'}), plan(year2026)]}),
      '2026-12-20',
      ['plan-ends 2026-12-31 2026-12-31 soon'],
    ],
    ['programme', stationary({programmeTo: '2026-06-30'}), '2026-06-01', ['programme-ends 2026-06-30 2026-06-30 soon']],
    [
      'programme, a weekend does not move it',
      stationary({programmeTo: '2026-02-07'}),
      '2026-02-08',
      ['programme-ends 2026-02-07 2026-02-07 overdue'],
    ],
  ]);

  test.each(organisationTypes)('%s has them, and only temporary stay has terms of the order', organisationType => {
    const kinds = dues(
      facts({
        organisationType,
        programmeTo: '2026-12-01',
        plans: [plan({...year2026, reviewOn: '2026-06-01'})],
        rounds: [round('2026-01-20', {enteredOn: null})],
      }),
      '2026-05-20',
    ).map(due => due.kind);
    const terms = organisationType === 'temporary-stay' ? ['monitoring-enter', 'monitoring-due'] : [];
    expect(kinds.toSorted()).toEqual([...terms, 'plan-review', 'programme-ends', 'plan-ends'].toSorted());
  });
});

describe("the facility's own terms", () => {
  const local = (known: Partial<DeadlineRule>): DeadlineRule => ({
    id: 'local/1',
    kind: 'plan-draw-up',
    what: text('жеке жоспарды әзірлеу', 'разработать индивидуальный план'),
    ground: {kind: 'local', source: 'ішкі тәртіп, 5-тармақ'},
    organisationTypes: ['stationary'],
    trigger: 'admission',
    length: 10,
    unit: 'calendar-day',
    following: false,
    shift: true,
    noticeDays: 3,
    verified: false,
    ...known,
  });
  const evaluated = (rule: DeadlineRule, known: Partial<DeadlineFacts>): string[] =>
    evaluateDeadlines({
      facts: facts({organisationType: 'stationary', ...known}),
      rules: deadlines,
      localTerms: [rule],
      today: '2026-02-10',
      calendar: fiveDayWeek,
    }).map(due => [due.kind, due.dueStrict, due.dueLenient, due.state].join(' '));

  const inForce = {plans: [plan({from: '2026-01-31', to: '2026-12-31'})], admittedOn: '2026-01-31'};
  const planEnds = 'plan-ends 2026-12-31 2026-12-31 later';
  test.each<[why: string, rule: Partial<DeadlineRule>, known: Partial<DeadlineFacts>, expected: string[]]>([
    ['days', {}, {}, ['plan-draw-up 2026-02-11 2026-02-12 soon']],
    ['no shift', {length: 5, shift: false}, {}, ['plan-draw-up 2026-02-06 2026-02-07 overdue']],
    ['working days', {unit: 'working-day'}, {}, ['plan-draw-up 2026-02-13 2026-02-16 soon']],
    ['a month', {length: 1, unit: 'month'}, {}, ['plan-draw-up 2026-03-01 2026-03-02 later']],
    ['three months', {length: 1, unit: 'quarter'}, {}, ['plan-draw-up 2026-05-01 2026-05-04 later']],
    ['a year', {length: 1, unit: 'year'}, {}, ['plan-draw-up 2027-02-01 2027-02-02 later']],
    [
      'a month that is too short',
      {length: 1, unit: 'month'},
      {admittedOn: '2026-01-31'},
      ['plan-draw-up 2026-02-27 2026-03-02 later'],
    ],
    ['for another type', {organisationTypes: ['home-care']}, {}, []],
    [
      'monitoring each month, from the start of the plan',
      {kind: 'monitoring-due', trigger: 'plan-in-force', length: 1, unit: 'month'},
      inForce,
      ['monitoring-due 2026-02-27 2026-03-02 later', planEnds],
    ],
    [
      'monitoring each month, from the last round',
      {kind: 'monitoring-due', trigger: 'plan-in-force', length: 1, unit: 'month'},
      {...inForce, rounds: [round('2026-02-05')]},
      ['monitoring-due 2026-03-04 2026-03-05 later', planEnds],
    ],
    [
      'monitoring every half year',
      {kind: 'monitoring-due', trigger: 'plan-in-force', length: 2, unit: 'quarter'},
      {...inForce, rounds: [round('2026-02-05')]},
      ['monitoring-due 2026-09-30 2026-09-30 later', planEnds],
    ],
    [
      'approval, where nothing says by when a plan is drawn up',
      {kind: 'plan-approve', trigger: 'plan-drawn-up', length: 5, unit: 'working-day'},
      {plans: [plan({status: 'filled', drawnUpOn: '2026-02-03'})]},
      ['plan-approve 2026-02-09 2026-02-10 due'],
    ],
    [
      'approval, drawn up on an unknown day',
      {kind: 'plan-approve', trigger: 'plan-drawn-up', length: 5, unit: 'working-day'},
      {plans: [plan({status: 'filled'})]},
      ['plan-approve 2026-02-06 2026-02-09 overdue'],
    ],
  ])('%s', (_, rule, known, expected) => {
    expect(evaluated(local(rule), known)).toEqual(expected);
  });

  test('say their source', () => {
    const [due] = evaluateDeadlines({
      facts: facts({organisationType: 'stationary'}),
      rules: [],
      localTerms: [local({})],
      today: '2026-02-10',
      calendar: fiveDayWeek,
    });
    expect(due).toEqual({
      ruleId: 'local/1',
      kind: 'plan-draw-up',
      what: text('жеке жоспарды әзірлеу', 'разработать индивидуальный план'),
      paragraph: text('ішкі тәртіп, 5-тармақ', 'ішкі тәртіп, 5-тармақ'),
      verified: false,
      dueStrict: '2026-02-11',
      dueLenient: '2026-02-12',
      dependsOnUndecided: false,
      state: 'soon',
      subject: {type: 'recipient'},
    });
  });
});

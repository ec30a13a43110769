import {describe, expect, test} from 'vitest';
import type {DeadlineFacts, PlanFacts} from '../../domain/deadline-rule.ts';
import {groundText} from '../../domain/deadlines.ts';
import {text} from '../../domain/text.ts';
import {placementStatuses} from '../../domain/vocabulary.ts';
import {dues, facts, plan, round, table} from './deadline-facts.ts';

const year2026 = {from: '2026-01-01', to: '2026-12-31'};

describe('p. 35 4): a plan within 5 calendar days of the admission', () => {
  table([
    ['Monday', {admittedOn: '2026-02-02'}, '2026-02-02', ['plan-draw-up 2026-02-06 2026-02-09 soon']],
    ['the strict day', {admittedOn: '2026-02-02'}, '2026-02-06', ['plan-draw-up 2026-02-06 2026-02-09 due']],
    ['between both', {admittedOn: '2026-02-02'}, '2026-02-08', ['plan-draw-up 2026-02-06 2026-02-09 due']],
    ['the lenient day', {admittedOn: '2026-02-02'}, '2026-02-09', ['plan-draw-up 2026-02-06 2026-02-09 due']],
    ['the day after', {admittedOn: '2026-02-02'}, '2026-02-10', ['plan-draw-up 2026-02-06 2026-02-09 overdue']],
    ['Saturday', {admittedOn: '2026-02-07'}, '2026-02-07', ['plan-draw-up 2026-02-11 2026-02-12 soon']],
    ['end of the year', {admittedOn: '2025-12-31'}, '2025-12-31', ['plan-draw-up 2026-01-04 2026-01-05 soon']],
    ['a moved New Year', {admittedOn: '2026-12-30'}, '2026-12-30', ['plan-draw-up 2027-01-03 2027-01-05 soon']],
    ['end of February', {admittedOn: '2026-02-24'}, '2026-02-24', ['plan-draw-up 2026-02-28 2026-03-02 soon']],
    ['leap year', {admittedOn: '2024-02-26'}, '2024-02-26', ['plan-draw-up 2024-03-01 2024-03-04 soon']],
    ['Nauryz', {admittedOn: '2026-03-18'}, '2026-03-18', ['plan-draw-up 2026-03-22 2026-03-26 soon']],
    ['on a holiday', {admittedOn: '2026-05-01'}, '2026-05-01', ['plan-draw-up 2026-05-05 2026-05-06 soon']],
    ['strict on a holiday', {admittedOn: '2026-05-03'}, '2026-05-03', ['plan-draw-up 2026-05-07 2026-05-08 soon']],
    ['a moved 9 May', {admittedOn: '2026-05-04'}, '2026-05-04', ['plan-draw-up 2026-05-08 2026-05-12 soon']],
    ['a worked Sunday', {admittedOn: '2024-12-31'}, '2024-12-31', ['plan-draw-up 2025-01-04 2025-01-05 soon']],
    ['Kurban ait', {admittedOn: '2025-06-01'}, '2025-06-01', ['plan-draw-up 2025-06-05 2025-06-09 soon']],
    ['announced early', {admittedOn: '2026-02-02'}, '2026-01-20', ['plan-draw-up 2026-02-06 2026-02-09 later']],
    ['seven days before', {admittedOn: '2026-02-02'}, '2026-01-30', ['plan-draw-up 2026-02-06 2026-02-09 soon']],
    ['eight days before', {admittedOn: '2026-02-02'}, '2026-01-29', ['plan-draw-up 2026-02-06 2026-02-09 later']],
    ['not admitted', {admittedOn: null}, '2026-02-02', []],
    ['drawn up', {plans: [plan({status: 'draft', drawnUpOn: '2026-02-02', revisesId: 'x'})]}, '2026-02-10', []],
    [
      'a draft whose time ran out is no plan',
      {plans: [plan({status: 'draft', from: '2026-02-03', to: '2026-02-20'})]},
      '2026-02-21',
      ['plan-draw-up 2026-02-06 2026-02-09 overdue'],
    ],
    [
      'a draft on its last day is one',
      {plans: [plan({status: 'draft', from: '2026-02-03', to: '2026-02-20', drawnUpOn: '2026-02-03'})]},
      '2026-02-20',
      ['plan-fill 2026-02-05 2026-02-11 overdue'],
    ],
  ]);
});

describe('p. 35 4): the next plan within 1 working day of the end of the last', () => {
  const ended = (to: string, known = {}): Partial<DeadlineFacts> => ({
    admittedOn: '2022-01-10',
    plans: [plan({from: '2022-01-10', to, ...known})],
  });
  table([
    ['Tuesday', ended('2026-06-30'), '2026-07-01', ['plan-draw-up 2026-06-30 2026-07-01 due']],
    ['broken', ended('2026-06-30'), '2026-07-02', ['plan-draw-up 2026-06-30 2026-07-01 overdue']],
    ['Friday before Nauryz', ended('2026-03-20'), '2026-03-21', ['plan-draw-up 2026-03-20 2026-03-26 due']],
    ['Saturday', ended('2026-02-07'), '2026-02-08', ['plan-draw-up 2026-02-09 2026-02-09 soon']],
    ['31 December', ended('2026-12-31'), '2027-01-04', ['plan-draw-up 2026-12-31 2027-01-05 due']],
    ['29 February', ended('2024-02-29'), '2024-03-01', ['plan-draw-up 2024-02-29 2024-03-01 due']],
    [
      'ended before its time',
      ended('2026-12-31', {status: 'ended', approvedOn: '2022-01-11', endedOn: '2026-05-06'}),
      '2026-05-07',
      ['plan-draw-up 2026-05-06 2026-05-08 due'],
    ],
    [
      'an end entered after its time does not lengthen it',
      ended('2026-05-06', {status: 'ended', approvedOn: '2022-01-11', endedOn: '2026-06-01'}),
      '2026-06-02',
      ['plan-draw-up 2026-05-06 2026-05-08 overdue'],
    ],
    [
      'a draft that was given up is no plan before it',
      {plans: [plan({status: 'ended', from: '2026-02-03', to: '2026-03-01', endedOn: '2026-02-04'})]},
      '2026-02-05',
      ['plan-draw-up 2026-02-06 2026-02-09 soon'],
    ],
    [
      'the last of several counts',
      {
        plans: [
          plan({id: 'b', from: '2025-01-01', to: '2025-12-31'}),
          plan({id: 'a', from: '2024-01-01', to: '2024-12-31'}),
        ],
      },
      '2026-01-05',
      ['plan-draw-up 2025-12-31 2026-01-05 due'],
    ],
    [
      'a revised plan counts by its correction',
      {
        plans: [
          plan({id: 'a', status: 'revised', from: '2025-01-01', to: '2026-12-31', approvedOn: '2025-01-02'}),
          plan({id: 'b', revisesId: 'a', from: '2025-06-01', to: '2026-06-30'}),
        ],
      },
      '2026-07-01',
      ['plan-draw-up 2026-06-30 2026-07-01 due'],
    ],
    [
      'the next plan is there',
      {
        plans: [
          plan({id: 'a', from: '2025-07-01', to: '2026-06-30'}),
          plan({id: 'b', from: '2026-07-01', to: '2027-06-30'}),
        ],
        rounds: [round('2026-06-15')],
      },
      '2026-07-01',
      ['monitoring-due 2026-09-30 2026-09-30 later', 'plan-ends 2027-06-30 2027-06-30 later'],
    ],
  ]);
});

describe('p. 35 4): filled and approved within the next 2 working days', () => {
  const drawn = (drawnUpOn: string | null, known = {}): Partial<DeadlineFacts> => ({
    plans: [plan({status: 'draft', drawnUpOn, ...known})],
  });
  table([
    ['drawn up early', drawn('2026-02-03'), '2026-02-03', ['plan-fill 2026-02-05 2026-02-11 soon']],
    ['on the day of admission', drawn('2026-02-02'), '2026-02-04', ['plan-fill 2026-02-04 2026-02-11 due']],
    ['drawn up before the admission', drawn('2026-01-20'), '2026-02-02', ['plan-fill 2026-02-04 2026-02-11 soon']],
    ['drawn up on the last day', drawn('2026-02-09'), '2026-02-11', ['plan-fill 2026-02-11 2026-02-11 due']],
    ['drawn up late', drawn('2026-02-12'), '2026-02-17', ['plan-fill 2026-02-16 2026-02-16 overdue']],
    ['no day known', drawn(null), '2026-02-10', ['plan-fill 2026-02-10 2026-02-11 due']],
    [
      'filled: the head approves',
      drawn('2026-02-03', {status: 'filled', filledOn: '2026-02-04'}),
      '2026-02-05',
      ['plan-approve 2026-02-05 2026-02-11 due'],
    ],
    [
      'filled without a day',
      drawn('2026-02-03', {status: 'filled'}),
      '2026-02-12',
      ['plan-approve 2026-02-05 2026-02-11 overdue'],
    ],
    [
      'a draft with a day of filling',
      drawn('2026-02-03', {filledOn: '2026-02-04'}),
      '2026-02-05',
      ['plan-approve 2026-02-05 2026-02-11 due'],
    ],
    ['a correction has no term', drawn('2026-02-03', {revisesId: 'a'}), '2026-03-05', []],
    ['no admission, no day', {admittedOn: null, plans: [plan({status: 'draft'})]}, '2026-03-05', []],
    [
      'over holidays',
      {admittedOn: '2026-03-16', plans: [plan({status: 'draft', drawnUpOn: '2026-03-19'})]},
      '2026-03-19',
      ['plan-fill 2026-03-26 2026-03-30 soon'],
    ],
    [
      'the next plan, drawn up before the last has ended',
      {
        plans: [
          plan({id: 'a', from: '2025-07-01', to: '2026-06-30'}),
          plan({id: 'b', status: 'draft', drawnUpOn: '2026-06-15', from: '2026-07-01', to: '2027-06-30'}),
        ],
        rounds: [round('2026-06-15')],
      },
      '2026-06-16',
      ['plan-fill 2026-07-02 2026-07-03 later', 'monitoring-due 2026-09-30 2026-09-30 later'],
    ],
    [
      'an old paper, typed in late, raises no alarm',
      {
        admittedOn: '2023-03-01',
        plans: [
          plan({id: 'old', status: 'draft', from: '2023-03-01', to: '2024-02-29', drawnUpOn: '2023-03-02'}),
          plan({...year2026}),
        ],
        rounds: [round('2026-01-20')],
      },
      '2026-02-10',
      ['monitoring-due 2026-06-30 2026-06-30 later', 'plan-ends 2026-12-31 2026-12-31 later'],
    ],
  ]);
});

describe('a recipient who is not there', () => {
  test.each(placementStatuses)('%s', status => {
    const found = dues(facts({status, programmeTo: '2026-03-01'}), '2026-03-05');
    expect(found).toHaveLength(status === 'receiving' ? 2 : 0);
  });

  const away = (from: string, to: string | null): Partial<DeadlineFacts> => ({leaves: [{from, to}]});
  table([
    ['away in the middle', away('2026-02-04', '2026-02-11'), '2026-02-11', ['plan-draw-up 2026-02-13 2026-02-16 soon']],
    [
      'away from the day of admission',
      away('2026-02-02', '2026-02-04'),
      '2026-02-04',
      ['plan-draw-up 2026-02-08 2026-02-09 soon'],
    ],
    [
      'away over the last day alone',
      away('2026-02-06', '2026-02-10'),
      '2026-02-10',
      ['plan-draw-up 2026-02-10 2026-02-11 due'],
    ],
    ['away over the shift', away('2026-02-08', '2026-02-12'), '2026-02-12', ['plan-draw-up 2026-02-06 2026-02-12 due']],
    ['away afterwards', away('2026-02-20', '2026-02-25'), '2026-02-25', ['plan-draw-up 2026-02-06 2026-02-09 overdue']],
    [
      'away twice',
      {
        leaves: [
          {from: '2026-02-03', to: '2026-02-04'},
          {from: '2026-02-05', to: '2026-02-06'},
        ],
      },
      '2026-02-06',
      ['plan-draw-up 2026-02-08 2026-02-09 soon'],
    ],
    [
      'away over the end of the quarter',
      {
        plans: [plan({from: '2026-01-01', to: '2029-12-31'})],
        admittedOn: '2025-12-01',
        ...away('2026-03-10', '2026-04-06'),
      },
      '2026-04-06',
      ['monitoring-due 2026-04-06 2026-04-06 due', 'plan-ends 2029-12-31 2029-12-31 later'],
    ],
    [
      'away after the round',
      {
        plans: [plan({from: '2026-01-01', to: '2029-12-31'})],
        rounds: [round('2026-03-09', {enteredOn: null})],
        ...away('2026-03-10', '2026-03-16'),
      },
      '2026-03-16',
      [
        'monitoring-enter 2026-03-16 2026-03-16 due',
        'monitoring-due 2026-06-30 2026-06-30 later',
        'plan-ends 2029-12-31 2029-12-31 later',
      ],
    ],
  ]);
});

describe('what a deadline stands for', () => {
  const subjects = (known: Partial<DeadlineFacts>, today: string) =>
    dues(facts(known), today).map(({kind, subject}) => [kind, subject]);

  test('the recipient, while there is no plan', () => {
    expect(subjects({programmeTo: '2026-03-01'}, '2026-02-02')).toEqual([
      ['plan-draw-up', {type: 'recipient'}],
      ['programme-ends', {type: 'recipient'}],
    ]);
  });

  test('the plan, its rounds and its years afterwards', () => {
    const known = {
      plans: [plan({...year2026, reviewOn: '2026-11-01'})],
      rounds: [round('2026-06-15', {enteredOn: null, changed: true})],
      boundYears: [],
    };
    const found = new Map(subjects(known, '2026-07-01') as [string, unknown][]);
    expect(Object.fromEntries(found)).toEqual({
      'monitoring-enter': {type: 'round', planId: 'plan', roundId: 'round'},
      'monthly-mark': {type: 'plan', planId: 'plan'},
      'monitoring-due': {type: 'plan', planId: 'plan'},
      'plan-review': {type: 'plan', planId: 'plan'},
      'plan-ends': {type: 'plan', planId: 'plan'},
      'year-binding': {type: 'year', year: 2026},
    });
  });

  test('the draft that is to be filled', () => {
    expect(subjects({plans: [plan({id: 'draft', status: 'draft'})]}, '2026-02-02')).toEqual([
      ['plan-fill', {type: 'plan', planId: 'draft'}],
    ]);
  });

  test('its paragraph, the source of the facility, or nothing but the day that was entered', () => {
    const paragraph = text('35-тармақ 4)', 'пункт 35 4)');
    expect(groundText({ground: {kind: 'order', paragraph}})).toEqual(paragraph);
    expect(groundText({ground: {kind: 'local', source: 'бұйрық № 5'}})).toEqual(text('бұйрық № 5', 'бұйрық № 5'));
    expect(dues(facts({plans: [plan(year2026)]}), '2026-02-10').map(({paragraph: its}) => its === null)).toEqual([
      false,
      true,
    ]);
  });

  test('the end of the plan that ends last; one without an end has none', () => {
    const endless = plan({id: 'endless', from: '2026-01-01'});
    const ends = (plans: PlanFacts[]) =>
      dues(facts({plans}), '2026-02-10')
        .filter(({kind}) => kind === 'plan-ends')
        .map(({dueStrict}) => dueStrict);
    const short = plan({id: 'short', from: '2026-01-01', to: '2026-06-30'});
    const long = plan({id: 'long', ...year2026});
    expect([ends([short, long]), ends([long, short]), ends([short, endless]), ends([endless, short])]).toEqual([
      ['2026-12-31'],
      ['2026-12-31'],
      [],
      [],
    ]);
  });

  test('monitoring that was missed before the facility counted is asked of its first quarter', () => {
    const missed = (countedFrom: string | null) =>
      dues(facts({plans: [plan(year2026)]}), '2026-08-10', {countedFrom})
        .filter(({kind}) => kind === 'monitoring-due')
        .map(({dueStrict, state}) => [dueStrict, state]);
    // Three months from the admission end on Monday the 4th of May, after the holiday.
    expect([null, '2026-05-04', '2026-05-05', '2026-08-10', '2026-08-11'].map(missed)).toEqual([
      [['2026-03-31', 'overdue']],
      [['2026-03-31', 'overdue']],
      [['2026-06-30', 'overdue']],
      [['2026-09-30', 'later']],
      [['2026-03-31', 'archive']],
    ]);
  });
});

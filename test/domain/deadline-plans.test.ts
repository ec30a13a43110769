import {describe, expect, test} from 'vitest';
import {chainOf, endOf, isOpen, isOver, planInForce, startOfPlan, yearsOfPapers} from '../../domain/deadline-plans.ts';
import type {PlanFacts} from '../../domain/deadline-rule.ts';
import {facts, plan, round} from './deadline-facts.ts';

describe('the plan in force', () => {
  const first = plan({id: 'first', from: '2026-01-01', to: '2026-06-30'});
  const rows: [why: string, plans: PlanFacts[], today: string, expected: string | null][] = [
    ['from its first day', [first], '2026-01-01', 'first'],
    ['not before', [first], '2025-12-31', null],
    ['to its last day', [first], '2026-06-30', 'first'],
    ['not after', [first], '2026-07-01', null],
    ['of two the one that began last', [plan({id: 'late', from: '2026-03-01'}), first], '2026-04-01', 'late'],
    ['a draft is not', [plan({from: '2026-01-01', status: 'draft'})], '2026-02-01', null],
    ['one that was replaced is not', [{...first, status: 'revised'}], '2026-02-01', null],
    ['one that was ended is not', [{...first, status: 'ended', approvedOn: '2026-01-01'}], '2026-02-01', null],
    ['one without a first day is not', [plan()], '2026-02-01', null],
  ];
  test.each(rows)('%s', (_, plans, today, expected) => {
    expect(planInForce(plans, today)?.id ?? null).toBe(expected);
  });
});

test('a correction begins where the plan began that it corrects; another plan is no part of it', () => {
  const plans = [
    plan({id: 'other', from: '2025-01-01'}),
    plan({id: 'first', from: '2026-02-01', status: 'revised'}),
    plan({id: 'second', from: '2026-03-01', revisesId: 'first', status: 'revised'}),
    plan({id: 'third', from: '2026-04-01', revisesId: 'second'}),
  ];
  const [other, , , third] = plans as [PlanFacts, PlanFacts, PlanFacts, PlanFacts];
  expect([...chainOf(third, plans)]).toEqual(['third', 'second', 'first']);
  expect([startOfPlan(third, plans), startOfPlan(other, plans)]).toEqual(['2026-02-01', '2025-01-01']);
  expect([...chainOf(plan({id: 'own', revisesId: 'own'}), [])]).toEqual(['own']);
});

test('the last day is the earlier of the two', () => {
  const days = [
    [null, null, null],
    ['2026-06-30', null, '2026-06-30'],
    [null, '2026-05-01', '2026-05-01'],
    ['2026-06-30', '2026-05-01', '2026-05-01'],
    ['2026-04-01', '2026-05-01', '2026-04-01'],
  ] as const;
  for (const [to, endedOn, expected] of days) expect(endOf(plan({to, endedOn}))).toBe(expected);
  expect([isOver(plan({to: '2026-06-30'}), '2026-06-30'), isOver(plan({to: '2026-06-30'}), '2026-07-01')]).toEqual([
    false,
    true,
  ]);
});

describe('the years of papers', () => {
  const approved = plan({from: '2024-12-01', to: '2025-11-30', approvedOn: '2024-12-01'});
  const rows: [why: string, plans: PlanFacts[], rounds: (string | null)[], expected: number[]][] = [
    ['of a plan, each year that it touches', [approved], [], [2024, 2025]],
    ['of a plan that goes on, to this year', [{...approved, to: '2030-01-01'}], [], [2024, 2025, 2026]],
    ['of a plan without an end, to this year', [{...approved, to: null}], [], [2024, 2025, 2026]],
    ['of a draft, none', [plan({from: '2025-01-01', status: 'draft'})], [], []],
    ['of rounds, in their order and once', [], ['2026-01-10', '2024-05-05', '2024-08-05'], [2024, 2026]],
    ['of a round that is not held or lies ahead, none', [], [null, '2027-01-01'], []],
    ['of a round that is held today', [], ['2026-03-01'], [2026]],
  ];
  test.each(rows)('%s', (_, plans, rounds, expected) => {
    expect(yearsOfPapers(facts({plans, rounds: rounds.map(day => round(day))}), '2026-03-01')).toEqual(expected);
  });
});

describe('plans beside each other', () => {
  test('of two that begin on one day the one that is named first is in force', () => {
    const plans = [plan({id: 'a', from: '2026-01-01'}), plan({id: 'b', from: '2026-01-01'})];
    expect(planInForce(plans, '2026-01-01')?.id).toBe('a');
  });

  test('one that was replaced is not in force, though it was approved', () => {
    const replaced = plan({from: '2026-01-01', status: 'revised', approvedOn: '2026-01-01'});
    expect([isOpen(replaced), planInForce([replaced], '2026-02-01')]).toEqual([false, null]);
  });

  test('a correction without a first day begins where the plan began; a plan without one has not begun', () => {
    const plans = [plan({id: 'first', from: '2026-02-01'}), plan({id: 'second', revisesId: 'first'})];
    expect(plans.map(each => startOfPlan(each, plans))).toEqual(['2026-02-01', '2026-02-01']);
    expect(startOfPlan(plan(), [])).toBe('9999-12-31');
  });
});

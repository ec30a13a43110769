import {expect, test} from 'vitest';
import type {TodayItem} from '../../../../electron/contract/today.ts';
import {dueRounds, nextRound} from '../../../../renderer/features/monitoring/due-rounds.ts';

const today = '2026-07-02';

function item(recipientId: string, values: Partial<TodayItem> = {}): TodayItem {
  const planId = `plan of ${recipientId}`;
  return {
    key: `monitoring of ${recipientId}`,
    kind: 'monitoring-due',
    state: 'due',
    waitsFor: 'worker',
    recipientId,
    name: {surname: recipientId, firstName: 'Адам', patronymic: null},
    dueOn: today,
    latestOn: today,
    undecided: false,
    moved: null,
    ground: null,
    target: {screen: 'round', recipientId, planId, roundId: null, field: 'gap'},
    act: {act: 'start-round', planId},
    signer: null,
    ...values,
  };
}

const whose = (items: readonly TodayItem[], postponed: Record<string, string> = {}) =>
  dueRounds(items, postponed, today).map(({recipientId}) => recipientId);

test('rounds are due in the order of Today, each person once', () => {
  const entered = item('a', {key: 'another matter of a', kind: 'monthly-mark'});
  expect(whose([item('b', {state: 'overdue'}), item('a'), entered, item('c', {state: 'week'})])).toEqual([
    'b',
    'a',
    'c',
  ]);
});

test('what is far off, old, left aside, a signature or another matter is not', () => {
  const others = [
    item('later', {state: 'later'}),
    item('old', {state: 'archive'}),
    item('aside', {state: 'week'}),
    item('signed', {signer: {surname: 'Х', firstName: 'Х', patronymic: null}}),
    item('file', {target: {screen: 'file', recipientId: 'file', field: null}}),
  ];
  expect(whose([...others, item('a')], {'monitoring of aside': '2026-07-09'})).toEqual(['a']);
  expect(whose([item('aside', {state: 'week'})], {'monitoring of aside': today})).toEqual(['aside']);
  // Nothing that presses is left aside.
  expect(whose([item('a')], {'monitoring of a': '2026-07-09'})).toEqual(['a']);
});

test.each([
  ['the one after', ['a', 'c', 'd'], ['a', 'b', 'c', 'd'], 'c', 3],
  ['past the last: the first who is left', ['a'], ['a', 'b'], 'a', 1],
  ['where the order is not known: the first', ['a', 'c'], [], 'a', 2],
  ['not the same person, though more is due', ['b', 'c'], ['a', 'b', 'c'], 'c', 1],
  ['nobody', [], ['b'], undefined, 0],
] as const)('the next round: %s', (_, due, order, next, left) => {
  const rounds = dueRounds(
    due.map(id => item(id)),
    {},
    today,
  );
  const found = nextRound(rounds, order, 'b');
  expect([found.next?.recipientId, found.left]).toEqual([next, left]);
});

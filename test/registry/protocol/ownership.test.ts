import {expect, test} from 'vitest';
import {changeOps} from '../../../registry/protocol/change.ts';
import {
  isExchanged,
  isFrozen,
  isOfRegistry,
  ownershipRefusal,
  owners,
  sides,
} from '../../../registry/protocol/ownership.ts';

/** Rule 1, table × side × operation: only what differs from «a facility writes its own, the registry nothing of it». */
const others: Readonly<Record<string, string>> = {
  'reference facility insert': 'not-yours',
  'reference facility update': 'not-yours',
  'reference facility delete': 'not-yours',
  'reference registry insert': 'may',
  'reference registry update': 'may',
  'reference registry delete': 'may',
  'paper facility update': 'frozen',
  'paper facility delete': 'frozen',
  'print facility update': 'frozen',
  'print facility delete': 'frozen',
  'erasure facility update': 'frozen',
  'erasure facility delete': 'frozen',
};

test('every table has one side that writes it, and what was issued or erased stays', () => {
  const matrix = Object.keys(owners).flatMap(table =>
    sides.flatMap(side =>
      changeOps.map(op => [
        `${table} ${side} ${op}`,
        ownershipRefusal(side, {table, op, patch: '{"anything":1}'}) ?? 'may',
      ]),
    ),
  );
  const usual = matrix.map(([key = '']) => [key, others[key] ?? (key.includes(' registry ') ? 'not-yours' : 'may')]);
  expect(matrix).toEqual(usual);
});

test('a paper that was issued goes to another entry of the same person, and nothing else of it changes', () => {
  const update = (patch: object) =>
    ownershipRefusal('facility', {table: 'paper', op: 'update', patch: JSON.stringify(patch)});
  expect([update({recipient_id: 'r'}), update({recipient_id: 'r', values: {}})]).toEqual([undefined, 'frozen']);
});

test.each(sides)('a table that nobody has declared is written by no %s', side => {
  expect(isExchanged('draft')).toBe(false);
  expect(ownershipRefusal(side, {table: 'draft', op: 'insert', patch: '{}'})).toBe('unknown-table');
});

test('what is never changed, and what is the registry’s alone; a name of every object is no table', () => {
  expect([isFrozen('paper'), isFrozen('erasure'), isFrozen('plan')]).toEqual([true, true, false]);
  expect([isOfRegistry('reference'), isOfRegistry('plan'), isOfRegistry('draft')]).toEqual([true, false, false]);
  expect(ownershipRefusal('facility', {table: 'toString', op: 'insert', patch: '{}'})).toBe('unknown-table');
});

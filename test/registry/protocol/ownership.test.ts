import {expect, test} from 'vitest';
import {isFrozen, isOfRegistry, ownershipRefusal} from '../../../registry/protocol/ownership.ts';
import type {Change} from '../../../registry/protocol/change.ts';

type Row = [
  side: 'facility' | 'registry',
  table: string,
  op: Change['op'],
  patch: object,
  expected: string | undefined,
];

const rows: Row[] = [
  ['facility', 'recipient', 'delete', {}, undefined],
  ['facility', 'recipient', 'update', {phone: '1'}, undefined],
  ['registry', 'recipient', 'update', {phone: '1'}, 'not-yours'],
  ['registry', 'reference', 'insert', {}, undefined],
  ['facility', 'reference', 'insert', {}, 'not-yours'],
  ['facility', 'paper', 'insert', {}, undefined],
  ['facility', 'paper', 'delete', {}, 'frozen'],
  ['facility', 'paper', 'update', {recipient_id: 'r2'}, undefined],
  ['facility', 'paper', 'update', {recipient_id: 'r2', snapshot: '{}'}, 'frozen'],
  ['facility', 'erasure', 'insert', {}, undefined],
  ['facility', 'erasure', 'update', {reason: 'mistake'}, 'frozen'],
  ['facility', 'draft', 'insert', {}, 'unknown-table'],
  ['facility', 'toString', 'insert', {}, 'unknown-table'],
];

test.each(rows)('%s: %s, %s %j', (side, table, op, patch, expected) => {
  expect(ownershipRefusal(side, {table, op, patch: JSON.stringify(patch)})).toBe(expected);
});

test('what is never changed, and what is the registry’s alone', () => {
  expect([isFrozen('paper'), isFrozen('erasure'), isFrozen('plan')]).toEqual([true, true, false]);
  expect([isOfRegistry('reference'), isOfRegistry('plan'), isOfRegistry('draft')]).toEqual([true, false, false]);
});

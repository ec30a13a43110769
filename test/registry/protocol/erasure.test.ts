import {expect, test} from 'vitest';
import {isErasure, ownersNamed, readErasure} from '../../../registry/protocol/erasure.ts';

test('an erasure names rows of a person', () => {
  const patch = JSON.stringify({
    recipient_id: 'x',
    rows: [
      ['recipient', 'x'],
      ['relative', 'r'],
    ],
  });
  expect(readErasure(patch)).toEqual({
    recipientId: 'x',
    rows: [
      {table: 'recipient', rowId: 'x'},
      {table: 'relative', rowId: 'r'},
    ],
  });
  expect(isErasure({table: 'erasure', op: 'insert'})).toBe(true);
  expect(isErasure({table: 'erasure', op: 'update'})).toBe(false);
});

test.each([
  ['nobody', {rows: []}],
  ['no rows', {recipient_id: 'x'}],
  ['a row without its id', {recipient_id: 'x', rows: [['recipient', 'x'], ['relative']]}],
  ['a row of something else', {recipient_id: 'x', rows: ['relative']}],
  ['a number as an id', {recipient_id: 'x', rows: [['relative', 1]]}],
  ['what is nobody’s own', {recipient_id: 'x', rows: [['staff', 's']]}],
])('with %s it says nothing, whatever else it names', (_, patch) => {
  expect(readErasure(JSON.stringify(patch))).toBeUndefined();
});

test('a row belongs to the person whom it names, else to what it names, and to itself', () => {
  const ownersOf = (patch: object) => ownersNamed({rowId: 'r', patch: JSON.stringify(patch)});
  expect(ownersOf({recipient_id: 'x', plan_id: 'p'})).toEqual(['x']);
  expect(ownersOf({plan_id: 'p', staff_id: null, note: 'n', merged_into_id: 'y'})).toEqual(['r', 'p']);
});

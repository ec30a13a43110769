import {expect, test} from 'vitest';
import {evaluate, isKnown, type Answers, type Condition} from '../../templates/core/condition.ts';

interface Case {
  readonly condition: Condition;
  readonly here?: Answers;
  readonly root?: Answers;
  readonly expected: boolean | undefined;
}

const from = (value: string) => ({from: value, to: ''});

const cases: Case[] = [
  {condition: {is: ['kind', 'worse']}, here: {kind: 'worse'}, expected: true},
  {condition: {is: ['kind', 'worse']}, here: {kind: 'none'}, expected: false},
  {condition: {is: ['kind', 'worse']}, here: {}, expected: undefined},
  {condition: {is: ['kind', 'worse']}, here: {kind: ''}, expected: undefined},
  {condition: {is: ['child', false]}, here: {child: false}, expected: true},
  {condition: {is: ['child', true]}, here: {child: false}, expected: false},
  {condition: {is: ['/type', 'home-care']}, root: {type: 'home-care'}, here: {type: 'stationary'}, expected: true},
  {condition: {known: 'name'}, here: {name: ' '}, expected: false},
  {condition: {known: 'name.surname'}, here: {name: {surname: 'Ә'}}, expected: true},
  {condition: {known: 'rows'}, here: {rows: [{}, {text: ''}]}, expected: false},
  {condition: {known: 'name.surname'}, here: {name: 'Ә'}, expected: false},
  {condition: {notAfter: ['a', 'b']}, here: {a: '2023-01-01', b: '2023-01-01'}, expected: true},
  {condition: {notAfter: ['a', 'b']}, here: {a: '2023-01-02', b: '2023-01-01'}, expected: false},
  {condition: {notAfter: ['a', 'b']}, here: {a: '2023-01-02', b: ''}, expected: undefined},
  {condition: {notAfter: ['a', '@today']}, here: {a: '2026-11-24'}, expected: false},
  {condition: {notAfter: ['a.from', '/b']}, here: {a: from('2026-01-01')}, root: {b: '2026-01-02'}, expected: true},
  // Up to one year: from 9 January to 8 January.
  {condition: {atMostOneYear: ['a', 'b']}, here: {a: '2023-01-09', b: '2024-01-08'}, expected: true},
  {condition: {atMostOneYear: ['a', 'b']}, here: {a: '2023-01-09', b: '2024-01-09'}, expected: false},
  {condition: {atMostOneYear: ['a', 'b']}, here: {a: '2024-02-29', b: '2025-02-28'}, expected: true},
  {condition: {atMostOneYear: ['a', 'b']}, here: {a: '2024-02-29', b: '2025-03-01'}, expected: false},
  {condition: {atMostOneYear: ['a', 'b']}, here: {a: '2024-02-29'}, expected: undefined},
  {condition: {all: []}, expected: true},
  {condition: {any: []}, expected: false},
  {condition: {all: [{known: 'a'}, {is: ['b', 1]}]}, here: {a: 1}, expected: undefined},
  {condition: {all: [{known: 'a'}, {is: ['b', 1]}]}, here: {b: 1}, expected: false},
  {condition: {any: [{known: 'a'}, {is: ['b', 1]}]}, here: {a: 1}, expected: true},
  {condition: {any: [{known: 'a'}, {is: ['b', 1]}]}, here: {}, expected: undefined},
];

test.each(cases)('$condition over $here is $expected', ({condition, here = {}, root = {}, expected}) => {
  expect(evaluate(condition, {here, root, today: '2026-11-23'})).toBe(expected);
});

test.each([
  [undefined, false],
  [null, false],
  ['', false],
  ['\n ', false],
  [0, true],
  [false, true],
  [[], false],
  [['', undefined], false],
  [{}, false],
  [{a: {b: []}}, false],
  [{a: {b: ['x']}}, true],
])('%j is known: %s', (answer, known) => {
  expect(isKnown(answer)).toBe(known);
});

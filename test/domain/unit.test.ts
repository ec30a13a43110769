import {expect, test} from 'vitest';
import {text} from '../../domain/text.ts';
import {unitProblem, type UnitRule} from '../../domain/unit.ts';

const paragraph = text('1-тармақ', 'пункт 1');
const rule = {
  kind: 'day-stay',
  organisationTypes: ['semi-stationary'],
  places: {from: 15, to: 50},
  whom: text('кім', 'кому'),
  paragraph,
} as unknown as UnitRule;

const rows: [
  why: string,
  unit: {places: number; residents?: number; kind?: string},
  type: string,
  expected: unknown,
][] = [
  ['within the bounds', {places: 20}, 'semi-stationary', null],
  ['the fewest', {places: 15}, 'semi-stationary', null],
  ['the most', {places: 50, residents: 50}, 'semi-stationary', null],
  ['one too few', {places: 14}, 'semi-stationary', {code: 'too-few-places', paragraph}],
  ['one too many', {places: 51}, 'semi-stationary', {code: 'too-many-places', paragraph}],
  ['one person too many', {places: 20, residents: 21}, 'semi-stationary', {code: 'over-full', paragraph: null}],
  ['of another organisation', {places: 20}, 'stationary', {code: 'unit-elsewhere', paragraph}],
  ['half a place', {places: 20.5}, 'semi-stationary', {code: 'places-not-counted', paragraph: null}],
  ['no place', {places: 0, kind: 'other'}, 'stationary', {code: 'places-not-counted', paragraph: null}],
  ['of a kind that the order does not name', {places: 1, kind: 'other'}, 'stationary', null],
];

test.each(rows)('%s', (_, {kind = 'day-stay', places, residents = 0}, type, expected) => {
  type Call = Parameters<typeof unitProblem>;
  expect(unitProblem({kind: kind as Call[0]['kind'], places, residents}, type as Call[1], [rule])).toEqual(expected);
});

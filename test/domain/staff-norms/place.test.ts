import {describe, expect, test} from 'vitest';
import {calculate} from '../../../domain/staff-norms/calculate.ts';
import {bandOf, placeProblem} from '../../../domain/staff-norms/facility.ts';
import type {Count, Flag} from '../../../domain/staff-norms/norm.ts';
import {everything, inputs, norms, organisation, postOf, unit} from './norm-inputs.ts';

/** The column that serves a place, the posts that its beds suffice for, and its vehicles. */

describe('«6-30 1 / 25-ке дейін / 26-50 / … / 500-ден артық»: the column', () => {
  test.each([
    [1, '25'],
    [6, '25'],
    [20, '25'],
    [24, '25'],
    [25, '25'],
    [26, '26-50'],
    [30, '26-50'],
    [50, '26-50'],
    [51, '51-100'],
    [100, '51-100'],
    [101, '101-150'],
    [150, '101-150'],
    [151, '151-200'],
    [200, '151-200'],
    [201, '201-250'],
    [250, '201-250'],
    [251, '251-300'],
    [300, '251-300'],
    [301, '301-400'],
    [400, '301-400'],
    [401, '401-500'],
    [500, '401-500'],
    [501, 'over-500'],
    [10_000, 'over-500'],
  ])('an organisation with %i: %s', (recipients, band) => {
    expect(bandOf(norms, organisation(recipients))?.id).toBe(band);
    expect(placeProblem(norms, organisation(recipients))).toBeNull();
  });

  test.each([
    [6, '6-30'],
    [30, '6-30'],
    [5, undefined],
    [31, undefined],
    [0, undefined],
  ])('a unit with %i: %s', (residents, band) => {
    expect(bandOf(norms, unit(residents))?.id).toBe(band);
    expect(placeProblem(norms, unit(residents)) === null).toBe(band !== undefined);
  });

  test.each([[0], [-1], [2.5], [Number.NaN]])('an organisation with %d is asked again', recipients => {
    expect(placeProblem(norms, organisation(recipients))?.ru).toContain('целым числом от 1');
    if (Number.isInteger(recipients)) expect(bandOf(norms, organisation(recipients))).toBeNull();
  });
});

describe('how many 24-hour posts the beds suffice for', () => {
  test.each([
    [63, {beds: 49, nursePosts: 1}, {possible: 0, stated: 1}],
    [63, {beds: 50, nursePosts: 1}, {possible: 1, stated: 1}],
    [63, {beds: 149}, {possible: 2, stated: null}],
    [36, {beds: 100, wardPosts: 3}, {possible: 2, stated: 3}],
    [63, {nursePosts: 1}, null],
    [44, {beds: 100}, null],
  ])('post %i, %o', (no, counts, expected) => {
    expect(postOf(calculate(norms, inputs(organisation(60), {counts})), no).postsByBeds).toEqual(expected);
  });
});

describe('the limits of service vehicles', () => {
  const allowed = (recipients: number, flags: Partial<Record<Flag, boolean>>, counts: Partial<Record<Count, number>>) =>
    calculate(norms, inputs(organisation(recipients), {flags, counts})).vehicles.map(
      ({limit, state}) => `${limit.id} ${limit.count} ${state}`,
    );

  test('nothing known but the number of recipients', () => {
    expect(allowed(99, {}, {})).toEqual([
      'car 1 allowed',
      'ambulances 2 allowed',
      'bus 1 not-allowed',
      'lorry 1 not-allowed',
      'waste-lorry 1 unanswered',
      'tractor 1 allowed',
      'minibus 1 unanswered',
    ]);
  });

  test.each([
    [99, 'bus', 'not-allowed'],
    [100, 'bus', 'allowed'],
    [349, 'lorry', 'not-allowed'],
    [350, 'lorry', 'allowed'],
  ])('%i recipients: %s %s', (recipients, id, state) => {
    expect(allowed(recipients, {}, {})).toContain(`${id} 1 ${state}`);
  });

  test.each([
    [false, 200, 'allowed'],
    [false, 199.9, 'not-allowed'],
    [true, 500, 'not-allowed'],
  ])('central sewerage %o, %d cubic metres a month: %s', (centralSewerage, wasteCubicMetres, state) => {
    expect(allowed(60, {centralSewerage}, {wasteCubicMetres})).toContain(`waste-lorry 1 ${state}`);
  });

  test('a small home', () => {
    expect(allowed(20, {smallHome: true}, {})).toContain('minibus 1 allowed');
    expect(allowed(20, {smallHome: false}, {})).toContain('minibus 1 not-allowed');
  });

  test('are the organisation’s, not the unit’s', () => {
    expect(calculate(norms, inputs(unit(10), everything)).vehicles).toEqual([]);
  });
});

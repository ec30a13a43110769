import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {calculate} from '../../../domain/staff-norms/calculate.ts';
import type {Place} from '../../../domain/staff-norms/facility.ts';
import {toNumber} from '../../../domain/staff-norms/fraction.ts';
import {noteOfKind, organisationKinds} from '../../../domain/staff-norms/norm.ts';
import {cellOf, orderTable, type OrderRow} from '../../support/order-table.ts';
import {entered, everything, inputs, norms, organisation, postOf, unit} from './norm-inputs.ts';

/**
 * All 78 posts in all 11 columns, at both ends of each, for every kind of organisation and for the unit, with every
 * condition met, against the order's own rows. The merged cells are worked here by hand for the facts of `everything`.
 */

const rows = orderTable();

/** From the order: which column serves how many people. The column 6-30 is the unit's alone. */
const columns: readonly {readonly column: number; readonly ends: readonly number[]}[] = [
  {column: 1, ends: [1, 24, 25]},
  {column: 2, ends: [26, 50]},
  {column: 3, ends: [51, 100]},
  {column: 4, ends: [101, 150]},
  {column: 5, ends: [151, 200]},
  {column: 6, ends: [201, 250]},
  {column: 7, ends: [251, 300]},
  {column: 8, ends: [301, 400]},
  {column: 9, ends: [401, 500]},
  {column: 10, ends: [501, 2000]},
];

/** The rows whose merged cell counts something, with the facts of `everything`. */
const counted: Readonly<Record<number, (people: number) => number>> = {
  // 3 vehicles; 2 tractors
  21: () => 3,
  22: () => 2,
  // «4 бірлік кәріз болмаған жағдайда және …»
  31: () => 4,
  34: people => people / 100,
  // 12 of 6, 8 of 8, 20 of 10, 6 of 12: 2 + 1 + 2 + 0.5 groups
  35: () => 5.5 * 5.25,
  // 2 posts, 1 post, 3 posts
  36: () => 10.5,
  37: () => 5.25,
  63: () => 15.75,
  38: () => 1.5,
  44: people => people / 50,
  // 330 beds
  45: () => 3.3,
  // 30/20 + 20/40, four rooms
  61: () => 2,
  // 5 study groups
  68: () => 7.5,
  70: () => 5,
  73: () => 5,
  74: () => 3,
  ...Object.fromEntries(Object.entries(entered).map(([no, units]) => [no, () => units])),
};

/** Doctors' units by the order's rows 50 to 55 for a kind, in a column. */
function doctors(note: number, column: number): number {
  return rows
    .slice(49, 55)
    .filter(row => row.notes.length === 0 || row.notes.includes(note))
    .reduce((sum, row) => sum + (expected(row, note, column, 0) ?? 0), 0);
}

/** Units by the order; null: none in this column, or not for this kind. */
function expected(row: OrderRow, note: number, column: number, people: number): number | null {
  if (row.notes.length > 0 && !row.notes.includes(note)) return null;
  const cell = cellOf(row, column);
  if (typeof cell !== 'string') return cell;
  const ofOrganisation = /^мекемеге (\d) бірлік(?: \((?:тиісті жағдай болғанда|бассейн болса )\))?$/u.exec(cell);
  return ofOrganisation === null ? must(counted[row.no], `row ${row.no}: ${cell}`)(people) : Number(ofOrganisation[1]);
}

function compare(place: Place, note: number, column: number, people: number): void {
  const calculation = calculate(norms, inputs(place, {...everything, entered}));
  const found = rows.map(({no}) => {
    const {norm} = postOf(calculation, no);
    return [no, norm.state === 'units' ? toNumber(norm.raw) : null];
  });
  const byOrder = rows.map(row => {
    const units = expected(row, note, column, people);
    // Posts 4 and 5: «кем дегенде 6 дәрігерлік лауазым болған кезде».
    return [row.no, row.post.includes('6 дәрігерлік') && doctors(note, column) < 6 ? null : units];
  });
  expect(found).toEqual(byOrder);
}

describe.each(organisationKinds.map(kind => [kind] as const))('%s', kind => {
  test.each(columns.flatMap(({column, ends}) => ends.map(people => [people, column] as const)))(
    '%i recipients',
    (people, column) => {
      compare(organisation(people, kind), noteOfKind[kind], column, people);
    },
  );
});

test.each([[6], [20], [30]])('a unit of supported living with %i residents: the column 6-30', residents => {
  compare(unit(residents), 1, 0, residents);
});

test('the notes are numbered as the order numbers them', () => {
  expect(noteOfKind).toEqual({
    'children-psychoneurological': 2,
    'children-musculoskeletal': 3,
    'psychoneurological': 4,
    'elderly-and-disability': 5,
  });
});

test('the order has both a single cell and a merged one of every kind that is worked here', () => {
  const words = new Set(rows.flatMap(({merged}) => (merged === null ? [] : [merged])));
  expect(rows.filter(({merged}) => merged === null)).toHaveLength(29);
  expect(words.size).toBe(20);
});

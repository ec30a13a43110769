import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {mergeRow, type RowChange} from '../../domain/row-merge.ts';

const change = (
  stamp: string,
  base: readonly string[],
  op: RowChange['op'],
  values: RowChange['values'] = {},
): RowChange => ({stamp, base, op, values});

/** Made by one of three authors who each know all that they have seen: a history as it can happen. */
const histories: fc.Arbitrary<RowChange[]> = fc
  .array(
    fc.record({
      author: fc.nat(2),
      sees: fc.boolean(),
      op: fc.constantFrom('update' as const, 'update' as const, 'delete' as const, 'insert' as const),
      field: fc.constantFrom('a', 'b'),
      value: fc.nat(3),
    }),
    {minLength: 1, maxLength: 14},
  )
  .map(steps => {
    const made: RowChange[] = [];
    const known: number[][] = [[], [], []];
    steps.forEach(({author, sees, op, field, value}, index) => {
      if (sees || made.length === 0) known[author] = made.map((_, place) => place);
      const seen = known[author] ?? [];
      const based = new Set(seen.flatMap(place => made[place]?.base ?? []));
      const base = seen.flatMap(place => made[place]?.stamp ?? []).filter(stamp => !based.has(stamp));
      made.push(
        change(`s${String(index).padStart(3, '0')}`, base, base.length === 0 ? 'insert' : op, {[field]: value}),
      );
      known[author] = [...seen, index];
    });
    return made;
  });

describe('a row that several PCs have changed', () => {
  test('says nothing of what a change knew that has not come here, or cannot have known', () => {
    const late = change('3', ['2', '9'], 'update', {name: 'Алия'});
    expect(mergeRow([change('1', [], 'insert', {name: 'Әлия'}), late])).toMatchObject({
      values: {name: 'Алия'},
      conflicts: [{field: 'name', winner: '3', losers: [{stamp: '1', value: 'Әлия'}]}],
    });
    const fromLater = change('1', ['2'], 'insert', {name: 'Әлия'});
    expect(mergeRow([fromLater, change('2', ['1'], 'update', {name: 'Алия'})]).values).toEqual({name: 'Алия'});
  });

  test('takes of each field the latest value', () => {
    const merged = mergeRow([
      change('1', [], 'insert', {name: 'Әлия', phone: '1'}),
      change('2', ['1'], 'update', {phone: '2'}),
      change('3', ['1'], 'update', {name: 'Алия'}),
    ]);
    expect(merged).toEqual({exists: true, values: {name: 'Алия', phone: '2'}, heads: ['2', '3'], conflicts: []});
  });

  test('keeps the value that lost, until somebody who knew both has written', () => {
    const both = [
      change('1', [], 'insert', {phone: '1'}),
      change('2', ['1'], 'update', {phone: '2'}),
      change('3', ['1'], 'update', {phone: '3'}),
    ];
    expect(mergeRow(both).conflicts).toEqual([{field: 'phone', winner: '3', losers: [{stamp: '2', value: '2'}]}]);
    const other = change('4', ['2', '3'], 'update', {name: 'Әлия'});
    expect(mergeRow([...both, other]).conflicts).toHaveLength(1);
    const joined = mergeRow([...both, other, change('5', ['4'], 'update', {phone: '2'})]);
    expect(joined).toEqual({exists: true, values: {phone: '2', name: 'Әлия'}, heads: ['5'], conflicts: []});
  });

  test('is no conflict where both wrote the same', () => {
    const merged = mergeRow([
      change('1', [], 'insert', {phone: '1'}),
      change('2', ['1'], 'update', {phone: '2'}),
      change('3', ['1'], 'update', {phone: '2'}),
    ]);
    expect(merged.conflicts).toEqual([]);
  });

  test('comes back where somebody wrote later without knowing that it was deleted, and is said to', () => {
    const deleted = change('2', ['1'], 'delete', {phone: '1'});
    const first = change('1', [], 'insert', {phone: '1'});
    const later = mergeRow([first, deleted, change('3', ['1'], 'update', {phone: '3'})]);
    expect(later).toMatchObject({exists: true, values: {phone: '3'}});
    expect(later.conflicts).toEqual([{field: null, winner: '3', losers: [{stamp: '2', value: null}]}]);
    const sooner = mergeRow([
      first,
      change('2', ['1'], 'update', {phone: '2'}),
      change('3', ['1'], 'delete', {phone: '1'}),
    ]);
    expect(sooner.exists).toBe(false);
    expect(sooner.conflicts).toEqual([{field: null, winner: '3', losers: [{stamp: '2', value: {phone: '2'}}]}]);
  });

  test('takes over nothing when it is made anew after a deletion', () => {
    const merged = mergeRow([
      change('1', [], 'insert', {phone: '1', name: 'Әлия'}),
      change('2', ['1'], 'delete', {phone: '1', name: 'Әлия'}),
      change('3', ['2'], 'insert', {name: 'Дана'}),
    ]);
    expect(merged).toEqual({exists: true, values: {name: 'Дана'}, heads: ['3'], conflicts: []});
  });

  test('made anew by somebody who did not know the deletion, it keeps what was written beside that', () => {
    const merged = mergeRow([
      change('1', [], 'insert', {name: 'Әлия', phone: '1'}),
      change('2', [], 'insert', {address: 'Орал'}),
      change('3', ['1'], 'delete', {name: 'Әлия', phone: '1'}),
      change('4', [], 'insert', {name: 'Дана'}),
      change('5', ['3'], 'insert', {phone: '5'}),
    ]);
    expect(merged).toMatchObject({exists: true, values: {address: 'Орал', name: 'Дана', phone: '5'}});
  });

  test('does not depend on the order in which the changes arrived', () => {
    fc.assert(
      fc.property(
        histories.chain(made => fc.tuple(fc.constant(made), fc.shuffledSubarray(made, {minLength: made.length}))),
        ([made, shuffled]) => {
          expect(mergeRow(shuffled)).toEqual(mergeRow(made));
        },
      ),
    );
  });

  test('loses no value that nobody knew of when writing over it', () => {
    fc.assert(
      fc.property(histories, made => {
        const {exists, values, conflicts} = mergeRow(made);
        for (const one of made) {
          if (one.op === 'delete') continue;
          const field = Object.keys(one.values)[0] ?? '';
          const reachable = (stamp: string): string[] => {
            const found = made.find(each => each.stamp === stamp);
            return [stamp, ...(found?.base ?? []).flatMap(reachable)];
          };
          const overwritten = made.some(each => {
            const touches = each.op === 'delete' || field in each.values || each.op === 'insert';
            return each.stamp !== one.stamp && touches && reachable(each.stamp).includes(one.stamp);
          });
          if (overwritten) continue;
          const shown = conflicts.some(
            conflict =>
              // That the whole row is disputed says it of each of its fields.
              conflict.field === null ||
              conflict.losers.some(
                ({stamp, value}) => stamp === one.stamp || JSON.stringify(value) === JSON.stringify(one.values[field]),
              ),
          );
          const stands = exists && JSON.stringify(values[field]) === JSON.stringify(one.values[field]);
          expect(shown || stands).toBe(true);
        }
      }),
      {numRuns: 2_000},
    );
  });
});

describe('a row that was deleted', () => {
  const first = change('1', [], 'insert', {phone: '1'});
  const deleted = change('2', ['1'], 'delete', {phone: '1'});

  test('and that nobody has made is not there', () => {
    expect(mergeRow([])).toEqual({exists: false, values: {}, heads: [], conflicts: []});
  });

  test('gives nothing to who makes it anew without knowing of it', () => {
    expect(mergeRow([first, deleted, change('3', [], 'insert', {name: 'Дана'})])).toMatchObject({
      exists: true,
      values: {name: 'Дана'},
    });
  });

  test('and made anew by two who knew that is no conflict, where they wrote different fields', () => {
    const merged = mergeRow([
      first,
      deleted,
      change('3', ['2'], 'insert', {name: 'Дана'}),
      change('4', ['2'], 'insert', {phone: '4'}),
    ]);
    expect(merged).toEqual({exists: true, values: {name: 'Дана', phone: '4'}, heads: ['3', '4'], conflicts: []});
  });

  test('by two who did not know of each other is no conflict', () => {
    expect(mergeRow([first, deleted, change('3', ['1'], 'delete', {phone: '1'})])).toMatchObject({
      exists: false,
      heads: ['2', '3'],
      conflicts: [],
    });
  });
});

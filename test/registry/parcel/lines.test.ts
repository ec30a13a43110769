import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {lineReader, lineWriter} from '../../../registry/parcel/lines.ts';
import {toLine, type Change} from '../../../registry/protocol/change.ts';
import {inventDay} from '../../support/day-of-changes.ts';

const stampOf = (index: number): string => `019ac1${index.toString(16).padStart(6, '0')}-0000-0123456789abcdef`;

function change(seq: number, index: number, base: readonly number[]): Change {
  return {
    seq,
    stamp: stampOf(index),
    table: 'recipient',
    rowId: `row ${index % 7}`,
    op: base.length === 0 ? 'insert' : 'update',
    patch: `{"phone":"${index}"}`,
    base: base.map(stampOf),
    author: null,
    recordedAt: '2026-11-26T10:00:01.250Z',
  };
}

const written = (changes: readonly Change[]): string[] => changes.map(lineWriter());
const read = (lines: readonly string[]): (Change | undefined)[] => lines.map(lineReader());
/** The elements of a line. */
const parts = (line: string | undefined): unknown[] => JSON.parse(must(line)) as unknown[];

describe('the lines of a parcel', () => {
  test('are the changes again, whatever numbers are missing and whatever was known', () => {
    const some = fc.array(
      fc.record({
        gap: fc.nat(3),
        index: fc.nat(40),
        base: fc.array(fc.nat(40), {maxLength: 3}),
      }),
      {maxLength: 60},
    );
    fc.assert(
      fc.property(some, given => {
        let seq = 0;
        const changes = given.map(({gap, index, base}) => change((seq += 1 + gap), index, base));
        expect(read(written(changes))).toEqual(changes);
      }),
      {numRuns: 500},
    );
  });

  test('say by how much, where they can: neither the next number nor a stamp that came before is written out', () => {
    const [, second, third, fourth] = written([
      change(5, 1, []),
      change(6, 2, [1]),
      change(9, 3, [1]),
      change(10, 4, [3, 2]),
    ]);
    expect([parts(second)[0], parts(second)[6]]).toEqual([0, 1]);
    expect([parts(third)[0], parts(third)[6]]).toEqual([9, 2]);
    expect([parts(fourth)[0], parts(fourth)[6]]).toEqual([0, `${stampOf(3)} ${stampOf(2)}`]);
  });

  test('reach back 4,000 lines and no further', () => {
    const many = Array.from({length: 4_002}, (_, index) => change(index + 1, index, []));
    const changes = [...many, change(4_003, 5_000, [2]), change(4_004, 5_001, [2])];
    const lines = written(changes);
    expect([parts(lines.at(-2))[6], parts(lines.at(-1))[6]]).toEqual([4_000, stampOf(2)]);
    expect(read(lines)).toEqual(changes);
  });

  test('may all stand by themselves', () => {
    const day = inventDay(200);
    expect(read(day.map(toLine))).toEqual(day);
  });

  test.each([1, 4_001, -1, 0.5, Number.MAX_SAFE_INTEGER])(
    'that name the line %s before the first are none',
    distance => {
      const line = parts(toLine(change(1, 1, [])));
      line[6] = distance;
      expect(read([JSON.stringify(line)])).toEqual([undefined]);
    },
  );

  test('whose number has no next one are none', () => {
    const last = change(Number.MAX_SAFE_INTEGER, 1, []);
    const next = parts(toLine(change(1, 2, [])));
    next[0] = 0;
    expect(read([toLine(last), JSON.stringify(next)])).toEqual([last, undefined]);
  });

  test('of a day weigh less than by themselves', () => {
    const day = inventDay(2_000);
    const [short, whole] = [written(day), day.map(toLine)].map(lines => lines.join('').length);
    expect(must(short)).toBeLessThan(must(whole) * 0.97);
  });
});

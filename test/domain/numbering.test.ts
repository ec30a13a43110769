import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {formatNumber, nextNumber} from '../../domain/numbering.ts';

const series = {prefix: 'ІС-', start: 124, width: 4};

test.each<[why: string, used: number[], next: number]>([
  ['the book begins', [], 124],
  ['the book goes on', [124, 125], 126],
  ['a gap is left', [124, 130], 131],
  ['numbers below the start do not matter', [5, 80], 124],
  ['the number just below the start', [123], 124],
  ['in any order', [130, 124, 127], 131],
])('%s', (_, used, next) => {
  expect(nextNumber(series, used)).toBe(next);
});

test.each<[number: number, printed: string]>([
  [7, 'ІС-0007'],
  [124, 'ІС-0124'],
  [12_345, 'ІС-12345'],
])('%i is printed %s', (number, printed) => {
  expect(formatNumber(series, number)).toBe(printed);
});

test('a series without prefix and width prints digits', () => {
  expect(formatNumber({prefix: '', start: 1, width: 1}, 12)).toBe('12');
});

test('however many are given, none is given twice', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 1, max: 300})), fc.integer({min: 1, max: 300}), (used, start) => {
      const given = [...used];
      for (let count = 0; count < 20; count += 1) {
        const next = nextNumber({...series, start}, given);
        expect(given).not.toContain(next);
        expect(next).toBeGreaterThanOrEqual(start);
        given.push(next);
      }
    }),
  );
});

test('a start that is no number is a defect', () => {
  expect(() => nextNumber({...series, start: 0}, [])).toThrow('positive');
  expect(() => nextNumber({...series, start: 1.5}, [])).toThrow('whole');
});

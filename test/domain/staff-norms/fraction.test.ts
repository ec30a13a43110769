import {expect, test} from 'vitest';
import {
  compared,
  decimalWords,
  fraction,
  fromDecimal,
  larger,
  minus,
  plus,
  signedWords,
  smaller,
  times,
  toNumber,
  total,
  upTo,
} from '../../../domain/staff-norms/fraction.ts';

const [half, third] = [fraction(1, 2), fraction(1, 3)];

test('units are counted exactly, in lowest terms', () => {
  expect(fraction(12, 8)).toEqual({over: 3, under: 2});
  expect(fraction(-12, 8)).toEqual({over: -3, under: 2});
  expect([plus(half, third), minus(half, third), times(half, third), total([half, half, third])]).toEqual([
    {over: 5, under: 6},
    {over: 1, under: 6},
    {over: 1, under: 6},
    {over: 4, under: 3},
  ]);
  expect([compared(half, third) > 0, compared(third, half) < 0, compared(half, fraction(2, 4))]).toEqual([
    true,
    true,
    0,
  ]);
  expect([smaller(half, third), larger(half, third), smaller(third, half), larger(third, half)]).toEqual([
    third,
    half,
    third,
    half,
  ]);
  expect([upTo(fraction(13, 6), 2), upTo(fraction(5, 2), 2)]).toEqual([fraction(5, 2), fraction(5, 2)]);
  expect(toNumber(half)).toBe(0.5);
});

test('figures with four decimals are read, others are refused', () => {
  expect([fromDecimal(5.25), fromDecimal(0.0001), fromDecimal(-0.5)]).toEqual([
    {over: 21, under: 4},
    {over: 1, under: 10_000},
    {over: -1, under: 2},
  ]);
  expect(() => fromDecimal(0.00005)).toThrow('four decimals');
  expect(() => fraction(1, 0)).toThrow('whole numbers');
  expect(() => fraction(0.5)).toThrow('whole numbers');
  expect(() => fraction(1, 0.5)).toThrow('whole numbers');
});

test('in words, a difference with its sign', () => {
  const figures = [fraction(5, 2), fraction(21, 32), fraction(13, 6), fraction(-1, 2), fraction(100), fraction(0)];
  expect(figures.map(decimalWords)).toEqual(['2,5', '0,65625', '2,1666…', '–0,5', '100', '0']);
  expect(figures.map(signedWords)).toEqual(['+2,5', '+0,65625', '+2,1666…', '–0,5', '+100', '0']);
});

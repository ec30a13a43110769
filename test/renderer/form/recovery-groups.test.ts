import {describe, expect, test} from 'vitest';
import {groupsToAsk, sameGroup} from '../../../renderer/form/recovery-groups.ts';

describe('sameGroup', () => {
  test.each([
    ['7K3M', true],
    ['7k3m', true],
    [' 7K-3M ', true],
    // Cyrillic letters that look the same.
    ['7к3м', true],
    ['7K3N', false],
    ['7K3', false],
    ['', false],
  ])('%s', (typed, expected) => {
    expect(sameGroup(typed, '7K3M')).toBe(expected);
  });

  test('O and 0, I, L and 1 are one', () => {
    expect(sameGroup('oil0', '0110')).toBe(true);
  });
});

describe('groupsToAsk', () => {
  test.each([0, 0.49, 0.999])('asks one of each half (%d)', chance => {
    const [first, second] = groupsToAsk(9, () => chance);
    expect(first).toBeGreaterThanOrEqual(0);
    expect(first).toBeLessThan(4);
    expect(second).toBeGreaterThanOrEqual(4);
    expect(second).toBeLessThan(9);
  });
});

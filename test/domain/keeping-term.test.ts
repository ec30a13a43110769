import {expect, test} from 'vitest';
import {keepingEndsOn} from '../../domain/keeping-term.ts';

test.each([
  ['2020-05-04', 5, '2025-05-04'],
  ['2024-02-29', 1, '2025-02-28'],
  ['2024-02-29', 4, '2028-02-29'],
] as const)('what was left on %s is kept for %i years, until %s', (leftOn, years, endsOn) => {
  expect(keepingEndsOn(leftOn, years)).toBe(endsOn);
});

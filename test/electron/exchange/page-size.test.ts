import {expect, test} from 'vitest';
import {afterFailure, afterPage, isSmallest, largestPage} from '../../../electron/exchange/page-size.ts';

test('a page grows on a quick line, shrinks on a slow one, and stays in between', () => {
  const size = {changes: 100, characters: 200_000};
  expect(afterPage(size, 4_999)).toEqual({changes: 200, characters: 400_000});
  expect(afterPage(size, 5_000)).toEqual(size);
  expect(afterPage(size, 30_000)).toEqual(size);
  expect(afterPage(size, 30_001)).toEqual({changes: 50, characters: 100_000});
  expect(afterFailure(size)).toEqual({changes: 25, characters: 50_000});
});

test('between a ceiling and a floor', () => {
  expect(afterPage(largestPage, 0)).toEqual(largestPage);
  let size = largestPage;
  let failures = 0;
  for (; !isSmallest(size); failures += 1) size = afterFailure(size);
  expect(size).toEqual({changes: 20, characters: 50_000});
  expect(failures).toBeLessThan(6);
  expect(isSmallest({changes: 20, characters: 50_001})).toBe(false);
  expect(isSmallest({changes: 21, characters: 50_000})).toBe(false);
});

import {expect, test} from 'vitest';
import {compareVersions, oldestReplaced} from '../../domain/version.ts';

test.each([
  ['0.1.0', '0.1.0', 0],
  ['0.1.0', '0.2.0', -1],
  ['0.10.0', '0.9.9', 1],
  ['2.0.0', '10.0.0', -1],
  ['1.0.1', '1.0.0', 1],
])('%s beside %s', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign);
  expect(Math.sign(compareVersions(other, one))).toBe(sign === 0 ? 0 : -sign);
});

test.each([
  ['1.5.3', '1.3.0'],
  ['1.2.0', '1.0.0'],
  ['0.2.0', '0.0.0'],
  ['0.1.0', '0.0.0'],
  ['1.1.0', undefined],
])('%s replaces what is no older than %s', (version, oldest) => {
  expect(oldestReplaced(version)).toBe(oldest);
});

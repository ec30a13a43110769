import {expect, test} from 'vitest';
import lock from '../../package-lock.json' with {type: 'json'};

test('every package of the lock file has its hash', () => {
  const {'': _own, ...locked} = lock.packages;
  const packages: [path: string, entry: {integrity?: string}][] = Object.entries(locked);
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(([, {integrity}]) => integrity?.startsWith('sha512-') !== true).map(([path]) => path)).toEqual(
    [],
  );
});

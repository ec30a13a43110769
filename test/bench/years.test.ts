import {expect, test} from 'vitest';
import {measureYears} from './years.ts';

test('the benchmark of ten years measures, as small as one likes', async () => {
  const figures = await measureYears(10);
  expect(figures.map(({name}) => name)).not.toEqual([]);
  for (const {value} of figures) expect(value).toBeGreaterThan(0);
});

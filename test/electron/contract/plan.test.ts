import {expect, test} from 'vitest';
import {archiveContent} from '../../../electron/contract/archive.ts';
import {planFieldNames} from '../../../electron/contract/plan.ts';

test('the file of a hand-over has every field of the plan; a new one needs a new version of the file', () => {
  const plan = archiveContent.shape.plans.element;
  expect(Object.keys(plan.shape)).toEqual(expect.arrayContaining([...planFieldNames]));
});

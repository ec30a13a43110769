import {expect, test} from 'vitest';
import type {NormPlace} from '../../../../electron/contract/norms.ts';
import {normsSchema, rawNorms, readNorms, type RawNorms} from '../../../../renderer/features/norms/norm-values.ts';

const place: NormPlace = {
  unitId: null,
  name: {kk: '', ru: ''},
  receiving: 10,
  palliative: null,
  answers: null,
  stamp: '',
  actual: [],
  withoutPost: 0,
};

const empty = rawNorms(place, [24, 29]);

test('fields that are empty give no answer, and answers come back into the fields as they were typed', () => {
  expect(readNorms(empty)).toEqual({
    answers: {
      kind: null,
      people: null,
      flags: {},
      counts: {},
      entered: {},
      rounding: 'none',
      staffIds: [],
      staffIsWhole: false,
    },
    wrong: [],
  });
  const typed: RawNorms = {
    ...empty,
    kind: 'psychoneurological',
    people: '174',
    flags: {...empty.flags, lift: 'no', pool: 'yes'},
    counts: {...empty.counts, beds: '0', cleanedHectares: '1,2'},
    entered: {post24: '2', post29: '2.25'},
  };
  const {answers} = readNorms(typed);
  expect(answers).toMatchObject({
    people: 174,
    flags: {lift: false, pool: true},
    counts: {beds: 0, cleanedHectares: 1.2},
    entered: {24: 2, 29: 2.25},
  });
  expect(rawNorms({...place, answers}, [24, 29])).toEqual({...typed, entered: {post24: '2', post29: '2,25'}});
});

test.each([
  ['people', {people: 'көп'}],
  ['people', {people: '1,5'}],
  ['counts.beds', {counts: {beds: '1,5'}}],
  ['counts.cleanedHectares', {counts: {cleanedHectares: '1,23456'}}],
  ['entered.post24', {entered: {post24: '-1'}}],
  ['entered.post24', {entered: {post24: '1001'}}],
])('%s is not taken from %o: it is named, and the rest is counted', (path, some) => {
  const typed = {...empty, kind: 'psychoneurological', ...some};
  const read = readNorms(typed);
  expect(read.wrong).toEqual([path]);
  expect(read.answers.kind).toBe('psychoneurological');
  const issues = normsSchema.safeParse(typed).error?.issues ?? [];
  expect(issues.map(issue => [issue.path.join('.'), issue.message])).toEqual([[path, 'malformed']]);
});

import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {counted, russianPlural} from '../../domain/plural.ts';

test.each<['one' | 'few' | 'many', number[]]>([
  ['one', [1, 21, 31, 91, 101, 121, 1001, 1021, 999_991]],
  ['few', [2, 3, 4, 22, 23, 24, 32, 94, 102, 104, 122, 1002, 1004]],
  ['many', [0, 5, 6, 9, 10, 11, 12, 13, 14, 15, 19, 20, 25, 30, 100, 111, 112, 114, 211, 1011, 1014, 1000]],
])('%s: %j', (form, counts) => {
  expect(counts.map(russianPlural)).toEqual(counts.map(() => form));
});

test('agrees with the plural rules of the platform', () => {
  const rules = new Intl.PluralRules('ru');
  fc.assert(fc.property(fc.nat(), count => russianPlural(count) === rules.select(count)));
});

test('half a thing is a defect', () => {
  expect(() => russianPlural(1.5)).toThrow('whole');
  expect(() => russianPlural(-1)).toThrow('whole');
});

test('a Kazakh noun stays in the singular', () => {
  const day = {kk: 'күн', ru: {one: 'день', few: 'дня', many: 'дней'}};
  expect([1, 2, 5, 21].map(count => counted(count, day))).toEqual([
    {kk: '1 күн', ru: '1 день'},
    {kk: '2 күн', ru: '2 дня'},
    {kk: '5 күн', ru: '5 дней'},
    {kk: '21 күн', ru: '21 день'},
  ]);
});

import {expect, test} from 'vitest';
import {findCodes} from '../../../electron/handlers/code-search.ts';

const list = [
  {code: 'F70', kk: 'Жеңіл ақыл-ой кемістігі', ru: 'Умственная отсталость легкой степени'},
  {code: 'F20.0', kk: 'Параноидтық шизофрения', ru: 'Параноидная шизофрения'},
  {code: 'F20.1', kk: 'Гебефрендік шизофрения', ru: 'Гебефренная шизофрения'},
  {code: 'H54.0', kk: 'Екі көздің соқырлығы', ru: 'Слепота обоих глаз'},
  {code: '', kk: 'шизоидтық', ru: 'шизоидный'},
];

interface Case {
  readonly typed: string;
  readonly finds: readonly string[];
}
const cases: readonly Case[] = [
  {typed: 'F20', finds: ['F20.0', 'F20.1']},
  {typed: 'f20.1', finds: ['F20.1']},
  // The letter of the code as a Cyrillic one.
  {typed: 'Н54', finds: ['H54.0']},
  // What begins so comes first.
  {typed: 'шиз', finds: ['', 'F20.0', 'F20.1']},
  {typed: 'шизофр пар', finds: ['F20.0']},
  {typed: 'акыл кем', finds: ['F70']},
  {typed: 'слеп', finds: ['H54.0']},
  {typed: 'сталость', finds: []},
  {typed: '70', finds: []},
  {typed: ' . ', finds: []},
];
test.each(cases)('$typed', ({typed, finds}) => {
  expect(findCodes(list, typed).map(({code}) => code)).toEqual(finds);
});

test('of 15,000 no more than twenty are told, and soon', () => {
  const many = Array.from({length: 15_000}, (_, place) => ({
    code: `F${Math.floor(place / 10)}.${place % 10}`,
    kk: `Психоактивті заттарды қолданудан туындаған бұзылыстар, ${place}`,
    ru: `Расстройства, вызванные употреблением психоактивных веществ, ${place}`,
  }));
  expect(findCodes(many, 'психоакт')).toHaveLength(20);
  const begun = performance.now();
  for (const typed of ['ве', 'вещ', 'вещ 14999', 'F1499.9', 'ничего']) findCodes(many, typed);
  expect((performance.now() - begun) / 5).toBeLessThan(100);
});

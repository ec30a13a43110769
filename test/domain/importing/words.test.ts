import {describe, expect, test} from 'vitest';
import {
  readCategory,
  readMeasurePeriod,
  readRate,
  readServiceTypes,
  readSignatoryRole,
} from '../../../domain/importing/words.ts';
import {recipientCategories, recipientCategoryNames} from '../../../domain/vocabulary.ts';

describe('a category', () => {
  test.each(recipientCategories)('%s by its own names', category => {
    const {kk, ru} = recipientCategoryNames[category];
    expect([readCategory(kk), readCategory(ru)]).toEqual([category, category]);
  });
  test.each([
    ['дети, опорно-двигательный', 'child-musculoskeletal'],
    ['тірек-қимыл', 'child-musculoskeletal'],
    ['ребенок с психоневрологией', 'child-psychoneurological'],
    ['психоневрология', 'adult-psychoneurological'],
    ['пожилой человек', 'elderly'],
    ['қарт адам', 'elderly'],
    ['инвалид II группы', 'disabled-group-1-2'],
    ['1 топ', 'disabled-group-1-2'],
    ['инвалид III группы', undefined],
    ['что-то', undefined],
  ])('%s', (cell, expected) => {
    expect(readCategory(cell)).toBe(expected);
  });
});

test('several kinds of service, one after another, with what is not understood', () => {
  expect(readServiceTypes('1) социально-бытовые; әлеуметтік-еңбек,\nмассаж;')).toEqual([
    'everyday',
    'labour',
    undefined,
  ]);
  expect(readServiceTypes(' ; ')).toEqual([]);
});

describe('who signs', () => {
  test.each([
    ['Психолог', 'psychologist'],
    ['старший психолог', 'psychologist'],
    ['консультант по соцработе', 'consultant'],
    ['әлеуметтік жұмыс жөніндегі кеңесші', 'consultant'],
    ['врач', 'medical'],
    ['мейіргер', 'medical'],
    ['медицинская сестра', 'medical'],
    ['специалист по социальной работе', 'social-work-specialist'],
    ['әлеуметтік жұмыскер', 'social-work-specialist'],
    ['специалист по труду', 'specialist'],
    ['сурдо маман', 'specialist'],
    ['водитель', undefined],
  ])('%s', (cell, expected) => {
    expect(readSignatoryRole(cell)).toBe(expected);
  });
});

test.each([
  ['2 раза в неделю', 'week'],
  ['аптасына', 'week'],
  ['ежемесячно, раз в месяц', 'month'],
  ['айына бір', 'month'],
  ['в квартал', 'quarter'],
  ['тоқсанына', 'quarter'],
  ['раз в год', undefined],
])('the period of a measure: %s', (cell, expected) => {
  expect(readMeasurePeriod(cell)).toBe(expected);
});

test.each([
  ['1', 100],
  [' 0,5 ', 50],
  ['0.25', 25],
  ['0.005', 1],
  ['10', 1_000],
  ['10.01', undefined],
  ['0', undefined],
  ['0.004', undefined],
  ['полставки', undefined],
  ['1,5 ставки', undefined],
])('a part of a post: %s', (cell, expected) => {
  expect(readRate(cell)).toBe(expected);
});

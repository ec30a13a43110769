import {describe, expect, test} from 'vitest';
import {findTables, guessFields, headingsOf, isDataRow} from '../../../domain/importing/guess.ts';
import {importFields, importFieldWords, importKinds} from '../../../domain/importing/kinds.ts';
import {
  readCategory,
  readDisabilityGroup,
  readIin,
  readServiceType,
  readSex,
  splitName,
} from '../../../domain/importing/words.ts';
import {serviceTypeNames, serviceTypes} from '../../../domain/vocabulary.ts';
import {appendix2} from '../../../templates/editions/308-2022/appendix-2.ts';

describe('columns', () => {
  test.each(importKinds)('every field of %s is guessed by each of its own names', kind => {
    for (const field of importFields[kind]) {
      const {name, also} = importFieldWords[field];
      for (const heading of [name.kk, name.ru, ...also]) expect(guessFields(kind, [heading]), heading).toEqual([field]);
    }
  });

  test('the headings of Appendix 2 are known in both languages', () => {
    const {name, born, sex, address, phone, programme, admissions, discharges, reason, transfers, destination} =
      appendix2.fields.rows.fields;
    const columns = [
      name,
      born,
      sex,
      address,
      phone,
      programme,
      admissions,
      discharges,
      reason,
      transfers,
      destination,
    ];
    for (const language of ['kk', 'ru'] as const) {
      const headings = columns.map(({label}) => label[language]);
      expect(guessFields('people', headings)).toEqual([
        'fullName',
        'bornOn',
        'sex',
        'address',
        'phone',
        'programme',
        'admitted',
        'discharged',
        'dischargeReason',
        'transferred',
        'destination',
      ]);
    }
  });

  test('a head of two rows is joined, titles are passed over, two tables are told apart', () => {
    const rows = [
      ['Тізім', 'Тізім', 'Тізім', 'Тізім'],
      [],
      ['Тегі, аты', 'Туған күні', 'Поступление', 'Поступление'],
      ['Тегі, аты', 'Туған күні', 'дата', '№ приказа'],
      ['Серікова Айгүл', '05.03.1961', '12.01.2024', '12'],
      [],
      ['Шыққандар'],
      ['ФИО', 'Пол'],
      ['Иванов Пётр', 'м'],
    ];
    expect(findTables('people', rows)).toEqual([
      {head: 2, depth: 2, last: 4},
      {head: 7, depth: 1, last: 8},
    ]);
    const headings = headingsOf(rows, {head: 2, depth: 2});
    expect(headings).toEqual(['Тегі, аты', 'Туған күні', 'Поступление дата', 'Поступление № приказа']);
  });
});

describe('words', () => {
  test('of sex, groups and kinds, in both languages', () => {
    expect(['м', 'Ж', 'ер', 'әйел', 'Мужской', '?'].map(readSex)).toEqual([
      'male',
      'female',
      'male',
      'female',
      'male',
      undefined,
    ]);
    expect(['I', '2 топ', 'третья группа', 'жоқ'].map(readDisabilityGroup)).toEqual([
      'first',
      'second',
      'third',
      'none',
    ]);
    expect(['престарелые', 'қарт', 'дети с психоневрологией'].map(readCategory)).toEqual([
      'elderly',
      'elderly',
      'child-psychoneurological',
    ]);
    for (const type of serviceTypes) {
      const {kk, ru} = serviceTypeNames[type];
      expect([kk, ru, ru.replace('социально-', '')].map(readServiceType)).toEqual([type, type, type]);
    }
  });

  test('names in one cell, and numbers that lost their zeros', () => {
    expect(splitName('Серікова  Айгүл Марат қызы')).toEqual({
      surname: 'Серікова',
      firstName: 'Айгүл',
      patronymic: 'Марат қызы',
    });
    expect(['61030540001', '610305400012', "'061030540001", '61030540001.0'].map(readIin)).toEqual([
      '061030540001',
      '610305400012',
      '061030540001',
      '061030540001',
    ]);
  });
});

test.each<[what: string, row: string[], isData: boolean]>([
  ['somebody', ['1', 'Әлиева Сәуле', '05.01.1954'], true],
  ['a name alone', ['', 'Әлиева Сәуле', ''], true],
  ['a name with initials alone', ['Оспанов Қ.-Ә.'], true],
  ['a blank', ['', ' '], false],
  ['a total', ['Барлығы', '17'], false],
  ['a total in Russian', ['Итого: 17'], false],
  ['a surname that begins as a total does', ['Всегоров', 'Иван'], true],
  ['a title in one cell', ['Тізім 2026'], false],
  ['a title that is merged over the table', ['Бірінші бөлім', 'Бірінші бөлім', 'Бірінші бөлім'], false],
  ['the numbers of the columns', ['1', '2', '3'], false],
  ['a figure alone', ['17'], false],
])('a row with %s', (_, row, isData) => {
  expect(isDataRow(row)).toBe(isData);
});

test('a sheet without a head that is known begins at the first row with more than one word', () => {
  expect(findTables('people', [['Тізім'], ['қ', 'ж'], ['1', '2']])).toEqual([{head: 1, depth: 1, last: 2}]);
  expect(findTables('people', [[], []])).toEqual([{head: 0, depth: 1, last: 1}]);
});

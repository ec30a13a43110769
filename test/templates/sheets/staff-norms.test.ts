import {expect, test} from 'vitest';
import {calculate} from '../../../domain/staff-norms/calculate.ts';
import {toNumber} from '../../../domain/staff-norms/fraction.ts';
import {appendix1} from '../../../templates/editions/308-2022/appendix-1/appendix-1.ts';
import type {SheetCell} from '../../../templates/sheets/sheet.ts';
import {staffNormSheets} from '../../../templates/sheets/staff-norms.ts';
import {sampleOrganisation, sampleUnit} from '../../support/sample-staff-norms.ts';

/** In Russian, as a reader of the workbook would see the row: null for an empty cell. */
function shown(row: readonly SheetCell[] | undefined): (string | number | null)[] {
  return (row ?? []).map(cell => {
    if (cell.type === 'empty') return null;
    return cell.type === 'number' ? cell.value : cell.value.ru;
  });
}

const management = 'Штатные нормативы руководящих работников и обслуживающе-хозяйственного персонала';
const everyday = 'Штатные нормативы персонала по оказанию социально-бытовых услуг';

test('the sheets, each row as wide as its heads', () => {
  const sheets = staffNormSheets(sampleOrganisation);
  expect(sheets.map(({name, rows}) => [name.ru, rows.length])).toEqual([
    ['Должности', 78],
    ['Исходные данные', 29],
    ['Лимит автотранспорта', 7],
  ]);
  for (const {heads, rows} of sheets) for (const row of rows) expect(row).toHaveLength(heads.length);
  expect(staffNormSheets(sampleUnit).map(({name}) => name.ru)).toEqual(['Должности', 'Исходные данные']);
});

test.each([
  [
    7,
    [
      7,
      management,
      'Экономист по бухгалтерскому учету и анализу хозяйственной деятельности',
      1,
      1,
      1,
      0.5,
      -0.5,
      'не хватает',
      null,
    ],
  ],
  [10, [10, management, 'Инспектор по кадрам', 1, 1, 1, 1, 0, 'достаточно', null]],
  [
    4,
    [
      4,
      management,
      'Заместитель директора по медицинской работе (при наличии не менее 6 врачебных должностей)',
      '-',
      null,
      null,
      0,
      0,
      'достаточно',
      'в этой графе единиц нет',
    ],
  ],
  [13, [13, management, 'Заведующий хозяйством', '1 единица на учреждение', 1, 1, null, null, 'неизвестно', null]],
  [
    34,
    [
      34,
      everyday,
      'Парикмахер 1, 3, 4 (при наличии оборудованной парикмахерской)',
      '1 единица на каждые 100 получателей услуг, когда обслуживание в обычных парикмахерских затруднено или невозможно',
      1.74,
      2,
      1.5,
      -0.5,
      'не хватает',
      null,
    ],
  ],
  [
    48,
    [
      48,
      everyday,
      'Санитар (уборщик)',
      'Согласно типовым нормативам',
      null,
      null,
      null,
      null,
      'неизвестно',
      'введите число по межотраслевым типовым нормативам',
    ],
  ],
])('post %i', (no, expected) => {
  expect(shown(staffNormSheets(sampleOrganisation)[0]?.rows[no - 1])).toEqual(expected);
});

test('answers keep their type, and one that was not given is an empty cell', () => {
  const rows = staffNormSheets(sampleOrganisation)[1]?.rows.map(shown);
  expect(rows).toContainEqual(['Убираемая площадь, га', 1.2]);
  expect(rows).toContainEqual(['Есть ли лифт?', 'нет']);
  expect(rows).toContainEqual(['Количество учебных групп', null]);
  expect(rows).toContainEqual(['Число людей', 174]);
});

test('the column of units sums up to the total of the calculation', () => {
  const units = staffNormSheets(sampleOrganisation)[0]?.rows.map(row => row[5]) ?? [];
  const sum = units.reduce((all, cell) => all + (cell?.type === 'number' ? cell.value : 0), 0);
  expect(sum).toBeCloseTo(toNumber(sampleOrganisation.sum.units), 9);
});

test('nothing typed at all still makes a sheet without a figure that was not given', () => {
  const bare = calculate(appendix1, {...sampleOrganisation.input, flags: {}, counts: {}, entered: {}, actual: {}});
  const rows = staffNormSheets(bare)[0]?.rows.map(shown) ?? [];
  expect(rows.every(row => row[6] === null && row[8] === 'неизвестно')).toBe(true);
  expect(rows[20]?.slice(4, 6)).toEqual([null, null]);
});

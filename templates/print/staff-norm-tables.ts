import {must} from '../../domain/assert.ts';
import {isLeftOut, type Calculation, type PostResult, type Sum} from '../../domain/staff-norms/calculate.ts';
import {decimalWords, minus, signedWords} from '../../domain/staff-norms/fraction.ts';
import {
  printedCell,
  printedName,
  remarksOf,
  standingNames,
  sumRemark,
  unsureOf,
  vehicleRemarks,
  vehicleStateNames,
} from '../../domain/staff-norms/words.ts';
import {text, type PrintLanguage, type Text} from '../../domain/text.ts';
import type {StaffNormEdition} from '../core/staff-norm-edition.ts';
import type {Cell, Content, Paragraph} from './definition.ts';
import {labelLines} from './sheet.ts';
import {gridPadding} from './table.ts';
import {inOneLine} from './words.ts';

/** What the tables of a calculation are printed with. */
export interface NormSheet {
  readonly edition: StaffNormEdition;
  readonly calculation: Calculation;
  readonly language: PrintLanguage;
  /** Between the margins, in points. */
  readonly width: number;
}

/** The heads of our own columns; those of the number and the post are the order's. */
export const staffNormHeads = {
  cell: text('Бағандағы мән немесе ереже', 'Значение графы или правило'),
  raw: text('Дәл сан', 'Точное число'),
  units: text('Норматив, бірлік', 'Норматив, единиц'),
  actual: text('Штат, бірлік', 'Штат, единиц'),
  difference: text('Айырма', 'Разница'),
  remark: text('Түсіндірме', 'Пояснение'),
};

const total = text('Жиыны', 'Итого');
const grandTotal = text('Барлық топ бойынша жиыны', 'Итого по всем группам');

/** Why a post has no row of its own. */
const leftOut = {
  'no-unit': text('Осы бағанда бірлік жоқ', 'В этой графе единиц нет'),
  'other-kind': text('Ескертпе бойынша мұнда енгізілмейді', 'По примечанию здесь не вводятся'),
};

const vehicleHeads = {
  vehicle: text('Автокөлік құралы', 'Автотранспортное средство'),
  count: text('Саны', 'Количество'),
  state: text('Осы ұйым үшін', 'Для этой организации'),
};

const tableSize = 8.5;

/** Number, post, cell, raw, units, actual, difference; the remark takes the rest. */
const fixedWidths = [18, 150, 190, 46, 46, 44, 54];

function columnWidths({width}: NormSheet): readonly number[] {
  const taken = fixedWidths.reduce((sum, one) => sum + one + gridPadding, gridPadding);
  return [...fixedWidths, width - taken];
}

/**
 * A section for each group of the appendix, its heading kept with it and the heads of its table on every page. The total
 * comes first: at the end it would be left alone on the next page.
 */
export function groupTables(sheet: NormSheet): Content[] {
  return sheet.calculation.groups.map(({id, posts, sum}) => {
    const group = must(sheet.calculation.norms.groups.find(one => one.id === id));
    const shown = posts.filter(({norm, actual}) => !isLeftOut(norm.state, actual !== null));
    const without = posts.filter(({norm, actual}) => isLeftOut(norm.state, actual !== null));
    return {
      stack: [
        {
          stack: labelLines(group.words, sheet.language).map((line, index) => ({
            text: line,
            bold: true as const,
            ...(index === 0 && shown.length > 0 ? {headlineLevel: sheet.language === 'both' ? 120 : 80} : {}),
          })),
          margin: [0, 0, 0, 3],
        },
        ...(shown.length === 0
          ? []
          : [gridOf(sheet, [headRow(sheet), sumRow(sheet, total, sum), ...shown.map(post => postRow(sheet, post))])]),
        ...leftOutLines(sheet, without),
      ],
      margin: [0, 8, 0, 0],
    };
  });
}

/** «В этой графе единиц нет: 12 Заведующий отделением; …»: a paragraph for each reason. */
function leftOutLines(sheet: NormSheet, results: readonly PostResult[]): Paragraph[] {
  return (['no-unit', 'other-kind'] as const).flatMap(state => {
    const named = results.filter(({norm}) => norm.state === state).map(result => leftOutName(sheet, result));
    if (named.length === 0) return [];
    const side = (which: 'kk' | 'ru') => `${leftOut[state][which]}: ${named.map(name => name[which]).join('; ')}.`;
    return labelLines(text(side('kk'), side('ru')), sheet.language).map(line => ({
      text: line,
      fontSize: tableSize,
      margin: [0, 2, 0, 0] as const,
    }));
  });
}

function leftOutName({calculation}: NormSheet, {post}: PostResult): Text {
  const name = printedName(post);
  const open = unsureOf(calculation, post);
  const side = (which: 'kk' | 'ru') => `${post.no} ${name[which]}${open === null ? '' : ` [${open[which]}]`}`;
  return text(side('kk'), side('ru'));
}

export function sumTable(sheet: NormSheet): Content {
  return {
    stack: [gridOf(sheet, [headRow(sheet), sumRow(sheet, grandTotal, sheet.calculation.sum)])],
    margin: [0, 10, 0, 0],
  };
}

export function vehicleTable(sheet: NormSheet): Content {
  const {calculation, language} = sheet;
  const widths = [320, 60, 120];
  const remarkWidth = sheet.width - widths.reduce((sum, one) => sum + one + gridPadding, gridPadding);
  const {lead} = calculation.norms.vehicles;
  const heads = [vehicleHeads.vehicle, vehicleHeads.count, vehicleHeads.state, staffNormHeads.remark];
  return {
    stack: [
      {
        stack: labelLines(lead, language).map((line, index) => ({
          text: line,
          bold: true as const,
          ...(index === 0 ? {headlineLevel: 90} : {}),
        })),
        margin: [0, 0, 0, 3],
      },
      {
        table: {
          widths: [...widths, remarkWidth],
          headerRows: 1,
          keepWithHeaderRows: 1,
          dontBreakRows: true,
          body: [
            heads.map(head => saidCell(sheet, head, 'center')),
            ...calculation.vehicles.map(vehicle => [
              saidCell(sheet, vehicle.limit.words),
              figure(String(vehicle.limit.count)),
              saidCell(sheet, vehicleStateNames[vehicle.state], 'center'),
              remarkCell(sheet, vehicleRemarks(calculation, vehicle)),
            ]),
          ],
        },
        layout: 'grid',
        fontSize: tableSize,
      },
    ],
    margin: [0, 12, 0, 0],
  };
}

function gridOf(sheet: NormSheet, body: readonly Cell[][]): Content {
  return {
    table: {
      widths: columnWidths(sheet),
      headerRows: 1,
      keepWithHeaderRows: Math.min(2, body.length - 1),
      dontBreakRows: true,
      body,
    },
    layout: 'grid',
    fontSize: tableSize,
  };
}

function headRow(sheet: NormSheet): Cell[] {
  const {number, post} = sheet.edition.heads;
  const {cell, raw, units, actual, difference, remark} = staffNormHeads;
  return [number, post, cell, raw, units, actual, difference, remark].map(head => saidCell(sheet, head, 'center'));
}

function postRow(sheet: NormSheet, result: PostResult): Cell[] {
  const {post, norm, actual, difference, standing} = result;
  const isOpen = norm.state === 'unanswered' || norm.state === 'to-enter';
  const unknown = isOpen ? '?' : '–';
  return [
    figure(String(post.no)),
    saidCell(sheet, printedName(post)),
    saidCell(sheet, printedCell(result), typeof result.cell === 'number' || result.cell === null ? 'center' : 'left'),
    figure(norm.state === 'units' ? decimalWords(norm.raw) : unknown),
    figure(norm.state === 'units' ? decimalWords(norm.units) : unknown, true),
    figure(actual === null ? '' : decimalWords(actual)),
    {
      stack: [
        ...(difference === null ? [] : [{text: signedWords(difference), alignment: 'center' as const}]),
        ...(standing === 'short' || standing === 'over' ? said(sheet, standingNames[standing], 'center') : []),
      ],
    },
    remarkCell(sheet, remarksOf(sheet.calculation, result)),
  ];
}

function sumRow(sheet: NormSheet, label: Text, sum: Sum): Cell[] {
  const remark = sumRemark(sum);
  const isWhole = sum.open === 0 && sum.unreported === 0;
  return [
    {text: inOneLine(label, sheet.language), bold: true, colSpan: 3},
    {text: ''},
    {text: ''},
    figure(decimalWords(sum.raw), true),
    figure(decimalWords(sum.units), true),
    figure(decimalWords(sum.actual), true),
    figure(isWhole ? signedWords(minus(sum.actual, sum.units)) : '', true),
    remarkCell(sheet, remark === null ? [] : [remark]),
  ];
}

function figure(figures: string, bold?: true): Cell {
  return {text: figures, alignment: 'center', ...(bold ? {bold} : {})};
}

function saidCell(sheet: NormSheet, words: Text, alignment: 'left' | 'center' = 'left'): Cell {
  return {stack: said(sheet, words, alignment)};
}

function remarkCell(sheet: NormSheet, remarks: readonly Text[]): Cell {
  return {stack: remarks.flatMap(remark => said(sheet, remark, 'left'))};
}

function said({language}: NormSheet, words: Text, alignment: 'left' | 'center'): Paragraph[] {
  return labelLines(words, language).map(line => ({text: line, alignment}));
}

import {must} from '../../domain/assert.ts';
import {questionsFor} from '../../domain/staff-norms/asked.ts';
import type {Calculation, PostResult} from '../../domain/staff-norms/calculate.ts';
import {peopleIn} from '../../domain/staff-norms/facility.ts';
import {toNumber, type Fraction} from '../../domain/staff-norms/fraction.ts';
import type {Question} from '../../domain/staff-norms/norm.ts';
import {
  answerWords,
  placeName,
  printedCell,
  printedName,
  remarksOf,
  roundingNames,
  standingNames,
  vehicleRemarks,
  vehicleStateNames,
} from '../../domain/staff-norms/words.ts';
import {text, type Text} from '../../domain/text.ts';
import {emptyCell, numberCell, textCell, type DataSheet, type SheetCell} from './sheet.ts';

const names = {
  posts: text('Лауазымдар', 'Должности'),
  given: text('Бастапқы деректер', 'Исходные данные'),
  vehicles: text('Автокөлік лимиті', 'Лимит автотранспорта'),
};

/** One row for each post, so that the sheet can be sorted, filtered and summed; totals are left to the workbook. */
export const postHeads: readonly Text[] = [
  text('№', '№'),
  text('Топ', 'Группа'),
  text('Лауазым атауы', 'Наименование должности'),
  text('Бағандағы мән немесе ереже', 'Значение графы или правило'),
  text('Дәл сан', 'Точное число'),
  text('Норматив, бірлік', 'Норматив, единиц'),
  text('Штат, бірлік', 'Штат, единиц'),
  text('Айырма', 'Разница'),
  text('Қорытынды', 'Итог'),
  text('Түсіндірме', 'Пояснение'),
];

const givenHeads: readonly Text[] = [text('Сұрақ', 'Вопрос'), text('Жауап', 'Ответ')];

const vehicleHeads: readonly Text[] = [
  text('Автокөлік құралы', 'Автотранспортное средство'),
  text('Саны', 'Количество'),
  text('Осы ұйым үшін', 'Для этой организации'),
  text('Түсіндірме', 'Пояснение'),
];

/** The calculation as the sheets of a workbook: posts, what they were counted from, vehicles. */
export function staffNormSheets(calculation: Calculation): readonly DataSheet[] {
  const {groups, vehicles, norms} = calculation;
  const posts = groups.flatMap(({id, posts: results}) => {
    const group = must(norms.groups.find(one => one.id === id)).words;
    return results.map(result => postRow(calculation, group, result));
  });
  return [
    {name: names.posts, heads: postHeads, rows: posts},
    {name: names.given, heads: givenHeads, rows: givenRows(calculation)},
    ...(vehicles.length === 0
      ? []
      : [
          {
            name: names.vehicles,
            heads: vehicleHeads,
            rows: vehicles.map(vehicle => [
              textCell(vehicle.limit.words),
              numberCell(vehicle.limit.count),
              textCell(vehicleStateNames[vehicle.state]),
              textCell(joined(vehicleRemarks(calculation, vehicle))),
            ]),
          },
        ]),
  ];
}

/** A post without units has an empty cell, not 0: why, stands in its remark. */
function postRow(calculation: Calculation, group: Text, result: PostResult): SheetCell[] {
  const {post, norm, actual, difference, standing, cell} = result;
  return [
    numberCell(post.no),
    textCell(group),
    textCell(printedName(post)),
    typeof cell === 'number' ? numberCell(cell) : textCell(printedCell(result)),
    fractionCell(norm.state === 'units' ? norm.raw : null),
    fractionCell(norm.state === 'units' ? norm.units : null),
    fractionCell(actual),
    fractionCell(difference),
    textCell(standingNames[standing]),
    textCell(joined(remarksOf(calculation, result))),
  ];
}

function givenRows({input, band, norms}: Calculation): SheetCell[][] {
  const answers: Readonly<Partial<Record<Question, boolean | number | null>>> = {...input.flags, ...input.counts};
  return [
    [textCell(text('Есептеу нысаны', 'Объект расчета')), textCell(placeName(input.place))],
    [textCell(text('Адам саны', 'Число людей')), numberCell(peopleIn(input.place))],
    [textCell(text('Кестенің бағаны', 'Графа таблицы')), textCell(band.words)],
    [textCell(text('Бөлінділерді дөңгелектеу', 'Округление частного')), textCell(roundingNames[input.rounding])],
    ...questionsFor(norms, input.place).map(question => [
      textCell(norms.questions[question]),
      answerCell(answers[question] ?? null),
    ]),
  ];
}

function answerCell(answer: boolean | number | null): SheetCell {
  if (answer === null) return emptyCell;
  return typeof answer === 'number' ? numberCell(answer) : textCell(answerWords(answer));
}

function fractionCell(value: Fraction | null): SheetCell {
  return numberCell(value === null ? null : toNumber(value));
}

function joined(remarks: readonly Text[]): Text | null {
  if (remarks.length === 0) return null;
  return text(remarks.map(({kk}) => kk).join('; '), remarks.map(({ru}) => ru).join('; '));
}

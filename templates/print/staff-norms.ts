import {formatDate} from '../../domain/dates.ts';
import {questionsFor} from '../../domain/staff-norms/asked.ts';
import type {Calculation} from '../../domain/staff-norms/calculate.ts';
import {peopleIn} from '../../domain/staff-norms/facility.ts';
import {givenAnswer, placeName, roundingNames} from '../../domain/staff-norms/words.ts';
import {text, type PrintLanguage, type Text} from '../../domain/text.ts';
import {hasLostForce} from '../core/edition.ts';
import type {StaffNormEdition} from '../core/staff-norm-edition.ts';
import type {Cell, Content, PrintDefinition} from './definition.ts';
import {lostForceNote, pageFrame} from './page.ts';
import {fragments} from './printable-text.ts';
import {caption, noBorder, onLine, onOneBase} from './ruled.ts';
import {labelLines} from './sheet.ts';
import {groupTables, sumTable, vehicleTable, type NormSheet} from './staff-norm-tables.ts';
import {gridPadding} from './table.ts';
import {inOneLine} from './words.ts';

export interface StaffNormPrint {
  /** Both made from the same edition. */
  readonly edition: StaffNormEdition;
  readonly calculation: Calculation;
  readonly organisation: Text;
  /** The day that the calculation is for (ISO date). */
  readonly on: string;
  /** Signs it. */
  readonly head: string;
  readonly language: PrintLanguage;
}

const title = text('Персоналдың ең төмен штат санын есептеу', 'Расчет минимальной штатной численности персонала');

const words = {
  ground: text('Негіздеме', 'Основание'),
  appendix: text('1-қосымша', 'приложение 1'),
  place: text('Есептеу нысаны', 'Объект расчета'),
  column: text('Кестенің бағаны', 'Графа таблицы'),
  residents: text('Бөлімшеде тұратындардың саны', 'Количество проживающих в отделении'),
  rounding: text('Бөлінділерді дөңгелектеу (бұйрықта белгіленбеген)', 'Округление частного (приказом не установлено)'),
  on: text('Есептеу күні', 'Дата расчета'),
  given: text('Бастапқы деректер', 'Исходные данные'),
  question: text('Сұрақ', 'Вопрос'),
  answer: text('Жауап', 'Ответ'),
  notAnswered: text('жауап берілмеген', 'нет ответа'),
  notes: text('Ескертпе', 'Примечание'),
  head: text('Ұйымның басшысы', 'Руководитель организации'),
  signature: text(
    '(тегі, аты, әкесінің аты (бар болса), қолы, күні)',
    '(фамилия, имя, отчество (при его наличии), подпись, дата)',
  ),
};

const fontSize = 10;

/** A calculation of the minimum staff as it is signed and filed: what was known, post by post, the rest of the appendix. */
export function staffNormsDocument(print: StaffNormPrint): PrintDefinition {
  const {calculation, edition, language, on} = print;
  const frame = pageFrame('landscape');
  const sheet: NormSheet = {calculation, edition, language, width: frame.width};
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: frame.margins,
    content: [
      ...heading(print, frame.width),
      inputTable(sheet, on),
      ...groupTables(sheet),
      sumTable(sheet),
      ...(calculation.vehicles.length === 0 ? [] : [vehicleTable(sheet)]),
      notes(sheet),
      signature(print, frame.width),
    ],
    fontSize,
    footnote: hasLostForce(edition, on) ? inOneLine(lostForceNote, language) : null,
    watermark: null,
    language: language === 'ru' ? 'ru-KZ' : 'kk-KZ',
    info: {
      title: inOneLine(title, language),
      form: edition.id,
      record: null,
      madeAt: `${on}T00:00:00Z`,
    },
  };
}

function heading({edition, language, organisation}: StaffNormPrint, width: number): Content[] {
  const lines = (said: Text) => labelLines(said, language);
  const {kk, ru} = edition.basis.act;
  const ground = text(
    `${words.ground.kk}: ${kk}, ${words.appendix.kk} («${edition.title.kk}»)`,
    `${words.ground.ru}: ${ru}, ${words.appendix.ru} («${edition.title.ru}»)`,
  );
  return [
    {stack: lines(organisation).map(line => ({text: fragments(line, fontSize, width), alignment: 'center' as const}))},
    {
      stack: lines(title).map(line => ({text: line, bold: true as const, alignment: 'center' as const})),
      fontSize: fontSize + 3,
      margin: [0, 8, 0, 6],
    },
    {
      stack: lines(ground).map(line => ({text: line, alignment: 'center' as const})),
      fontSize: fontSize - 1,
      margin: [0, 0, 0, 8],
    },
  ];
}

/** Everything that the figures depend on: an answer that was not given stands here as not given. */
function inputTable(sheet: NormSheet, on: string): Content {
  const {calculation, edition, language} = sheet;
  const {input, band, norms} = calculation;
  const same = (said: string): Text => text(said, said);
  const given: [Text, Text][] = [
    [words.place, placeName(input.place)],
    [input.place.kind === 'unit' ? words.residents : edition.heads.recipients, same(String(peopleIn(input.place)))],
    [words.column, band.words],
    [words.rounding, roundingNames[input.rounding]],
    [words.on, same(formatDate(on))],
    ...questionsFor(norms, input.place).map((question): [Text, Text] => [
      norms.questions[question],
      givenAnswer(input, question) ?? words.notAnswered,
    ]),
  ];
  // Two pairs side by side: the list is long and its answers are short.
  const half = Math.ceil(given.length / 2);
  const pairs = given.slice(0, half).map((pair, index) => [pair, given[half + index]] as const);
  const answerWidth = 110;
  const questionWidth = (sheet.width - 2 * (answerWidth + gridPadding)) / 2 - gridPadding;
  const cell = (said: Text, bold?: true): Cell => ({
    stack: labelLines(said, language).map(line => ({text: line, ...(bold ? {bold} : {})})),
  });
  const both = (pair: readonly [Text, Text] | undefined): Cell[] =>
    pair === undefined ? [{text: ''}, {text: ''}] : [cell(pair[0]), cell(pair[1], true)];
  return {
    stack: [
      {text: inOneLine(words.given, language), bold: true, headlineLevel: 60, margin: [0, 0, 0, 3]},
      {
        table: {
          widths: [questionWidth, answerWidth, questionWidth, answerWidth],
          dontBreakRows: true,
          body: pairs.map(([left, right]) => [...both(left), ...both(right)]),
        },
        layout: 'grid',
        fontSize: fontSize - 1,
      },
    ],
    margin: [0, 0, 0, 4],
  };
}

/** Notes 1 to 5 and the free notes of the appendix. */
function notes({edition, language}: NormSheet): Content {
  const side = (which: 'kk' | 'ru') => [
    ...Object.entries(edition.kinds).map(([number, said]) => `${number} – ${said[which]};`),
    ...edition.remarks.map(({mark, words: said}) => (mark === '' ? said[which] : `${mark} – ${said[which]}`)),
  ];
  const all = language === 'both' ? [...side('kk'), ...side('ru')] : side(language);
  return {
    stack: [
      {text: `${inOneLine(words.notes, language)}:`, bold: true, headlineLevel: 60},
      ...all.map(line => ({text: line, margin: [0, 1, 0, 0] as const})),
    ],
    fontSize: fontSize - 1,
    margin: [0, 10, 0, 0],
  };
}

function signature({head, language}: StaffNormPrint, width: number): Content {
  const writing = {language, edition: {page: {fontSize: fontSize + 1}}};
  const label = inOneLine(words.head, language);
  const lineWidth = width * 0.55;
  const blank: Cell = {text: '', border: noBorder};
  return {
    table: {
      widths: ['auto', 8, lineWidth * 0.6, 8, lineWidth * 0.4],
      body: [
        onOneBase(
          [
            {text: label, noWrap: true, border: noBorder},
            blank,
            onLine(writing, head === '' ? [] : [head], lineWidth * 0.6, 'center'),
            blank,
            onLine(writing, [], lineWidth * 0.4, 'center'),
          ],
          true,
        ),
        [blank, blank, {...caption(writing, words.signature), colSpan: 3}, blank, blank],
      ],
    },
    layout: 'rules',
    fontSize: fontSize + 1,
    margin: [0, 18, 0, 0],
    unbreakable: true,
  };
}

import {formatDate, type IsoDate} from '../../domain/dates.ts';
import {sheetsInWords} from '../../domain/number-words.ts';
import {fullName, type PersonName} from '../../domain/person.ts';
import {text, type PrintLanguage, type Text} from '../../domain/text.ts';
import {ownLabel} from '../core/label.ts';
import {appendix3} from '../editions/308-2022/appendix-3.ts';
import {seal} from '../editions/308-2022/order.ts';
import {printBlock} from './blocks.ts';
import type {Cell, Content, PrintDefinition} from './definition.ts';
import {pageFrame} from './page.ts';
import {fragments} from './printable-text.ts';
import {gridPadding} from './table.ts';
import {caption, noBorder, onLine, onOneBase} from './ruled.ts';
import {labelLines, type Sheet} from './sheet.ts';
import {inLanguage, inOneLine} from './words.ts';

/**
 * Title page and inventory of a year's folder. The order has journal and plan bound together (paragraph 35 5)) and gives
 * no form for either: the layout is our own. Its words are the order's where it has any, and what it asks of a bound file
 * (sheets in words, the head's signature, the seal) stands as on the cover of Appendix 3.
 */
export interface YearFolder {
  readonly organisation: Text;
  readonly recipient: PersonName;
  readonly born: IsoDate | null;
  /** Of the personal file. */
  readonly fileNumber: string | null;
  readonly year: number;
  readonly head: PersonName | null;
  /** Of the whole folder, title page and inventory included. */
  readonly sheets: number;
  readonly language: PrintLanguage;
  /** When the newest of its papers was frozen (UTC, ISO with Z): the same papers give the same bytes. */
  readonly madeAt: string;
}

/** What lies in the folder, in its order. */
export interface FolderPart {
  readonly name: Text;
  readonly date: IsoDate | null;
  readonly sheets: number;
}

const words = {
  title: text('Жеке жоспар және Мониторинг журналы', 'Индивидуальный план и журнал мониторинга'),
  inventory: text('Тізімдеме', 'Опись'),
  number: text('№', '№'),
  paper: text('Құжат', 'Документ'),
  date: text('Күні', 'Дата'),
  sheets: text('Парақ саны', 'Листов'),
  from: text('Парақтан', 'С листа'),
  to: text('Параққа дейін', 'По лист'),
  total: text('Барлығы', 'Всего'),
  madeBy: text('Тізімдемені жасаған', 'Опись составлена'),
  signature: text(
    '(тегі, аты, әкесінің аты (бар болса), қолы, күні)',
    '(фамилия, имя, отчество (при его наличии), подпись, дата)',
  ),
  headCaption: ownLabel(
    '(тегі, аты, әкесінің аты (бар болса), қолы)',
    '(фамилия, имя, отчество (при его наличии), подпись)',
  ),
};

/** The papers of the folder as its inventory names them. */
export const partNames = {
  title: text('Титул парағы', 'Титульный лист'),
  inventory: words.inventory,
  plan: text('Жеке жоспар', 'Индивидуальный план'),
  revision: (number: number): Text =>
    text(`Жеке жоспар, ${number}-түзету`, `Индивидуальный план, корректировка ${number}`),
  round: (number: number): Text =>
    text(`Мониторинг журналы, ${number}-мониторинг`, `Журнал мониторинга, мониторинг ${number}`),
};

const fontSize = 12;
const tableFontSize = 11;

export function yearTitlePage(folder: YearFolder): PrintDefinition {
  const {language, year, organisation, recipient, born, fileNumber, head} = folder;
  const frame = pageFrame('portrait');
  const sheet: Sheet = {
    edition: appendix3,
    answers: {
      organisationKk: organisation.kk === '' ? undefined : organisation.kk,
      organisationRu: organisation.ru === '' ? undefined : organisation.ru,
      name: recipient,
      born: born ?? undefined,
      head: head ?? undefined,
    },
    language,
    width: frame.width,
    height: frame.height,
  };
  return definition(folder, words.title, [
    printBlock(sheet, {block: 'captions', fields: ['organisationKk', 'organisationRu']}),
    {
      stack: [...centred(words.title, language, 20), ...centred(text(`${year} жыл`, `${year} год`), language, 16, 10)],
      margin: [0, 110, 0, 34],
    },
    {
      stack: [
        {text: fragments(fullName(recipient), 18, frame.width * 0.95), bold: true, fontSize: 18, alignment: 'center'},
      ],
      margin: [0, 0, 0, 30],
    },
    printBlock(sheet, {block: 'line', field: 'born'}),
    ...(fileNumber === null ? [] : [fileLine(fileNumber, language, frame.width)]),
    {text: '', margin: [0, 60, 0, 0]},
    ...labelLines(boundWords(folder.sheets), language).map(line => ({text: line, margin: [0, 0, 0, 3] as const})),
    printBlock(sheet, {block: 'head', field: 'head', caption: words.headCaption}),
    printBlock(sheet, {block: 'sentence', field: 'signedOn'}),
    printBlock(sheet, {block: 'seal', label: seal}),
  ]);
}

/** Every paper with its place; the sheets that the inventory itself takes are told by its caller. */
export function yearInventory(folder: YearFolder, parts: readonly FolderPart[]): PrintDefinition {
  const {language, recipient, year} = folder;
  const {width} = pageFrame('portrait');
  return definition(folder, words.inventory, [
    {
      stack: [
        ...centred(words.inventory, language, 15),
        ...centred(words.title, language, fontSize + 1, 4),
        {text: fragments(fullName(recipient), fontSize + 1, width * 0.95), alignment: 'center', margin: [0, 6, 0, 0]},
        ...centred(text(`${year} жыл`, `${year} год`), language, fontSize, 2),
      ],
      margin: [0, 0, 0, 12],
    },
    partsTable(folder, parts, width),
    madeByLine(folder, width),
  ]);
}

/** «Нөмірленген және тігілген … парақ (жазбаша)» as in Appendix 3, the noun agreeing with its number. */
function boundWords(sheets: number): Text {
  const {line} = appendix3.fields.sheets;
  const count = sheetsInWords(sheets);
  return text(line.kk.replace('{value} парақ', count.kk), line.ru.replace('{value} листов', count.ru));
}

function partsTable({language, sheets}: YearFolder, parts: readonly FolderPart[], width: number): Content {
  const narrow = [22, 62, 50, 54, 54] as const;
  const paperWidth = width - narrow.reduce<number>((sum, each) => sum + each, 0) - 6 * gridPadding;
  const [number, ...others] = narrow;
  const head: Cell[] = [words.number, words.paper, words.date, words.sheets, words.from, words.to].map(label => ({
    stack: labelLines(label, language).map(line => ({text: line, alignment: 'center' as const})),
    fontSize: language === 'both' ? 9 : tableFontSize,
  }));
  let next = 1;
  const rows = parts.map((part, index): Cell[] => {
    const first = next;
    next += part.sheets;
    const centre = (value: string | number): Cell => ({text: String(value), alignment: 'center'});
    return [
      centre(index + 1),
      {stack: inLanguage(part.name, language).map(line => ({text: fragments(line, tableFontSize, paperWidth)}))},
      centre(part.date === null ? '' : formatDate(part.date)),
      centre(part.sheets),
      centre(first),
      centre(next - 1),
    ];
  });
  const total = sheetsInWords(sheets);
  const totalWords = text(`${words.total.kk}: ${sheets} – ${total.kk}`, `${words.total.ru}: ${sheets} – ${total.ru}`);
  return {
    stack: [
      {
        table: {
          widths: [number, paperWidth, ...others],
          headerRows: 1,
          keepWithHeaderRows: 1,
          dontBreakRows: true,
          body: [head, ...rows],
        },
        layout: 'grid',
        fontSize: tableFontSize,
      },
      ...labelLines(totalWords, language).map(line => ({
        text: line,
        bold: true as const,
        margin: [0, 6, 0, 0] as const,
      })),
    ],
  };
}

function fileLine(fileNumber: string, language: PrintLanguage, width: number): Content {
  const label = text(`Жеке іс № ${fileNumber}`, `Личное дело № ${fileNumber}`);
  return {text: fragments(inOneLine(label, language), fontSize, width), margin: [0, 12, 0, 0]};
}

function madeByLine({language}: YearFolder, width: number): Content {
  const writing = {language, edition: {page: {fontSize}}};
  const blank: Cell = {text: '', border: noBorder};
  const lineWidth = width * 0.55;
  return {
    table: {
      widths: ['auto', 8, lineWidth],
      body: [
        onOneBase(
          [
            {text: inOneLine(words.madeBy, language), noWrap: true, border: noBorder},
            blank,
            onLine(writing, [], lineWidth, 'center'),
          ],
          true,
        ),
        [blank, blank, caption(writing, words.signature)],
      ],
    },
    layout: 'rules',
    margin: [0, 24, 0, 0],
    unbreakable: true,
  };
}

function centred(said: Text, language: PrintLanguage, size: number, above = 0): Content[] {
  return labelLines(said, language).map((line, index) => ({
    text: line,
    bold: true,
    fontSize: size,
    alignment: 'center',
    margin: [0, index === 0 ? above : 2, 0, 0],
  }));
}

function definition({language, year, madeAt}: YearFolder, title: Text, content: readonly Content[]): PrintDefinition {
  return {
    pageSize: 'A4',
    pageOrientation: 'portrait',
    pageMargins: pageFrame('portrait').margins,
    content,
    fontSize,
    footnote: null,
    watermark: null,
    language: language === 'ru' ? 'ru-KZ' : 'kk-KZ',
    info: {title: `${inOneLine(title, language)}, ${year}`, form: 'year-folder', record: null, madeAt},
  };
}

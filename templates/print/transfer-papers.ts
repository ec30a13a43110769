import {formatDate, type IsoDate} from '../../domain/dates.ts';
import {sheetsInWords} from '../../domain/number-words.ts';
import {fullName, type PersonName} from '../../domain/person.ts';
import {text, type PrintLanguage, type Text} from '../../domain/text.ts';
import {seal} from '../editions/308-2022/order.ts';
import type {Cell, Content, PrintDefinition} from './definition.ts';
import {pageFrame} from './page.ts';
import {fragments} from './printable-text.ts';
import {gridPadding} from './table.ts';
import {caption, noBorder, onLine, onOneBase} from './ruled.ts';
import {labelLines} from './sheet.ts';
import {inLanguage, inOneLine} from './words.ts';

/**
 * The acceptance act and the inventory of documents with which a recipient's file is handed over (paragraphs 11 2), 21 2),
 * 26 2), 35 3)). The order names both papers and gives no form for either: the layout is our own, their names are the
 * order's.
 */
export interface TransferPaper {
  readonly from: Text;
  readonly to: Text;
  readonly recipient: PersonName;
  readonly born: IsoDate | null;
  /** Of the personal file. */
  readonly fileNumber: string | null;
  readonly actNumber: string | null;
  readonly actOn: IsoDate | null;
  readonly discharge: DatedPaper;
  /** The contract on re-socialisation (paragraph 35 3) part 4); null: not asked for here. */
  readonly contract: DatedPaper | null;
  readonly handedBy: string | null;
  readonly receivedBy: string | null;
  readonly inventory: readonly {
    readonly title: string;
    readonly sheets: number | null;
    readonly copies: number | null;
  }[];
  readonly language: PrintLanguage;
  /** UTC, ISO with Z: the same papers give the same bytes. */
  readonly madeAt: string;
}

interface DatedPaper {
  readonly number: string | null;
  readonly on: IsoDate | null;
}

/** A plan or a round of the journal that goes along. */
export interface AttachedPaper {
  readonly name: Text;
  readonly date: IsoDate | null;
  readonly sheets: number;
}

export const transferPaperNames = {
  act: text('Қабылдау-тапсыру актісі', 'Акт приема-передачи'),
  inventory: text('Құжаттардың тізімдемесі', 'Опись документов'),
  file: text('Қызмет алушының жеке ісі', 'Личное дело получателя услуг'),
  discharge: text('Қызмет алушыны шығару туралы бұйрықтың көшірмесі', 'Копия приказа о выписке получателя услуг'),
  contract: text('Ресоциализация туралы шарт', 'Договор о ресоциализации'),
};

const words = {
  from: text('Тапсырушы ұйым', 'Передающая организация'),
  to: text('Қабылдаушы ұйым', 'Принимающая организация'),
  recipient: text('Қызмет алушы', 'Получатель услуг'),
  born: text('Туған күні', 'Дата рождения'),
  statement: text(
    'Қызмет алушы басқа ұйымға өткенде (ауысқанда) онымен бірге мыналар берілді:',
    'При переводе получателя услуг в другую организацию вместе с ним переданы:',
  ),
  number: text('№', '№'),
  paper: text('Құжат', 'Документ'),
  details: text('№, күні', '№, дата'),
  sheets: text('Парақ саны', 'Листов'),
  copies: text('Дана саны', 'Экземпляров'),
  total: text('Барлығы', 'Всего'),
  handed: text('Тапсырдым', 'Передал'),
  received: text('Қабылдадым', 'Принял'),
  madeBy: text('Тізімдемені жасаған', 'Опись составлена'),
  signature: text(
    '(лауазымы, тегі, аты, әкесінің аты (бар болса), қолы, күні)',
    '(должность, фамилия, имя, отчество (при его наличии), подпись, дата)',
  ),
};

const fontSize = 12;
const tableFontSize = 11;

export function transferAct(paper: TransferPaper, attached: readonly AttachedPaper[]): PrintDefinition {
  const {language, recipient, born, actNumber, actOn, fileNumber, discharge, contract} = paper;
  const {width} = pageFrame('portrait');
  const rows: TableRow[] = [
    {name: transferPaperNames.file, details: numbered({number: fileNumber, on: null}), sheets: sumOf(paper.inventory)},
    {name: transferPaperNames.inventory, details: '', sheets: null},
    {name: transferPaperNames.discharge, details: numbered(discharge), sheets: null},
    ...(contract === null ? [] : [{name: transferPaperNames.contract, details: numbered(contract), sheets: null}]),
    ...attached.map(({name, date, sheets}) => ({name, details: numbered({number: null, on: date}), sheets})),
  ];
  return definition(paper, transferPaperNames.act, [
    ...centred(transferPaperNames.act, language, 15),
    {text: numbered({number: actNumber ?? '______', on: actOn}), alignment: 'center', margin: [0, 6, 0, 14]},
    ...facts(words.from, inLanguage(paper.from, language), language, width),
    ...facts(words.to, inLanguage(paper.to, language), language, width),
    ...facts(words.recipient, [fullName(recipient)], language, width),
    ...facts(words.born, born === null ? [] : [formatDate(born)], language, width),
    ...labelLines(words.statement, language).map((line, index) => ({
      text: line,
      margin: [0, index === 0 ? 10 : 2, 0, 0] as const,
    })),
    paperTable(rows, language, width),
    signLine(words.handed, paper.handedBy, language, width),
    signLine(words.received, paper.receivedBy, language, width),
    {text: inOneLine(seal, language), margin: [0, 18, 0, 0]},
  ]);
}

export function transferInventory(paper: TransferPaper): PrintDefinition {
  const {language, recipient, fileNumber, inventory} = paper;
  const {width} = pageFrame('portrait');
  const sheets = sumOf(inventory);
  const counted = sheets === null ? null : sheetsInWords(sheets);
  const widths = columnWidths([24, 60, 76], width);
  const centre = (value: string | number): Cell => ({text: String(value), alignment: 'center'});
  const body = inventory.map((line, index): Cell[] => [
    centre(index + 1),
    {text: fragments(line.title, tableFontSize, widths[1] * 0.95)},
    centre(line.sheets ?? ''),
    centre(line.copies ?? ''),
  ]);
  // An empty one is filled by hand.
  const rows =
    body.length > 0 ? body : Array.from({length: 12}, (): Cell[] => ['\u00a0', '', '', ''].map(each => centre(each)));
  return definition(paper, transferPaperNames.inventory, [
    ...centred(transferPaperNames.inventory, language, 15),
    ...labelLines(fileTitle(fileNumber), language).map(line => ({
      text: line,
      alignment: 'center' as const,
      margin: [0, 4, 0, 0] as const,
    })),
    {
      text: fragments(fullName(recipient), fontSize + 1, width * 0.95),
      alignment: 'center',
      bold: true,
      margin: [0, 6, 0, 10],
    },
    {
      table: {
        widths,
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        body: [headOf([words.number, words.paper, words.sheets, words.copies], language), ...rows],
      },
      layout: 'grid',
      fontSize: tableFontSize,
    },
    ...(counted === null || sheets === null
      ? []
      : labelLines(
          text(`${words.total.kk}: ${sheets} – ${counted.kk}`, `${words.total.ru}: ${sheets} – ${counted.ru}`),
          language,
        ).map(line => ({text: line, bold: true as const, margin: [0, 6, 0, 0] as const}))),
    signLine(words.madeBy, paper.handedBy, language, width),
  ]);
}

function fileTitle(fileNumber: string | null): Text {
  const {kk, ru} = transferPaperNames.file;
  return fileNumber === null ? text(kk, ru) : text(`${kk} № ${fileNumber}`, `${ru} № ${fileNumber}`);
}

/** Of number, name and two figures; the name has what the others leave. */
function columnWidths([number, first, second]: readonly [number, number, number], width: number) {
  return [number, width - number - first - second - 4 * gridPadding, first, second] as const;
}

interface TableRow {
  readonly name: Text;
  readonly details: string;
  readonly sheets: number | null;
}

function paperTable(rows: readonly TableRow[], language: PrintLanguage, width: number): Content {
  const widths = columnWidths([24, 120, 56], width);
  return {
    table: {
      widths,
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [
        headOf([words.number, words.paper, words.details, words.sheets], language),
        ...rows.map((row, index): Cell[] => [
          {text: String(index + 1), alignment: 'center'},
          {
            stack: inLanguage(row.name, language).map(line => ({
              text: fragments(line, tableFontSize, widths[1] * 0.95),
            })),
          },
          {text: fragments(row.details, tableFontSize, 110), alignment: 'center'},
          {text: row.sheets === null ? '' : String(row.sheets), alignment: 'center'},
        ]),
      ],
    },
    layout: 'grid',
    fontSize: tableFontSize,
    margin: [0, 6, 0, 0],
  };
}

function headOf(labels: readonly Text[], language: PrintLanguage): Cell[] {
  return labels.map(label => ({
    stack: labelLines(label, language).map(line => ({text: line, alignment: 'center' as const})),
    fontSize: language === 'both' ? 9 : tableFontSize,
  }));
}

/** «№ 12-ж, 05.01.2026»; empty where neither is known. */
function numbered({number, on}: DatedPaper): string {
  return [...(number === null ? [] : [`№ ${number}`]), ...(on === null ? [] : [formatDate(on)])].join(', ');
}

/** A paper whose sheets nobody has counted makes the whole unknown. */
function sumOf(inventory: TransferPaper['inventory']): number | null {
  if (inventory.length === 0) return null;
  return inventory.reduce<number | null>((sum, {sheets}) => (sum === null || sheets === null ? null : sum + sheets), 0);
}

function facts(label: Text, values: readonly string[], language: PrintLanguage, width: number): Content[] {
  const lines = values.filter(value => value !== '');
  return [
    {
      stack: [
        {text: `${inOneLine(label, language)}:`, fontSize: tableFontSize},
        ...(lines.length === 0 ? ['________________________________'] : lines).map(line => ({
          text: fragments(line, fontSize, width * 0.95),
          bold: true as const,
        })),
      ],
      margin: [0, 0, 0, 5],
    },
  ];
}

function signLine(label: Text, name: string | null, language: PrintLanguage, width: number): Content {
  const writing = {language, edition: {page: {fontSize}}};
  const blank: Cell = {text: '', border: noBorder};
  const gap = 8;
  const labelWidth = width * 0.3;
  const lineWidth = width - labelWidth - gap;
  return {
    table: {
      widths: [labelWidth, gap, lineWidth],
      body: [
        onOneBase(
          [
            {stack: labelLines(label, language).map(line => ({text: line})), border: noBorder},
            blank,
            onLine(writing, name === null ? [] : [name], lineWidth, 'left'),
          ],
          true,
        ),
        [blank, blank, caption(writing, words.signature)],
      ],
    },
    layout: 'rules',
    margin: [0, 20, 0, 0],
    unbreakable: true,
  };
}

function centred(said: Text, language: PrintLanguage, size: number): Content[] {
  return labelLines(said, language).map(line => ({text: line, bold: true, fontSize: size, alignment: 'center'}));
}

function definition({language, madeAt}: TransferPaper, title: Text, content: readonly Content[]): PrintDefinition {
  return {
    pageSize: 'A4',
    pageOrientation: 'portrait',
    pageMargins: pageFrame('portrait').margins,
    content,
    fontSize,
    footnote: null,
    watermark: null,
    language: language === 'ru' ? 'ru-KZ' : 'kk-KZ',
    info: {title: inOneLine(title, language), form: 'transfer', record: null, madeAt},
  };
}

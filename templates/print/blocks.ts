import {unreachable} from '../../domain/assert.ts';
import {longDate} from '../../domain/dates.ts';
import type {Text} from '../../domain/text.ts';
import type {ApprovalBlock, Block} from '../core/layout.ts';
import type {Field} from '../core/edition.ts';
import type {Cell, Content, Fragment, Paragraph} from './definition.ts';
import {caption, noBorder, onLine, onOneBase, underBorder} from './ruled.ts';
import {fieldOf, kept, labelLines, sentences, smallSize, type Sheet} from './sheet.ts';
import {signatures} from './signatures.ts';
import {formTable} from './table.ts';
import {estimatedWidth} from './text-width.ts';
import {inOneLine, valueLines} from './words.ts';

/** One block of an edition's layout as content of the page. */
export function printBlock(sheet: Sheet, block: Block): Content {
  switch (block.block) {
    case 'stamp':
      return stamp(sheet);
    case 'title':
      return title(sheet, block.field);
    case 'captions':
      return captions(sheet, block.fields);
    case 'line':
      return line(sheet, block.field);
    case 'sentence':
      return sentence(sheet, block.field);
    case 'approval':
      return approval(sheet, block);
    case 'table':
      return formTable(sheet, block);
    case 'signatures':
      return signatures(sheet, block.field);
    case 'head':
      return head(sheet, block.field, block.caption);
    case 'seal':
      return {text: inOneLine(block.label, sheet.language), margin: [0, 14, 0, 0]};
    default:
      return unreachable(block);
  }
}

/** Top right; in both languages Kazakh to the left of Russian. */
function stamp(sheet: Sheet): Content {
  const side = (language: 'kk' | 'ru'): Content => ({
    stack: sheet.edition.stamp.map(words => ({text: words[language], alignment: 'right' as const})),
    fontSize: smallSize,
    margin: [0, 0, 0, 10],
  });
  const gap = 14;
  const width = Math.min((sheet.width - 2 * gap) / 2, 230);
  const sides = sheet.language === 'both' ? (['kk', 'ru'] as const) : [sheet.language];
  return {
    columns: [{text: '', width: '*'}, ...sides.map(language => ({...side(language), width}))],
    columnGap: gap,
  };
}

function title(sheet: Sheet, field: string | undefined): Content {
  const size = sheet.edition.page.fontSize + 1;
  const paragraphs: (string | readonly Fragment[])[] =
    field === undefined
      ? labelLines(sheet.edition.title, sheet.language)
      : sentences(sheet, fieldOf(sheet, field), sheet.answers?.[field], size);
  return {
    stack: paragraphs.map(words => {
      const indent = balancingIndent(plainText(words), size, sheet.width);
      return {text: words, alignment: 'center', bold: true, fontSize: size, margin: [indent, 0, indent, 2] as const};
    }),
    margin: sheet.language === 'both' ? [0, 4, 0, 4] : [0, 8, 0, 8],
  };
}

/** Draws the sides of a title in, so that its lines are of one length and no word is left alone on the last. */
function balancingIndent(words: string, fontSize: number, width: number): number {
  const whole = estimatedWidth(words, fontSize) * boldFactor;
  const lineCount = Math.ceil(whole / (width * 0.95));
  if (lineCount < 2) return 0;
  return Math.max(0, (width - (whole / lineCount) * 1.12) / 2);
}

/** Bold letters are wider than the table of widths says. */
const boldFactor = 1.04;

function plainText(words: string | readonly Fragment[]): string {
  return typeof words === 'string' ? words : words.map(fragment => fragment.text).join('');
}

/** Lines with their captions beneath, side by side. */
function captions(sheet: Sheet, names: readonly string[]): Content {
  const gap = 24;
  const width = (sheet.width - gap * (names.length - 1)) / names.length;
  const cells = names.map(name => {
    const field = fieldOf(sheet, name);
    return {
      value: onLine(sheet, valueLines(field, sheet.answers?.[name], sheet.language), width, 'center'),
      caption: caption(sheet, field.label),
    };
  });
  const blank: Cell = {text: '', border: noBorder};
  const spaced = (row: readonly Cell[]) => row.flatMap((cell, index) => (index === 0 ? [cell] : [blank, cell]));
  const together = kept(sheet, ...names.map(name => sheet.answers?.[name]));
  const values = onOneBase(
    cells.map(cell => cell.value),
    together.unbreakable === true,
  );
  return {
    table: {
      widths: names.flatMap((_, index) => (index === 0 ? [width] : [gap, width])),
      body: [spaced(values), spaced(cells.map(cell => cell.caption))],
    },
    layout: 'rules',
    margin: [0, 4, 0, 4],
    ...together,
  };
}

/** The label and the value on a line; above it where the label leaves too little room. */
function line(sheet: Sheet, name: string): Content {
  const field = fieldOf(sheet, name);
  const {fontSize} = sheet.edition.page;
  const answer = sheet.answers?.[name];
  const values =
    field.type === 'date' && typeof answer === 'string' && answer !== ''
      ? [inOneLine(longDate(answer), sheet.language)]
      : valueLines(field, answer, sheet.language);
  const label = inOneLine(field.label, sheet.language);
  const labelWidth = estimatedWidth(label, fontSize);
  const beside = labelWidth < sheet.width * 0.6;
  const ruled = ruledLines(sheet, values, sheet.answers === null ? blankLines(field) : 1, [
    beside ? sheet.width - labelWidth - labelGap : sheet.width,
    sheet.width,
  ]);
  if (!beside) {
    const above = labelLines(field.label, sheet.language).map(words => ({text: words}));
    return {stack: [...above, ...ruled.map(cell => fullLine(sheet, cell))], margin: [0, lineSpace(sheet), 0, 0]};
  }
  const [first = {text: '', border: underBorder}, ...rest] = ruled;
  const gap: Cell = {text: '', border: noBorder};
  return {
    stack: [
      {
        table: {
          widths: ['auto', labelGap, '*'],
          body: [[{text: label, noWrap: true, border: noBorder}, gap, first]],
        },
        layout: 'rules',
      },
      ...rest.map(cell => fullLine(sheet, cell)),
    ],
    margin: [0, lineSpace(sheet), 0, 0],
  };
}

const labelGap = 5;

/** Room for the pen on a blank form, and no more than needed where two languages share the page. */
function lineSpace(sheet: Sheet): number {
  const {lineSpace: space} = sheet.edition.page;
  return (sheet.language === 'both' ? space / 2 : space) + (sheet.answers === null ? 1 : 0);
}

function blankLines(field: Field): number {
  if (field.type === 'list') return 3;
  return field.type === 'text' ? field.lines : 1;
}

/** Each value on a line of its own; without values, empty lines. The first line may be shorter. */
function ruledLines(sheet: Sheet, values: readonly string[], blank: number, widths: readonly [number, number]): Cell[] {
  const rows = values.length === 0 ? Array.from({length: blank}, () => []) : values.map(value => [value]);
  return rows.map((row, index) => onLine(sheet, row, index === 0 ? widths[0] : widths[1], 'left'));
}

function sentence(sheet: Sheet, name: string): Content {
  const {fontSize} = sheet.edition.page;
  const margin = [0, lineSpace(sheet), 0, 0] as const;
  const paragraphs = sentences(sheet, fieldOf(sheet, name), sheet.answers?.[name], fontSize);
  const inOne = paragraphs.flatMap((words, index) => (index === 0 ? words : [{text: ' / '}, ...words]));
  if (paragraphs.length > 1 && estimatedWidth(plainText(inOne), fontSize) < sheet.width) return {text: inOne, margin};
  return {
    stack: paragraphs.map((words, index) => ({text: words, margin: index === 0 ? margin : ([0, 2, 0, 0] as const)})),
  };
}

/** «Бекітемін»: one signature, one date; the words in one language or in both, Kazakh above Russian. */
function approval(sheet: Sheet, block: ApprovalBlock): Content {
  const width = sheet.width * (sheet.language === 'both' ? 0.64 : 0.5);
  const size = sheet.edition.page.fontSize;
  const value = (name: string): readonly string[] =>
    valueLines(fieldOf(sheet, name), sheet.answers?.[name], sheet.language);
  const under = (name: string): Paragraph[] =>
    labelLines(fieldOf(sheet, name).label, sheet.language).map(text => ({
      text,
      fontSize: smallSize,
      alignment: 'center',
    }));
  const rule = (values: readonly string[]): Content => ({
    table: {widths: [width], body: [[onLine(sheet, values, width, 'center')]]},
    layout: 'rules',
  });
  return {
    columns: [
      {text: '', width: '*'},
      {
        width,
        stack: [
          {text: inOneLine(block.heading, sheet.language), bold: true, alignment: 'center'},
          rule(value(block.head)),
          rule([]),
          ...under(block.head),
          ...sentences(sheet, fieldOf(sheet, block.date), sheet.answers?.[block.date], size).map(text => ({
            text,
            alignment: 'center' as const,
            margin: [0, 4, 0, 0] as const,
          })),
          rule(value(block.organisation)),
          ...under(block.organisation),
        ],
      },
    ],
    margin: [0, 0, 0, 8],
    ...kept(sheet, sheet.answers?.[block.head], sheet.answers?.[block.organisation]),
  };
}

/** Name, and beside it the place for the signature, with one caption beneath both. */
function head(sheet: Sheet, name: string, captionWords: Text): Content {
  const field = fieldOf(sheet, name);
  const {fontSize} = sheet.edition.page;
  const label = inOneLine(field.label, sheet.language);
  const labelWidth = estimatedWidth(label, fontSize);
  const beside = labelWidth < sheet.width * 0.4;
  const signatureWidth = 110;
  const nameWidth = sheet.width - signatureWidth - 10 - (beside ? labelWidth + labelGap : 0);
  const value = valueLines(field, sheet.answers?.[name], sheet.language);
  const blank: Cell = {text: '', border: noBorder};
  const besides: Cell[] = beside ? [{text: label, noWrap: true, border: noBorder}, blank] : [];
  const together = kept(sheet, sheet.answers?.[name]);
  const written = [
    ...besides,
    onLine(sheet, value, nameWidth, 'center'),
    blank,
    onLine(sheet, [], signatureWidth, 'center'),
  ];
  return {
    stack: [
      ...(beside ? [] : [{text: label}]),
      {
        table: {
          widths: [...(beside ? (['auto', labelGap] as const) : []), '*', 10, signatureWidth],
          body: [
            onOneBase(written, together.unbreakable === true),
            [...besides.map(() => blank), {...caption(sheet, captionWords), colSpan: 3}, blank, blank],
          ],
        },
        layout: 'rules',
      },
    ],
    margin: [0, 10, 0, 4],
    ...together,
  };
}

function fullLine(sheet: Sheet, cell: Cell): Content {
  return {table: {widths: [sheet.width], body: [[cell]]}, layout: 'rules'};
}

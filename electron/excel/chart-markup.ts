import {getCellAddress, sanitizeTextContent} from 'write-excel-file/utility';
import {formatDate} from '../../domain/dates.ts';
import type {ChartTone} from '../../domain/statistics-charts.ts';
import type {SheetChart} from '../../templates/sheets/sheet.ts';
import type {WorkbookCell, WorkbookSheet} from './workbook.ts';

/** As on the screen in its light colours (renderer/app/entrance.css): a workbook is read on white, and printed. */
export const toneColours: Record<ChartTone, string> = {
  calm: '1C5D99',
  good: '1F6B3A',
  wait: '8A4B00',
  late: 'B3261E',
  off: '55606B',
};
const ink = '1F2933';
const grid = 'D5DAE0';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const namespaces = [
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
].join(' ');

/**
 * A chart of Excel (DrawingML, ECMA-376 part 1, 21.2). It points at cells and follows them; beside that it bears the
 * numbers of now, for viewers that do not count. Excel refuses elements in another order than the standard has them.
 */
export function chartMarkup({name, head, rows}: WorkbookSheet, chart: SheetChart<string>): string {
  const {kind, title, series} = chart;
  const drawn = rows.slice(0, chart.rows);
  const at = (from: [number, number], to?: [number, number]): string =>
    sanitizeTextContent(`'${name.replaceAll("'", "''")}'!${[from, ...(to ? [to] : [])].map(fixed).join(':')}`);
  const categories = `<c:cat><c:strRef><c:f>${at([1, 0], [drawn.length, 0])}</c:f><c:strCache>${points(
    drawn.map(row => row[0] ?? ''),
  )}</c:strCache></c:strRef></c:cat>`;
  const ofColumns = series.map(({column, tone, dashed}, index) =>
    seriesMarkup(kind, index, {
      title: `<c:strRef><c:f>${at([0, column])}</c:f><c:strCache>${points([head[column] ?? ''])}</c:strCache></c:strRef>`,
      look: kind === 'bars' ? fill(toneColours[tone]) : line(toneColours[tone], dashed ? 'dash' : 'solid'),
      categories,
      values: `<c:numRef><c:f>${at([1, column], [drawn.length, column])}</c:f><c:numCache>${numbers(
        drawn.map(row => row[column] ?? null),
      )}</c:numCache></c:numRef>`,
    }),
  );
  return [
    `${declaration}<c:chartSpace ${namespaces}><c:roundedCorners val="0"/><c:chart>`,
    `<c:title><c:tx><c:rich>${words(1200, title)}</c:rich></c:tx><c:overlay val="0"/></c:title>`,
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    plotted(kind, ofColumns.join('')),
    axes(kind, highestOf(drawn, chart)),
    '</c:plotArea>',
    series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr>${fill('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr><c:txPr>${words(900)}</c:txPr></c:chartSpace>`,
  ].join('');
}

/** The end of the longest bar, or the highest point. */
function highestOf(rows: WorkbookSheet['rows'], {kind, series}: SheetChart<string>): number {
  const heights = rows.map(row => {
    const each = series.map(({column}) => numberOf(row[column]));
    return kind === 'bars' ? each.reduce((sum, one) => sum + one, 0) : Math.max(...each);
  });
  return Math.max(...heights);
}

function plotted(kind: SheetChart['kind'], series: string): string {
  const shared = '<c:varyColors val="0"/>';
  const ids = '<c:axId val="1"/><c:axId val="2"/>';
  return kind === 'bars'
    ? `<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>${shared}${series}<c:gapWidth val="60"/><c:overlap val="100"/>${ids}</c:barChart>`
    : `<c:lineChart><c:grouping val="standard"/>${shared}${series}<c:marker val="1"/>${ids}</c:lineChart>`;
}

interface SeriesParts {
  readonly title: string;
  readonly look: string;
  readonly categories: string;
  readonly values: string;
}

function seriesMarkup(kind: SheetChart['kind'], index: number, {title, look, categories, values}: SeriesParts): string {
  const begun = `<c:idx val="${index}"/><c:order val="${index}"/><c:tx>${title}</c:tx><c:spPr>${look}</c:spPr>`;
  const data = `${categories}<c:val>${values}</c:val>`;
  return kind === 'bars'
    ? `<c:ser>${begun}<c:invertIfNegative val="0"/>${data}</c:ser>`
    : `<c:ser>${begun}<c:marker><c:symbol val="none"/></c:marker>${data}<c:smooth val="0"/></c:ser>`;
}

/** Up to this number Excel would divide the axis into halves and fifths of a person. */
const wholeSteps = 8;

/** The first row of the table is the uppermost bar; numbers begin at nought. */
function axes(kind: SheetChart['kind'], highest: number): string {
  const isBars = kind === 'bars';
  const look = `<c:spPr>${line(grid, 'solid', 9525)}</c:spPr>`;
  const ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>';
  const step = highest <= wholeSteps ? '<c:majorUnit val="1"/>' : '';
  return [
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${isBars ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${isBars ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>${ticks}${look}`,
    '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>',
    `${isBars ? '<c:tickLblSkip val="1"/>' : ''}<c:noMultiLvlLbl val="1"/></c:catAx>`,
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/>',
    `<c:axPos val="${isBars ? 'b' : 'l'}"/><c:majorGridlines>${look}</c:majorGridlines>`,
    `<c:numFmt formatCode="#,##0" sourceLinked="0"/>${ticks}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>`,
    `<c:crossAx val="1"/><c:crosses val="${isBars ? 'max' : 'autoZero'}"/>`,
    `<c:crossBetween val="${isBars ? 'between' : 'midCat'}"/>${step}</c:valAx>`,
  ].join('');
}

function fill(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

/** `width` in EMU: 12,700 are a point. */
function line(colour: string, dash: 'solid' | 'dash', width = 25_400): string {
  return `<a:ln w="${width}">${fill(colour)}<a:prstDash val="${dash}"/></a:ln>`;
}

/** `size` in hundredths of a point. Calibri, or what stands for it, has every Kazakh letter. */
function words(size: number, said?: string): string {
  const look = `${fill(ink)}<a:latin typeface="Calibri"/>`;
  const run =
    said === undefined
      ? '<a:endParaRPr/>'
      : `<a:r><a:rPr sz="${size}" b="1">${look}</a:rPr><a:t>${sanitizeTextContent(said)}</a:t></a:r>`;
  return `<a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${look}</a:defRPr></a:pPr>${run}</a:p>`;
}

function points(cells: readonly WorkbookCell[]): string {
  const each = cells.map((cell, index) => {
    if (cell === null) return '';
    const said = typeof cell === 'object' ? formatDate(cell.day) : String(cell);
    return `<c:pt idx="${index}"><c:v>${sanitizeTextContent(said)}</c:v></c:pt>`;
  });
  return `<c:ptCount val="${cells.length}"/>${each.join('')}`;
}

function numbers(cells: readonly WorkbookCell[]): string {
  return `<c:formatCode>General</c:formatCode>${points(cells)}`;
}

function numberOf(cell: WorkbookCell | undefined): number {
  return typeof cell === 'number' ? cell : 0;
}

/** `$B$2`; row and column from 0. */
function fixed([row, column]: readonly [number, number]): string {
  return getCellAddress(row, column).replace(/^[A-Z]+/, '$$$&$$');
}

import {sanitizeAttributeValue} from 'write-excel-file/utility';
import type {SheetChart} from '../../templates/sheets/sheet.ts';
import {chartMarkup} from './chart-markup.ts';
import type {WorkbookSheet} from './workbook.ts';

const relation = 'rId-chart-1';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const chartNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** In rows of the sheet, which are 20 pixels high where nothing is written. */
const ofLines = 18;
const ofBar = 2;
const aroundBars = 6;

interface Place {
  readonly sheetIndex: number;
}

/**
 * What the writer of workbooks needs for the charts of the sheets. Each stands below its table: whatever the height of
 * the rows, it covers no cell of theirs.
 */
export function chartsOf(sheets: readonly WorkbookSheet[]) {
  const drawn = sheets.flatMap((sheet, index) => (sheet.chart ? [{sheet, index, chart: sheet.chart}] : []));
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            drawn
              .map(
                ({index}) =>
                  `<Override PartName="/${pathOf(index)}" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
              )
              .join(''),
        },
        'xl/drawings/drawing{id}.xml': {
          insert: (_: unknown, {sheetIndex}: Place) => {
            const sheet = sheets[sheetIndex];
            return sheet?.chart ? frameMarkup(sheet, sheet.chart) : undefined;
          },
        },
        'xl/drawings/_rels/drawing{id}.xml.rels': {
          insert: (_: unknown, {sheetIndex}: Place) =>
            sheets[sheetIndex]?.chart
              ? `<Relationship Id="${relation}" Type="${relationships}/chart" Target="/${pathOf(sheetIndex)}"/>`
              : undefined,
        },
      },
      write: {
        files: () =>
          Object.fromEntries(drawn.map(({sheet, index, chart}) => [pathOf(index), chartMarkup(sheet, chart)])),
      },
    },
  };
}

function pathOf(sheetIndex: number): string {
  return `xl/charts/chart${sheetIndex + 1}.xml`;
}

/** As wide as the table, one free row below its last one. */
function frameMarkup({head, rows}: WorkbookSheet, {kind, title, rows: bars}: SheetChart<string>): string {
  const top = rows.length + 2;
  const height = kind === 'bars' ? bars * ofBar + aroundBars : ofLines;
  const name = sanitizeAttributeValue(title);
  return [
    '<xdr:twoCellAnchor editAs="oneCell">',
    cornerMarkup('from', 0, top),
    cornerMarkup('to', head.length, top + height),
    '<xdr:graphicFrame macro="">',
    `<xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${name}" descr="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" xmlns:r="${relationships}"`,
    ` r:id="${relation}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
  ].join('');
}

function cornerMarkup(corner: 'from' | 'to', column: number, row: number): string {
  return `<xdr:${corner}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${corner}>`;
}

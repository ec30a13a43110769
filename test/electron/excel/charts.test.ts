import {readFileSync} from 'node:fs';
import {strFromU8, unzipSync} from 'fflate';
import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {toneColours} from '../../../electron/excel/chart-markup.ts';
import {workbook, type WorkbookSheet} from '../../../electron/excel/workbook.ts';

type Parts = Record<string, string>;

async function partsOf(sheets: readonly WorkbookSheet[]): Promise<Parts> {
  const files = unzipSync(await workbook(sheets));
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
}

const plain: WorkbookSheet = {name: 'Есеп', head: ['а'], rows: [['б']]};

const bars: WorkbookSheet = {
  name: "Қызмет 'түрлері' & <жоспар>, мониторинг",
  head: ['Қызмет түрі', 'Адам саны', 'Жоспар саны'],
  rows: [
    ['тұрмыстық & <өзге>', 2, 1],
    ['медициналық', 3, null],
    ['Барлығы', 5, 1],
  ],
  chart: {
    kind: 'bars',
    title: 'Қызмет түрлері & "өзге"',
    rows: 2,
    series: [
      {column: 1, tone: 'good', dashed: false},
      {column: 2, tone: 'late', dashed: false},
    ],
  },
};

const lines: WorkbookSheet = {
  name: 'Места и очередь',
  head: ['День', 'В очереди', 'Занято мест'],
  rows: Array.from({length: 12}, (_, index) => [`${index + 1}.2026`, index, 40]),
  chart: {
    kind: 'lines',
    title: 'Места и очередь',
    rows: 12,
    series: [
      {column: 2, tone: 'calm', dashed: false},
      {column: 1, tone: 'wait', dashed: true},
    ],
  },
};

function found(markup: string, pattern: RegExp): string[] {
  return [...markup.matchAll(pattern)].map(([, inside]) => must(inside));
}

test('a chart follows the cells of its table, under the name that the sheet has got', async () => {
  const parts = await partsOf([plain, bars, lines]);
  const name = must(found(must(parts['xl/workbook.xml']), /<sheet [^>]*name="([^"]*)"/g)[1]);
  expect(name).toBe('Қызмет &apos;түрлері&apos; &amp; &lt;жоспар&gt;…');
  const quoted = "'Қызмет ''түрлері'' &amp; &lt;жоспар&gt;…'";
  const chart = must(parts['xl/charts/chart2.xml']);
  expect(found(chart, /<c:f>(.*?)<\/c:f>/g)).toEqual(
    ['$B$1', '$A$2:$A$3', '$B$2:$B$3', '$C$1', '$A$2:$A$3', '$C$2:$C$3'].map(cells => `${quoted}!${cells}`),
  );
  // For who looks at the file without a program that counts; an empty cell has no point.
  expect(found(chart, /<c:numCache>.*?<\/c:formatCode>(.*?)<\/c:numCache>/g)).toEqual([
    '<c:ptCount val="2"/><c:pt idx="0"><c:v>2</c:v></c:pt><c:pt idx="1"><c:v>3</c:v></c:pt>',
    '<c:ptCount val="2"/><c:pt idx="0"><c:v>1</c:v></c:pt>',
  ]);
  expect(chart).toContain('<c:v>тұрмыстық &amp; &lt;өзге&gt;</c:v>');
  expect(found(chart, /<a:t>(.*?)<\/a:t>/g)).toEqual(['Қызмет түрлері &amp; "өзге"']);
  expect(found(must(parts['xl/charts/chart3.xml']), /<a:prstDash val="(\w+)"\/><\/a:ln><\/c:spPr><c:marker>/g)).toEqual(
    ['solid', 'dash'],
  );
});

test('each chart is found from its sheet, and stands below its table', async () => {
  const parts = await partsOf([plain, bars, lines]);
  for (const [number, sheet] of [
    [2, bars],
    [3, lines],
  ] as const) {
    expect(must(parts[`xl/worksheets/sheet${number}.xml`])).toContain('<drawing r:id="rId-drawing-1"/>');
    expect(must(parts[`xl/drawings/_rels/drawing${number}.xml.rels`])).toContain(
      `Target="/xl/charts/chart${number}.xml"`,
    );
    expect(must(parts['[Content_Types].xml'])).toContain(`PartName="/xl/charts/chart${number}.xml"`);
    const drawing = must(parts[`xl/drawings/drawing${number}.xml`]);
    const [top, bottom] = found(drawing, /<xdr:row>(\d+)</g).map(Number);
    // From 0, the head is the first of them.
    expect(top).toBeGreaterThan(sheet.rows.length + 1);
    expect(bottom).toBeGreaterThan(must(top) + 8);
    expect(found(drawing, /<xdr:col>(\d+)</g)).toEqual(['0', String(sheet.head.length)]);
  }
  expect(must(parts['xl/drawings/drawing2.xml'])).toContain('descr="Қызмет түрлері &amp; &quot;өзге&quot;"');
  expect(Object.keys(parts).filter(name => /charts|drawings/.test(name))).toHaveLength(6);
  expect(must(parts['xl/worksheets/sheet1.xml'])).not.toContain('<drawing');
});

test('a sheet is printed on one page where that is asked for, with or without a chart', async () => {
  const parts = await partsOf([plain, {...plain, onOnePage: true}, {...bars, onOnePage: true}]);
  expect(must(parts['xl/worksheets/sheet1.xml'])).not.toMatch(/<sheetPr|<pageSetup/);
  for (const number of [2, 3]) {
    const sheet = must(parts[`xl/worksheets/sheet${number}.xml`]);
    expect(sheet).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/);
    expect(sheet).toMatch(/<\/sheetData><pageSetup [^>]*\/>(<drawing r:id="rId-drawing-1"\/>)?<\/worksheet>$/);
  }
});

/** As ECMA-376 part 1 has them: Excel calls a file with another order broken, and takes the chart out. */
const axis =
  'axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses';
const order: Record<string, string> = {
  chartSpace: 'roundedCorners chart spPr txPr',
  chart: 'title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs',
  title: 'tx layout overlay',
  plotArea: 'layout barChart lineChart catAx valAx',
  barChart: 'barDir grouping varyColors ser dLbls gapWidth overlap axId',
  lineChart: 'grouping varyColors ser dLbls marker axId',
  ser: 'idx order tx spPr invertIfNegative marker cat val smooth',
  scaling: 'orientation max min',
  legend: 'legendPos layout overlay',
  catAx: `${axis} auto lblAlgn lblOffset tickLblSkip noMultiLvlLbl`,
  valAx: `${axis} crossBetween majorUnit`,
};

/** The elements of the chart's namespace, each with those that are in it, as they are closed. */
function elementsOf(markup: string): [parent: string, children: string[]][] {
  const open: [string, string[]][] = [['', []]];
  const closed: [string, string[]][] = [];
  for (const [, end, name, alone] of markup.matchAll(/<(\/?)c:(\w+)[^>]*?(\/?)>/g)) {
    if (end === '/') {
      const [element, children] = must(open.pop());
      expect(element).toBe(name);
      closed.push([element, children]);
      continue;
    }
    must(open.at(-1))[1].push(must(name));
    if (alone !== '/') open.push([must(name), []]);
  }
  expect(open).toEqual([['', ['chartSpace']]]);
  return closed;
}

test('the elements of a chart stand in the order of the standard', async () => {
  const parts = await partsOf([plain, bars, lines]);
  for (const number of [2, 3]) {
    const seen = new Set<string>();
    for (const [parent, children] of elementsOf(must(parts[`xl/charts/chart${number}.xml`]))) {
      const expected = order[parent]?.split(' ');
      if (expected === undefined) continue;
      seen.add(parent);
      expect(
        children.filter(child => !expected.includes(child)),
        parent,
      ).toEqual([]);
      expect(children, parent).toEqual(children.toSorted((a, b) => expected.indexOf(a) - expected.indexOf(b)));
    }
    expect(seen.size).toBe(10);
  }
});

test('few people are not divided: the axis goes by ones, and by what Excel likes where there are many', async () => {
  const parts = await partsOf([bars, lines]);
  expect(must(parts['xl/charts/chart1.xml'])).toContain('<c:majorUnit val="1"/>');
  expect(must(parts['xl/charts/chart2.xml'])).not.toContain('majorUnit');
});

test('the colours are those of the screen when it is light', () => {
  const [light] = readFileSync('renderer/app/entrance.css', 'utf8').split('@media');
  const onScreen = [...must(light).matchAll(/--tone-(\w+): #(\w+);/g)].map(([, tone, hex]) => [
    tone,
    hex?.toUpperCase(),
  ]);
  expect(Object.fromEntries(onScreen)).toEqual(toneColours);
});

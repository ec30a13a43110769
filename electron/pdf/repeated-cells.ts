import type {Cell, Content, TableNode} from '../../templates/print/definition.ts';

/**
 * A service with many measures goes over a page: its number and name are told again where its next measure begins the
 * page. Where that is, only a layout knows, so it is laid out until it holds:
 *
 *   lay out ──(a row begins a page unsaid)──▶ give up, say it in that row, lay out again
 *      └──(none does)──▶ the document
 *
 * Rows above the one in question stay where they are, so there are as many rounds as such page breaks and no more.
 */
export class RowBeginsPage extends Error {
  override readonly name = 'RowBeginsPage';
  readonly row: string;
  constructor(row: string) {
    super(`${row} begins a page`);
    this.row = row;
  }
}

/** What pdfmake tells of a node that it has placed. */
interface PlacedNode {
  readonly style?: string;
  readonly startPosition: {readonly pageNumber: number};
}

/**
 * Watches the rows as they are placed; throws at the first that begins a page and does not say what it belongs to.
 * A row that is kept whole is told of where it was tried first: the page that it stands on is that of the next mark.
 */
export function watchRows(content: readonly Content[], said: ReadonlySet<string>): (node: PlacedNode) => void {
  const tables = content.flatMap(continuedTables);
  const continued = new Set(tables.flatMap(({table}) => table.body.flatMap(rowToSayAgain)));
  const areKept = tables.some(({table}) => table.dontBreakRows === true);
  let row: string | undefined;
  let page: number | undefined;
  return ({style, startPosition}) => {
    if (style === undefined) return;
    const begins = areKept ? row : style;
    const turned = page !== undefined && startPosition.pageNumber !== page;
    if (turned && begins !== undefined && continued.has(begins) && !said.has(begins)) throw new RowBeginsPage(begins);
    row = style;
    page = startPosition.pageNumber;
  };
}

function continuedTables(content: Content): TableNode[] {
  if ('stack' in content) return content.stack.flatMap(continuedTables);
  return 'table' in content && content.table.body.some(row => rowToSayAgain(row).length > 0) ? [content] : [];
}

function rowToSayAgain(row: readonly Cell[]): string[] {
  return row.flatMap(({style, onNewPage}) => (style !== undefined && onNewPage !== undefined ? [style] : []));
}

/** The content with these rows saying what they belong to, and closed above by the row before. */
export function sayingAgain(content: readonly Content[], said: ReadonlySet<string>): readonly Content[] {
  return said.size === 0 ? content : content.map(each => saidIn(each, said));
}

function saidIn(content: Content, said: ReadonlySet<string>): Content {
  if ('stack' in content) return {...content, stack: content.stack.map(each => saidIn(each, said))};
  if (!('table' in content) || content.table.body.every(row => !beginsPage(row, said))) return content;
  const {body} = content.table;
  const rows = body.map((row, index) => {
    const below = body[index + 1];
    return row.map(cell => {
      const told =
        beginsPage(row, said) && cell.onNewPage ? {...cell, ...cell.onNewPage, ...closedAt(cell, 'top')} : cell;
      return below !== undefined && beginsPage(below, said) && cell.border
        ? {...told, ...closedAt(told, 'bottom')}
        : told;
    });
  });
  return {...content, table: {...content.table, body: rows}};
}

function beginsPage(row: readonly Cell[], said: ReadonlySet<string>): boolean {
  return row.some(({style}) => style !== undefined && said.has(style));
}

function closedAt({border}: Cell, side: 'top' | 'bottom'): Pick<Cell, 'border'> {
  const [left = true, top = true, right = true, bottom = true] = border ?? [];
  return {border: [left, side === 'top' || top, right, side === 'bottom' || bottom]};
}

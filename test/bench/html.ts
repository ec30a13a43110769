import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {fontFiles} from '../../electron/pdf/fonts.ts';
import type {Cell, Content, Fragment, PrintDefinition} from '../../templates/print/definition.ts';

/** A print as a web page: the same words, tables, sizes, fonts and paper, for Chromium to print. */
export function htmlOf(definition: PrintDefinition, fontsDirectory: string): string {
  const [left, top, right, bottom] = definition.pageMargins;
  const face = (file: string, weight: string, style: string): string =>
    `@font-face {font-family: Paper; font-weight: ${weight}; font-style: ${style};
      src: url(${pathToFileURL(join(fontsDirectory, file)).href})}`;
  return `<!doctype html><html lang="${definition.language}"><meta charset="utf-8">
    <title>${escaped(definition.info.title)}</title><style>
    ${face(fontFiles.normal, 'normal', 'normal')}
    ${face(fontFiles.bold, 'bold', 'normal')}
    ${face(fontFiles.italics, 'normal', 'italic')}
    ${face(fontFiles.bolditalics, 'bold', 'italic')}
    @page {size: A4 ${definition.pageOrientation}; margin: ${top}pt ${right}pt ${bottom}pt ${left}pt}
    body {font: ${definition.fontSize}pt Paper, serif; margin: 0}
    p {margin: 0}
    table {border-collapse: collapse; width: 100%; table-layout: fixed}
    thead {display: table-header-group}
    .grid td {border: 0.5pt solid; padding: 2pt 3pt; vertical-align: top}
    .rules td {padding: 0; vertical-align: bottom}
    .rules .under {border-bottom: 0.5pt solid}
    </style><body>${definition.content.map(contentOf).join('')}${paragraph(definition.footnote ?? '')}</body></html>`;
}

function contentOf(content: Content): string {
  return `<div style="${styleOf(content)}">${insideOf(content)}</div>`;
}

function insideOf(content: Content): string {
  if ('stack' in content) return content.stack.map(contentOf).join('');
  if ('columns' in content) {
    const widths = widthsOf(content.columns.map(({width}) => width));
    return `<table>${widths}<tr>${content.columns.map(each => cellOf(each)).join('')}</tr></table>`;
  }
  if ('table' in content) {
    const {body, widths, headerRows = 0} = content.table;
    const rows = (part: typeof body): string => part.map(row => `<tr>${row.map(cellOf).join('')}</tr>`).join('');
    const across = widths.includes('auto') ? ' style="table-layout: auto"' : '';
    return `<table class="${content.layout}"${across}>${widthsOf(widths)}
      <thead>${rows(body.slice(0, headerRows))}</thead><tbody>${rows(body.slice(headerRows))}</tbody></table>`;
  }
  if ('canvas' in content) return '';
  return typeof content.text === 'string' ? paragraph(content.text) : `<p>${content.text.map(fragmentOf).join('')}</p>`;
}

function cellOf(cell: Cell): string {
  // A cell that another one spans is there without anything in it.
  if (Object.keys(cell).length === 0) return '';
  const under = cell.border?.[3] === true && !cell.border[0] ? ' class="under"' : '';
  return `<td colspan="${cell.colSpan ?? 1}"${under}>${contentOf(cell)}</td>`;
}

function widthsOf(widths: readonly (number | '*' | 'auto')[]): string {
  const columns = widths.map(width => (typeof width === 'number' ? `<col style="width: ${width}pt">` : '<col>'));
  return `<colgroup>${columns.join('')}</colgroup>`;
}

function styleOf({bold, italics, fontSize, alignment, margin}: Content): string {
  return [
    bold && 'font-weight: bold',
    italics && 'font-style: italic',
    fontSize !== undefined && `font-size: ${fontSize}pt`,
    alignment && `text-align: ${alignment}`,
    margin && `padding: ${[margin[1], margin[2], margin[3], margin[0]].map(side => `${side}pt`).join(' ')}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function fragmentOf({text, bold, italics, decoration}: Fragment): string {
  const style = [
    bold && 'font-weight: bold',
    italics && 'font-style: italic',
    decoration && 'text-decoration: underline',
  ];
  return `<span style="${style.filter(Boolean).join('; ')}">${escaped(text)}</span>`;
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}

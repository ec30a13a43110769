import type {Alignment, Cell, Content, Fragment, PrintDefinition} from '../../templates/print/definition.ts';

/** A print as a flat OpenDocument text: the same words, tables, widths, sizes and paper, for LibreOffice to convert. */
export function flatOdtOf(definition: PrintDefinition): string {
  const styles = new Map<string, string>();
  const writing: Writing = {
    size: definition.fontSize,
    style(family, properties) {
      const key = `${family}|${properties}`;
      const name = styles.get(key) ?? `s${styles.size}`;
      styles.set(key, name);
      return name;
    },
  };
  const body = definition.content.map(content => blockOf(writing, content, {})).join('');
  const automatic = [...styles].map(([key, name]) => {
    const [family = '', properties = ''] = key.split('|');
    return `<style:style style:name="${name}" style:family="${family}">${properties}</style:style>`;
  });
  const [left, top, right, bottom] = definition.pageMargins;
  const spaces = ['office', 'style', 'text', 'table'].map(name => `xmlns:${name}="${namespace(name)}:1.0"`);
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces.join(' ')}
    xmlns:fo="${namespace('xsl-fo-compatible')}:1.0" xmlns:svg="${namespace('svg-compatible')}:1.0"
    office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
    <office:font-face-decls><style:font-face style:name="Tinos" svg:font-family="Tinos"/></office:font-face-decls>
    <office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Tinos"
      fo:font-size="${definition.fontSize}pt"/></style:default-style></office:styles>
    <office:automatic-styles>${automatic.join('')}<style:page-layout style:name="page"><style:page-layout-properties
      fo:page-width="210mm" fo:page-height="297mm" fo:margin-left="${left}pt" fo:margin-top="${top}pt"
      fo:margin-right="${right}pt" fo:margin-bottom="${bottom}pt"/></style:page-layout></office:automatic-styles>
    <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles>
    <office:body><office:text>${body}</office:text></office:body></office:document>`;
}

interface Writing {
  readonly size: number;
  /** The name of the style with these properties: one for all that look alike. */
  style(family: string, properties: string): string;
}

/** What paragraphs take from the blocks around them. */
interface Inherited {
  readonly bold?: true;
  readonly fontSize?: number;
  readonly alignment?: Alignment;
}

function namespace(name: string): string {
  return `urn:oasis:names:tc:opendocument:xmlns:${name}`;
}

function blockOf(writing: Writing, content: Content, outer: Inherited): string {
  const {bold = outer.bold, fontSize = outer.fontSize, alignment = outer.alignment} = content;
  const here = {...(bold && {bold}), ...(fontSize !== undefined && {fontSize}), ...(alignment && {alignment})};
  if ('stack' in content) return content.stack.map(inner => blockOf(writing, inner, here)).join('');
  if ('columns' in content) {
    const widths = content.columns.map(({width}) => width);
    return tableOf(writing, [content.columns], widths, 0, 'rules', here);
  }
  if ('table' in content) {
    const {body, widths, headerRows = 0} = content.table;
    return tableOf(writing, body, widths, headerRows, content.layout, here);
  }
  if ('canvas' in content) return '';
  const [left, top, right, bottom] = content.margin ?? [0, 0, 0, 0];
  const name = writing.style(
    'paragraph',
    `<style:paragraph-properties fo:text-align="${here.alignment ?? 'left'}" fo:margin-left="${left}pt"
      fo:margin-top="${top}pt" fo:margin-right="${right}pt" fo:margin-bottom="${bottom}pt"/>
    <style:text-properties fo:font-size="${here.fontSize ?? writing.size}pt"
      fo:font-weight="${here.bold ? 'bold' : 'normal'}"/>`,
  );
  const words = typeof content.text === 'string' ? [{text: content.text}] : content.text;
  return `<text:p text:style-name="${name}">${words.map(part => fragmentOf(writing, part)).join('')}</text:p>`;
}

function fragmentOf(writing: Writing, {text, bold, italics, decoration}: Fragment): string {
  const written = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<text:line-break/>');
  if (!bold && !italics && !decoration) return written;
  const properties = [
    bold && 'fo:font-weight="bold"',
    italics && 'fo:font-style="italic"',
    decoration && 'style:text-underline-style="solid"',
  ].filter(Boolean);
  const name = writing.style('text', `<style:text-properties ${properties.join(' ')}/>`);
  return `<text:span text:style-name="${name}">${written}</text:span>`;
}

function tableOf(
  writing: Writing,
  body: readonly (readonly Cell[])[],
  widths: readonly (number | '*' | 'auto')[],
  headerRows: number,
  layout: 'grid' | 'rules',
  outer: Inherited,
): string {
  const columns = widths.map(width => {
    const size = typeof width === 'number' ? `style:column-width="${width}pt"` : 'style:rel-column-width="1000*"';
    const name = writing.style('table-column', `<style:table-column-properties ${size}/>`);
    return `<table:table-column table:style-name="${name}"/>`;
  });
  const rows = body.map(
    row => `<table:table-row>${row.map(cell => cellOf(writing, cell, layout, outer)).join('')}</table:table-row>`,
  );
  const head =
    headerRows === 0 ? '' : `<table:table-header-rows>${rows.slice(0, headerRows).join('')}</table:table-header-rows>`;
  return `<table:table>${columns.join('')}${head}${rows.slice(headerRows).join('')}</table:table>`;
}

function cellOf(writing: Writing, cell: Cell, layout: 'grid' | 'rules', outer: Inherited): string {
  // A cell that another one spans is there without anything in it.
  if (Object.keys(cell).length === 0) return '<table:covered-table-cell/>';
  const line = '0.5pt solid #000000';
  const borders =
    layout === 'grid'
      ? `fo:border="${line}" fo:padding="2pt"`
      : `fo:padding="0pt" fo:border-bottom="${cell.border?.[3] ? line : 'none'}"`;
  const name = writing.style('table-cell', `<style:table-cell-properties ${borders}/>`);
  return `<table:table-cell table:style-name="${name}" table:number-columns-spanned="${cell.colSpan ?? 1}"
    >${blockOf(writing, cell, outer)}</table:table-cell>`;
}

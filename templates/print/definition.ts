/**
 * What a print is made of: the part of pdfmake's document definition that the forms use, as plain JSON. Nothing in it
 * is a function, so it crosses to the worker as it is; what pdfmake wants as functions (footer, table lines) is named
 * here and made there.
 */
export interface PrintDefinition {
  readonly pageSize: 'A4';
  readonly pageOrientation: 'portrait' | 'landscape';
  /** Points: left, top, right, bottom. */
  readonly pageMargins: readonly [number, number, number, number];
  readonly content: readonly Content[];
  readonly fontSize: number;
  /** Printed small at the foot of every page, beside «1 / 3». */
  readonly footnote: string | null;
  /** Across every page. */
  readonly watermark: string | null;
  /** BCP 47, for screen readers. */
  readonly language: 'kk-KZ' | 'ru-KZ';
  readonly info: PrintInfo;
}

interface PrintInfo {
  readonly title: string;
  /** The id of the edition, or what else the page is. */
  readonly form: string;
  /** The frozen paper, where it is one. */
  readonly record: string | null;
  /** The instant that the paper was frozen at (UTC, ISO with Z): never the clock, or the same paper would print otherwise. */
  readonly madeAt: string;
}

export type Alignment = 'left' | 'right' | 'center' | 'justify';

interface Style {
  readonly bold?: true;
  readonly italics?: true;
  readonly fontSize?: number;
  readonly alignment?: Alignment;
  readonly noWrap?: true;
  /** Left, top, right, bottom. */
  readonly margin?: readonly [number, number, number, number];
  readonly unbreakable?: true;
  /** Points that it needs below its top; with less it goes over to the next page. pdfmake's own name for such a mark. */
  readonly headlineLevel?: number;
  /** Names a row, or what stands under the last one, to the renderer's page breaks: under pdfmake's name, looks like nothing. */
  readonly style?: string;
}

export interface Fragment {
  readonly text: string;
  readonly bold?: true;
  readonly italics?: true;
  readonly decoration?: 'underline';
  /** Only where a word is wider than its place. */
  readonly wordBreak?: 'break-all';
}

export interface Paragraph extends Style {
  readonly text: string | readonly Fragment[];
}

interface Stack extends Style {
  readonly stack: readonly Content[];
}

interface Columns extends Style {
  readonly columns: readonly (Content & {readonly width: number | '*' | 'auto'})[];
  readonly columnGap?: number;
}

export interface TableNode extends Style {
  readonly table: {
    readonly widths: readonly (number | '*' | 'auto')[];
    readonly heights?: readonly (number | 'auto')[];
    readonly headerRows?: number;
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows?: boolean;
    readonly body: readonly (readonly Cell[])[];
  };
  /** `grid`: every line drawn. `rules`: only the borders that a cell names, no padding: lines to write on. */
  readonly layout: 'grid' | 'rules';
}

/** Points from the upper left corner of the drawing; what is filled is named last by its colour. */
export type Shape =
  | {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly color: string;
    }
  | {
      readonly type: 'ellipse';
      readonly x: number;
      readonly y: number;
      readonly r1: number;
      readonly r2: number;
      readonly color: string;
    }
  | {
      readonly type: 'polyline';
      readonly points: readonly {readonly x: number; readonly y: number}[];
      readonly closePath: true;
      readonly color: string;
    }
  | {
      readonly type: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly lineWidth: number;
      readonly lineColor: string;
    };

interface Drawing extends Style {
  readonly canvas: readonly Shape[];
}

export interface CellStyle {
  readonly fillColor?: string;
  /** Left, top, right, bottom. */
  readonly border?: readonly [boolean, boolean, boolean, boolean];
  readonly colSpan?: number;
  readonly verticalAlignment?: 'bottom';
  /** Says what the cell stands for once more, where its row is the first of a page; needs a named row. */
  readonly onNewPage?: Content;
}

export type Content = Paragraph | Stack | Columns | TableNode | Drawing;
export type Cell = Content & CellStyle;

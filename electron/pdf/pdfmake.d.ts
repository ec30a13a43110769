/** The few calls of pdfmake 0.3 that the worker makes; the package has no types of its own. */
declare module 'pdfmake' {
  interface PdfMake {
    readonly virtualfs: {writeFileSync(name: string, content: Buffer): void};
    setFonts(fonts: Record<string, Record<string, string>>): void;
    addTableLayouts(layouts: Record<string, unknown>): void;
    setUrlAccessPolicy(allow: (url: string) => boolean): void;
    setLocalAccessPolicy(allow: (path: string) => boolean): void;
    createPdf(definition: object): {getStream(): Promise<NodeJS.ReadableStream & {end(): void}>};
  }
  const pdfmake: PdfMake;
  export default pdfmake;
}

/** The document of pdfmake, over that of pdfkit: where it opens its fonts. CommonJS: the default is the module. */
declare module 'pdfmake/js/PDFDocument.js' {
  export interface FontkitFont {
    readonly characterSet: readonly number[];
    glyphForCodePoint(point: number): unknown;
    getGlyph(id: number): object;
  }
  export interface EmbeddedFont {
    readonly constructor: new (document: PdfDocument, font: FontkitFont, id: string) => EmbeddedFont;
    readonly font: FontkitFont;
    readonly name: string;
    layoutCache: Record<string, unknown>;
  }
  export interface Page {
    write(content: string): void;
  }
  interface PdfDocument {
    readonly page: Page;
    /** The pages that are not finished yet: all of them, for pdfmake numbers them at the end. */
    readonly _pageBuffer: readonly Page[];
    addContent: (this: PdfDocument, command: string) => PdfDocument;
    flushPages: (this: PdfDocument) => void;
    fontCache: Record<string, Record<string, EmbeddedFont> | undefined>;
    _fontFamilies: Record<string, EmbeddedFont>;
    _fontCount: number;
    getFontType(bold: boolean, italics: boolean): string;
    provideFont: (this: PdfDocument, family: string, bold: boolean, italics: boolean) => EmbeddedFont;
  }
  const module: {readonly default: {readonly prototype: PdfDocument}};
  export default module;
}

declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {targetFormat: 'sfnt'; noHinting?: boolean},
  ): Promise<Buffer>;
}

/** The styles that hold at a place of the document, innermost last. */
declare module 'pdfmake/js/StyleContextStack.js' {
  export interface StyleStack {
    push: (this: StyleStack, style: unknown) => void;
    pop: (this: StyleStack, howMany?: number) => void;
    getProperty: (this: StyleStack, name: string) => unknown;
  }
  type Item = Readonly<Record<string, unknown>>;
  const module: {
    readonly default: {
      readonly prototype: StyleStack;
      getStyleProperty: (item: Item, stack: StyleStack | null | undefined, name: string, otherwise: unknown) => unknown;
    };
  };
  export default module;
}

/** What writes the laid-out pages. */
declare module 'pdfmake/js/Renderer.js' {
  /** A word of a line, with the blanks after it; lengths in points. */
  export interface Inline {
    readonly text: string;
    readonly x: number;
    readonly width: number;
    readonly [property: string]: unknown;
  }
  export interface Line {
    readonly inlines: readonly Inline[];
  }
  interface Renderer {
    renderLine: (this: Renderer, line: Line, x: number, y: number) => void;
  }
  const module: {readonly default: {readonly prototype: Renderer}};
  export default module;
}

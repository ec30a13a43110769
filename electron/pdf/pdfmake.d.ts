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

declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {targetFormat: 'sfnt'; noHinting?: boolean},
  ): Promise<Buffer>;
}

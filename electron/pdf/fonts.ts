/** The cut fonts of the prints, by the manner of pdfmake, as `cut-fonts.ts` writes them into `out/fonts`. */
export const fontFiles = {
  normal: 'Tinos-Regular.ttf',
  bold: 'Tinos-Bold.ttf',
  italics: 'Tinos-Italic.ttf',
  bolditalics: 'Tinos-BoldItalic.ttf',
} as const;

export type FontManner = keyof typeof fontFiles;

import {PDFDocument, StandardFonts} from '@cantoo/pdf-lib';

export interface Binding {
  /** The papers in the order in which they are bound. */
  readonly parts: readonly Uint8Array[];
  /** The number of the first sheet; null: sheets are not numbered. */
  readonly firstSheet: number | null;
  /** UTC instant, ISO with Z: what the file says of its making, so that the same papers give the same bytes. */
  readonly madeAt: string;
}

/** From the paper's edge, in points: clear of what the papers print and of what a printer cannot reach. */
const margin = {right: 28, top: 24};
const size = 11;

/**
 * Papers made into one file, their sheets numbered through in the upper right corner, as a bound file is. A page is a
 * sheet: papers to be bound are printed on one side.
 */
export async function bindPages({parts, firstSheet, madeAt}: Binding): Promise<Uint8Array> {
  const bound = await PDFDocument.create({updateMetadata: false});
  const made = new Date(madeAt);
  bound.setCreationDate(made);
  bound.setModificationDate(made);
  for (const part of parts) {
    const source = await PDFDocument.load(part, {updateMetadata: false});
    for (const page of await bound.copyPages(source, source.getPageIndices())) bound.addPage(page);
  }
  if (firstSheet !== null) {
    // Digits alone: a font that every reader has is enough.
    const font = bound.embedStandardFont(StandardFonts.TimesRoman);
    for (const [index, page] of bound.getPages().entries()) {
      const number = String(firstSheet + index);
      const {width, height} = page.getSize();
      page.drawText(number, {
        x: width - margin.right - font.widthOfTextAtSize(number, size),
        y: height - margin.top,
        size,
        font,
      });
    }
  }
  return bound.save();
}

/** How many pages a file has. */
export async function pageCount(pdf: Uint8Array): Promise<number> {
  const document = await PDFDocument.load(pdf, {updateMetadata: false});
  return document.getPageCount();
}

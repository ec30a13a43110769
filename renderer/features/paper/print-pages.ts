import type {PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs';
import {must} from '../../../domain/assert.ts';
import {drawPage, freeCanvas} from './draw-page.ts';

/** Dots per inch of a printed page: thin table lines and 8-point letters stay sharp. */
const dotsPerInch = 220;

/** Page images of one print together stay within what a PC with 4 GB can hold. */
export const pagesAtOnce = 100;

interface PrintRequest {
  readonly document: PDFDocumentProxy;
  /** Page numbers, the last one included. */
  readonly from: number;
  readonly to: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/**
 * Prints pages as they were shown: each is drawn as an image that fills a sheet of its own orientation, the system's
 * print dialogue opens, and afterwards the images are dropped. Nothing is written to the disk.
 * Resolves to false when the signal stopped it before the dialogue.
 */
export async function printPages({document: source, from, to, signal, onProgress}: PrintRequest): Promise<boolean> {
  const container = document.createElement('div');
  container.className = 'paper-sheets';
  container.setAttribute('aria-hidden', 'true');
  const images: HTMLImageElement[] = [];
  try {
    for (let number = from; number <= to; number += 1) {
      if (signal.aborted) return false;
      // One after another: two pages at once would only double the memory.
      const image = await drawSheet(source, number);
      images.push(image);
      container.append(image);
      onProgress(number - from + 1);
    }
    if (signal.aborted) return false;
    document.body.append(container);
    await Promise.all(images.map(image => image.decode()));
    await openDialogue();
    return true;
  } finally {
    container.remove();
    for (const image of images) URL.revokeObjectURL(image.src);
  }
}

async function drawSheet(source: PDFDocumentProxy, number: number): Promise<HTMLImageElement> {
  const page = await source.getPage(number);
  const {width, height} = page.getViewport({scale: 1});
  const {canvas, done} = drawPage(page, dotsPerInch / 72, 'print');
  await done;
  const picture = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
  freeCanvas(canvas);
  page.cleanup();
  const image = document.createElement('img');
  image.className = width > height ? 'paper-sheet-landscape' : 'paper-sheet-portrait';
  image.alt = '';
  image.src = URL.createObjectURL(must(picture, 'a picture of the page'));
  return image;
}

/** `window.print` returns at once in some hosts and after the dialogue in others; `afterprint` comes in all. */
async function openDialogue(): Promise<void> {
  const closed = new Promise<void>(resolve => {
    window.addEventListener('afterprint', () => resolve(), {once: true});
  });
  window.print();
  await closed;
}

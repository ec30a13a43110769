import type {PDFPageProxy, RenderTask} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Above this a browser may refuse a canvas, and an old PC starts to swap. */
const largestCanvas = 16_000_000;

export interface Drawing {
  readonly canvas: HTMLCanvasElement;
  /** Settles when the page is drawn; rejects when it was cancelled. */
  readonly done: Promise<void>;
  readonly cancel: () => void;
}

/** Draws a page on a white canvas, so many pixels to a point (1/72 inch). */
export function drawPage(page: PDFPageProxy, pixelsPerPoint: number, intent: 'display' | 'print'): Drawing {
  const natural = page.getViewport({scale: 1});
  const most = Math.sqrt(largestCanvas / (natural.width * natural.height));
  const viewport = page.getViewport({scale: Math.min(pixelsPerPoint, most)});
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task: RenderTask = page.render({canvas, viewport, intent, background: '#ffffff'});
  return {canvas, done: task.promise, cancel: () => task.cancel()};
}

/** Gives the memory of a canvas back at once, without waiting for the collector. */
export function freeCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

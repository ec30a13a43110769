import type {PDFDocumentLoadingTask, PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import {useEffect, useRef, useState} from 'react';
import {decodeBytes} from '../../../electron/contract/bytes.ts';

/** A document that pdf.js holds open in its worker. */
export interface OpenPdf {
  /** The bytes that it was opened from, as base64: while others are being opened, it is still that of before. */
  readonly of: string;
  readonly document: PDFDocumentProxy;
  readonly pages: number;
  /** Points, of the first page: what the others are taken to be until they are drawn. */
  readonly width: number;
  readonly height: number;
}

/**
 * Opens a PDF given as base64. While the next one opens, the last one stays: changing the language of the print
 * does not blink. The worker of a document that is no longer shown is ended and its memory freed.
 */
export function usePdf(base64: string | undefined): {pdf: OpenPdf | null; failed: boolean} {
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [failed, setFailed] = useState(false);
  const shown = useRef<PDFDocumentLoadingTask | null>(null);

  useEffect(() => {
    if (base64 === undefined) return undefined;
    let wanted = true;
    async function open(encoded: string): Promise<void> {
      const task = await load(decodeBytes(encoded));
      try {
        const document = await task.promise;
        const viewport = (await document.getPage(1)).getViewport({scale: 1});
        if (!wanted) {
          await task.destroy();
          return;
        }
        const previous = shown.current;
        shown.current = task;
        setFailed(false);
        setPdf({of: encoded, document, pages: document.numPages, width: viewport.width, height: viewport.height});
        await previous?.destroy();
      } catch {
        if (wanted) setFailed(true);
        await task.destroy();
      }
    }
    void open(base64);
    return () => {
      wanted = false;
    };
  }, [base64]);

  useEffect(
    () => () => {
      void shown.current?.destroy();
      shown.current = null;
    },
    [],
  );

  return {pdf, failed};
}

async function load(data: Uint8Array): Promise<PDFDocumentLoadingTask> {
  const {GlobalWorkerOptions, getDocument, VerbosityLevel} = await import('pdfjs-dist/legacy/build/pdf.mjs');
  GlobalWorkerOptions.workerSrc = workerUrl;
  // Nothing is fetched from anywhere: fonts are in the document, WebAssembly and system fonts are not needed.
  return getDocument({
    data,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
}

import {decodeBytes} from '../../../electron/contract/bytes.ts';

/** Long enough for a browser to take the bytes over; milliseconds. */
const keptFor = 60_000;

/** Gives a PDF (base64) to the browser as a download. */
export function download(pdf: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([decodeBytes(pdf)], {type: 'application/pdf'}));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keptFor);
}

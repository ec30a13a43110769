import {decodeBytes} from '../../electron/contract/bytes.ts';

/** Long enough for a browser to take the bytes over; milliseconds. */
const keptFor = 60_000;

const types = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
} as const;
type Ending = keyof typeof types;
const endings = Object.keys(types) as Ending[];

/** Gives a text file to the browser as a download; in the desktop's window its own dialogue asks where to. */
export function saveText(content: string, fileName: string): void {
  save(content, fileName);
}

/** The same for bytes as they cross the bridge (base64). */
export function saveBytes(content: string, fileName: string): void {
  save(decodeBytes(content), fileName);
}

/** What a file is, its name's ending says. */
function save(content: string | Uint8Array<ArrayBuffer>, fileName: string): void {
  const ending = endings.find(each => fileName.endsWith(`.${each}`));
  const link = document.createElement('a');
  const blob = new Blob([content], {type: ending === undefined ? 'application/octet-stream' : types[ending]});
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keptFor);
}

import {z} from 'zod';
import type {FileView, fileCalls} from '../../../electron/contract/file.ts';
import type {InputOf} from '../../../electron/contract/kernel.ts';
import {raw, typed} from '../../form/typed.ts';

export interface RawDocument {
  readonly title: string;
  readonly sheets: string;
  readonly copies: string;
  readonly original: boolean;
  readonly consentOn: string;
  readonly receivedOn: string;
  readonly returnedOn: string;
}

export interface RawFile {
  readonly number: string;
  readonly openedOn: string;
  readonly place: {readonly kk: string; readonly ru: string};
  readonly cameFrom: string;
  readonly signedOn: string;
  readonly sheets: string;
  readonly documents: RawDocument[];
}

export type FileValues = Omit<InputOf<(typeof fileCalls)['save']>, 'id' | 'seen'>;

const documentSchema = z.object({
  title: typed.line().transform(title => title ?? ''),
  sheets: typed.integer(0, 10_000),
  copies: typed.integer(0, 1_000),
  original: z.boolean(),
  consentOn: typed.date(),
  receivedOn: typed.date(),
  returnedOn: typed.date(),
});

export const fileSchema: z.ZodType<FileValues, RawFile> = z.object({
  number: typed.requiredLine(),
  openedOn: typed.requiredDate(),
  place: z.object({
    kk: typed.line().transform(place => place ?? ''),
    ru: typed.line().transform(place => place ?? ''),
  }),
  cameFrom: typed.line(),
  signedOn: typed.date(),
  sheets: typed.integer(0, 100_000),
  documents: z.array(documentSchema),
});

export const emptyDocument: RawDocument = {
  title: '',
  sheets: '',
  copies: '',
  original: false,
  consentOn: '',
  receivedOn: '',
  returnedOn: '',
};

/** A row that was added and never filled: it is not kept. */
export function isEmptyDocument(document: FileValues['documents'][number]): boolean {
  return document.title === '' && document.sheets === null && document.copies === null && !document.original;
}

export function rawFile(file: FileView): RawFile {
  return {
    number: file.number,
    openedOn: file.openedOn,
    place: {kk: file.place.kk, ru: file.place.ru},
    cameFrom: raw.text(file.cameFrom),
    signedOn: raw.text(file.signedOn),
    sheets: raw.number(file.sheets),
    documents: file.documents.map(document => ({
      title: document.title,
      sheets: raw.number(document.sheets),
      copies: raw.number(document.copies),
      original: document.original,
      consentOn: raw.text(document.consentOn),
      receivedOn: raw.text(document.receivedOn),
      returnedOn: raw.text(document.returnedOn),
    })),
  };
}

/** Sheets as they stand in the fields: counted by hand, else the sum of the papers that were not given back. */
export function sheetsOf(file: Pick<RawFile, 'sheets' | 'documents'>): number {
  const byHand = wholeNumber(file.sheets);
  if (byHand !== null) return byHand;
  return file.documents
    .filter(document => document.returnedOn === '')
    .reduce((sum, document) => sum + (wholeNumber(document.sheets) ?? 0), 0);
}

function wholeNumber(typedText: string): number | null {
  const digits = typedText.trim();
  return /^\d{1,6}$/u.test(digits) ? Number(digits) : null;
}

const fileFields: Record<string, string> = {
  'fileNumber': 'number',
  'place': 'place.kk',
  'place.kk': 'place.kk',
  'place.ru': 'place.ru',
  'cameFrom': 'cameFrom',
  'sheets': 'sheets',
  'signedOn': 'signedOn',
};

/** Where a matter of the cover is mended: a field of this screen, the person, or the settings. */
export function issueTarget(field: string): {kind: 'field'; name: string} | {kind: 'person'} | {kind: 'settings'} {
  const name = fileFields[field] ?? fileFields[field.split('.')[0] ?? ''];
  if (name !== undefined) return {kind: 'field', name};
  return /^(?:organisation|head)/u.test(field) ? {kind: 'settings'} : {kind: 'person'};
}

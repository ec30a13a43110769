import {z} from 'zod';
import {bilingual, id, isoDate, line, maybe, saved, stamp} from './fields.ts';
import {command, query} from './kernel.ts';

/** A paper in the personal file. Originals are held with written consent (paragraph 11 2) part 4). */
export const fileDocumentValues = z.strictObject({
  title: line,
  sheets: maybe(z.int().min(0).max(10_000)),
  copies: maybe(z.int().min(0).max(1_000)),
  original: z.boolean(),
  consentOn: maybe(isoDate),
  receivedOn: maybe(isoDate),
  returnedOn: maybe(isoDate),
});
export type FileDocumentValues = z.output<typeof fileDocumentValues>;

const fileValues = {
  number: line,
  openedOn: isoDate,
  place: bilingual,
  cameFrom: maybe(line),
  signedOn: maybe(isoDate),
  /** Counted by hand; null: the sum of the documents' sheets. */
  sheets: maybe(z.int().min(0).max(100_000)),
  documents: z.array(fileDocumentValues).max(300),
};

export const fileView = z.strictObject({id, stamp, recipientId: id, ...fileValues, countedSheets: z.int()});
export type FileView = z.output<typeof fileView>;

export const fileCalls = {
  /** Null while the person has none. */
  get: query(z.strictObject({recipientId: id}), maybe(fileView), {topics: ['file', 'recipient'], audit: 'view'}),
  /** The number that a new file would get. It is given when the file is opened, and never again. */
  nextNumber: query(z.strictObject({}), line, {topics: ['file', 'facility']}),
  /** Opens the file; one who comes again goes on with the old one (it is then answered as it is). */
  open: command(z.strictObject({recipientId: id, openedOn: isoDate, cameFrom: maybe(line)}), saved, {
    topics: ['file', 'recipient'],
  }),
  save: command(z.strictObject({id, seen: stamp, ...fileValues}), saved, {topics: ['file', 'recipient']}),
  /** The day of the head's signature on the printed cover, or none. */
  sign: command(z.strictObject({id, seen: stamp, signedOn: maybe(isoDate)}), saved, {
    access: 'approve',
    topics: ['file', 'recipient'],
  }),
};

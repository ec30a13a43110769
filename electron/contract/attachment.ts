import {z} from 'zod';
import {attachmentTypes, largestAttachment} from '../../domain/attachment.ts';
import {bytes} from './bytes.ts';
import {id, isoDate, line, maybe, nothing, saved, stamp} from './fields.ts';
import {command, query} from './kernel.ts';

const attachmentLine = z.strictObject({
  id,
  stamp,
  title: line,
  mediaType: z.enum(attachmentTypes),
  /** Bytes. */
  size: z.int(),
  addedOn: isoDate,
  /** The line of the inventory that it shows. */
  documentId: maybe(id),
  /** Whether it can be looked at on this PC, and how many of its bytes are here. */
  here: z.boolean(),
  held: z.int(),
});
export type AttachmentLine = z.output<typeof attachmentLine>;

/** Four letters for each three bytes. */
const wholeFile = bytes.max(Math.ceil(largestAttachment / 3) * 4, {error: 'attachment-too-large'});

export const attachmentCalls = {
  /** Newest first; and the lines of the inventory that they may show. */
  list: query(
    z.strictObject({recipientId: id}),
    z.strictObject({
      attachments: z.array(attachmentLine),
      documents: z.array(z.strictObject({id, title: line})),
    }),
    {topics: ['file', 'recipient', 'exchange']},
  ),
  /** What the file is, its bytes say. */
  add: command(z.strictObject({recipientId: id, title: line, documentId: maybe(id), bytes: wholeFile}), saved, {
    topics: ['file'],
  }),
  /** `bytes` null: it has not come yet. */
  read: query(
    z.strictObject({id}),
    z.strictObject({
      recipientId: id,
      title: line,
      mediaType: z.enum(attachmentTypes),
      fileName: line,
      bytes: maybe(bytes),
    }),
    {topics: ['file', 'recipient', 'exchange'], audit: 'view'},
  ),
  /** Asks where to, and puts it there. */
  saveAs: query(z.strictObject({id}), z.strictObject({saved: z.boolean()}), {audit: 'export'}),
  /** Its name, and which line of the inventory it shows. */
  save: command(z.strictObject({id, seen: stamp, title: line, documentId: maybe(id)}), saved, {topics: ['file']}),
  /** Its bytes go with the last record that speaks of them. */
  remove: command(z.strictObject({id, seen: stamp}), nothing, {topics: ['file']}),
};

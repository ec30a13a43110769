import {createHash} from 'node:crypto';
import {
  attachmentEndings,
  attachmentTypeOf,
  attachmentTypes,
  largestAttachment,
  type AttachmentType,
} from '../../domain/attachment.ts';
import {addAttachment, removeAttachment, writeAttachment} from '../../db/commands/attachment.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {attachmentsOf, findAttachment, hasAttachment, type AttachmentRow} from '../../db/queries/attachment.ts';
import {documentsOf, fileOf} from '../../db/queries/file.ts';
import {findKept} from '../../db/queries/recipient.ts';
import {recordStamp} from '../../db/queries/stamps.ts';
import type {AttachmentLine, attachmentCalls} from '../contract/attachment.ts';
import {invalid, type AreaHandlers} from './context.ts';
import {fileNameOf} from './paper-file-name.ts';
import {lengthRefusals, lineOrNull, longest, orMissing, refusal, refuseChanged, refuseIf} from './refusals.ts';
import {saveFile} from './save-file.ts';

export const attachmentHandlers: AreaHandlers<typeof attachmentCalls> = {
  list({db, attachments}, {recipientId}) {
    const {id} = orMissing(findKept(db, recipientId));
    const documents = inventoryOf(db, id);
    return {
      attachments: attachmentsOf(db, id).flatMap((row): AttachmentLine[] => {
        const mediaType = typeOf(row);
        // Of a newer version; its bytes are kept all the same.
        if (mediaType === undefined) return [];
        const {title, size, addedOn, documentId, sha256} = row;
        const here = attachments.isWhole(sha256);
        const held = here ? size : Math.min(size, attachments.held(sha256));
        return [{id: row.id, stamp: recordStamp(db, row.id), title, mediaType, size, addedOn, documentId, here, held}];
      }),
      documents,
    };
  },

  add({db, today, attachments}, {recipientId: askedId, title: typed, documentId, bytes: encoded}) {
    const {id: recipientId} = orMissing(findKept(db, askedId));
    // Twenty megabytes: Node's own decoder takes a tenth of the time of the portable one.
    const bytes = Buffer.from(encoded, 'base64');
    if (bytes.length > largestAttachment) throw invalid(refusal('bytes', 'attachment-too-large'));
    const mediaType = attachmentTypeOf(bytes);
    const {title, refusals} = keepTitle(typed);
    if (mediaType === undefined) throw invalid(refusal('bytes', 'attachment-type'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    refuseIf(
      refusals,
      isStrange(db, recipientId, documentId) && refusal('documentId', 'no-such-document'),
      hasAttachment(db, recipientId, sha256) && refusal('bytes', 'attachment-twice'),
    );
    attachments.put(bytes);
    const id = addAttachment(db, {
      recipientId,
      documentId,
      title,
      mediaType,
      sha256,
      size: bytes.length,
      addedOn: today,
    });
    return {id, stamp: recordStamp(db, id)};
  },

  read({db, attachments}, {id}) {
    const row = orMissing(findAttachment(db, id));
    const mediaType = orMissing(typeOf(row));
    const bytes = attachments.whole(row.sha256);
    return {
      recipientId: row.recipientId,
      title: row.title,
      mediaType,
      fileName: fileNameOf([row.title], attachmentEndings[mediaType]),
      bytes: bytes?.toString('base64') ?? null,
    };
  },

  async saveAs({db, attachments, platform}, {id}) {
    const row = orMissing(findAttachment(db, id));
    const bytes = orMissing(attachments.whole(row.sha256));
    return saveFile(platform, fileNameOf([row.title], attachmentEndings[orMissing(typeOf(row))]), bytes);
  },

  save({db}, {id, seen, title: typed, documentId}) {
    const row = orMissing(findAttachment(db, id));
    refuseChanged(seen, recordStamp(db, id));
    const {title, refusals} = keepTitle(typed);
    const isMoved = documentId !== row.documentId;
    refuseIf(
      refusals,
      isMoved && isStrange(db, row.recipientId, documentId) && refusal('documentId', 'no-such-document'),
    );
    writeAttachment(db, id, {title, documentId});
    return {id, stamp: recordStamp(db, id)};
  },

  remove({db, attachments}, {id, seen}) {
    orMissing(findAttachment(db, id));
    refuseChanged(seen, recordStamp(db, id));
    removeAttachment(db, id);
    attachments.forsake();
    return {};
  },
};

function typeOf({mediaType}: AttachmentRow): AttachmentType | undefined {
  return attachmentTypes.find(type => type === mediaType);
}

function inventoryOf(db: ReadableDb, recipientId: string): {id: string; title: string}[] {
  const file = fileOf(db, recipientId);
  return file === undefined ? [] : documentsOf(db, file.id).map(({id, title}) => ({id, title}));
}

/** A line of somebody else's inventory, or one that has gone. */
function isStrange(db: ReadableDb, recipientId: string, documentId: string | null): boolean {
  return documentId !== null && !inventoryOf(db, recipientId).some(({id}) => id === documentId);
}

function keepTitle(typed: string) {
  const title = lineOrNull(typed) ?? '';
  const refusals = [
    ...(title === '' ? [refusal('title', 'required')] : []),
    ...lengthRefusals([['title', title, longest.attachmentTitle]]),
  ];
  return {title, refusals};
}

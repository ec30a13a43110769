import {consentLack} from '../../domain/consent.ts';
import {addConsent, removeConsent, writeConsent} from '../../db/commands/consent.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {findAttachment} from '../../db/queries/attachment.ts';
import {consentsOf, findConsent, type ConsentRow} from '../../db/queries/consent.ts';
import {findKept} from '../../db/queries/recipient.ts';
import {recordStamp} from '../../db/queries/stamps.ts';
import {isConsentMarked} from '../../db/settings.ts';
import type {ConsentView, consentCalls} from '../contract/consent.ts';
import type {AreaHandlers} from './context.ts';
import {
  lengthRefusals,
  lineOrNull,
  longest,
  orderRefusals,
  orMissing,
  proseOrNull,
  refusal,
  refuseChanged,
  refuseIf,
  type Refusal,
} from './refusals.ts';

export const consentHandlers: AreaHandlers<typeof consentCalls> = {
  list({db, today}, {recipientId}) {
    const {id} = orMissing(findKept(db, recipientId));
    const rows = consentsOf(db, id);
    return {
      consents: rows.map(({recipientId: _recipientId, ...row}) => ({...row, stamp: recordStamp(db, row.id)})),
      lack: isConsentMarked(db) ? consentLack(rows, today) : null,
    };
  },

  record({db, today}, {recipientId: askedId, ...typed}) {
    const {id: recipientId} = orMissing(findKept(db, askedId));
    const kept = keep(typed);
    refuseIf(refusalsOf(kept, today), strangeScan(db, recipientId, kept.attachmentId));
    const id = addConsent(db, {recipientId, ...kept});
    return {id, stamp: recordStamp(db, id)};
  },

  save({db, today}, {id, seen, ...typed}) {
    const row = orMissing(findConsent(db, id));
    refuseChanged(seen, recordStamp(db, id));
    const kept = keep(typed);
    const isOther = kept.attachmentId !== row.attachmentId;
    refuseIf(refusalsOf(kept, today), isOther ? strangeScan(db, row.recipientId, kept.attachmentId) : []);
    writeConsent(db, id, kept);
    return {id, stamp: recordStamp(db, id)};
  },

  remove({db}, {id, seen}) {
    orMissing(findConsent(db, id));
    refuseChanged(seen, recordStamp(db, id));
    removeConsent(db, id);
    return {};
  },
};

type Values = Omit<ConsentRow, 'id' | 'recipientId'>;

function keep(typed: Omit<ConsentView, 'id' | 'stamp'>): Values {
  return {
    ...typed,
    representative: typed.givenBy === 'representative' ? lineOrNull(typed.representative) : null,
    document: lineOrNull(typed.document),
    note: proseOrNull(typed.note),
  };
}

function refusalsOf(kept: Values, today: string): Refusal[] {
  return [
    ...(kept.givenOn > today ? [refusal('givenOn', 'date-in-future')] : []),
    ...(kept.givenBy === 'representative' && kept.representative === null
      ? [refusal('representative', 'required')]
      : []),
    ...orderRefusals('withdrawnOn', kept.givenOn, kept.withdrawnOn),
    ...lengthRefusals([
      ['representative', kept.representative, longest.namePart],
      ['document', kept.document, longest.reason],
      ['note', kept.note, longest.note],
    ]),
  ];
}

/** Of somebody else, or one that has gone. */
function strangeScan(db: ReadableDb, recipientId: string, attachmentId: string | null): Refusal[] {
  if (attachmentId === null || findAttachment(db, attachmentId)?.recipientId === recipientId) return [];
  return [refusal('attachmentId', 'no-such-scan')];
}

import {z} from 'zod';
import {must} from '../../domain/assert.ts';
import {cleanText} from '../../domain/person.ts';
import {nextEventKinds} from '../../domain/placement.ts';
import {firstState, mayChange, reopensRow, stateAfter, type TransferAction} from '../../domain/transfer.ts';
import {addTransfer, writeTransfer} from '../../db/commands/transfer.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {currentPlacement} from '../../db/queries/journal.ts';
import {findKept} from '../../db/queries/recipient.ts';
import {recordStamp} from '../../db/queries/stamps.ts';
import {findTransfer, transferCards, transferUnderWay, type TransferHead} from '../../db/queries/transfer.ts';
import {decodeBytes} from '../contract/bytes.ts';
import type {transferCalls} from '../contract/transfer.ts';
import {readPassphrase} from '../transfer/passphrase.ts';
import type {AreaHandlers, CommandContext} from './context.ts';
import {cleanBilingual} from './facility.ts';
import {lengthRefusals, lineOrNull, longest, orMissing, refusal, refuseChanged, refuseIf} from './refusals.ts';
import {arrivalOf, openedArchive, readArchive, refuseKnown} from './transfer/arrive.ts';
import {closeRow, renamed, reopenRow} from './transfer/journal-row.ts';
import {receivedContent} from './transfer/papers.ts';
import {sealTransfer} from './transfer/seal-transfer.ts';
import {takeOver} from './transfer/take-over.ts';
import {headOf, inventoryOf, lackRefusals, lineOf, viewOf} from './transfer/views.ts';

export const transferHandlers: AreaHandlers<typeof transferCalls> = {
  list({db}, {recipientId}) {
    return transferCards(db, recipientId).map(lineOf);
  },

  get({db}, {id}) {
    return viewOf(db, orMissing(findTransfer(db, id)));
  },

  prepare({db}, {recipientId: askedId}) {
    const {id: recipientId} = orMissing(findKept(db, askedId));
    const underWay = transferUnderWay(db, recipientId);
    if (underWay !== undefined) return savedOf(db, underWay.id);
    const placement = currentPlacement(db, recipientId);
    refuseIf(
      (placement === undefined || !nextEventKinds(placement.status).includes('transferred')) &&
        refusal('', 'event-not-allowed'),
    );
    const id = addTransfer(db, {
      direction: 'outgoing',
      state: firstState.outgoing,
      recipientId,
      placementId: must(placement).placementId,
      otherNameKk: '',
      otherNameRu: '',
      outside: false,
      dischargeOn: null,
      dischargeOrder: null,
      actNumber: null,
      actOn: null,
      contractNumber: null,
      contractOn: null,
      handedBy: headOf(db),
      receivedBy: null,
      reason: null,
      inventory: inventoryOf(db, recipientId),
      content: null,
    });
    return savedOf(db, id);
  },

  save({db}, {id, seen, other, outside, inventory, dischargeOn, actOn, contractOn, ...typed}) {
    const row = orMissing(findTransfer(db, id));
    refuseChanged(seen, recordStamp(db, id));
    refuseIf(!mayChange(row.direction, row.state) && refusal('', 'transfer-step-impossible'));
    const {kk: otherNameKk, ru: otherNameRu} = cleanBilingual(other);
    const lines = {
      dischargeOrder: lineOrNull(typed.dischargeOrder),
      actNumber: lineOrNull(typed.actNumber),
      contractNumber: lineOrNull(typed.contractNumber),
      handedBy: lineOrNull(typed.handedBy),
      receivedBy: lineOrNull(typed.receivedBy),
    };
    const kept = inventory.map(line => ({...line, title: cleanText(line.title)}));
    refuseIf(
      lengthRefusals([
        ['other.kk', otherNameKk, longest.organisation],
        ['other.ru', otherNameRu, longest.organisation],
        ['dischargeOrder', lines.dischargeOrder, longest.orderNumber],
        ['actNumber', lines.actNumber, longest.orderNumber],
        ['contractNumber', lines.contractNumber, longest.orderNumber],
        ['handedBy', lines.handedBy, longest.position],
        ['receivedBy', lines.receivedBy, longest.position],
      ]),
      kept.flatMap(({title}, index) => (title === '' ? [refusal(`inventory.${index}.title`, 'required')] : [])),
    );
    writeTransfer(db, id, {
      otherNameKk,
      otherNameRu,
      outside,
      dischargeOn,
      actOn,
      contractOn,
      ...lines,
      inventory: kept,
    });
    return savedOf(db, id);
  },

  seal({db, pdf, sealer, jobs, now}, {id}) {
    const row = orMissing(findTransfer(db, id));
    const canBeSent = stateAfter(row.direction, row.state, 'send') !== null || isSent(row);
    refuseIf((!canBeSent || row.outside) && refusal('', 'transfer-step-impossible'), lackRefusals(db, row));
    return {jobId: jobs.start(sealTransfer({db, pdf, sealer, now}, row))};
  },

  passphrase({jobs}, {jobId}) {
    return sealed.parse(orMissing(jobs.result(jobId)).outcome);
  },

  send(context, {id, seen}) {
    const {db} = context;
    const row = stepFrom(db, id, seen);
    const state = next(row, 'send');
    refuseIf(lackRefusals(db, row));
    closeRow(context, row);
    writeTransfer(db, id, {state});
    return savedOf(db, id);
  },

  confirm({db}, {id, seen}) {
    const row = stepFrom(db, id, seen);
    // Taking somebody over needs more than a word: `accept`.
    refuseIf(row.direction === 'incoming' && refusal('', 'transfer-step-impossible'));
    writeTransfer(db, id, {state: next(row, 'accept')});
    return savedOf(db, id);
  },

  reject: (context, input) => stepBack(context, input, 'reject'),

  cancel: (context, input) => stepBack(context, input, 'cancel'),

  async open({db, sealer, jobs}, {file, passphrase}) {
    const opened = readArchive(db, await sealer.open(decodeBytes(file), readPassphrase(passphrase)));
    const run = () => Promise.resolve({fileName: '', bytes: new Uint8Array(), outcome: opened});
    return {openedId: jobs.start({total: 1, run}), arrival: arrivalOf(db, opened.content)};
  },

  keep({db, jobs}, {openedId}) {
    const opened = orMissing(openedArchive(orMissing(jobs.result(openedId)).outcome));
    const {content} = opened;
    refuseKnown(db, content.id);
    addTransfer(
      db,
      {
        direction: 'incoming',
        state: firstState.incoming,
        recipientId: null,
        placementId: null,
        otherNameKk: content.sender.name.kk,
        otherNameRu: content.sender.name.ru,
        outside: false,
        dischargeOn: content.dischargeOn,
        dischargeOrder: content.dischargeOrder,
        actNumber: content.actNumber,
        actOn: content.actOn,
        contractNumber: content.contractNumber,
        contractOn: content.contractOn,
        handedBy: content.handedBy,
        receivedBy: content.receivedBy,
        reason: null,
        inventory: content.inventory,
        content: opened,
      },
      content.id,
    );
    return savedOf(db, content.id);
  },

  arrival({db}, {id}) {
    return arrivalOf(db, receivedContent(db, {id}));
  },

  accept(context, {id, seen, ...how}) {
    const {db} = context;
    const row = stepFrom(db, id, seen);
    refuseIf(row.direction === 'outgoing' && refusal('', 'transfer-step-impossible'));
    const state = next(row, 'accept');
    const taken = renamed({'event.happenedOn': 'happenedOn', 'event.orderNumber': 'orderNumber'}, () =>
      takeOver(context, receivedContent(db, row), how),
    );
    writeTransfer(db, id, {state, ...taken});
    return taken;
  },
};

const sealed = z.strictObject({groups: z.array(z.string())});

function isSent({direction, state}: TransferHead): boolean {
  return direction === 'outgoing' && state === 'sent';
}

function savedOf(db: ReadableDb, id: string): {id: string; stamp: string} {
  return {id, stamp: recordStamp(db, id)};
}

function stepFrom(db: ReadableDb, id: string, seen: string): TransferHead {
  const row = orMissing(findTransfer(db, id));
  refuseChanged(seen, recordStamp(db, id));
  return row;
}

function next({direction, state}: TransferHead, action: TransferAction): TransferHead['state'] {
  const after = stateAfter(direction, state, action);
  refuseIf(after === null && refusal('', 'transfer-step-impossible'));
  return must(after);
}

/** Rejected or called off: the row of the journal goes on, as if it had not been closed; the history keeps both. */
function stepBack(
  context: CommandContext,
  {id, seen, reason: typed}: {readonly id: string; readonly seen: string; readonly reason: string | null},
  action: 'reject' | 'cancel',
): {id: string; stamp: string} {
  const {db} = context;
  const row = stepFrom(db, id, seen);
  const state = next(row, action);
  const reason = lineOrNull(typed);
  refuseIf(
    reason === null && row.state !== 'prepared' && refusal('reason', 'transfer-reason-required'),
    lengthRefusals([['reason', reason, longest.reason]]),
  );
  if (reopensRow(row.direction, row.state, action)) reopenRow(context, row);
  writeTransfer(db, id, {state, reason});
  return savedOf(db, id);
}

import {z} from 'zod';
import {must} from '../../domain/assert.ts';
import {cleanText} from '../../domain/person.ts';
import {nextEventKinds} from '../../domain/placement.ts';
import {firstState, mayChange} from '../../domain/transfer.ts';
import {keepHandover} from '../../db/commands/handover.ts';
import {addTransfer, writeTransfer} from '../../db/commands/transfer.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {findHandover, handoversNotTaken, knownReceivers} from '../../db/queries/handover.ts';
import {currentPlacement} from '../../db/queries/journal.ts';
import {findKept} from '../../db/queries/recipient.ts';
import {recordStamp} from '../../db/queries/stamps.ts';
import {findTransfer, transferCards, transferUnderWay, type TransferHead} from '../../db/queries/transfer.ts';
import {decodeBytes} from '../contract/bytes.ts';
import type {transferCalls} from '../contract/transfer.ts';
import {readPassphrase} from '../transfer/passphrase.ts';
import type {AreaHandlers} from './context.ts';
import {cleanBilingual} from './facility.ts';
import {lengthRefusals, lineOrNull, longest, orMissing, refusal, refuseChanged, refuseIf} from './refusals.ts';
import {arrivalOf, keepReceived, openedArchive, readArchive, refuseKnown} from './transfer/arrive.ts';
import {renamed} from './transfer/journal-row.ts';
import {receivedContent} from './transfer/papers.ts';
import {isPackedOf, packTransfer} from './transfer/pack-transfer.ts';
import {sealTransfer} from './transfer/seal-transfer.ts';
import {takeOver} from './transfer/take-over.ts';
import {isNotOffered, isSent, mayBeMade, next, savedOf, send, stepBack} from './transfer/steps.ts';
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
      otherFacilityId: null,
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

  save({db}, {id, seen, other, outside, otherFacilityId, inventory, dischargeOn, actOn, contractOn, ...typed}) {
    const row = orMissing(findTransfer(db, id));
    refuseChanged(seen, recordStamp(db, id));
    refuseIf(!mayChange(row.direction, row.state) && refusal('', 'transfer-step-impossible'));
    const receiver = otherFacilityId === null ? undefined : receiverWith(db, otherFacilityId);
    refuseIf(
      (outside || (receiver === undefined && otherFacilityId !== row.otherFacilityId)) &&
        otherFacilityId !== null &&
        refusal('otherFacilityId', 'transfer-receiver-unknown'),
    );
    // Who is chosen from the registry is called as it is called there.
    const {kk: otherNameKk, ru: otherNameRu} = cleanBilingual(
      receiver === undefined ? other : {kk: receiver.nameKk, ru: receiver.nameRu},
    );
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
      otherFacilityId,
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
    const goesByFile = !row.outside && row.otherFacilityId === null;
    refuseIf(!(mayBeMade(row) && goesByFile) && refusal('', 'transfer-step-impossible'), lackRefusals(db, row));
    return {jobId: jobs.start(sealTransfer({db, pdf, sealer, now}, row))};
  },

  passphrase({jobs}, {jobId}) {
    return sealed.parse(orMissing(jobs.result(jobId)).outcome);
  },

  send(context, {id, seen}) {
    const row = stepFrom(context.db, id, seen);
    refuseIf(row.otherFacilityId !== null && refusal('', 'transfer-step-impossible'));
    return send(context, row);
  },

  receivers({db}) {
    return knownReceivers(db).map(({facility, nameKk, nameRu}) => ({facility, nameKk, nameRu}));
  },

  pack({db, pdf, jobs, now}, {id}) {
    const row = orMissing(findTransfer(db, id));
    const goesThroughRegistry = row.otherFacilityId !== null && isNotOffered(db, row);
    refuseIf(!(mayBeMade(row) && goesThroughRegistry) && refusal('', 'transfer-step-impossible'));
    refuseIf(lackRefusals(db, row));
    return {jobId: jobs.start(packTransfer({db, pdf, now}, row))};
  },

  offer(context, {id, seen, jobId}) {
    const {db, jobs} = context;
    const row = stepFrom(db, id, seen);
    refuseIf((row.otherFacilityId === null || !isNotOffered(db, row)) && refusal('', 'transfer-step-impossible'));
    const {bytes: packed, outcome} = orMissing(jobs.result(jobId));
    // What was saved since is not in it.
    refuseIf(!isPackedOf(outcome, {id, stamp: seen}) && refusal('', 'transfer-step-impossible'));
    const {direction, otherNameKk, otherNameRu} = row;
    // One that was begun to be offered goes on with the same bytes.
    const isBegun = findHandover(db, id)?.hasContent === true && isSent(row);
    if (!isBegun)
      keepHandover(db, {id, direction, otherNameKk, otherNameRu, packed: Buffer.from(packed), sealed: null});
    return isSent(row) ? savedOf(db, id) : send(context, row);
  },

  notTaken({db}) {
    return handoversNotTaken(db).map(({id, otherNameKk: kk, otherNameRu: ru, offeredAt, problem}) => ({
      id,
      other: {kk, ru},
      offeredAt,
      problem: must(problem),
    }));
  },

  confirm({db}, {id, seen}) {
    const row = stepFrom(db, id, seen);
    // Taking somebody over needs more than a word: `accept`.
    refuseIf(row.direction === 'incoming' && refusal('', 'transfer-step-impossible'));
    writeTransfer(db, id, {state: next(row, 'accept')});
    return savedOf(db, id);
  },

  reject(context, {id, seen, reason}) {
    return stepBack(context, stepFrom(context.db, id, seen), {action: 'reject', reason});
  },

  cancel(context, {id, seen, reason}) {
    return stepBack(context, stepFrom(context.db, id, seen), {action: 'cancel', reason});
  },

  async open({db, sealer, jobs}, {file, passphrase}) {
    const opened = readArchive(db, await sealer.open(decodeBytes(file), readPassphrase(passphrase)));
    const run = () => Promise.resolve({fileName: '', bytes: new Uint8Array(), outcome: opened});
    return {openedId: jobs.start({total: 1, run}), arrival: arrivalOf(db, opened.content)};
  },

  keep({db, jobs}, {openedId}) {
    const opened = orMissing(openedArchive(orMissing(jobs.result(openedId)).outcome));
    const {content} = opened;
    refuseKnown(db, content.id);
    keepReceived(db, opened, {name: content.sender.name, facilityId: null});
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

function receiverWith(db: ReadableDb, facilityId: string) {
  return knownReceivers(db).find(({facility}) => facility === facilityId);
}

const sealed = z.strictObject({groups: z.array(z.string())});

/** The row as the caller saw it. */
function stepFrom(db: ReadableDb, id: string, seen: string): TransferHead {
  const row = orMissing(findTransfer(db, id));
  refuseChanged(seen, recordStamp(db, id));
  return row;
}

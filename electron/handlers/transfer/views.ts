import {fullName} from '../../../domain/person.ts';
import {mayChange, transferLacks} from '../../../domain/transfer.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {findFacility} from '../../../db/queries/facility.ts';
import {documentsOf, fileOf} from '../../../db/queries/file.ts';
import {findHandover} from '../../../db/queries/handover.ts';
import {findRecipient} from '../../../db/queries/recipient.ts';
import {recordStamp} from '../../../db/queries/stamps.ts';
import type {TransferCard, TransferHead} from '../../../db/queries/transfer.ts';
import type {TransferLine, TransferView} from '../../contract/transfer.ts';
import {houseOf, nameOn} from '../gather/values.ts';
import {refusal, type Refusal} from '../refusals.ts';
import {countPapers, receivedContent} from './papers.ts';

/** A hand-over as the screens see it, and what it lacks. */

export function lackRefusals(db: ReadableDb, row: TransferHead): Refusal[] {
  return lacksOf(db, row).some(lack => lack.stops) ? [refusal('', 'transfer-lacks-remain')] : [];
}

function lacksOf(db: ReadableDb, row: TransferHead, papers = countPapers(db, row)): TransferView['lacks'] {
  const other = {kk: row.otherNameKk, ru: row.otherNameRu};
  return transferLacks({...row, other}, findFacility(db)?.type ?? null, papers);
}

/** The person who signs for the organisation, until somebody else is named. */
export function headOf(db: ReadableDb): string | null {
  const name = nameOn(houseOf(db).head);
  return name === undefined ? null : fullName(name);
}

/** What lies in the personal file: papers that were given back do not go along. */
export function inventoryOf(db: ReadableDb, recipientId: string): TransferView['inventory'] {
  const file = fileOf(db, recipientId);
  if (file === undefined) return [];
  return documentsOf(db, file.id)
    .filter(document => document.returnedOn === null && document.title !== '')
    .map(({title, sheets, copies}) => ({title, sheets, copies}));
}

export function lineOf(card: TransferCard): TransferLine {
  const {id, direction, state, recipientId, person, otherNameKk: kk, otherNameRu: ru, outside} = card;
  const {dischargeOn, dischargeOrder} = card;
  const name = person ?? {surname: '', firstName: '', patronymic: null};
  return {id, direction, state, recipientId, name, other: {kk, ru}, outside, dischargeOn, dischargeOrder};
}

export function viewOf(db: ReadableDb, row: TransferHead): TransferView {
  const {placementId: _placement, otherNameKk: kk, otherNameRu: ru, ...facts} = row;
  const content = row.direction === 'incoming' ? receivedContent(db, row) : null;
  const person = row.recipientId === null ? undefined : findRecipient(db, row.recipientId);
  const papers = countPapers(db, row);
  return {
    ...facts,
    stamp: recordStamp(db, row.id),
    name: nameOn(person) ?? content?.person.name ?? {surname: '', firstName: '', patronymic: null},
    other: {kk, ru},
    type: content === null ? (findFacility(db)?.type ?? null) : content.sender.type,
    lacks: mayChange(row.direction, row.state) ? lacksOf(db, row, papers) : [],
    papers: papers.plans + papers.rounds,
    registry: atRegistry(db, row),
  };
}

function atRegistry(db: ReadableDb, {id, otherFacilityId, state}: TransferHead): TransferView['registry'] {
  if (otherFacilityId === null || state === 'prepared') return null;
  const known = findHandover(db, id);
  return {
    state: known?.state ?? null,
    hasContent: known?.hasContent ?? false,
    problem: known?.problem ?? null,
    reason: known?.reason ?? null,
  };
}

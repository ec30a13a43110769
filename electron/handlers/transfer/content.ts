import {must} from '../../../domain/assert.ts';
import {fullName} from '../../../domain/person.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {documentsOf, fileOf} from '../../../db/queries/file.ts';
import {findPlacementState} from '../../../db/queries/journal.ts';
import {entriesOf, roundsOf} from '../../../db/queries/monitoring.ts';
import {measuresOf, signaturesOf, type PlanRow} from '../../../db/queries/plan.ts';
import {findRecipient, relativesOf} from '../../../db/queries/recipient.ts';
import {plansOfPlacement, type TransferHead} from '../../../db/queries/transfer.ts';
import {archiveContent, type ArchiveContent} from '../../contract/archive.ts';
import {houseOf, nameOn, type House} from '../gather/values.ts';
import {eitherName} from './papers.ts';

/** The name under which the content stands among the parts of the file. */
export const contentPart = 'content.json';

/** All that the file of a hand-over says, but for its PDFs. */
export function gatherContent(
  db: ReadableDb,
  row: TransferHead,
  {now, papers}: {readonly now: string; readonly papers: ArchiveContent['papers']},
): ArchiveContent {
  const house = houseOf(db);
  const recipientId = must(row.recipientId, 'a hand-over of our own has its recipient');
  const placementId = must(row.placementId, 'a hand-over of our own has its row of the journal');
  const {
    surname,
    firstName,
    patronymic,
    mergedIntoId: _merged,
    id: _id,
    ...facts
  } = must(findRecipient(db, recipientId));
  const {facility} = house;
  return archiveContent.parse({
    id: row.id,
    madeAt: now,
    sender: {
      name: {kk: facility?.nameKk ?? '', ru: facility?.nameRu ?? ''},
      place: {kk: facility?.placeKk ?? '', ru: facility?.placeRu ?? ''},
      type: facility?.type ?? null,
    },
    destination: eitherName(row),
    dischargeOn: row.dischargeOn,
    dischargeOrder: row.dischargeOrder,
    actNumber: row.actNumber,
    actOn: row.actOn,
    contractNumber: row.contractNumber,
    contractOn: row.contractOn,
    handedBy: row.handedBy,
    receivedBy: row.receivedBy,
    inventory: row.inventory,
    person: {
      name: {surname, firstName, patronymic},
      ...facts,
      relatives: relativesOf(db, recipientId).map(relative => ({
        kinship: relative.kinship,
        name: {surname: relative.surname, firstName: relative.firstName, patronymic: relative.patronymic},
        bornOn: relative.bornOn,
        absenceReason: relative.absenceReason,
        proof: relative.proof,
      })),
    },
    admittedOn: findPlacementState(db, placementId)?.admittedOn ?? null,
    file: fileContent(db, recipientId),
    plans: plansOfPlacement(db, placementId).map(plan => planContent(db, house, plan)),
    papers,
  } satisfies ArchiveContent);
}

function fileContent(db: ReadableDb, recipientId: string): ArchiveContent['file'] {
  const file = fileOf(db, recipientId);
  if (file === undefined) return null;
  const {id, number, openedOn, placeKk, placeRu, cameFrom, sheets} = file;
  return {
    number,
    openedOn,
    place: {kk: placeKk, ru: placeRu},
    cameFrom,
    sheets,
    documents: documentsOf(db, id).map(({id: _id, fileId: _file, position: _position, ...document}) => document),
  };
}

function planContent(db: ReadableDb, house: House, plan: PlanRow): ArchiveContent['plans'][number] {
  return {
    revision: plan.revision,
    status: plan.status,
    observedFrom: plan.observedFrom,
    observedTo: plan.observedTo,
    periodFrom: plan.periodFrom,
    periodTo: plan.periodTo,
    reviewOn: plan.reviewOn,
    drawnUpOn: plan.drawnUpOn,
    approvedOn: plan.approvedOn,
    approvedBy: named(house, plan.approvedById),
    endedOn: plan.endedOn,
    endReason: plan.endReason,
    measures: measuresOf(db, plan.id).map(measure => ({
      serviceType: measure.serviceType,
      text: measure.text,
      volume: measure.volume,
      period: measure.period,
      dateFrom: measure.dateFrom,
      dateTo: measure.dateTo,
      assignedBy: named(house, measure.staffId),
      assignedOn: measure.assignedOn,
    })),
    signatures: signaturesOf(db, plan.id).map(({role, staffId, signedOn}) => ({
      role,
      name: named(house, staffId),
      signedOn,
    })),
    rounds: roundsOf(db, plan.id).map(round => ({
      number: round.number,
      status: round.status,
      observedFrom: round.observedFrom,
      observedTo: round.observedTo,
      monitoredOn: round.monitoredOn,
      enteredOn: round.enteredOn,
      specialist: named(house, round.specialistId),
      consultant: named(house, round.consultantId),
      entries: entriesOf(db, round.id).map(({id: _id, roundId: _round, staffId, ...entry}) => ({
        ...entry,
        monitoredBy: named(house, staffId),
      })),
    })),
  };
}

/** A person of our staff is a name elsewhere. */
function named(house: House, staffId: string | null): string | null {
  const name = nameOn(house.staff(staffId));
  return name === undefined ? null : fullName(name);
}

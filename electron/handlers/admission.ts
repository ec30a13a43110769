import {must} from '../../domain/assert.ts';
import type {IsoDate} from '../../domain/dates.ts';
import {writeChecks} from '../../db/commands/admission.ts';
import type {ReadableDb, WritableDb} from '../../db/connection.ts';
import {checksOf} from '../../db/queries/admission.ts';
import {findFacility} from '../../db/queries/facility.ts';
import {findPlacement, findPlacementState} from '../../db/queries/journal.ts';
import {findRecipient} from '../../db/queries/recipient.ts';
import {checkStamp} from '../../db/queries/stamps.ts';
import {admission} from '../../templates/editions/308-2022/admission.ts';
import type {AdmissionGiven, admissionCalls} from '../contract/admission.ts';
import {draftsOf, givenOf, groundOf, linesOf, reasonRefusals, unsettledRefusals} from './admission-checks.ts';
import type {AreaHandlers} from './context.ts';
import {orMissing, refuseChanged, refuseIf} from './refusals.ts';

export const admissionHandlers: AreaHandlers<typeof admissionCalls> = {
  get({db, today}, {placementId}) {
    const placement = orMissing(findPlacement(db, placementId));
    const {bornOn, category, disabilityGroup, programmeTo} = must(findRecipient(db, placement.recipientId));
    const admittedOn = findPlacementState(db, placementId)?.admittedOn ?? null;
    const rows = checksOf(db, placementId);
    return {
      stamp: checkStamp(db, placementId),
      organisationType: findFacility(db)?.type ?? null,
      on: admittedOn ?? today,
      isAdmitted: admittedOn !== null,
      known: {bornOn, category, disabilityGroup, programmeTo},
      given: givenOf(rows),
      kept: admission.flatMap(item => {
        const row = rows.find(({itemId}) => itemId === item.id);
        if (row === undefined) return [];
        return [{itemId: item.id, answer: row.answer, ground: groundOf(item, row.value), reason: row.reason}];
      }),
    };
  },

  save({db, today}, {placementId, seen, given}) {
    orMissing(findPlacement(db, placementId));
    refuseChanged(seen, checkStamp(db, placementId));
    const admittedOn = findPlacementState(db, placementId)?.admittedOn ?? null;
    keepAdmission(db, {placementId, on: admittedOn ?? today, given, isAdmitted: admittedOn !== null, at: 'given.'});
    return {id: placementId, stamp: checkStamp(db, placementId)};
  },
};

/** Checks what was given against what is known, and keeps it. `at`: the path of it in the input, with its dot. */
export function keepAdmission(
  db: WritableDb,
  input: {
    readonly placementId: string;
    readonly on: IsoDate;
    readonly given: AdmissionGiven;
    readonly isAdmitted: boolean;
    readonly at: string;
  },
): void {
  const {placementId, on, given, isAdmitted, at} = input;
  const type = findFacility(db)?.type;
  if (type === undefined) return;
  const lines = linesOf(type, on, personOf(db, placementId), given);
  refuseIf(isAdmitted ? unsettledRefusals(lines, at) : [], reasonRefusals(lines, at));
  writeChecks(db, placementId, draftsOf(lines, given));
}

function personOf(db: ReadableDb, placementId: string) {
  return must(findRecipient(db, must(findPlacement(db, placementId)).recipientId));
}

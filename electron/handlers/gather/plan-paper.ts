import {must} from '../../../domain/assert.ts';
import {serviceTypes} from '../../../domain/vocabulary.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {findPlacementState} from '../../../db/queries/journal.ts';
import {measuresOf, signaturesOf, type MeasureRow, type PlanRow} from '../../../db/queries/plan.ts';
import {findRecipient} from '../../../db/queries/recipient.ts';
import type {GatheredOf} from '../../../templates/core/values.ts';
import type {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {bothOn, houseOf, known, nameOn, periodOn, type House} from './values.ts';

type PlanPaper = GatheredOf<typeof appendix4>;

/** The values of Appendix 4. The head is the one who approved, or the head of today. */
export function planPaper(db: ReadableDb, plan: PlanRow): PlanPaper {
  const house = houseOf(db);
  const person = must(findRecipient(db, plan.recipientId));
  const measures = Map.groupBy(measuresOf(db, plan.id), measure => measure.serviceType);
  return {
    organisationType: house.facility?.type,
    head: nameOn(house.staff(plan.approvedById) ?? house.head),
    approvedOn: known(plan.approvedOn),
    organisation: house.facility && bothOn(house.facility.nameKk, house.facility.nameRu),
    recipient: nameOn(person),
    born: known(person.bornOn),
    diagnosis: known(person.diagnosis),
    admittedOn: known(findPlacementState(db, plan.placementId)?.admittedOn),
    observed: periodOn(plan.observedFrom, plan.observedTo),
    planned: periodOn(plan.periodFrom, plan.periodTo),
    services: Object.fromEntries(
      serviceTypes
        .filter(type => measures.has(type))
        .map(type => [type, {measures: must(measures.get(type)).map(measure => measureOn(house, measure))}]),
    ),
    reviewOn: known(plan.reviewOn),
    signatures: signaturesOf(db, plan.id)
      .filter(signature => signature.staffId !== null)
      .map(signature => ({
        role: signature.role,
        name: nameOn(house.staff(signature.staffId)),
        signedOn: known(signature.signedOn),
      })),
  };
}

function measureOn(house: House, measure: MeasureRow) {
  const specialist = house.staff(measure.staffId);
  return {
    text: measure.text,
    volume: known(measure.volume),
    period: known(measure.period),
    dates: periodOn(measure.dateFrom, measure.dateTo),
    specialist: nameOn(specialist),
    position: specialist && bothOn(specialist.positionKk, specialist.positionRu),
    assignedOn: known(measure.assignedOn),
  };
}

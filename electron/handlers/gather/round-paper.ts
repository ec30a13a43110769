import {must} from '../../../domain/assert.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {entriesOf, type EntryRow, type RoundRow} from '../../../db/queries/monitoring.ts';
import {findPlan} from '../../../db/queries/plan.ts';
import {findRecipient} from '../../../db/queries/recipient.ts';
import type {GatheredOf} from '../../../templates/core/values.ts';
import type {appendix5} from '../../../templates/editions/308-2022/appendix-5.ts';
import {bothOn, houseOf, known, nameOn, periodOn, type House} from './values.ts';

type RoundPaper = GatheredOf<typeof appendix5>;

/** The values of Appendix 5, one round. A row that nobody has begun is left out, as the form leaves it empty. */
export function roundPaper(db: ReadableDb, round: RoundRow): RoundPaper {
  const house = houseOf(db);
  const plan = must(findPlan(db, round.planId));
  const person = must(findRecipient(db, plan.recipientId));
  const signatures = [
    {role: 'social-work-specialist', staffId: round.specialistId, signedOn: round.specialistSignedOn},
    {role: 'consultant', staffId: round.consultantId, signedOn: round.consultantSignedOn},
  ] as const;
  return {
    organisationType: house.facility?.type,
    recipient: nameOn(person),
    born: known(person.bornOn),
    diagnosis: known(person.diagnosis),
    planned: periodOn(plan.periodFrom, plan.periodTo),
    observed: periodOn(round.observedFrom, round.observedTo),
    rows: Object.fromEntries(
      entriesOf(db, round.id)
        .filter(isBegun)
        .map(entry => [entry.serviceType, entryOn(house, round, entry)]),
    ),
    signatures: signatures
      .filter(signature => signature.staffId !== null)
      .map(({role, staffId, signedOn}) => ({role, name: nameOn(house.staff(staffId)), signedOn: known(signedOn)})),
  };
}

/** A specialist alone counts too: the service has measures, so a mark is due even when nothing has changed (35 5)). */
function isBegun(entry: EntryRow): boolean {
  const {id: _id, roundId: _roundId, serviceType: _serviceType, ...answers} = entry;
  return Object.values(answers).some(answer => answer !== null && (!Array.isArray(answer) || answer.length > 0));
}

function entryOn(house: House, round: RoundRow, entry: EntryRow) {
  const specialist = house.staff(entry.staffId);
  return {
    positive:
      entry.positive === null && entry.positiveGroups.length === 0
        ? undefined
        : {groups: some(entry.positiveGroups), text: known(entry.positive)},
    noneOrWorse:
      entry.noneOrWorse === null && entry.reason === null
        ? undefined
        : {kind: known(entry.noneOrWorse), text: known(entry.reason)},
    correction:
      entry.decision === null && entry.recommendation === null && entry.servicesToReview.length === 0
        ? undefined
        : {
            text: known(entry.decision),
            services: some(entry.servicesToReview),
            recommendation: known(entry.recommendation),
          },
    // Most rounds are of one day: the rows need not repeat it.
    monitoredOn: known(entry.monitoredOn ?? round.monitoredOn),
    specialist: nameOn(specialist),
    position: specialist && bothOn(specialist.positionKk, specialist.positionRu),
  };
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

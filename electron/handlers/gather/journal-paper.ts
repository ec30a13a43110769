import {ageAt, type IsoDate} from '../../../domain/dates.ts';
import {placementStatusNames} from '../../../domain/vocabulary.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {
  journalEntries,
  type JournalEntry,
  type JournalVolumeRow,
  type PlacementEventRow,
} from '../../../db/queries/journal.ts';
import type {DraftOf} from '../../../templates/core/values.ts';
import type {appendix2} from '../../../templates/editions/308-2022/appendix-2.ts';
import {houseOf, known, nameOn, periodOn} from './values.ts';

type JournalPaper = DraftOf<typeof appendix2>;

/** The values of Appendix 2, one volume. `on`: the day on which the ages are told. */
export function journalPaper(db: ReadableDb, volume: JournalVolumeRow, on: IsoDate): JournalPaper {
  const {facility} = houseOf(db);
  return {
    organisationKk: known(facility?.nameKk),
    organisationRu: known(facility?.nameRu),
    begunOn: volume.begunOn,
    endedOn: known(volume.endedOn),
    rows: journalEntries(db, volume.id).map(entry => journalRowOn(entry, on)),
  };
}

/** One row of it. */
export function journalRowOn({state, person, events}: JournalEntry, on: IsoDate) {
  const leaving = events.findLast(event => ['discharged', 'transferred', 'withdrawn'].includes(event.kind));
  return {
    number: state.rowNumber,
    status: placementStatusNames[state.status],
    name: nameOn(person),
    born: known(person.bornOn),
    age: person.bornOn === null ? undefined : known(ageAt(person.bornOn, on)),
    sex: known(person.sex),
    address: known(person.address),
    phone: known(person.phone),
    programme: periodOn(person.programmeFrom, person.programmeTo),
    admissions: events
      .filter(event => event.kind === 'admitted' || event.kind === 'readmitted')
      .map(event => ({...orderOn(event), ...(event.kind === 'readmitted' ? {returned: true} : {})})),
    leaves: ofKind(events, 'left'),
    discharges: ofKind(events, 'discharged'),
    reason: known(leaving?.reason),
    transfers: ofKind(events, 'transferred'),
    destination: known(leaving?.destination),
  };
}

function ofKind(events: readonly PlacementEventRow[], kind: PlacementEventRow['kind']) {
  return events.filter(event => event.kind === kind).map(orderOn);
}

function orderOn(event: PlacementEventRow) {
  return {date: event.happenedOn, order: known(event.orderNumber)};
}

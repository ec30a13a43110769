import type {z} from 'zod';
import {must} from '../../domain/assert.ts';
import type {ReadableDb} from '../../db/connection.ts';
import type {JournalEntry, PlacementEventRow} from '../../db/queries/journal.ts';
import {recordStamp} from '../../db/queries/stamps.ts';
import type {JournalRow, placementEventView} from '../contract/journal.ts';

/** A row of the journal in the columns of the form. */
export function journalRowOf({state, person, events}: JournalEntry): JournalRow {
  const last = (...kinds: readonly PlacementEventRow['kind'][]) => events.findLast(event => kinds.includes(event.kind));
  const leaving = last('discharged', 'transferred', 'withdrawn');
  return {
    placementId: state.placementId,
    recipientId: state.recipientId,
    rowNumber: state.rowNumber,
    status: state.status,
    // A state is made of events: there is at least one.
    lastEvent: must(events.at(-1)).kind,
    name: {surname: person.surname, firstName: person.firstName, patronymic: person.patronymic},
    bornOn: person.bornOn,
    sex: person.sex,
    address: person.address,
    phone: person.phone,
    programmeFrom: person.programmeFrom,
    programmeTo: person.programmeTo,
    queuedOn: state.queuedOn,
    admitted: datedOrder(last('admitted', 'readmitted')),
    returned: state.returned,
    leaves: events.filter(event => event.kind === 'left').map(orderOf),
    discharged: datedOrder(last('discharged')),
    dischargeReason: leaving?.reason ?? null,
    transferred: datedOrder(last('transferred')),
    destination: leaving?.destination ?? null,
  };
}

export function eventViewOf(db: ReadableDb, row: PlacementEventRow): z.output<typeof placementEventView> {
  const {id, placementId, position, kind, happenedOn, orderNumber, reason, destination, until} = row;
  return {
    id,
    placementId,
    position,
    kind,
    happenedOn,
    orderNumber,
    reason,
    destination,
    until,
    stamp: recordStamp(db, id),
  };
}

function orderOf(event: PlacementEventRow): {on: string; orderNumber: string | null} {
  return {on: event.happenedOn, orderNumber: event.orderNumber};
}

function datedOrder(event: PlacementEventRow | undefined): {on: string; orderNumber: string | null} | null {
  return event === undefined ? null : orderOf(event);
}

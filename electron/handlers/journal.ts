import {must} from '../../domain/assert.ts';
import type {IsoDate} from '../../domain/dates.ts';
import {eventProblem, inOrder, nextEventKinds, rowsFollow, statusAfter, summarise} from '../../domain/placement.ts';
import {placementStatuses, type PlacementStatus} from '../../domain/vocabulary.ts';
import {
  addEvent,
  addPlacement,
  addVolume,
  removeEvent,
  writeArchive,
  writeEvent,
  writeVolume,
  type EventDraft,
} from '../../db/commands/journal.ts';
import {addRecipient} from '../../db/commands/recipient.ts';
import type {ReadableDb, WritableDb} from '../../db/connection.ts';
import {
  currentPlacement,
  eventsOf,
  findEvent,
  findPlacement,
  findVolume,
  journalPage,
  journalVolumes,
  newestVolume,
  placementsOf,
  statusCounts,
  type PlacementRow,
} from '../../db/queries/journal.ts';
import {placementHasPlans} from '../../db/queries/plan.ts';
import {findKept, findRecipient} from '../../db/queries/recipient.ts';
import {recordStamp} from '../../db/queries/stamps.ts';
import type {AdmissionGiven} from '../contract/admission.ts';
import type {journalCalls} from '../contract/journal.ts';
import {keepAdmission} from './admission.ts';
import type {AreaHandlers} from './context.ts';
import {eventViewOf, journalRowOf} from './journal-views.ts';
import {farAhead, keepPerson} from './person-fields.ts';
import {hasArrival, mendedMarkRefusals, newMarkRefusals} from './queue-rules.ts';
import {
  lengthRefusals,
  lineOrNull,
  longest,
  orderRefusals,
  orMissing,
  refusal,
  refuseChanged,
  refuseIf,
  type Refusal,
} from './refusals.ts';

export const journalHandlers: AreaHandlers<typeof journalCalls> = {
  volumes({db}) {
    return journalVolumes(db).map(volume => ({...volume, stamp: recordStamp(db, volume.id)}));
  },

  saveVolume({db}, {id, seen, begunOn, endedOn}) {
    if (id !== null) orMissing(findVolume(db, id));
    refuseChanged(seen, id === null ? null : recordStamp(db, id));
    refuseIf(orderRefusals('endedOn', begunOn, endedOn));
    const values = {begunOn, endedOn};
    if (id !== null) writeVolume(db, id, values);
    const savedId = id ?? addVolume(db, values);
    return {id: savedId, stamp: recordStamp(db, savedId)};
  },

  rows({db}, {journalId, ...page}) {
    const volume = journalId ?? newestVolume(db)?.id;
    if (volume === undefined) return {rows: [], total: 0, more: false};
    const {entries, total, more} = journalPage(db, {journalId: volume, ...page});
    return {rows: entries.map(journalRowOf), total, more};
  },

  counts({db}) {
    const counts = statusCounts(db);
    const pairs = placementStatuses.map(status => [status, counts.get(status) ?? 0]);
    return Object.fromEntries(pairs) as Record<PlacementStatus, number>;
  },

  enter({db, today}, {journalId, recipientId, person, event: typed, admission, archive}) {
    refuseIf(
      recipientId === null && person === null && refusal('person', 'required'),
      recipientId !== null && person !== null && refusal('person', 'malformed'),
    );
    const known = recipientId === null ? null : orMissing(findKept(db, recipientId));
    const fresh = person === null ? null : keepPerson(person, {db, today, at: 'person.', before: null});
    const bornOn = (known ?? must(fresh).kept).bornOn;
    const event = keepEvent(known === null ? typed : {...typed, kind: comesBack(db, known.id, typed.kind)});
    refuseIf(
      fresh?.refusals ?? [],
      eventRefusals(event, today, 'event.'),
      problemOf(event, [], bornOn, 'event.'),
      known === null ? [] : stillHere(db, known.id, event.happenedOn),
    );
    const volume = journalId === null ? currentVolume(db, today) : orMissing(findVolume(db, journalId)).id;
    const endedOn = findVolume(db, volume)?.endedOn ?? null;
    refuseIf(endedOn !== null && endedOn < event.happenedOn && refusal('event.happenedOn', 'volume-ended'));
    const id =
      known?.id ?? addRecipient(db, {...must(fresh).kept, diagnosis: null, ethnicity: null, socialStatus: null});
    const added = addPlacement(db, {recipientId: id, journalId: volume, archive}, event);
    keepConditions(db, added.placementId, event, admission);
    return {recipientId: id, ...added};
  },

  events({db}, {placementId}) {
    orMissing(findPlacement(db, placementId));
    return eventsOf(db, placementId).map(event => eventViewOf(db, event));
  },

  record({db, today}, {placementId, event: typed, admission}) {
    const placement = orMissing(findPlacement(db, placementId));
    const event = keepEvent({...typed, kind: comesBack(db, placement.recipientId, typed.kind)});
    const others = eventsOf(db, placementId);
    refuseIf(
      eventRefusals(event, today, 'event.'),
      // Its words say more of a mark of the queue.
      orElse(newMarkRefusals(db, event, others, 'event.'), () =>
        problemOf(event, others, bornOnOf(db, placement), 'event.'),
      ),
    );
    const id = addEvent(db, placement, event);
    keepConditions(db, placementId, event, admission);
    return {id, stamp: recordStamp(db, id)};
  },

  archive({db}, {placementId}) {
    const {archive} = orMissing(findPlacement(db, placementId));
    return {stamp: recordStamp(db, placementId), archive};
  },

  setArchive({db}, {placementId, seen, archive}) {
    orMissing(findPlacement(db, placementId));
    refuseChanged(seen, recordStamp(db, placementId));
    writeArchive(db, placementId, archive);
    return {id: placementId, stamp: recordStamp(db, placementId)};
  },

  correct({db, today}, {eventId, seen, ...typed}) {
    const row = orMissing(findEvent(db, eventId));
    refuseChanged(seen, recordStamp(db, eventId));
    const event = keepEvent({...typed, kind: row.kind});
    const others = eventsOf(db, row.placementId).filter(other => other.id !== eventId);
    const placement = must(findPlacement(db, row.placementId));
    refuseIf(
      eventRefusals(event, today, ''),
      orElse(problemOf({...event, position: row.position}, others, bornOnOf(db, placement), ''), () =>
        mendedMarkRefusals(db, row, event, others),
      ),
      !stillFollow([...others, row], [...others, {...event, position: row.position}], otherRows(db, placement)) &&
        refusal('happenedOn', 'event-before-previous'),
    );
    const {kind: _kind, ...values} = event;
    writeEvent(db, placement, eventId, values);
    return {id: eventId, stamp: recordStamp(db, eventId)};
  },

  takeBack({db}, {eventId, seen}) {
    const row = orMissing(findEvent(db, eventId));
    refuseChanged(seen, recordStamp(db, eventId));
    const ordered = inOrder(eventsOf(db, row.placementId));
    const rest = ordered.slice(0, -1);
    const left = summarise(rest);
    const placement = must(findPlacement(db, row.placementId));
    refuseIf(
      // Nor may an earlier row be opened again under one that came after it.
      (ordered.at(-1)?.id !== eventId || !stillFollow(ordered, rest, otherRows(db, placement))) &&
        refusal('', 'event-is-not-last'),
      (left?.admittedOn ?? null) === null &&
        placementHasPlans(db, row.placementId) &&
        refusal('', 'placement-has-plans'),
    );
    removeEvent(db, placement, eventId);
    return {};
  },
};

/** The newest volume; the first one is begun when it is needed. */
export function currentVolume(db: WritableDb, today: IsoDate): string {
  return newestVolume(db)?.id ?? addVolume(db, {begunOn: today, endedOn: null});
}

/** What was answered of the conditions of admission; null: nobody looked at them. */
function keepConditions(db: WritableDb, placementId: string, event: EventDraft, given: AdmissionGiven | null): void {
  if (given === null) return;
  const isAdmitted = statusAfter[event.kind] === 'receiving';
  keepAdmission(db, {placementId, on: event.happenedOn, given, isAdmitted, at: 'admission.'});
}

function keepEvent(typed: EventDraft): EventDraft {
  return {
    kind: typed.kind,
    happenedOn: typed.happenedOn,
    orderNumber: lineOrNull(typed.orderNumber),
    reason: lineOrNull(typed.reason),
    destination: lineOrNull(typed.destination),
    until: hasArrival(typed.kind) ? (typed.until ?? null) : null,
  };
}

/** One who was here before and had left comes back: column 9 carries the mark «қайтып келді / возвратился». */
function comesBack(db: ReadableDb, recipientId: string, kind: EventDraft['kind']): EventDraft['kind'] {
  if (kind !== 'admitted') return kind;
  const wasHere = placementsOf(db, recipientId).some(
    ({state}) => state.admittedOn !== null && nextEventKinds(state.status).length === 0,
  );
  return wasHere ? 'readmitted' : 'admitted';
}

/** Nobody stands in the journal twice at once, and nobody comes again before leaving. */
function stillHere(db: ReadableDb, recipientId: string, happenedOn: IsoDate): Refusal[] {
  const current = currentPlacement(db, recipientId);
  if (current === undefined) return [];
  if (nextEventKinds(current.status).length > 0) return [refusal('recipientId', 'event-not-allowed')];
  return happenedOn < current.since ? [refusal('event.happenedOn', 'event-before-previous')] : [];
}

function otherRows(db: ReadableDb, {id, recipientId}: PlacementRow): (readonly Placed[])[] {
  return placementsOf(db, recipientId)
    .filter(({state}) => state.placementId !== id)
    .map(({events}) => events);
}

/**
 * Whether a change leaves the rows of a person one after another. Where two entries of one person were made one, they may
 * lie over each other already: then whatever mends them is let through.
 */
function stillFollow(
  before: readonly Placed[],
  after: readonly Placed[],
  others: readonly (readonly Placed[])[],
): boolean {
  return rowsFollow([after, ...others]) || !rowsFollow([before, ...others]);
}

export function eventRefusals(event: EventDraft, today: IsoDate, at: string): Refusal[] {
  return [
    ...(farAhead(event.happenedOn, today) ? [refusal(`${at}happenedOn`, 'date-in-future')] : []),
    // Nobody is waited for more than a year: the year is mistyped.
    ...(event.until && farAhead(event.until, today) ? [refusal(`${at}until`, 'malformed')] : []),
    // That somebody did not come is known only when the day is there.
    ...(event.kind === 'no-show' && event.happenedOn > today ? [refusal(`${at}happenedOn`, 'date-in-future')] : []),
    ...lengthRefusals([
      [`${at}orderNumber`, event.orderNumber, longest.orderNumber],
      [`${at}reason`, event.reason, longest.reason],
      [`${at}destination`, event.destination, longest.destination],
    ]),
  ];
}

function orElse(found: Refusal[], otherwise: () => Refusal[]): Refusal[] {
  return found.length > 0 ? found : otherwise();
}

type Placed = Pick<EventDraft, 'kind' | 'happenedOn'> & {readonly position: number};

/** A new event stands after those of the same day. */
export function problemOf(
  event: Omit<Placed, 'position'> & {readonly position?: number},
  others: readonly Placed[],
  bornOn: IsoDate | null,
  at: string,
): Refusal[] {
  const position = event.position ?? Math.max(-1, ...others.map(other => other.position)) + 1;
  const problem = eventProblem({...event, position}, others, bornOn);
  if (problem === null) return [];
  return [refusal(problem === 'event-not-allowed' ? `${at}kind` : `${at}happenedOn`, problem)];
}

function bornOnOf(db: ReadableDb, placement: PlacementRow): IsoDate | null {
  return must(findRecipient(db, placement.recipientId)).bornOn;
}

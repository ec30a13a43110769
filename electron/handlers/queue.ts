import {daysBetween} from '../../domain/dates.ts';
import {inOrder} from '../../domain/placement.ts';
import {marksAfter, nextInQueue, outOfTurnProblem, queueOf, type QueueEntry} from '../../domain/queue.ts';
import {queueGrounds} from '../../domain/queue-words.ts';
import {must} from '../../domain/assert.ts';
import {writeOutOfTurn} from '../../db/commands/queue.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {findFacility} from '../../db/queries/facility.ts';
import {findPlacement, findPlacementState} from '../../db/queries/journal.ts';
import {programmesOf, queuedRows, queueEvents, type QueuedRow} from '../../db/queries/queue.ts';
import {findRecipient} from '../../db/queries/recipient.ts';
import {recordStamp} from '../../db/queries/stamps.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import type {queueCalls, QueuePlaceView} from '../contract/queue.ts';
import type {AreaHandlers} from './context.ts';
import {portalHandlers} from './portal.ts';
import {orMissing, refusal, refuseChanged, refuseIf} from './refusals.ts';

export const queueHandlers: AreaHandlers<typeof queueCalls> = {
  get({db, today}) {
    const type = findFacility(db)?.type;
    const outOfTurnGround = queueGrounds.outOfTurn;
    if (type === undefined) {
      return {organisationType: null, places: [], next: {first: null, ready: null}, outOfTurnGround};
    }
    const {queue, places} = placesOf(db, type, today);
    const {first, ready} = nextInQueue(queue);
    const next = {first: first?.placementId ?? null, ready: ready?.placementId ?? null};
    return {organisationType: type, places, next, outOfTurnGround};
  },

  setOutOfTurn({db, today}, {placementId, seen, ground}) {
    const placement = orMissing(findPlacement(db, placementId));
    refuseChanged(seen, recordStamp(db, placementId));
    const type = findFacility(db)?.type;
    const {bornOn} = must(findRecipient(db, placement.recipientId));
    const problem = ground === null || type === undefined ? null : outOfTurnProblem(bornOn, type, today);
    refuseIf(
      findPlacementState(db, placementId)?.status !== 'queued' && refusal('', 'event-not-allowed'),
      problem !== null && refusal('ground', `queue-${problem.code}`),
    );
    writeOutOfTurn(db, placementId, ground);
    return {id: placementId, stamp: recordStamp(db, placementId)};
  },

  ...portalHandlers,
};

/** The queue in its order; nobody where the organisation has not been named yet. */
export function queuePlaces(db: ReadableDb, today: string): QueuePlaceView[] {
  const type = findFacility(db)?.type;
  return type === undefined ? [] : placesOf(db, type, today).places;
}

function placesOf(db: ReadableDb, type: OrganisationType, today: string) {
  const rows = new Map(queuedRows(db).map(row => [row.placementId, row]));
  const entries = entriesOf(db, rows, today);
  const queue = queueOf([...entries.values()], type, today);
  const places = queue.map(({placementId, ...place}): QueuePlaceView => {
    const row = must(rows.get(placementId));
    const last = inOrder(must(entries.get(placementId)).events).at(-1)?.kind ?? null;
    return {
      placementId,
      stamp: recordStamp(db, placementId),
      recipientId: row.recipientId,
      rowNumber: row.rowNumber,
      place: place.place,
      name: {surname: row.surname, firstName: row.firstName, patronymic: row.patronymic},
      bornOn: row.bornOn,
      category: row.category,
      queuedOn: place.queuedOn,
      waitedDays: Math.max(0, daysBetween(place.queuedOn, today)),
      state: place.state,
      arriveBy: place.arriveBy,
      programme: place.programme,
      programmeTo: row.programmeTo,
      outOfTurn: row.outOfTurn,
      mayBeOutOfTurn: outOfTurnProblem(row.bornOn, type, today) === null,
      ground: place.ground,
      next: marksAfter(last, type),
    };
  });
  return {queue, places};
}

/** Those who wait, and of those who have left the queue what the order of the others follows from. */
function entriesOf(db: ReadableDb, rows: ReadonlyMap<string, QueuedRow>, today: string): Map<string, QueueEntry> {
  return new Map(
    [...queueEvents(db)].map(([placementId, events]) => {
      const row = rows.get(placementId);
      return [
        placementId,
        {
          placementId,
          position: row?.rowNumber ?? 0,
          events,
          programmes: row === undefined ? [] : programmesAt(db, row, today),
          outOfTurn: row?.outOfTurn ?? null,
        },
      ];
    }),
  );
}

/** The programme of the card, and the earlier ones that it renewed: those that had run out when it did not yet. */
function programmesAt(db: ReadableDb, row: QueuedRow, today: string): QueueEntry['programmes'] {
  const {programmeFrom: from, programmeTo: to} = row;
  if (from === null && to === null) return [];
  const earlier = programmesOf(db, row.recipientId).filter(
    term => term.to !== null && term.to < today && (to === null || term.to < to),
  );
  return [...earlier, {from, to}];
}

import type {PlacementEventKind} from '../../domain/placement.ts';
import type {QueueEvent} from '../../domain/queue.ts';
import type {OutOfTurnGround} from '../../domain/queue-words.ts';
import type {RecipientCategory} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../connection.ts';

/** One who waits, with the facts that the queue shows. */
export interface QueuedRow {
  readonly placementId: string;
  readonly recipientId: string;
  readonly rowNumber: number;
  readonly outOfTurn: OutOfTurnGround | null;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
  readonly bornOn: string | null;
  readonly category: RecipientCategory | null;
  readonly programmeFrom: string | null;
  readonly programmeTo: string | null;
}

export function queuedRows(db: ReadableDb): QueuedRow[] {
  return db
    .prepare<QueuedRow>(
      `SELECT s.placement_id AS placementId, s.recipient_id AS recipientId, s.row_number AS rowNumber,
        p.out_of_turn AS outOfTurn, r.surname, r.first_name AS firstName, r.patronymic, r.born_on AS bornOn, r.category,
        r.programme_from AS programmeFrom, r.programme_to AS programmeTo
      FROM placement_state s
      CROSS JOIN placement p ON p.id = s.placement_id
      CROSS JOIN recipient r ON r.id = s.recipient_id
      WHERE s.status = 'queued'`,
    )
    .all();
}

interface EventRow {
  readonly placementId: string;
  readonly kind: PlacementEventKind;
  readonly happenedOn: string;
  readonly position: number;
  readonly arriveBy: string | null;
}

/**
 * The events that the queue follows from, by placement: of those who wait, and, once anybody has not come, of all who
 * may have got that place since.
 */
export function queueEvents(db: ReadableDb): ReadonlyMap<string, readonly QueueEvent[]> {
  const passedOn = db
    .prepare<{day: string | null}>("SELECT min(happened_on) AS day FROM placement_event WHERE kind = 'no-show'")
    .get()?.day;
  const rows = db
    .prepare<EventRow>(
      `SELECT e.placement_id AS placementId, e.kind, e.happened_on AS happenedOn, e.position, e.until AS arriveBy
      FROM placement_event e
      CROSS JOIN placement_state s ON s.placement_id = e.placement_id
      WHERE e.kind IN ('queued', 'called', 'postponed', 'no-show', 'admitted', 'readmitted', 'withdrawn')
        AND (s.status = 'queued'
          OR e.placement_id IN (SELECT placement_id FROM placement_event WHERE happened_on >= ?))`,
    )
    .all(passedOn ?? '9999-12-31');
  return Map.groupBy(rows, row => row.placementId);
}

interface Term {
  readonly from: string | null;
  readonly to: string | null;
}

/** The terms of the rehabilitation programme that a person's card has had, from the first; the log keeps them. */
export function programmesOf(db: ReadableDb, recipientId: string): Term[] {
  const rows = db
    .prepare<{patch: string}>(
      "SELECT patch FROM change WHERE row_id = ? AND table_name = 'recipient' AND op <> 'delete' ORDER BY seq",
    )
    .all(recipientId);
  const terms: Term[] = [];
  let now: Term = {from: null, to: null};
  for (const {patch} of rows) {
    const {programme_from: from, programme_to: to} = JSON.parse(patch) as Record<string, string | null | undefined>;
    const next: Term = {from: from === undefined ? now.from : from, to: to === undefined ? now.to : to};
    if (next.from !== now.from || next.to !== now.to) terms.push(next);
    now = next;
  }
  return terms;
}

import {inOrder, type PlacementEventKind} from '../../domain/placement.ts';
import {queueProblem, type QueueEvent} from '../../domain/queue.ts';
import type {QueueProblemCode} from '../../domain/queue-words.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import type {EventDraft} from '../../db/commands/journal.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {findFacility} from '../../db/queries/facility.ts';
import type {PlacementEventRow} from '../../db/queries/journal.ts';
import {refusal, type Refusal} from './refusals.ts';

/** The marks of the queue, as the journal lets them in (domain/queue.ts has the rules). */

/** Whether a mark has a last day to arrive. */
export function hasArrival(kind: PlacementEventKind): boolean {
  return kind === 'called' || kind === 'postponed';
}

/** Why a mark of the queue cannot be entered after the others. Of other marks it says nothing. */
export function newMarkRefusals(
  db: ReadableDb,
  event: EventDraft,
  others: readonly PlacementEventRow[],
  at: string,
): Refusal[] {
  const type = findFacility(db)?.type;
  if (type === undefined) return [];
  if (!isOfQueue(event.kind)) return [];
  const position = Math.max(-1, ...others.map(other => other.position)) + 1;
  const problem = queueProblem(asQueueEvent({...event, position}), entryOf(inOrder(others).map(asQueueEvent)), type);
  return problem === null ? [] : [refusal(`${at}${fieldOf[problem.code]}`, `queue-${problem.code}`)];
}

/**
 * Why a mark cannot be mended so: it would break a rule itself, or the mark after it would. What was so before (the
 * organisation has become one of another type) keeps nobody from mending the rest.
 */
export function mendedMarkRefusals(
  db: ReadableDb,
  row: PlacementEventRow,
  event: EventDraft,
  others: readonly PlacementEventRow[],
): Refusal[] {
  const type = findFacility(db)?.type;
  if (type === undefined) return [];
  const before = problemsOf([...others, row], type);
  const after = problemsOf([...others, {...row, ...event, until: event.until ?? null}], type);
  return [...after]
    .filter(([id, code]) => before.get(id) !== code)
    .slice(0, 1)
    .map(([id, code]) =>
      id === row.id
        ? refusal(fieldOf[code], `queue-${code}`)
        : refusal(hasArrival(row.kind) ? 'until' : 'happenedOn', 'event-before-previous'),
    );
}

/** Which marks break which rule, by their ids, in order. */
function problemsOf(marks: readonly PlacementEventRow[], type: OrganisationType): Map<string, QueueProblemCode> {
  const ordered = inOrder(marks);
  const found = new Map<string, QueueProblemCode>();
  for (const [index, mark] of ordered.entries()) {
    if (!isOfQueue(mark.kind)) continue;
    const before = ordered.slice(0, index).map(asQueueEvent);
    const problem = queueProblem(asQueueEvent(mark), entryOf(before), type);
    if (problem !== null) found.set(mark.id, problem.code);
  }
  return found;
}

function isOfQueue(kind: PlacementEventKind): boolean {
  return hasArrival(kind) || kind === 'no-show';
}

function asQueueEvent({
  kind,
  happenedOn,
  position,
  until = null,
}: EventDraft & {readonly position: number}): QueueEvent {
  return {kind, happenedOn, position, arriveBy: until};
}

function entryOf(events: readonly QueueEvent[]): Parameters<typeof queueProblem>[1] {
  return {placementId: '', position: 0, events, programmes: [], outOfTurn: null};
}

/** Beside which field a problem is told. */
const fieldOf: Record<QueueProblemCode, 'kind' | 'happenedOn' | 'until' | 'ground'> = {
  'not-called': 'kind',
  'before-previous': 'happenedOn',
  'arrival-in-past': 'until',
  'postponement-elsewhere': 'kind',
  'postponed-twice': 'kind',
  'postponed-too-far': 'until',
  'postponed-late': 'happenedOn',
  'not-later': 'until',
  'still-may-come': 'happenedOn',
  'out-of-turn-elsewhere': 'ground',
  'out-of-turn-under-age': 'ground',
};

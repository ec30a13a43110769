import type {PlacementEventKind} from '../../domain/placement.ts';
import type {QueueEntry} from '../../domain/queue.ts';

export type Step = [kind: PlacementEventKind, on: string, arriveBy?: string];

export function entry(
  placementId: string,
  position: number,
  steps: Step[],
  known: Partial<QueueEntry> = {},
): QueueEntry {
  const events = steps.map(([kind, happenedOn, arriveBy = null], at) => ({kind, happenedOn, position: at, arriveBy}));
  return {placementId, position, events, programmes: [], outOfTurn: null, ...known};
}

/** Two who were put in the queue, A two days before B. */
export const a: Step = ['queued', '2026-01-10'];
export const b: Step = ['queued', '2026-01-12'];

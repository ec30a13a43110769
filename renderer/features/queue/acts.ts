import type {PlacementEventKind} from '../../../domain/placement.ts';
import type {QueuePlaceView} from '../../../electron/contract/queue.ts';

/** The place was offered, and the last day to arrive is past. */
export function isLate({state, arriveBy}: QueuePlaceView, day: string): boolean {
  return state === 'called' && arriveBy !== null && arriveBy < day;
}

/** What is likely to be next for a person; the other acts stand in the menu. */
export function nearestAct(place: QueuePlaceView, day: string): PlacementEventKind | undefined {
  const wanted = place.state === 'called' ? (isLate(place, day) ? 'no-show' : 'admitted') : 'called';
  return place.next.find(kind => kind === wanted);
}

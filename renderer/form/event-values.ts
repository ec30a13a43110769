import {z} from 'zod';
import type {PlacementEventKind} from '../../domain/placement.ts';
import type {PlacementEventView} from '../../electron/contract/journal.ts';
import {raw, typed} from './typed.ts';

export const eventSchema = z.object({
  happenedOn: typed.requiredDate(),
  orderNumber: typed.line(50),
  reason: typed.line(500),
  destination: typed.line(500),
  until: typed.date(),
});
export type EventRaw = z.input<typeof eventSchema>;

export function eventRaw(event: PlacementEventView | null, today: string): EventRaw {
  return {
    happenedOn: event?.happenedOn ?? today,
    orderNumber: raw.text(event?.orderNumber),
    reason: raw.text(event?.reason),
    destination: raw.text(event?.destination),
    until: raw.text(event?.until),
  };
}

interface Asked {
  readonly order?: true;
  readonly reason?: true;
  readonly destination?: true;
  /** The last day to arrive: of a place that is offered, or the new one. */
  readonly until?: 'called' | 'postponed';
}

/** What each mark asks for beside its day (Appendix 2, columns 9-14; the queue). */
export const asked: Record<PlacementEventKind, Asked> = {
  'queued': {},
  'called': {until: 'called'},
  'postponed': {until: 'postponed', reason: true},
  'no-show': {reason: true},
  'admitted': {order: true},
  'readmitted': {order: true},
  'left': {order: true, reason: true, destination: true},
  'came-back': {order: true},
  'transferred': {order: true, reason: true, destination: true},
  'discharged': {order: true, reason: true, destination: true},
  'withdrawn': {reason: true},
};

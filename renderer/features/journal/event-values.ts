import {z} from 'zod';
import type {PlacementEventKind} from '../../../domain/placement.ts';
import type {PlacementEventView} from '../../../electron/contract/journal.ts';
import {raw, typed} from '../../form/typed.ts';

export const eventSchema = z.object({
  happenedOn: typed.requiredDate(),
  orderNumber: typed.line(50),
  reason: typed.line(500),
  destination: typed.line(500),
});
export type EventRaw = z.input<typeof eventSchema>;

export function eventRaw(event: PlacementEventView | null, today: string): EventRaw {
  return {
    happenedOn: event?.happenedOn ?? today,
    orderNumber: raw.text(event?.orderNumber),
    reason: raw.text(event?.reason),
    destination: raw.text(event?.destination),
  };
}

/** What each mark asks for beside its day (Appendix 2, columns 9-14). */
export const asked: Record<PlacementEventKind, {order: boolean; reason: boolean; destination: boolean}> = {
  'queued': {order: false, reason: false, destination: false},
  'admitted': {order: true, reason: false, destination: false},
  'readmitted': {order: true, reason: false, destination: false},
  'left': {order: true, reason: true, destination: true},
  'came-back': {order: true, reason: false, destination: false},
  'transferred': {order: true, reason: true, destination: true},
  'discharged': {order: true, reason: true, destination: true},
  'withdrawn': {order: false, reason: true, destination: false},
};

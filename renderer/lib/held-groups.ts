import type {HeldChange} from '../../electron/contract/exchange.ts';

/** As it is worded: reference data that its registry did not sign is more than a row of somebody else's. */
export type HeldReason = HeldChange['reason'] | 'not-sealed';

/** What a person has to decide comes first, what comes right by itself last. */
const order: readonly HeldReason[] = [
  'mass-deletion',
  'not-sealed',
  'collision',
  'broken-rule',
  'malformed',
  'frozen',
  'not-yours',
  'unknown-table',
  'missing-parent',
  'waits',
];

export interface HeldGroup {
  readonly reason: HeldReason;
  readonly changes: readonly HeldChange[];
}

/** What waits, by why: the same words are told once. */
export function heldGroups(changes: readonly HeldChange[]): HeldGroup[] {
  return order
    .map(reason => ({reason, changes: changes.filter(change => heldReason(change) === reason)}))
    .filter(group => group.changes.length > 0);
}

function heldReason({table, reason}: HeldChange): HeldReason {
  return reason === 'not-yours' && table === 'reference' ? 'not-sealed' : reason;
}

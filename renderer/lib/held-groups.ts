import type {HeldChange} from '../../electron/contract/exchange.ts';

type Reason = HeldChange['reason'];

/** What a person has to decide comes first, what comes right by itself last. */
const order: readonly Reason[] = [
  'mass-deletion',
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
  readonly reason: Reason;
  readonly changes: readonly HeldChange[];
}

/** What waits, by why: the same words are told once. */
export function heldGroups(changes: readonly HeldChange[]): HeldGroup[] {
  return order
    .map(reason => ({reason, changes: changes.filter(change => change.reason === reason)}))
    .filter(group => group.changes.length > 0);
}

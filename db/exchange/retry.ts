import type {Connection} from '../connection.ts';
import {recountStale} from '../deadlines/recount.ts';
import {refreshPlacementState} from '../placement-state.ts';
import {tryHeldAgain, type Tally} from './page.ts';
import {knownRegistry, type SealCheck} from './partners.ts';
import {approveDeletions} from './quarantine.ts';

export interface Retry {
  /** The day where the person sits. */
  readonly today: string;
  /** A person lets the deletions go on that wait. */
  readonly withDeletions: boolean;
  readonly isSealed: SealCheck;
}

/** Tries what waits once more, without a parcel: its cause may be gone, or a person has decided. */
export function retryHeld(connection: Connection, {today, withDeletions, isSealed}: Retry): Tally {
  return connection.integrate(log => {
    if (withDeletions) approveDeletions(log);
    const people = new Set<string>();
    const tally = tryHeldAgain(log, {registry: knownRegistry(log.db, isSealed), newer: false, people});
    for (const id of people) refreshPlacementState(log.db, id);
    recountStale(log.db, today);
    return tally;
  });
}

import type {ReadableDb} from '../../db/connection.ts';
import {activePartners} from '../../db/exchange/partners.ts';
import {LaneStop, newTally} from '../../registry/lane/outcome.ts';
import {exchangeOverFolder} from '../../registry/lane/stick-lane.ts';
import {enrolOverFolder, type StickEnrolment} from './exchange-enrolment.ts';
import type {LaneResult, Working} from './exchange-outcome.ts';

/** For whom a stick is written: the other PCs, and the registry, which need not be reached by network. */
export function stickPartners(db: ReadableDb): string[] {
  return [...activePartners(db, 'registry'), ...activePartners(db, 'pc')].map(({id}) => id);
}

/** A run by stick: first the registry's answer to this PC, so that what it gave beside it is taken in at once; then parcels. */
export async function overStick(working: Working, folder: string): Promise<LaneResult> {
  const {connection, secrets, signal, onProgress, now} = working;
  let enrolment: StickEnrolment | undefined;
  try {
    enrolment = await enrolOverFolder(connection, folder, {secrets, now});
  } catch (error) {
    if (error instanceof LaneStop) return {problem: error.problem, tally: newTally()};
    throw error;
  }
  const result = await overPartners();
  if (enrolment === undefined) return result;
  if (enrolment.state === 'taken-in') return {...result, enrolment: 'taken-in'};
  const refused = enrolment.state === 'refused' ? [enrolment, ...(result.refused ?? [])] : (result.refused ?? []);
  return {...result, refused, enrolment: 'asked'};

  async function overPartners(): Promise<LaneResult> {
    const partners = stickPartners(connection.readable);
    // Whoever only asks to be taken in has no facility that others could know.
    if (partners.length === 0) return {problem: null, tally: newTally()};
    const store = working.openStore();
    return exchangeOverFolder({store, facility: store.facility, secrets, folder, partners, signal, onProgress});
  }
}

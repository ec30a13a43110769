import {jsonType, paths} from '../../registry/parcel/wire.ts';
import {LaneStop} from '../../registry/lane/outcome.ts';
import type {AuditEnd} from '../../registry/protocol/audit-end.ts';
import {shortAnswer} from './answer.ts';
import type {SignedFetch} from './signed-fetch.ts';

/**
 * Tells the registry the end of the audit. Nothing hangs on the answer: an older registry does not know the place, and a
 * line that breaks is noticed by what follows; the next exchange tells a later end.
 */
export async function tellAuditEnd(fetch: SignedFetch, end: AuditEnd, signal: AbortSignal): Promise<void> {
  const body = Buffer.from(JSON.stringify(end));
  try {
    await fetch(
      {method: 'PUT', path: paths.auditEnd, headers: {'content-type': jsonType}, body, most: shortAnswer},
      signal,
    );
  } catch (error) {
    if (!(error instanceof LaneStop)) throw error;
  }
}

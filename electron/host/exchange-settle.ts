import type {Connection, WritableDb} from '../../db/connection.ts';
import {facilityOf, writeCopied, writeFacilityId} from '../../db/exchange/identity.ts';
import {beginJoining, endJoining, hasRecipients} from '../../db/exchange/joining.ts';
import {acquaint, activePartners, changePartner} from '../../db/exchange/partners.ts';
import type {EnrolReply} from '../../registry/protocol/enrolment.ts';
import type {LaneResult, Run} from './exchange-outcome.ts';

/** What the answer of a registry and the end of a run mean for this PC, each kept in one transaction. */

const program = {accountId: null};

/** What a run has found out: that this database was copied, or that the first load is whole. */
export function settle(connection: Connection, {lane}: Run, {problem, applied = 0}: LaneResult): void {
  if (problem?.code === 'copied' && problem.by === 'them') connection.transact(db => writeCopied(db, true), program);
  if (problem !== null || (lane === 'stick' && applied === 0)) return;
  connection.transact(db => endJoining(db, {whole: lane === 'network'}), program);
}

/**
 * Keeps the registry that has taken this PC in, and the id that it gave to the facility. False, and nothing is kept: this PC
 * exchanges with other PCs under another id, which would be torn apart.
 */
export function keepRegistry(
  db: WritableDb,
  {facility, registry, hasData}: EnrolReply,
  {url, certificate}: {url: string; certificate: string | null},
): boolean {
  const known = facilityOf(db);
  if (known !== undefined && known !== facility.id && activePartners(db, 'pc').length > 0) return false;
  for (const {id} of activePartners(db, 'registry')) if (id !== registry.node) changePartner(db, id, {state: 'left'});
  acquaint(db, {id: registry.node, kind: 'registry', name: registry.name, keys: registry.keys, url, certificate});
  writeFacilityId(db, facility.id);
  if (hasData && !hasRecipients(db)) beginJoining(db);
  return true;
}

import type {Connection, WritableDb} from '../../db/connection.ts';
import {facilityOf, isCopied, writeFacilityId} from '../../db/exchange/identity.ts';
import {beginJoining, hasRecipients} from '../../db/exchange/joining.ts';
import {acquaint, activePartners, changePartner} from '../../db/exchange/partners.ts';
import {findFacility} from '../../db/queries/facility.ts';
import {publicKeysOf, type NodeSecrets} from '../../registry/parcel/keys.ts';
import type {EnrolReply} from '../../registry/protocol/enrolment.ts';
import type {ExchangeProblem} from '../contract/exchange.ts';
import {enrol} from '../exchange/enrol.ts';
import type {EnrolWish} from '../handlers/exchange-port.ts';

export interface EnrolmentAnswer {
  readonly problem: ExchangeProblem | null;
  /** The facility has data there. */
  readonly hasData: boolean;
}

/** Asks a registry to take this PC in, and keeps what it answers, in one transaction. */
export async function enrolAt(
  connection: Connection,
  {url, code, name, certificate}: EnrolWish,
  {secrets, signal, now}: {secrets: NodeSecrets; signal: AbortSignal; now: () => number},
): Promise<EnrolmentAnswer> {
  const {readable: db, node} = connection;
  // Whoever has this name shares it with another database: a registry takes in neither.
  if (isCopied(db)) return refused('copied');
  const row = findFacility(db);
  const answer = await enrol({
    url,
    code,
    name,
    node,
    keys: await publicKeysOf(secrets),
    certificate: certificate ?? undefined,
    facility: row === undefined ? null : {type: row.type, nameKk: row.nameKk, nameRu: row.nameRu},
    signal,
    now,
  });
  if ('problem' in answer) return refused(answer.problem.code);
  const {reply} = answer;
  const isKept = connection.transact(writable => keepRegistry(writable, reply, {url, certificate}), {accountId: null});
  return isKept ? {problem: null, hasData: reply.hasData} : refused('other-facility');
}

function refused(problem: ExchangeProblem): EnrolmentAnswer {
  return {problem, hasData: false};
}

/**
 * Keeps the registry that has taken this PC in, and the id that it gave to the facility. False, and nothing is kept: this PC
 * exchanges with other PCs under another id, which would be torn apart.
 */
function keepRegistry(
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

import {basename} from 'node:path';
import type {Connection, ReadableDb, WritableDb} from '../../db/connection.ts';
import {dropRequest, enrolmentRequest, keepRequest} from '../../db/exchange/enrolment-request.ts';
import {facilityOf, isCopied, writeFacilityId} from '../../db/exchange/identity.ts';
import {beginJoining, hasRecipients} from '../../db/exchange/joining.ts';
import {acquaint, activePartners, changePartner, findPartner} from '../../db/exchange/partners.ts';
import {findFacility} from '../../db/queries/facility.ts';
import {publicKeysOf, type NodeSecrets} from '../../registry/parcel/keys.ts';
import {clearRequest, findAnswer, putRequest} from '../../registry/lane/enrolment-folder.ts';
import type {Problem} from '../../registry/lane/outcome.ts';
import {diskStop, findChosen} from '../../registry/lane/stick-folder.ts';
import type {EnrolReply, EnrolRequest} from '../../registry/protocol/enrolment.ts';
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
  const answer = await enrol({
    url,
    code,
    name,
    node,
    keys: await publicKeysOf(secrets),
    certificate: certificate ?? undefined,
    facility: namedFacility(db),
    signal,
    now,
  });
  if ('problem' in answer) return refused(answer.problem.code);
  const {reply} = answer;
  const isKept = connection.transact(writable => keepRegistry(writable, reply, {url, certificate}), {accountId: null});
  return isKept ? {problem: null, hasData: reply.hasData} : refused('other-facility');
}

function namedFacility(db: ReadableDb): EnrolRequest['facility'] {
  const row = findFacility(db);
  return row === undefined ? null : {type: row.type, nameKk: row.nameKk, nameRu: row.nameRu};
}

/** What a stick has brought of a request to be taken in: it stands there, was answered, or was refused (then it stands there, too). */
export type StickEnrolment =
  | {readonly state: 'asked' | 'taken-in'}
  | {readonly state: 'refused'; readonly name: string; readonly problem: Problem};

/** Takes in the registry's answer from a stick, or puts the request there. Undefined: nothing is asked. Throws `LaneStop`. */
export async function enrolOverFolder(
  connection: Connection,
  folder: string,
  {secrets, now}: {secrets: NodeSecrets; now: () => string},
): Promise<StickEnrolment | undefined> {
  const {readable: db, node} = connection;
  const request = enrolmentRequest(db);
  if (request === undefined) return undefined;
  const {codeHash, name} = request;
  const ask = {node, keys: await publicKeysOf(secrets), name, facility: namedFacility(db)};
  try {
    const stick = await findChosen(folder);
    const found = await findAnswer(stick, {ask, codeHash});
    const problem = found && takeAnswer(connection, found.answer);
    if (found !== undefined && problem === null) {
      await clearRequest(stick, node);
      return {state: 'taken-in'};
    }
    await putRequest(stick, {ask, codeHash}, secrets);
    connection.transact(writable => keepRequest(writable, {...request, writtenAt: now()}), {accountId: null});
    if (found === undefined || !problem) return {state: 'asked'};
    return {state: 'refused', name: basename(found.path), problem: {code: problem, by: 'them', detail: 'enrolment'}};
  } catch (error) {
    throw diskStop(error);
  }
}

/** Null: this PC is taken in. */
function takeAnswer(
  connection: Connection,
  answer: {readonly reply: EnrolReply} | {readonly problem: ExchangeProblem},
): ExchangeProblem | null {
  if ('problem' in answer) return answer.problem;
  const isKept = connection.transact(db => keepRegistry(db, answer.reply, {url: null, certificate: null}), {
    accountId: null,
  });
  return isKept ? null : 'other-facility';
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
  {url, certificate}: {url: string | null; certificate: string | null},
): boolean {
  const known = facilityOf(db);
  if (known !== undefined && known !== facility.id && activePartners(db, 'pc').length > 0) return false;
  for (const {id} of activePartners(db, 'registry')) if (id !== registry.node) changePartner(db, id, {state: 'left'});
  // A stick says nothing of an address: one that is known stays.
  const before = url === null ? findPartner(db, registry.node) : undefined;
  const address = before === undefined ? {url, certificate} : {url: before.url, certificate: before.certificate};
  acquaint(db, {id: registry.node, kind: 'registry', name: registry.name, keys: registry.keys, ...address});
  dropRequest(db);
  writeFacilityId(db, facility.id);
  if (hasData && !hasRecipients(db)) beginJoining(db);
  return true;
}

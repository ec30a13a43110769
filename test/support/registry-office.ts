import {onTestFinished} from 'vitest';
import {must} from '../../domain/assert.ts';
import {facilityOf, secretsOf, writeFacilityId, writeSecrets} from '../../db/exchange/identity.ts';
import {enrol} from '../../electron/exchange/enrol.ts';
import {handOverByNetwork, type HandoverOutcome} from '../../electron/exchange/handover-lane.ts';
import {makeHttp, type Fetch} from '../../electron/exchange/http.ts';
import {stop} from '../../registry/lane/outcome.ts';
import {makeSignedFetch} from '../../electron/exchange/signed-fetch.ts';
import {registryStore} from '../../electron/handlers/transfer/registry-store.ts';
import {createSealer} from '../../electron/transfer/sealer.ts';
import {makeNodeSecrets, publicKeysOf} from '../../registry/parcel/keys.ts';
import {addCode} from '../../registry/store/facilities.ts';
import type {TestServer} from '../registry/support/server.ts';
import type {Office} from './office.ts';

/** Takes the PC of an office into a facility of a registry, over the network. */
export async function enrolOffice(office: Office, server: TestServer, facilityId: string, now: () => number) {
  const {connection} = must(office.application.session());
  const secrets = await makeNodeSecrets();
  const {code} = await addCode(server.store, facilityId, now);
  const keys = await publicKeysOf(secrets);
  const enrolled = await enrol({
    url: server.address,
    code,
    node: connection.node,
    keys,
    name: 'ПК',
    facility: null,
    now,
  });
  if ('problem' in enrolled) throw new Error(enrolled.problem.detail);
  connection.integrate(({db}) => {
    writeFacilityId(db, enrolled.reply.facility.id);
    writeSecrets(db, secrets);
  });
}

export interface Cut {
  /** So many requests are answered; the line breaks at the next. */
  readonly after: number;
  /** The next request comes to the registry, and its answer does not come back. */
  readonly isAnswerLost: boolean;
}

export interface HandOverOptions {
  readonly now: () => number;
  readonly cut?: Cut;
  /** Told of each request, before it goes out. */
  readonly onRequest?: (path: string) => void;
}

/** What an exchange does with hand-overs, after its parcels. */
export async function handOver(
  office: Office,
  server: TestServer,
  {now, cut, onRequest}: HandOverOptions,
): Promise<HandoverOutcome> {
  const {connection, attachments, account} = must(office.application.session());
  const secrets = must(secretsOf(connection.readable));
  must(facilityOf(connection.readable));
  const http = makeHttp();
  onTestFinished(() => http.close());
  let asked = 0;
  const fetch: Fetch = async (question, signal) => {
    asked += 1;
    onRequest?.(question.url.pathname);
    const breaks = cut !== undefined && asked > cut.after;
    if (breaks && !(cut.isAnswerLost && asked === cut.after + 1)) throw stop('offline', 'cut');
    const answer = await http.fetch(question, signal);
    if (breaks) throw stop('offline', 'the answer was lost');
    return answer;
  };
  return handOverByNetwork({
    store: registryStore({
      connection,
      attachments,
      account,
      sealer: createSealer(),
      secret: secrets.box,
      now: () => new Date(now()).toISOString(),
      today: () => new Date(now()).toISOString().slice(0, 10),
    }),
    fetch: makeSignedFetch({url: server.address, node: connection.node, secrets, fetch, now}),
    now,
    wait: async () => undefined,
  });
}

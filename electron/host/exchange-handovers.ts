import type {Attachments} from '../../db/attachments/attachments.ts';
import {lastLink} from '../../db/queries/audit.ts';
import type {Connection} from '../../db/connection.ts';
import type {NodeSecrets} from '../../registry/parcel/keys.ts';
import {tellAuditEnd} from '../exchange/audit-end.ts';
import {handOverByNetwork, type HandoverOutcome} from '../exchange/handover-lane.ts';
import {makeHttp} from '../exchange/http.ts';
import {makeSignedFetch} from '../exchange/signed-fetch.ts';
import type {Account} from '../handlers/context.ts';
import {registryStore} from '../handlers/transfer/registry-store.ts';
import type {Sealer} from '../transfer/sealer.ts';
import {dayOf, type Clock} from './clock.ts';

export interface HandOverOptions {
  readonly connection: Connection;
  readonly attachments: Attachments;
  readonly account: Account;
  readonly registry: {readonly url: string; readonly certificate: string | undefined};
  readonly secrets: NodeSecrets;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What goes on after the parcels of an exchange: the end of the audit is told, then hand-overs. Rejects with what the database throws. */
export async function handOver({
  connection,
  attachments,
  account,
  registry: {url, certificate},
  secrets,
  sealer,
  clock,
  signal,
}: HandOverOptions): Promise<HandoverOutcome> {
  const http = makeHttp({certificate});
  const now = (): number => clock().getTime();
  const fetch = makeSignedFetch({url, node: connection.node, secrets, fetch: http.fetch, now});
  try {
    await tellAuditEnd(fetch, lastLink(connection.readable), signal);
    return await handOverByNetwork({
      store: registryStore({
        connection,
        attachments,
        account,
        sealer,
        secret: secrets.box,
        now: () => clock().toISOString(),
        today: () => dayOf(clock()),
      }),
      fetch,
      now,
      signal,
    });
  } finally {
    http.close();
  }
}

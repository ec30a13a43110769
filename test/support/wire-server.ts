import {createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse} from 'node:http';
import {createServer as createSecureServer} from 'node:https';
import {buffer} from 'node:stream/consumers';
import type {AddressInfo} from 'node:net';
import {onTestFinished} from 'vitest';
import {networkLimits, openParcel} from '../../registry/parcel/open.ts';
import {packParcel} from '../../registry/parcel/pack.ts';
import {ParcelError} from '../../registry/parcel/parcel-error.ts';
import {jsonType, parcelType, paths} from '../../registry/parcel/wire.ts';
import {exchangeErrors, type ExchangeError} from '../../registry/protocol/errors.ts';
import type {MemoryStore} from './memory-store.ts';
import type {TestNode} from './parcels.ts';

export type Answering = (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<void> | void;

export interface WireServer {
  readonly url: string;
  readonly port: number;
  /** What was asked, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** A real server on this computer that answers as it is told. */
export async function startServer(
  answer: Answering,
  certificate?: {readonly key: string; readonly cert: string},
): Promise<WireServer> {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    buffer(request)
      .then(body => answer(request, response, body))
      .catch(() => response.destroy());
  };
  const server: Server = certificate === undefined ? createServer(listener) : createSecureServer(certificate, listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  };
  return {url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`, port, asked, close};
}

/** The same for a test, which closes it at its end. */
export async function testServer(...of: Parameters<typeof startServer>): Promise<WireServer> {
  const server = await startServer(...of);
  onTestFinished(() => server.close());
  return server;
}

export function refuse(response: ServerResponse, code: ExchangeError, headers: Record<string, string> = {}): void {
  response.writeHead(exchangeErrors[code].status, {'content-type': `${jsonType}; charset=utf-8`, ...headers});
  response.end(JSON.stringify({error: code}));
}

/** The registry's end of the network lane over a store in memory: takes a parcel in, answers with one. */
export function registryOver(
  store: MemoryStore,
  self: TestNode,
  page = {changes: 2_000, characters: 4_000_000},
): Answering {
  return async (request, response, body) => {
    if (request.url !== paths.exchange) return refuse(response, 'malformed');
    try {
      const {header, changes} = await openParcel(body, {
        own: self.secrets,
        self: self.id,
        keysOf: node => store.keysOf(node),
        limits: networkLimits,
      });
      const {verdict} = await store.incoming(header, [changes]);
      const keys = store.keysOf(header.from);
      if (verdict === 'copied' || keys === undefined) return refuse(response, 'copied');
      const reply = store.outgoing(header.from, page);
      const packed = await packParcel(reply.header, reply.changes, {own: self.secrets, to: keys});
      response.writeHead(200, {'content-type': parcelType, 'content-length': packed.length}).end(packed);
    } catch (error) {
      refuse(response, error instanceof ParcelError ? error.code : 'internal');
    }
  };
}

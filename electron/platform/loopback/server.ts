import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Topic} from '../../contract/kernel.ts';
import type {Dispatch} from '../../host/dispatch.ts';
import {pageHeaders, readPageFile} from '../../host/page-files.ts';
import {makeDoorkeeper} from './doorkeeper.ts';

/** A request larger than this is not one of ours: the longest form is far below. */
const bodyLimit = 32 * 1024 * 1024;

export interface LoopbackServer {
  readonly port: number;
  /** A URL that lets one browser in. */
  invite(): string;
  publish(topics: readonly Topic[]): void;
  close(): Promise<void>;
}

/** Serves the page and the calls on 127.0.0.1, and on no other address. */
export async function serve(options: {
  readonly port: number;
  readonly pageRoot: string;
  readonly dispatch: Dispatch;
}): Promise<LoopbackServer> {
  const {pageRoot, dispatch} = options;
  const listeners = new Set<ServerResponse>();
  const door = makeDoorkeeper(() => portOf(server));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!door.isOurAddress(request)) return refuse(response, 403);
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${portOf(server)}`);
    const token = url.searchParams.get('start');
    if (request.method === 'GET' && token !== null) {
      const cookie = door.admit(token);
      if (cookie === undefined && !door.isKnown(request)) return refuse(response, 403);
      response.writeHead(303, {
        'location': '/',
        'cache-control': 'no-store',
        ...(cookie ? {'set-cookie': cookie} : {}),
      });
      response.end();
      return;
    }
    if (!door.isKnown(request)) return refuse(response, 403);
    if (request.method === 'POST' && url.pathname.startsWith('/call/')) return call(request, response, url.pathname);
    if (request.method !== 'GET') return refuse(response, 405);
    if (url.pathname === '/changed') return listen(request, response);
    // Browsers ask for it unasked.
    if (url.pathname === '/favicon.ico') return refuse(response, 204);
    return page(response, url.pathname);
  }

  async function call(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    // A form of another page can post text, but cannot say that it is JSON without being asked for it first.
    if (request.headers['content-type'] !== 'application/json') return refuse(response, 415);
    const body = await readBody(request);
    if (body === undefined) return refuse(response, 413);
    const parsed = parse(body);
    const [, , area, name] = path.split('/');
    const named = typeof parsed === 'object' && parsed !== null ? {...parsed, area, call: name} : undefined;
    json(response, await dispatch(named));
  }

  function listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'});
    response.write(': here\n\n');
    listeners.add(response);
    request.on('close', () => listeners.delete(response));
  }

  async function page(response: ServerResponse, path: string): Promise<void> {
    const file = await readPageFile(pageRoot, path);
    if (file === undefined) return refuse(response, 404);
    response.writeHead(200, {
      ...pageHeaders,
      'content-type': file.type,
      'content-length': file.bytes.length,
      'cache-control': file.fixed ? 'private, max-age=31536000, immutable' : 'no-cache',
    });
    response.end(file.bytes);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) refuse(response, 500);
      else response.destroy();
    });
  });
  await listenOn(server, options.port);

  return {
    port: portOf(server),
    invite: () => `http://127.0.0.1:${portOf(server)}${door.invite()}`,
    publish(topics) {
      for (const listener of listeners) listener.write(`data: ${JSON.stringify(topics)}\n\n`);
    },
    close() {
      server.closeAllConnections();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({host: '127.0.0.1', port, exclusive: true}, resolve);
  });
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, {'cache-control': 'no-store', 'connection': 'close'});
  response.end();
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(value));
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > bodyLimit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import {
  Agent as PlainAgent,
  request as askPlainly,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import {Agent as SecureAgent, request as askSecurely} from 'node:https';
import type {Duplex} from 'node:stream';
import {connect, type TLSSocket} from 'node:tls';
import {stop} from '../../registry/lane/outcome.ts';

/** Where a path of the registry is. Throws `LaneStop`. */
export function addressOf(path: string, registry: string): URL {
  const url = URL.parse(path, registry);
  if (url === null) throw stop('no-address', 'the address of the registry is none');
  return url;
}

/** One request and its whole answer, within bounds: of bytes, and of the time that nothing moves. */
export interface Question {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** A promise: the connection is made meanwhile, which on a long line takes as long as a parcel's making. */
  readonly body?: Uint8Array | Promise<Uint8Array>;
  /** Bytes of the answer's body at most. */
  readonly most: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** Rejects with `LaneStop` (offline, timeout, not-understood, certificate, insecure-address, cancelled), with nothing else. */
export type Fetch = (question: Question, signal?: AbortSignal) => Promise<Answer>;

export interface HttpOptions {
  /** SHA-256 of the one certificate that is trusted, as hex; colons and case do not matter. */
  readonly certificate?: string | undefined;
  /** Milliseconds in which nothing moves. */
  readonly idle?: number;
  /** Milliseconds that one answer may take in all. */
  readonly whole?: number;
}

export interface Http {
  readonly fetch: Fetch;
  /** Lets the kept connections go. */
  readonly close: () => void;
}

const usualIdle = 60_000;
/** 4 MiB both ways at the speed of an old mobile line. */
const usualWhole = 20 * 60_000;

export function makeHttp({certificate, idle = usualIdle, whole = usualWhole}: HttpOptions = {}): Http {
  const plain = new PlainAgent({keepAlive: true, maxSockets: 2});
  const secure =
    certificate === undefined ? new SecureAgent({keepAlive: true, maxSockets: 2}) : pinnedAgent(certificate, idle);

  function ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const {method, url, headers, body} = question;
      const isSecure = url.protocol === 'https:';
      const request = (isSecure ? askSecurely : askPlainly)(url, {
        method,
        agent: isSecure ? secure : plain,
        timeout: idle,
        headers: {...headers},
        ...(signal === undefined ? {} : {signal}),
      });
      let cause: Error | undefined;
      // Whatever breaks after this broke because of it.
      const giveUpWith = (error: Error): void => {
        cause ??= error;
        request.destroy(cause);
      };
      const giveUp = (detail: string): void => giveUpWith(stop('timeout', detail));
      const fail = (error: Error): void => reject(cause ?? error);
      const timer = setTimeout(giveUp, whole, 'the whole took too long');
      request.once('timeout', () => giveUp('nothing moved'));
      request.once('close', () => clearTimeout(timer));
      request.once('error', fail);
      request.once('response', response => {
        readAll(response, question.most).then(
          bytes => resolve({status: response.statusCode ?? 0, headers: response.headers, body: bytes}),
          (error: Error) => {
            fail(error);
            request.destroy();
          },
        );
      });
      void sendWhenThere(request, body).catch(giveUpWith);
    });
  }

  return {
    async fetch(question, signal) {
      if (signal?.aborted === true) throw stop('cancelled', 'before it was asked');
      if (!isSafe(question.url)) throw stop('insecure-address', 'plain HTTP to another computer');
      try {
        return await ask(question, signal);
      } catch (error) {
        throw asStop(error, signal);
      }
    },
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}

async function sendWhenThere(request: ClientRequest, body: Question['body']): Promise<void> {
  const bytes = await body;
  if (bytes !== undefined) request.setHeader('content-length', bytes.length);
  request.end(bytes);
}

async function readAll(response: IncomingMessage, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) throw stop('not-understood', 'an answer without an end');
    pieces.push(piece);
  }
  if (!response.complete) throw stop('offline', 'half an answer');
  return Buffer.concat(pieces);
}

function isSafe({protocol, hostname}: URL): boolean {
  if (protocol === 'https:') return true;
  return protocol === 'http:' && (/^127(\.\d{1,3}){3}$/u.test(hostname) || ['[::1]', 'localhost'].includes(hostname));
}

const tlsTroubles = /^(ERR_TLS|ERR_SSL|CERT_|EPROTO|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH)/u;

function asStop(error: unknown, signal: AbortSignal | undefined): Error {
  if (signal?.aborted === true) return stop('cancelled', 'while it was asked');
  if (!(error instanceof Error)) return stop('offline', 'unknown');
  if (error.name === 'LaneStop') return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  // What is no HTTP at all answers as well.
  if (code.startsWith('HPE_')) return stop('not-understood', code);
  return stop(tlsTroubles.test(code) ? 'certificate' : 'offline', code);
}

/** Trusts one certificate, by its hash, whoever signed it: not a byte goes out before it was compared. */
function pinnedAgent(certificate: string, idle: number): SecureAgent {
  const agent = new SecureAgent({keepAlive: true, maxSockets: 2, maxCachedSessions: 0});
  const createConnection: SecureAgent['createConnection'] = (options, callback) => {
    const {host, port, servername} = options as {host: string; port: number; servername?: string};
    const socket = connect({host, port, rejectUnauthorized: false, ...(servername ? {servername} : {})});
    socket.setTimeout(idle, () => socket.destroy(stop('timeout', 'nothing moved')));
    const settle = (error: Error | null): void => {
      socket.removeListener('error', settle);
      socket.removeAllListeners('timeout').setTimeout(0);
      // Node's types leave no room for the error alone.
      callback?.(error, (error === null ? socket : undefined) as unknown as Duplex);
    };
    socket.once('error', settle);
    socket.once('secureConnect', () => {
      if (hashOf(socket) === plainHex(certificate)) settle(null);
      else socket.destroy(stop('certificate', 'not the one that was pinned'));
    });
    return undefined;
  };
  agent.createConnection = createConnection;
  return agent;
}

function hashOf(socket: TLSSocket): string {
  return plainHex(socket.getPeerX509Certificate()?.fingerprint256 ?? '');
}

function plainHex(text: string): string {
  return text.replaceAll(':', '').toLowerCase();
}

/** The SHA-256 of the certificate that a server shows, as hex, for a person to compare before it is pinned. */
export function readCertificate(url: URL, idle = usualIdle): Promise<string> {
  return new Promise((resolve, reject) => {
    const host = url.hostname.replaceAll(/[[\]]/gu, '');
    const socket = connect({host, port: Number(url.port || 443), rejectUnauthorized: false});
    socket.setTimeout(idle, () => socket.destroy(stop('timeout', 'nothing moved')));
    socket.once('error', error => reject(asStop(error, undefined)));
    socket.once('secureConnect', () => {
      resolve(hashOf(socket));
      socket.destroy();
    });
  });
}

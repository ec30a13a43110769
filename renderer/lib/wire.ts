import {CallError, topics, type Reply, type Request, type Topic} from '../../electron/contract/kernel.ts';

/**
 * The way from the screen to the main side: the preload's bridge in Electron, HTTP with server-sent events in the
 * loopback host. Everything above this file is the same on both. It brings nothing along: the door stands on it.
 */
interface Bridge {
  readonly send: (request: Request) => Promise<Reply<unknown>>;
  /** Tells what has changed; answers how to stop. */
  readonly onChanged: (listener: (changed: readonly Topic[]) => void) => () => void;
}

interface DesktopBridge {
  invoke(channel: string, request: unknown): Promise<unknown>;
  onChanged(listener: (topics: unknown) => void): () => void;
}

/** The request did not reach the main side, or its answer did not come back: it is not known whether it was done. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('connection-lost', {cause});
    this.name = 'ConnectionLost';
  }
}

/** A body that the browser still sends while the page is being closed: a draft must get through. Bytes. */
const keptAliveUpTo = 60_000;

const desktop = (globalThis as {tirek?: DesktopBridge}).tirek;
const bridge = desktop === undefined ? loopbackBridge() : desktopBridge(desktop);

/** What has changed, in whichever window the command was given. */
export const {onChanged} = bridge;

/** Questions that were asked before the part of the screen that asks them was there. */
const early = new Map<string, Promise<Reply<unknown>>>();

/** Sends a question now; who asks the same for the first time after it gets this answer. Dropped by any change. */
export function sendEarly(request: Request): void {
  const key = JSON.stringify(request);
  const reply = sendNow(request);
  early.set(key, reply);
  // Whoever takes the answer hears of the failure.
  reply.catch(() => early.delete(key));
}

export function forgetEarly(): void {
  early.clear();
}

/** Rejects with `ConnectionLost` alone; a refusal is an answer. */
export function send(request: Request): Promise<Reply<unknown>> {
  const key = JSON.stringify(request);
  const reply = early.get(key);
  early.delete(key);
  return reply ?? sendNow(request);
}

/** The value of the answer, of the form that the contract gives it. Rejects with `CallError` or `ConnectionLost`. */
export async function ask(request: Request): Promise<unknown> {
  const reply = await send(request);
  if (!reply.ok) throw new CallError(reply.error);
  return reply.value;
}

export function newCommandId(): string {
  return crypto.randomUUID();
}

async function sendNow(request: Request): Promise<Reply<unknown>> {
  try {
    return await bridge.send(request);
  } catch (error) {
    throw new ConnectionLost(error);
  }
}

function desktopBridge(preload: DesktopBridge): Bridge {
  return {
    send: request => preload.invoke(`${request.area}.${request.call}`, request) as Promise<Reply<unknown>>,
    onChanged: listener => preload.onChanged(changed => listener(topicsOf(changed))),
  };
}

function loopbackBridge(): Bridge {
  return {
    send: async request => {
      const body = new TextEncoder().encode(JSON.stringify(request));
      const response = await fetch(`/call/${request.area}/${request.call}`, {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body,
        keepalive: request.area === 'draft' && body.byteLength < keptAliveUpTo,
      });
      return (await response.json()) as Reply<unknown>;
    },
    onChanged: listener => {
      const events = new EventSource('/changed');
      events.addEventListener('message', (event: MessageEvent<string>) => listener(topicsOf(JSON.parse(event.data))));
      return () => events.close();
    },
  };
}

function topicsOf(changed: unknown): Topic[] {
  return Array.isArray(changed) ? topics.filter(topic => changed.includes(topic)) : [];
}

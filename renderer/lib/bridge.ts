import {z} from 'zod';
import {contract} from '../../electron/contract/contract.ts';
import {makeClient, topics, type Client, type Reply, type Request, type Topic} from '../../electron/contract/kernel.ts';

// The page's policy forbids making code from text; zod would try, and the try is reported as a violation.
z.config({jitless: true});

/**
 * The way from the screen to the main side: the preload's bridge in Electron, HTTP with server-sent events in the
 * loopback host. Everything above this file is the same on both.
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

const changedTopics = z.array(z.enum(topics));

/** A body that the browser still sends while the page is being closed: a draft must get through. Bytes. */
const keptAliveUpTo = 60_000;

const desktop = (globalThis as {tirek?: DesktopBridge}).tirek;
const bridge = desktop === undefined ? loopbackBridge() : desktopBridge(desktop);

/** Rejects with `CallError`, or with `ConnectionLost`. */
export const client: Client<typeof contract> = makeClient(
  contract,
  async request => {
    try {
      return await bridge.send(request);
    } catch (error) {
      throw new ConnectionLost(error);
    }
  },
  newCommandId,
);

/** What has changed, in whichever window the command was given. */
export const {onChanged} = bridge;

export function newCommandId(): string {
  return crypto.randomUUID();
}

function desktopBridge(preload: DesktopBridge): Bridge {
  return {
    send: request => preload.invoke(`${request.area}.${request.call}`, request) as Promise<Reply<unknown>>,
    onChanged: listener => preload.onChanged(changed => listener(changedTopics.parse(changed))),
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
      events.addEventListener('message', (event: MessageEvent<string>) =>
        listener(changedTopics.parse(JSON.parse(event.data))),
      );
      return () => events.close();
    },
  };
}

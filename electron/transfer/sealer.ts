import {Worker} from 'node:worker_threads';
import {largestFile, type OpenedParts, type Parts} from './archive-file.ts';
import type {SealReply, SealRequest} from './seal-worker.ts';

/** Makes and opens the files of hand-overs, each in a worker of its own, so that the window stays alive. */
export interface Sealer {
  /** Rejects with the signal's reason when it is aborted, and where the file would be too large. */
  seal(parts: Parts, passphrase: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** What is wrong with a file is an answer, not a rejection. */
  open(file: Uint8Array, passphrase: string): Promise<OpenedParts>;
  /** For the PCs with these keys, without a passphrase. Rejects where the file would be too large. */
  sealTo(packed: Uint8Array, keys: readonly string[]): Promise<Uint8Array>;
  openWith(file: Uint8Array, secret: string): Promise<OpenedParts>;
}

/** Milliseconds that one file may take. */
const timeout = 120_000;

/** `workerFile`: where a bundled host has the worker. */
export function createSealer(workerFile = new URL('./seal-worker.ts', import.meta.url)): Sealer {
  function ask(request: SealRequest, signal?: AbortSignal): Promise<SealReply> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const worker = new Worker(workerFile, {execArgv: []});
      const timer = setTimeout(() => end(() => reject(new Error('the file took too long'))), timeout);
      const stop = (): void => end(() => reject(signal?.reason));
      function end(settle: () => void): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', stop);
        settle();
        void worker.terminate();
      }
      signal?.addEventListener('abort', stop);
      worker.once('message', (reply: SealReply) => end(() => resolve(reply)));
      worker.once('error', error => end(() => reject(error)));
      worker.once('exit', () => end(() => reject(new Error('the worker of the file ended'))));
      worker.postMessage(request);
    });
  }

  async function make(request: SealRequest, signal?: AbortSignal): Promise<Uint8Array> {
    const reply = await ask(request, signal);
    if ('file' in reply) return reply.file;
    throw new Error('failure' in reply ? reply.failure : 'no file was made');
  }

  async function open(file: Uint8Array, request: SealRequest): Promise<OpenedParts> {
    // Not even given to the worker: a file of gigabytes is a copy of gigabytes.
    if (file.length > largestFile) return {problem: 'too-large'};
    const reply = await ask(request);
    if ('opened' in reply) return reply.opened;
    throw new Error('failure' in reply ? reply.failure : 'no file was opened');
  }

  return {
    seal: (parts, passphrase, signal) => make({seal: parts, passphrase}, signal),
    open: (file, passphrase) => open(file, {open: file, passphrase}),
    sealTo: (packed, keys) => make({packed, keys}),
    openWith: (file, secret) => open(file, {open: file, secret}),
  };
}

import {Worker} from 'node:worker_threads';
import {readLimits, type ReadTables} from './messages.ts';

/** Reads a file of somebody's own, in a worker with bounds of time and memory: whatever the file is, the program stays. */
export interface TableReader {
  /** What is wrong with the file is an answer. Rejects with the signal's reason when it is aborted. */
  read(file: Uint8Array, signal?: AbortSignal): Promise<ReadTables>;
}

/** `workerFile`: where a bundled host has the worker. `limits`: for tests of what lies beyond them. */
export function createTableReader(
  workerFile = new URL('./worker.ts', import.meta.url),
  limits: {readonly milliseconds: number; readonly megabytes: number} = readLimits,
): TableReader {
  return {
    read(file, signal) {
      if (file.length > readLimits.fileBytes) return Promise.resolve({problem: 'too-large'});
      return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const worker = new Worker(workerFile, {
          execArgv: [],
          resourceLimits: {maxOldGenerationSizeMb: limits.megabytes},
        });
        const timer = setTimeout(() => end(() => resolve({problem: 'too-long-to-read'})), limits.milliseconds);
        const stop = (): void => end(() => reject(signal?.reason));
        function end(settle: () => void): void {
          clearTimeout(timer);
          signal?.removeEventListener('abort', stop);
          settle();
          void worker.terminate();
        }
        signal?.addEventListener('abort', stop);
        worker.once('message', (reply: ReadTables) => end(() => resolve(reply)));
        worker.once('error', error => {
          const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
          end(() => (isFull ? resolve({problem: 'unpacks-too-large'}) : reject(error)));
        });
        worker.once('exit', () => end(() => reject(new Error('the worker of the table ended'))));
        worker.postMessage(file);
      });
    },
  };
}

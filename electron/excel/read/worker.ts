import {parentPort} from 'node:worker_threads';
import {readTables} from './sheets.ts';

/** One file, then the end. */
parentPort?.once('message', (bytes: Uint8Array) => {
  parentPort?.postMessage(readTables(bytes));
});

import {parentPort} from 'node:worker_threads';
import {openParts, openWith, sealParts, sealTo, type OpenedParts, type Parts} from './archive-file.ts';

/** One file, then the end: the work on a passphrase takes a second of an old PC, and must not stop the window. */

export type SealRequest =
  | {readonly seal: Parts; readonly passphrase: string}
  | {readonly open: Uint8Array; readonly passphrase: string}
  | {readonly packed: Uint8Array; readonly keys: readonly string[]}
  | {readonly open: Uint8Array; readonly secret: string};

export type SealReply = {readonly file: Uint8Array} | {readonly opened: OpenedParts} | {readonly failure: string};

parentPort?.once('message', (request: SealRequest) => {
  void answer(request).then(reply => parentPort?.postMessage(reply));
});

async function answer(request: SealRequest): Promise<SealReply> {
  try {
    if ('seal' in request) return {file: await sealParts(request.seal, request.passphrase)};
    if ('packed' in request) return {file: await sealTo(request.packed, request.keys)};
    const opened =
      'secret' in request
        ? await openWith(request.open, request.secret)
        : await openParts(request.open, request.passphrase);
    return {opened};
  } catch (error) {
    return {failure: error instanceof Error ? error.message : 'unknown'};
  }
}

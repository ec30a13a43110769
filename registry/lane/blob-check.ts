import {createHash} from 'node:crypto';
import {blobChunk} from '../parcel/wire.ts';
import type {Blob, BlobStore} from './blob-store.ts';

/**
 * Takes a file that has all its bytes into use, or gives it up where they are not what it is called. Yields to the event
 * loop between chunks.
 */
export async function settle(store: BlobStore, blob: Blob): Promise<'complete' | 'dropped'> {
  const hash = createHash('sha256');
  for (let offset = 0; offset < blob.size; offset += blobChunk) {
    hash.update(await store.read(blob.sha256, offset, Math.min(blobChunk, blob.size - offset)));
    await new Promise(resolve => setImmediate(resolve));
  }
  if (hash.digest('hex') === blob.sha256) {
    await store.complete(blob.sha256);
    return 'complete';
  }
  await store.drop(blob.sha256);
  return 'dropped';
}

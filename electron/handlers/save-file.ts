import {CallFailure} from './context.ts';
import type {Platform} from './platform.ts';

/** Asks where to and saves. A disk that refuses is the one that was chosen, not that of the data folder: it is told so. */
export async function saveFile(platform: Platform, name: string, bytes: Uint8Array): Promise<{saved: boolean}> {
  try {
    return await platform.saveFile(name, bytes);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw new CallFailure('storage', {detail: 'elsewhere'});
    throw error;
  }
}

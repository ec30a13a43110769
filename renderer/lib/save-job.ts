import type {SessionState} from '../../electron/contract/session.ts';
import {client} from './bridge.ts';
import {saveBytes} from './save-file.ts';

/**
 * Saves what long work has made; false where the person changed their mind. A page in a browser cannot be asked where to:
 * the browser does that with a download.
 */
export async function saveJob(host: SessionState['host'], jobId: string): Promise<boolean> {
  if (host !== 'loopback') return (await client.job.save({jobId})).saved;
  const {file, fileName} = await client.job.take({jobId});
  saveBytes(file, fileName);
  return true;
}

import type {FoundUpdateView, UpdateAttempt, UpdateState} from '../contract/update.ts';
import type {WhichBackup} from './backup-port.ts';

export type FetchedUpdate = 'fetched' | 'none' | 'no-registry' | 'offline' | 'full' | 'failing';

/** What the area `update` needs of the application around it; `electron/host/update/updates.ts` is it. */
export interface UpdatePort {
  state(): Promise<UpdateState>;
  found(folders: readonly string[]): Promise<FoundUpdateView[]>;
  fetch(): Promise<FetchedUpdate>;
  install(which: WhichBackup, password: string): Promise<UpdateAttempt>;
  back(password: string): Promise<UpdateAttempt>;
}

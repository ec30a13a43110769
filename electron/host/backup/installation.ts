import type {Attachments} from '../../../db/attachments/attachments.ts';
import type {Connection} from '../../../db/connection.ts';
import type {SessionState} from '../../contract/session.ts';
import type {Attempt} from '../../handlers/application.ts';
import type {Account} from '../../handlers/context.ts';
import type {Clock} from '../clock.ts';
import type {Opened} from '../vault.ts';

/** What the backups need of the application; `electron/host/application.ts` is it. */
export interface Installation {
  readonly folder: string;
  readonly clock: Clock;
  state(): Pick<SessionState, 'phase' | 'problem' | 'setupStep'>;
  session():
    | {readonly connection: Connection; readonly attachments: Attachments; readonly account: Pick<Account, 'id'>}
    | undefined;
  /** Keyring and key, while somebody is signed in. */
  vault(): Opened | undefined;
  /** Whether the person who is signed in knows their password. */
  prove(password: string): Promise<Attempt>;
  /** The same for whoever is not signed in yet: wrong ones make wait. */
  attempt(account: string, proves: () => Promise<boolean>): Promise<Attempt>;
  /** Ends the session; when nothing uses the files any more, `commit` decides about them, and the folder is looked at anew. */
  replaceFiles(commit: () => void): Promise<void>;
  /**
   * The same for files under another key: `gather` readies them while nobody uses the old ones, and commits; the person goes on with
   * what `after` opens. Where it came to nothing, it rejects and the person goes on as before.
   */
  replaceKey(after: Opened, gather: (before: Opened) => Promise<void>): Promise<void>;
  /** Lets the person in, after that. */
  enter(opened: Opened, accountId: string): Promise<void>;
}

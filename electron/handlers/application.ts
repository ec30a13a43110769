import type {AccountRole} from '../../domain/roles.ts';
import type {Language} from '../../domain/text.ts';
import type {KeyState, RotationAnswer, SessionState} from '../contract/session.ts';
import type {EraseAnswer, EraseWish} from '../contract/erasure.ts';
import type {BackupPort} from './backup-port.ts';
import type {UpdatePort} from './update-port.ts';

export type Attempt =
  | {result: 'ok'}
  | {result: 'wrong'; waitUntil: string | null}
  | {result: 'wait'; waitUntil: string};

/** What the areas `session` and `backup` need of the application around them; `electron/host/application.ts` is it. */
export interface ApplicationPort {
  readonly backups: BackupPort;
  readonly updates: UpdatePort;
  state(): Omit<SessionState, 'host' | 'version' | 'tour'>;
  lookAgain(): Promise<void>;
  setLanguage(language: Language): void;
  createAccount(name: string, password: string): Promise<void>;
  signIn(name: string, password: string): Promise<Attempt>;
  signInWithRecovery(name: string, key: string, newPassword: string): Promise<Attempt>;
  lock(): Promise<void>;
  changePassword(current: string, next: string): Promise<Attempt>;
  addAccount(account: {name: string; password: string; role: AccountRole; staffId: string | null}): Promise<string>;
  changeAccount(account: {id: string; role: AccountRole; staffId: string | null}): Promise<void>;
  resetPassword(id: string, password: string): Promise<void>;
  removeAccount(id: string): Promise<void>;
  /** Asks for the password of whoever is signed in, as what cannot be taken back. */
  erase(wish: EraseWish): Promise<EraseAnswer>;
  makeRecoveryKey(): Promise<string>;
  confirmRecoveryKey(): Promise<void>;
  keys(): KeyState;
  rotateKey(wish: {password: string; onlySelf: boolean}): Promise<RotationAnswer>;
}

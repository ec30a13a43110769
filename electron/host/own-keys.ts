import type {AuditEntry} from '../../db/audit/trail.ts';
import {activeAccounts} from '../../db/queries/facility.ts';
import type {Right} from '../../domain/roles.ts';
import type {KeyState} from '../contract/session.ts';
import type {Attempt} from '../handlers/application.ts';
import {checkPassword} from './account-rules.ts';
import type {Session} from './application.ts';
import type {Step} from './atomic-file.ts';
import type {Attempts} from './attempts.ts';
import {keyState} from './rotated-vault.ts';
import {addRecoveryKey, confirmRecovery, openVault, setPassword, type Opened} from './vault.ts';

interface Open {
  readonly opened: Opened;
  readonly session: Session;
}

export interface OwnKeysOptions {
  readonly folder: string;
  readonly step: Step;
  readonly attempts: Attempts;
  /** What is open. Throws `locked`. */
  readonly opened: () => Open;
  /** The same, where whoever is signed in has this right. Throws `denied`, too. */
  readonly openedFor: (right: Right) => Open;
  /** The keyring has changed. */
  readonly keep: (opened: Opened) => void;
  readonly note: (entry: AuditEntry) => void;
}

/** The password of whoever is signed in, and the recovery key. */
export class OwnKeys {
  readonly #options: OwnKeysOptions;

  constructor(options: OwnKeysOptions) {
    this.#options = options;
  }

  /** Whether whoever is signed in knows their password. */
  prove(password: string): Promise<Attempt> {
    const {attempts, opened} = this.#options;
    const {opened: vault, session} = opened();
    const {id} = session.account;
    const knows = async (): Promise<boolean> => (await openVault(vault.ring, id, password)) !== undefined;
    return attempts.make({delayed: id, account: id}, 'session.wrongPassword', knows);
  }

  async changePassword(current: string, next: string): Promise<Attempt> {
    const {folder, step, opened, keep, note} = this.#options;
    const {id, name} = opened().session.account;
    checkPassword(next, name, 'next');
    const proved = await this.prove(current);
    if (proved.result !== 'ok') return proved;
    keep(await setPassword(folder, opened().opened, {id, name}, next, step));
    note({kind: 'session', what: 'session.changePassword'});
    return proved;
  }

  /** The new recovery key, as it is printed. */
  async makeRecovery(): Promise<string> {
    const {folder, step, openedFor, keep, note} = this.#options;
    const made = await addRecoveryKey(folder, openedFor('keys').opened, step);
    keep(made.opened);
    note({kind: 'session', what: 'session.makeRecoveryKey'});
    return made.printed;
  }

  confirmRecovery(): void {
    const {folder, step, openedFor, keep, note} = this.#options;
    keep(confirmRecovery(folder, openedFor('keys').opened, step));
    note({kind: 'session', what: 'session.confirmRecoveryKey'});
  }

  state(): KeyState {
    const {opened, session} = this.#options.openedFor('keys');
    return keyState(opened, activeAccounts(session.connection.readable));
  }
}

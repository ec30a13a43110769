import {randomUUID} from 'node:crypto';
import type {AuditEntry} from '../../db/audit/trail.ts';
import {may, type AccountRole, type Right} from '../../domain/roles.ts';
import {CallFailure, invalid} from '../handlers/context.ts';
import {checkPassword, cleanName} from './account-rules.ts';
import {accountRow, admitAccount, changeAccount, findAccountByName, hasOtherHead} from './accounts.ts';
import type {Session} from './application.ts';
import type {Step} from './atomic-file.ts';
import {signInDelay} from './sign-in-delay.ts';
import {dropAccount, setPassword, type Opened} from './vault.ts';

export interface ColleaguesOptions {
  readonly folder: string;
  readonly step: Step;
  /** What is open, where whoever is signed in has this right. Throws `locked` or `denied`. */
  readonly openedFor: (right: Right) => {opened: Opened; session: Session};
  /** The keyring has changed. */
  readonly keep: (opened: Opened) => void;
  readonly note: (entry: AuditEntry) => void;
}

type Row = NonNullable<ReturnType<typeof accountRow>>;

/** Who may come in: each has a row, which says what they may do, and a slot in the keyring, by which they come in. */
export class Colleagues {
  readonly #options: ColleaguesOptions;

  constructor(options: ColleaguesOptions) {
    this.#options = options;
  }

  async add(wanted: {name: string; password: string; role: AccountRole; staffId: string | null}): Promise<string> {
    const {folder, step, keep, openedFor} = this.#options;
    const {opened, session} = openedFor(wanted.role === 'head' ? 'keys' : 'accounts');
    const name = cleanName(wanted.name);
    checkPassword(wanted.password, name, 'password');
    const known = findAccountByName(session.connection.readable, name);
    const slot = opened.ring.accounts.find(each => each.name === name);
    // A slot without a row: the account was made after the backup that was put back. It is taken up.
    if (slot !== undefined && known !== undefined) throw invalid({field: 'name', problem: 'name-taken'});
    // The row first: a row without a slot cannot sign in and is taken up by the next try, a slot without a row could.
    const id = known?.id ?? slot?.id ?? randomUUID();
    const {role, staffId} = wanted;
    admitAccount(session.connection, session.account.id, {id, name, role, staffId});
    step('account-slot');
    keep(await setPassword(folder, opened, {id, name}, wanted.password, step));
    this.#note('session.addAccount', id, {role});
    return id;
  }

  change({id, role, staffId}: {id: string; role: AccountRole; staffId: string | null}): void {
    const {session} = this.#options.openedFor(role === 'head' ? 'keys' : 'accounts');
    const account = this.#active(session, id);
    if (account.role === 'head' && role !== 'head') checkOtherHead(session, id, 'role');
    changeAccount(session.connection, session.account.id, {id, role, staffId});
    this.#note('session.changeAccount', id, {role});
  }

  /** For one who has forgotten the password: who may let people in gives a new one, without a network. */
  async resetPassword(id: string, password: string): Promise<void> {
    const {folder, step, keep, openedFor} = this.#options;
    const {opened, session} = openedFor('accounts');
    const {name} = this.#active(session, id);
    checkPassword(password, name, 'password');
    keep(await setPassword(folder, opened, {id, name}, password, step));
    signInDelay(folder).right(id);
    this.#note('session.resetPassword', id);
  }

  /** Nobody comes in by this account any more; what its person did keeps the name. */
  remove(id: string): void {
    const {folder, step, keep, openedFor} = this.#options;
    const {opened, session} = openedFor('accounts');
    // Also a disabled one: where the power went between row and slot, it is let go once more.
    this.#other(session, id);
    checkOtherHead(session, id, '');
    // The row first: an account that is disabled and still has its slot comes no further than the door.
    changeAccount(session.connection, session.account.id, {id, disabled: true});
    step('account-slot');
    keep(dropAccount(folder, opened, id, step));
    this.#note('session.removeAccount', id);
  }

  /** Somebody else's account: nobody shuts themselves out. A head's is touched by a head alone. */
  #other({connection, account: self}: Session, id: string): Row {
    if (id === self.id) throw invalid({field: '', problem: 'own-account'});
    const account = accountRow(connection.readable, id);
    if (account === undefined) throw new CallFailure('missing');
    if (account.role === 'head' && !may(self.role, 'keys')) throw new CallFailure('denied');
    return account;
  }

  #active(session: Session, id: string): Row {
    const account = this.#other(session, id);
    if (account.disabled) throw new CallFailure('missing');
    return account;
  }

  #note(what: string, id: string, detail: AuditEntry['detail'] = {}): void {
    this.#options.note({kind: 'session', what, subject: {table: 'account', id}, detail});
  }
}

function checkOtherHead({connection}: Session, id: string, field: string): void {
  if (!hasOtherHead(connection.readable, id)) throw invalid({field, problem: 'last-head'});
}

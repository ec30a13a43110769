import {join} from 'node:path';
import {may, type AccountRole, type Right} from '../../domain/roles.ts';
import type {Language} from '../../domain/text.ts';
import {Attachments} from '../../db/attachments/attachments.ts';
import type {AuditEntry} from '../../db/audit/trail.ts';
import type {Connection} from '../../db/connection.ts';
import {readSetupStep} from '../../db/settings.ts';
import type {EraseAnswer, EraseWish} from '../contract/erasure.ts';
import type {Topic} from '../contract/kernel.ts';
import type {InstallationProblem, KeyState, RotationAnswer, SessionState} from '../contract/session.ts';
import type {ApplicationPort, Attempt} from '../handlers/application.ts';
import {CallFailure, invalid, type Account} from '../handlers/context.ts';
import {checkPassword, cleanName} from './account-rules.ts';
import {ensureFirstAccount, findAccount} from './accounts.ts';
import type {Step} from './atomic-file.ts';
import {Attempts} from './attempts.ts';
import {Backups} from './backup/backups.ts';
import type {Installation} from './backup/installation.ts';
import {backupProblemOf} from './backup/problems.ts';
import {runTaskFromSources, type RunTask} from './backup/run-task.ts';
import type {BackupDelays} from './backup/schedule.ts';
import {finishSwap} from './backup/swap.ts';
import {settleOpened} from './backup/unsettled.ts';
import type {Clock} from './clock.ts';
import {Colleagues} from './colleagues.ts';
import {KeyRotation} from './key-rotation.ts';
import {erase} from './erasing.ts';
import {lockFolder} from './folder-lock.ts';
import {findProblem} from './installation-problem.ts';
import {logDefect, logInfo} from './log.ts';
import {readKeyring, type Keyring, type KeyringAccount} from './keyring.ts';
import {CannotOpen, openRecords} from './open-records.ts';
import {OwnKeys} from './own-keys.ts';
import {readLanguage, writeLanguage} from './preferences.ts';
import type {ClosedEvent} from './closed-audit.ts';
import {SessionAudit} from './session-audit.ts';
import {Updates, type Updating} from './update/updates.ts';
import {completeVault, isPair, makeVault, openVault, openVaultWithRecovery, setPassword, type Opened} from './vault.ts';

export interface ApplicationOptions {
  readonly folder: string;
  readonly clock: Clock;
  /** For tests: called before each step that a power cut could part from the next. */
  readonly step?: Step;
  /** Version of this program, for what is written into backups. */
  readonly program?: string;
  /** How another version of the program is put in place; by default it is not. */
  readonly updating?: Updating | 'development' | 'browser' | undefined;
  /** By default the worker is run from the sources. */
  readonly runTask?: RunTask;
  /** When backups are made by themselves. */
  readonly backupDelays?: BackupDelays;
  /** Tells all windows what has changed beside the commands. */
  readonly publish?: (topics: readonly Topic[]) => void;
}

/** Who must know when somebody comes and goes. `leaving` settles when nothing uses the connection any more. */
export interface SessionWatcher {
  opened(): void;
  leaving(): Promise<void>;
}

export interface Session {
  readonly connection: Connection;
  readonly attachments: Attachments;
  readonly account: Account;
}

type Phase =
  /** The keyring where somebody had signed in: they may take over what can be read. */
  | {readonly name: 'problem'; readonly problem: InstallationProblem; readonly ring?: Keyring}
  | {readonly name: 'fresh'}
  | {readonly name: 'locked'; readonly ring: Keyring}
  | {readonly name: 'rotating'; readonly ring: Keyring}
  | {readonly name: 'open'; readonly opened: Opened; readonly session: Session};

/**
 * The application around the handlers: one data folder, its keys, its database, and who is signed in.
 * The phases are drawn in electron/contract/session.ts. Nothing is ever deleted: what cannot be opened is left as it is.
 */
export class Application implements ApplicationPort, Installation {
  readonly folder: string;
  readonly clock: Clock;
  readonly backups: Backups;
  readonly updates: Updates;
  readonly #file: string;
  readonly #step: Step;
  readonly #audit: SessionAudit;
  readonly #attempts: Attempts;
  readonly #keys: OwnKeys;
  readonly #colleagues: Colleagues;
  readonly #rotation: KeyRotation;
  readonly #publish: (topics: readonly Topic[]) => void;
  #release: () => void = () => undefined;
  #phase: Phase;
  #watcher: SessionWatcher = {opened: () => undefined, leaving: () => Promise.resolve()};
  /** Sign-ins take their time; two at once must not open two connections. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: ApplicationOptions) {
    const {folder, clock, step = () => undefined, program = '0', runTask = runTaskFromSources} = options;
    const {publish = () => undefined, backupDelays: delays, updating = 'development'} = options;
    this.folder = folder;
    this.#file = join(folder, 'tirek.db');
    this.clock = clock;
    this.#step = step;
    this.backups = new Backups({installation: this, program, runTask, publish, step, delays});
    const shut = (): void => this.close();
    this.updates = new Updates({installation: this, backups: this.backups, program, updating, publish, shut});
    this.#audit = new SessionAudit({folder, clock, step});
    this.#publish = publish;
    this.#attempts = new Attempts({
      folder,
      clock,
      noteFailure: (what, account) => this.#noteFailure(what, account),
    });
    const vault = {
      folder,
      step,
      openedFor: (right: Right) => this.#openedFor(right),
      keep: (opened: Opened) => this.#keep(opened),
      note: (entry: AuditEntry) => this.note(entry),
    };
    this.#colleagues = new Colleagues(vault);
    this.#keys = new OwnKeys({...vault, attempts: this.#attempts, opened: () => this.#opened()});
    this.#rotation = new KeyRotation({installation: this, runTask, step});
    this.#phase = this.#enter();
    if (this.state().problem !== 'already-running') this.updates.tidy();
  }

  /** There is one watcher: the exchange. */
  watch(watcher: SessionWatcher): void {
    this.#watcher = watcher;
    if (this.#phase.name === 'open') watcher.opened();
  }

  /** The open database and its person; undefined before signing in and after locking. */
  session(): Session | undefined {
    return this.#phase.name === 'open' ? this.#phase.session : undefined;
  }

  vault(): Opened | undefined {
    return this.#phase.name === 'open' ? this.#phase.opened : undefined;
  }

  /** Into the audit, in the name of who is signed in unless the entry names somebody. Nothing where nobody is. */
  note(entry: AuditEntry): void {
    const session = this.session();
    if (session !== undefined) this.#audit.note(session.connection, session.account.id, entry);
  }

  state(): Omit<SessionState, 'host' | 'version' | 'tour'> {
    const phase = this.#phase;
    const ring = phase.name === 'open' ? phase.opened.ring : phase.name === 'fresh' ? undefined : phase.ring;
    const session = this.session();
    return {
      folder: this.folder,
      language: readLanguage(this.folder),
      phase: phase.name,
      problem: phase.name === 'problem' ? phase.problem : null,
      accounts: ring?.accounts.map(each => each.name) ?? [],
      account: session ? withoutRest(session.account) : null,
      setupStep: session ? readSetupStep(session.connection.readable) : null,
      recoveryKeyHeld: ring !== undefined && ring.recovery.held !== null,
    };
  }

  /** The person has done something about the problem: it is looked at anew. */
  lookAgain(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#phase.name !== 'problem') return;
      this.#release();
      this.#phase = this.#enter();
    });
  }

  setLanguage(language: Language): void {
    writeLanguage(this.folder, language);
  }

  createAccount(name: string, password: string): Promise<void> {
    return this.#inTurn(async () => {
      const cleaned = cleanName(name);
      if (this.#phase.name === 'locked' && !this.#phase.ring.complete) {
        return this.#goOn(this.#phase.ring, cleaned, password);
      }
      if (this.#phase.name !== 'fresh') throw new CallFailure('conflict');
      checkPassword(password, cleaned, 'password');
      const made = await makeVault(this.folder, cleaned, password, this.#step);
      this.#phase = {name: 'locked', ring: made.ring};
      await this.#open(made, made.ring.accounts[0]?.id ?? '', 'session.signIn');
    });
  }

  signIn(name: string, password: string): Promise<Attempt> {
    return this.#inTurn(async () => {
      const {ring} = this.#locked();
      const account = ring.accounts.find(each => each.name === cleanName(name));
      const who = {delayed: account?.id ?? 'unknown', account: account?.id ?? null};
      return this.#attempts.make(who, 'session.wrongPassword', async () => {
        const opened = account && (await openVault(ring, account.id, password));
        if (account === undefined || opened === undefined) return false;
        await this.#open(opened, account.id, 'session.signIn');
        await this.#renewSlot(account, password);
        return true;
      });
    });
  }

  signInWithRecovery(name: string, key: string, newPassword: string): Promise<Attempt> {
    return this.#inTurn(async () => {
      const {ring} = this.#locked();
      const account = ring.accounts.find(each => each.name === cleanName(name));
      if (account === undefined) throw invalid({field: 'name', problem: 'malformed'});
      checkPassword(newPassword, account.name, 'newPassword');
      return this.#attempts.make({delayed: 'recovery', account: account.id}, 'session.wrongRecovery', async () => {
        const opened = await openVaultWithRecovery(ring, key);
        if (opened === 'typo') throw invalid({field: 'key', problem: 'recovery-key-typo'});
        if (opened === undefined) return false;
        await this.#open(
          await setPassword(this.folder, opened, account, newPassword, this.#step),
          account.id,
          'session.useRecovery',
        );
        return true;
      });
    });
  }

  /** In turn: the key must not be wiped while a new slot is being made of it. What uses the database ends first. */
  async lock(): Promise<void> {
    // Not in turn: a restore that is on its way ends the session itself.
    await this.backups.leaving();
    await this.#inTurn(async () => {
      if (this.#phase.name === 'open') await this.#endSession();
    });
  }

  prove(password: string): Promise<Attempt> {
    return this.#inTurn(() => this.#keys.prove(password));
  }

  erase(wish: EraseWish): Promise<EraseAnswer> {
    return erase(this, wish);
  }

  attempt(account: string, proves: () => Promise<boolean>): Promise<Attempt> {
    // A recovery key is nobody's: it is counted under its own name.
    const byKey = account === 'recovery';
    const who = {delayed: account, account: byKey ? null : account};
    return this.#inTurn(() =>
      this.#attempts.make(who, byKey ? 'session.wrongRecovery' : 'session.wrongPassword', proves),
    );
  }

  replaceFiles(commit: () => void): Promise<void> {
    return this.#inTurn(async () => {
      this.backups.pause();
      const account = this.session()?.account.id ?? null;
      if (this.#phase.name === 'open') await this.#endSession();
      try {
        commit();
        // Into the chain that stands there now, at its next opening.
        this.#audit.noteOutside('session.restored', account);
      } finally {
        this.#phase = this.#look();
      }
    });
  }

  replaceKey(after: Opened, gather: (before: Opened) => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      const {opened, session} = this.#openedFor('keys');
      const {id} = session.account;
      // The key is wiped with the session.
      const before = {ring: opened.ring, key: Uint8Array.from(opened.key)};
      await this.#endSession();
      this.#phase = {name: 'rotating', ring: before.ring};
      this.#publish(['session']);
      let failure: unknown;
      try {
        await gather(before);
      } catch (error) {
        failure = error;
      }
      this.#phase = this.#look();
      if (this.#phase.name === 'problem') throw new CallFailure('locked', {detail: this.#phase.problem});
      // What stands in the folder decides, not how far the work came: a rename may have held although it failed to say so.
      const isDone = this.#locked().ring.mac === after.ring.mac;
      if (isDone) this.#audit.noteOutside('session.rotateKey', id);
      try {
        await this.#open(isDone ? after : before, id, 'session.signIn');
      } catch (error) {
        // The door stands open to whoever signs in.
        logDefect('rotation', error);
      }
      if (!isDone) throw failure;
      before.key.fill(0);
    });
  }

  enter(opened: Opened, accountId: string): Promise<void> {
    return this.#inTurn(() => this.#open(opened, accountId, 'session.signIn'));
  }

  changePassword(current: string, next: string): Promise<Attempt> {
    return this.#inTurn(() => this.#keys.changePassword(current, next));
  }

  addAccount(wanted: {name: string; password: string; role: AccountRole; staffId: string | null}): Promise<string> {
    return this.#inTurn(() => this.#colleagues.add(wanted));
  }

  changeAccount(wanted: {id: string; role: AccountRole; staffId: string | null}): Promise<void> {
    return this.#inTurn(async () => this.#colleagues.change(wanted));
  }

  resetPassword(id: string, password: string): Promise<void> {
    return this.#inTurn(() => this.#colleagues.resetPassword(id, password));
  }

  removeAccount(id: string): Promise<void> {
    return this.#inTurn(async () => this.#colleagues.remove(id));
  }

  makeRecoveryKey(): Promise<string> {
    return this.#inTurn(() => this.#keys.makeRecovery());
  }

  keys(): KeyState {
    return this.#keys.state();
  }

  rotateKey(wish: {password: string; onlySelf: boolean}): Promise<RotationAnswer> {
    const rotating = this.backups.alone(() => this.#rotation.rotate(wish));
    // Not waited for: how it went is told by the state of the backups.
    void rotating.then(({result}) => (result === 'done' ? this.backups.renew() : undefined)).catch(() => undefined);
    return rotating;
  }

  /** In turn: a password that is being changed at the same time must not bring the keyring of before back. */
  confirmRecoveryKey(): Promise<void> {
    return this.#inTurn(async () => this.#keys.confirmRecovery());
  }

  /** Ends: the database is closed and the folder free for the next start. The exchange must have ended (host.ts). */
  close(): void {
    this.note({kind: 'session', what: 'session.close'});
    this.backups.pause();
    const session = this.session();
    session?.attachments.close();
    session?.connection.close();
    if (session !== undefined) this.backups.markOpen(false);
    this.#phase = {name: 'problem', problem: 'already-running'};
    this.#release();
    this.#release = () => undefined;
  }

  /** Accounts have changed: who is signed in is read again, and whose account was closed elsewhere is let out. */
  refreshAccount(): void {
    if (this.#phase.name !== 'open') return;
    const {session} = this.#phase;
    const fresh = findAccount(session.connection.readable, session.account.id);
    if (fresh === undefined) void this.lock().then(() => this.#publish(['session']));
    else this.#phase = {...this.#phase, session: {...session, account: withoutRest(fresh)}};
  }

  async #endSession(): Promise<void> {
    this.backups.pause();
    await this.#watcher.leaving();
    const {opened, session} = this.#opened();
    this.note({kind: 'session', what: 'session.lock'});
    this.#phase = {name: 'locked', ring: opened.ring};
    session.attachments.close();
    session.connection.close();
    this.backups.markOpen(false);
    opened.key.fill(0);
  }

  /** A slot of the first version becomes a pair while the password is there. A disk that takes nothing shuts nobody out. */
  async #renewSlot(account: KeyringAccount, password: string): Promise<void> {
    if (isPair(account.slot)) return;
    const {id, name} = account;
    try {
      this.#keep(await setPassword(this.folder, this.#opened().opened, {id, name}, password, this.#step));
    } catch (error) {
      logInfo(`keyring: a slot could not be renewed: ${backupProblemOf(error, 'keyring')}`);
    }
  }

  /** The keys were made and the disk had no room for the database: the same person tries again. */
  async #goOn(ring: Keyring, name: string, password: string): Promise<void> {
    const account = ring.accounts.find(each => each.name === name);
    const opened = account && (await openVault(ring, account.id, password));
    if (!opened) throw new CallFailure('conflict');
    await this.#open(opened, account.id, 'session.signIn');
  }

  #enter(): Phase {
    const lock = lockFolder(this.folder);
    this.#release = lock.result === 'taken' ? lock.release : () => undefined;
    return lock.result === 'taken' ? this.#look() : {name: 'problem', problem: lock.result};
  }

  /** What a restore had begun when the power went is brought to its end first. */
  #look(): Phase {
    try {
      finishSwap(this.folder, this.#step);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === undefined) throw error;
      return {name: 'problem', problem: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'read-only'};
    }
    const read = readKeyring(this.folder);
    const problem = findProblem(read, this.#file);
    if (problem !== undefined) return {name: 'problem', problem};
    return read.found === 'keyring' ? {name: 'locked', ring: read.keyring} : {name: 'fresh'};
  }

  /** Opens the database with the key, makes it where set-up was interrupted before it was there, and lets the person in. */
  async #open(opened: Opened, accountId: string, what: string): Promise<void> {
    const entry = opened.ring.accounts.find(each => each.id === accountId);
    if (entry === undefined) throw new CallFailure('missing');
    this.#step('database');
    const connection = await this.#connect(opened);
    try {
      const account = opened.ring.complete
        ? findAccount(connection.readable, accountId)
        : ensureFirstAccount(connection, accountId, entry.name);
      if (account === undefined) throw new CallFailure('denied');
      this.#step('complete');
      const complete = opened.ring.complete ? opened : completeVault(this.folder, opened, this.#step);
      const attachments = new Attachments({
        file: join(this.folder, 'attachments.db'),
        key: complete.key,
        records: connection.readable,
      });
      this.#phase = {name: 'open', opened: complete, session: {connection, attachments, account: withoutRest(account)}};
    } catch (error) {
      connection.close();
      throw error;
    }
    this.backups.markOpen(true);
    this.note({kind: 'session', what});
    this.#watcher.opened();
    this.backups.opened();
  }

  async #connect(opened: Opened): Promise<Connection> {
    try {
      const connection = await openRecords({file: this.#file, clock: this.clock, backups: this.backups}, opened);
      settleOpened(this.folder, connection);
      return connection;
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
      this.#phase = {name: 'problem', problem: error.problem, ring: opened.ring};
      throw new CallFailure('locked', {detail: error.problem});
    }
  }

  #locked(): {ring: Keyring} {
    if (this.#phase.name !== 'locked') throw new CallFailure('conflict');
    return this.#phase;
  }

  #opened(): {opened: Opened; session: Session} {
    if (this.#phase.name !== 'open') throw new CallFailure('locked');
    return this.#phase;
  }

  #openedFor(right: Right): {opened: Opened; session: Session} {
    const open = this.#opened();
    if (!may(open.session.account.role, right)) throw new CallFailure('denied');
    return open;
  }

  #keep(opened: Opened): void {
    const {session} = this.#opened();
    this.#phase = {name: 'open', opened, session};
  }

  #noteFailure(what: ClosedEvent, account: string | null): void {
    if (this.session() === undefined) this.#audit.noteOutside(what, account);
    else this.note({kind: 'session', what, account});
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

function withoutRest({id, name, role, staffId}: Account): Account {
  return {id, name, role, staffId};
}

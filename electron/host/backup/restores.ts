import {join} from 'node:path';
import {must} from '../../../domain/assert.ts';
import {erasuresOf} from '../../../db/erasure/carry-over.ts';
import type {BackupAttempt, BackupProblem, FoundBackupView, SalvagedTableView} from '../../contract/backup.ts';
import {mendableProblems} from '../../contract/mendable.ts';
import type {RestoreWish, SalvageAnswer, WhichBackup} from '../../handlers/backup-port.ts';
import {CallFailure, invalid} from '../../handlers/context.ts';
import {writeAtomically, type Step} from '../atomic-file.ts';
import {keyringText, readKeyring, type Keyring} from '../keyring.ts';
import {logInfo} from '../log.ts';
import {passwordProblem} from '../password-rules.ts';
import {keysOf, openVault, openVaultWithRecovery, withDatabase, withPassword, type Opened} from '../vault.ts';
import type {Installation} from './installation.ts';
import {databasePart, isBackupName, keyringPart, momentName} from './manifest.ts';
import {backupsAround, backupsIn, firstPlace, type FoundBackup} from './place.ts';
import {backupProblemOf} from './problems.ts';
import {checkBackup, settleStaged, stageBackup, stageUnopened, type Identity} from './restoring.ts';
import type {RunTask} from './run-task.ts';
import {readBackupSettings, writeBackupSettings} from './settings-file.ts';
import {beginStage, commitStage, dropStage, freeAside} from './swap.ts';
import {backupView} from './views.ts';

export interface RestoresOptions {
  readonly installation: Installation;
  readonly runTask: RunTask;
  readonly step: Step;
  /** Makes the safety copy; rejects where none could be made, and then nothing is replaced. */
  readonly makeSafety: () => Promise<void>;
}

/** Brings a backup, or what can be read of a damaged database, into the place of what stands in the data folder. */
export class Restores {
  readonly #options: RestoresOptions;
  readonly #installation: Installation;

  constructor(options: RestoresOptions) {
    this.#options = options;
    this.#installation = options.installation;
  }

  /** Of the organisation that is open: its keyring stays, so that a changed password is not undone. */
  async restore(which: WhichBackup, password: string): Promise<BackupAttempt> {
    const opened = this.#installation.vault();
    const session = this.#installation.session();
    if (opened === undefined || session === undefined) throw new CallFailure('locked');
    const proved = await this.#installation.prove(password);
    if (proved.result !== 'ok') return proved;
    return this.#whole(async () => {
      checkName(which);
      const checked = await checkBackup(which, keysOf(opened), this.#options.runTask);
      if ('problem' in checked) return checked.problem;
      await this.#options.makeSafety();
      const identity = checked.manifest.node === session.connection.node ? 'same' : 'another';
      await stageBackup({...which, ...checked}, this.#staging(opened.key, identity));
      await this.#replace();
      return null;
    });
  }

  /**
   * Goes back to a backup for the version of the program that has made it. `swap` puts that version in place when all is ready, and
   * answers how to undo it. Null: done, and nobody is signed in.
   */
  async goBack(which: WhichBackup, swap: () => () => void): Promise<BackupProblem | null> {
    const opened = this.#installation.vault();
    const session = this.#installation.session();
    if (opened === undefined || session === undefined) throw new CallFailure('locked');
    const attempt = await this.#whole(async () => {
      checkName(which);
      const checked = await checkBackup(which, keysOf(opened), this.#options.runTask);
      if ('problem' in checked) return checked.problem;
      if (checked.manifest.node !== session.connection.node) return 'foreign';
      await this.#options.makeSafety();
      await stageUnopened({...which, ...checked}, this.#staging(opened.key, 'same'));
      const undo = swap();
      try {
        await this.#replace();
      } catch (error) {
        undo();
        throw error;
      }
      return null;
    });
    return attempt.result === 'problem' ? attempt.problem : null;
  }

  async found(folder: string | null): Promise<FoundBackupView[]> {
    this.#checkClosed();
    const {second, node} = readBackupSettings(this.#installation.folder);
    const ring = this.#ring();
    const own = {installation: ring?.installation, node: node ?? undefined};
    const places = folder === null ? [join(this.#installation.folder, firstPlace)] : [];
    const found = [
      ...(await Promise.all(places.map(backupsIn))).flat(),
      ...(folder !== null ? await backupsAround(folder) : second !== null ? await backupsAround(second) : []),
    ];
    const newestFirst = found.toSorted((one, other) =>
      (one.manifest?.madeAt ?? '') < (other.manifest?.madeAt ?? '') ? 1 : -1,
    );
    return newestFirst.map(each => {
      const keyring = this.#ringFor(each, ring);
      return {
        ...backupView(each, own),
        accounts: keyring?.accounts.map(({name}) => name) ?? [],
        isSamePc: this.#identityOf(each) === 'same',
      };
    });
  }

  async restoreHere(wish: RestoreWish): Promise<BackupAttempt> {
    this.#checkClosed();
    checkName(wish);
    const {folder, name, account: accountName, secret} = wish;
    const found = (await backupsIn(folder)).find(each => each.name === name);
    if (found === undefined) return {result: 'problem', problem: 'gone'};
    if (found.problem !== undefined) return {result: 'problem', problem: found.problem};
    const ring = this.#ringFor(found, this.#ring());
    if (ring === undefined) return {result: 'problem', problem: 'unreadable'};
    const account = ring.accounts.find(each => each.name === accountName);
    if (account === undefined) throw invalid({field: 'account', problem: 'malformed'});
    if (secret.by === 'recovery-key') {
      const problem = passwordProblem(secret.newPassword, account.name);
      if (problem !== undefined) throw invalid({field: 'newPassword', problem});
    }
    let opened: Opened | undefined;
    const proved = await this.#installation.attempt(secret.by === 'password' ? account.id : 'recovery', async () => {
      if (secret.by === 'password') opened = await openVault(ring, account.id, secret.password);
      else {
        const answer = await openVaultWithRecovery(ring, secret.key);
        if (answer === 'typo') throw invalid({field: 'key', problem: 'recovery-key-typo'});
        opened = answer;
      }
      return opened !== undefined;
    });
    if (proved.result !== 'ok') return proved;
    return this.#whole(async () => {
      let proven = must(opened);
      let checked = await checkBackup(wish, keysOf(proven), this.#options.runTask);
      if ('problem' in checked && checked.problem === 'foreign') {
        // Of a key that the keyring here knows nothing of: then that of its day opens it, where the same secret opens that.
        const own = await openedOfDay(found, account.id, secret);
        if (own === undefined) return checked.problem;
        proven = own;
        checked = await checkBackup(wish, keysOf(proven), this.#options.runTask);
      }
      if ('problem' in checked) return checked.problem;
      await stageBackup({folder, name, ...checked}, this.#staging(proven.key, this.#identityOf(found)));
      const before = withDatabase(proven);
      const after = secret.by === 'password' ? before : await withPassword(before, account, secret.newPassword);
      await this.#replaceAndEnter(after, account.id);
      return null;
    });
  }

  async salvage(accountName: string, password: string): Promise<SalvageAnswer> {
    this.#checkClosed();
    const ring = this.#ring();
    if (this.#installation.state().problem !== 'damaged' || ring === undefined) throw new CallFailure('conflict');
    const account = ring.accounts.find(each => each.name === accountName);
    if (account === undefined) throw invalid({field: 'account', problem: 'malformed'});
    let opened: Opened | undefined;
    const proved = await this.#installation.attempt(account.id, async () => {
      opened = await openVault(ring, account.id, password);
      return opened !== undefined;
    });
    if (proved.result !== 'ok') return {result: proved.result, waitUntil: proved.waitUntil, tables: []};
    let tables: SalvagedTableView[] = [];
    const attempt = await this.#whole(async () => {
      const {key} = must(opened);
      const stage = beginStage(this.#installation.folder);
      const file = join(this.#installation.folder, 'tirek.db');
      const now = this.#installation.clock().getTime();
      const report = await this.#options.runTask('salvage', {file, key, target: join(stage, databasePart), now});
      tables = report.tables.map(each => ({...each}));
      if (!tables.some(({table, saved}) => table === 'account' && saved > 0)) return 'damaged';
      await settleStaged(stage, this.#staging(key, 'same'), undefined);
      await this.#replaceAndEnter({...must(opened), ring}, account.id);
      return null;
    });
    return {result: attempt.result, waitUntil: null, tables};
  }

  /** What went wrong is an answer, and then nothing has changed. */
  async #whole(work: () => Promise<BackupProblem | null>): Promise<BackupAttempt> {
    try {
      const problem = await work();
      if (problem === null) return {result: 'ok'};
      return {result: 'problem', problem};
    } catch (error) {
      if (error instanceof CallFailure) throw error;
      return {result: 'problem', problem: backupProblemOf(error, 'restore')};
    } finally {
      this.#dropStage();
    }
  }

  #dropStage(): void {
    try {
      dropStage(this.#installation.folder);
    } catch {
      // The next start does it.
    }
  }

  #staging(key: Uint8Array, identity: Identity) {
    const {runTask, step} = this.#options;
    const {folder, clock} = this.#installation;
    const today = this.#installation.session();
    const erasures = today === undefined ? [] : erasuresOf(today.connection.readable);
    return {folder, key, identity, erasures, runTask, step, now: () => clock().getTime()};
  }

  async #replace(): Promise<void> {
    const {folder, clock} = this.#installation;
    await this.#installation.replaceFiles(() => {
      commitStage(folder, freeAside(folder, momentName(clock())), this.#options.step);
      writeBackupSettings(folder, {isDamaged: false});
    });
    logInfo('restore: the files were replaced, the old ones are set aside');
  }

  async #replaceAndEnter(opened: Opened, accountId: string): Promise<void> {
    const {folder} = this.#installation;
    writeAtomically(join(folder, 'restore.new', keyringPart), keyringText(opened.ring));
    await this.#replace();
    await this.#installation.enter(opened, accountId);
  }

  #checkClosed(): void {
    const {phase, problem} = this.#installation.state();
    const mayMend = phase === 'fresh' || (phase === 'problem' && problem !== null && mendableProblems.has(problem));
    if (!mayMend) throw new CallFailure('denied');
  }

  #ring(): Keyring | undefined {
    const read = readKeyring(this.#installation.folder);
    return read.found === 'keyring' ? read.keyring : undefined;
  }

  /** Today's where it is of the same installation, so that a changed password is not undone; else that of the backup. */
  #ringFor({place, name, manifest}: FoundBackup, today: Keyring | undefined): Keyring | undefined {
    if (manifest !== undefined && today?.installation === manifest.installation) return today;
    const read = readKeyring(join(place, name));
    return read.found === 'keyring' ? read.keyring : undefined;
  }

  /**
   * The same PC only in its own data folder. On a fresh one the PC that the backup is of may live on: it becomes another, and is
   * taken into the exchange anew.
   */
  #identityOf({manifest}: FoundBackup): Identity {
    const {node} = readBackupSettings(this.#installation.folder);
    return this.#installation.state().phase === 'problem' && node !== null && node === manifest?.node
      ? 'same'
      : 'another';
  }
}

async function openedOfDay(
  {place, name}: FoundBackup,
  account: string,
  secret: RestoreWish['secret'],
): Promise<Opened | undefined> {
  const read = readKeyring(join(place, name));
  if (read.found !== 'keyring') return undefined;
  if (secret.by === 'password') return openVault(read.keyring, account, secret.password);
  const opened = await openVaultWithRecovery(read.keyring, secret.key);
  return opened === 'typo' ? undefined : opened;
}

function checkName({name}: WhichBackup): void {
  if (!isBackupName(name)) throw new CallFailure('missing');
}

import {existsSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {isJoining} from '../../../db/exchange/joining.ts';
import type {BackupAttempt, BackupKind, BackupProblem, BackupState, FoundBackupView} from '../../contract/backup.ts';
import type {Topic} from '../../contract/kernel.ts';
import type {BackupPort, RestoreWish, SalvageAnswer, WhichBackup} from '../../handlers/backup-port.ts';
import {CallFailure} from '../../handlers/context.ts';
import type {Step} from '../atomic-file.ts';
import {dayOf} from '../clock.ts';
import {logDefect, logInfo} from '../log.ts';
import {readKeyring} from '../keyring.ts';
import {keysOf, type Opened} from '../vault.ts';
import type {Installation} from './installation.ts';
import {changesSince, lookThrough} from './looking.ts';
import {carryBackup, goodOnes, makeBackup, tidyPlace, type MadeBackup, type MakeOptions} from './maker.ts';
import {isBackupName, scansFolder} from './manifest.ts';
import {firstPlace, isThere, lookIn, secondPlace} from './place.ts';
import {backupProblemOf} from './problems.ts';
import {Restores} from './restores.ts';
import type {RunTask} from './run-task.ts';
import {fillScans} from './scans.ts';
import {BackupTimer, usualBackupDelays, type BackupDelays} from './schedule.ts';
import {readBackupSettings, writeBackupSettings} from './settings-file.ts';
import {isLongAgo, placeView} from './views.ts';

export interface BackupsOptions {
  readonly installation: Installation;
  readonly program: string;
  readonly runTask: RunTask;
  readonly publish: (topics: readonly Topic[]) => void;
  readonly step: Step;
  readonly delays?: BackupDelays | undefined;
}

/**
 * The backups of a data folder: made by themselves once a day, before a migration and before a restore, or by hand; one thing at
 * a time. Whatever uses the database's files here ends before they are closed or replaced.
 */
export class Backups implements BackupPort {
  readonly #options: BackupsOptions;
  readonly #installation: Installation;
  readonly #restores: Restores;
  readonly #timer: BackupTimer;
  /** What is on its way ends with the session. */
  #session = new AbortController();
  #queue: Promise<unknown> = Promise.resolve();
  #running: BackupKind | null = null;
  #problems: {first: BackupProblem | null; second: BackupProblem | null} = {first: null, second: null};

  constructor(options: BackupsOptions) {
    this.#options = options;
    this.#installation = options.installation;
    const {installation, runTask, step, delays = usualBackupDelays} = options;
    const makeSafety = async (): Promise<void> => void (await this.#make('restore', this.#opened(), this.#first));
    this.#restores = new Restores({installation, runTask, step, makeSafety});
    this.#timer = new BackupTimer(delays, () => void this.look());
  }

  /** Somebody was let in. */
  opened(): void {
    this.#session = new AbortController();
    this.#problems = {first: null, second: null};
    const session = this.#installation.session();
    if (session !== undefined) this.#remember({node: session.connection.node});
    this.#timer.start();
  }

  /** Nothing begins by itself any more. */
  pause(): void {
    this.#timer.stop();
  }

  /** Settles when nothing here uses the files any more, and nothing begins until somebody is let in. */
  async leaving(): Promise<void> {
    this.#timer.stop();
    this.#session.abort(new CallFailure('locked'));
    await this.#queue.catch(() => undefined);
  }

  /**
   * Before the database is opened: undefined, or that it is damaged. Looked at when the last session did not end by itself, or
   * the weekly check has found something.
   */
  async beforeOpening({key}: Opened): Promise<'damaged' | undefined> {
    const {isDamaged} = readBackupSettings(this.#installation.folder);
    if (!isDamaged && !existsSync(this.#mark)) return undefined;
    const file = this.#database;
    const depth = isDamaged ? 'full' : 'quick';
    try {
      if (!(await this.#options.runTask('isWhole', {file, key, depth}))) return 'damaged';
      if (isDamaged) this.#remember({isDamaged: false});
    } catch {
      // Whatever else is wrong with the file is told when it is opened.
    }
    return undefined;
  }

  /** Rejects where none could be made: then the migration has to wait. */
  async beforeMigration(opened: Opened): Promise<void> {
    await this.#make('migration', opened, this.#first);
  }

  /** The same before the program is replaced: answers where it is. */
  beforeUpdate(): Promise<WhichBackup> {
    return this.#inTurn(async () => {
      const {place: folder, name} = await this.#make('migration', this.#opened(), this.#first);
      return {folder, name};
    });
  }

  /** Goes back to a backup for an earlier version of the program; null: done. */
  goBack(which: WhichBackup, swap: () => () => void): Promise<BackupProblem | null> {
    return this.#inTurn(() => this.#restores.goBack(which, swap));
  }

  /** The database is in use: a mark that is found at the next start tells of a crash or a loss of power. */
  markOpen(isOpen: boolean): void {
    try {
      if (isOpen) writeFileSync(this.#mark, '');
      else rmSync(this.#mark, {force: true});
    } catch {
      // Without it the database is checked once too seldom or once too often.
    }
  }

  async state(): Promise<Omit<BackupState, 'canChooseFolder' | 'sticks'>> {
    const {folder, clock} = this.#installation;
    const {second, checkedAt, isDamaged} = readBackupSettings(folder);
    const own = this.#own();
    const now = clock();
    const [ofFirst, ofSecond, isSecondThere] = await Promise.all([
      lookIn(this.#first),
      second === null ? [] : lookIn(this.#secondIn(second)),
      second !== null && isThere(second),
    ]);
    const oldest = goodOnes(ofFirst, own.node ?? '').at(-1);
    const isExpected = oldest !== undefined && isLongAgo(oldest.manifest.madeAt, now);
    const {first: problem, second: secondProblem} = this.#problems;
    return {
      running: this.#running,
      first: placeView(this.#first, {isThere: true, found: ofFirst}, {own, problem, now, isExpected: false}),
      second:
        second === null
          ? null
          : placeView(
              second,
              {isThere: isSecondThere, found: ofSecond},
              {own, problem: secondProblem, now, isExpected},
            ),
      lacksSecond: second === null && isExpected,
      isDamaged,
      checkedAt,
    };
  }

  async make(): Promise<{problem: BackupProblem | null; second: BackupProblem | null}> {
    await this.#inTurn(async () => {
      const made = await this.#tryFirst('manual');
      await this.#trySecond(made, true);
    });
    const {first, second} = this.#problems;
    return {problem: first, second};
  }

  chooseSecond(folder: string | null): void {
    this.#remember({second: folder});
    this.#problems = {...this.#problems, second: null};
    // Not waited for: the choice stands, and how it went is told by the state.
    if (folder !== null) void this.look();
  }

  async check(which: WhichBackup): Promise<{problem: BackupProblem | null; lacking: number}> {
    const keys = keysOf(this.#opened());
    if (!isBackupName(which.name)) throw new CallFailure('missing');
    const {runTask} = this.#options;
    return this.#inTurn(() => lookThrough(which, {keys, runTask, signal: this.#session.signal}));
  }

  async preview(which: WhichBackup): Promise<{changes: number; unsent: number}> {
    const {readable: db} = this.#connection();
    if (!isBackupName(which.name)) throw new CallFailure('missing');
    return changesSince(which, db);
  }

  restore(which: WhichBackup, password: string): Promise<BackupAttempt> {
    return this.#inTurn(() => this.#restores.restore(which, password));
  }

  found(folder: string | null): Promise<FoundBackupView[]> {
    return this.#restores.found(folder);
  }

  restoreHere(wish: RestoreWish): Promise<BackupAttempt> {
    return this.#inTurn(() => this.#restores.restoreHere(wish));
  }

  salvage(account: string, password: string): Promise<SalvageAnswer> {
    return this.#inTurn(() => this.#restores.salvage(account, password));
  }

  /** While no backup is being made, nor anything put back: what replaces the files itself. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#inTurn(work);
  }

  /** Does what is due: the backup of the day, here and in the second place; the weekly check; scans that are missing. */
  look(): Promise<void> {
    return this.#byItself(() => this.#due());
  }

  /** After the key was changed: those that there are open with the earlier one. */
  renew(): Promise<void> {
    return this.#byItself(async () => this.#trySecond(await this.#tryFirst('daily'), true));
  }

  #byItself(work: () => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof CallFailure)) logDefect('backup', error);
      }
    });
  }

  async #due(): Promise<void> {
    const session = this.#installation.session();
    if (session === undefined || this.#installation.state().setupStep !== 'done') return;
    if (isJoining(session.connection.readable)) return;
    const [newest] = goodOnes(await lookIn(this.#first), session.connection.node);
    const made = newest !== undefined && this.#isOfToday(newest) ? newest : await this.#tryFirst('daily');
    await this.#trySecond(made, false);
    await this.#checkWeekly();
    await this.#fillScans();
  }

  #isOfToday({manifest}: MadeBackup): boolean {
    return dayOf(new Date(manifest.madeAt)) === dayOf(this.#installation.clock());
  }

  async #tryFirst(kind: BackupKind): Promise<MadeBackup | undefined> {
    return this.#try('first', async () => this.#make(kind, this.#opened(), this.#first));
  }

  /** Out for now: said once and tried again. Where there is no room on this disk, the other one still gets its own. */
  async #trySecond(made: MadeBackup | undefined, isAsked: boolean): Promise<void> {
    const {second} = readBackupSettings(this.#installation.folder);
    if (second === null) return;
    await this.#try('second', async () => {
      if (!(await isThere(second))) throw Object.assign(new Error('absent'), {code: 'ENOENT', syscall: 'stat'});
      const place = this.#secondIn(second);
      const [newest] = goodOnes(await lookIn(place), this.#connection().node);
      if (made === undefined) {
        const isDone = !isAsked && newest !== undefined && this.#isOfToday(newest);
        return isDone ? newest : this.#make('daily', this.#opened(), place);
      }
      const isThereAlready = newest !== undefined && newest.manifest.madeAt >= made.manifest.madeAt;
      if (!isAsked && isThereAlready) return newest;
      const carried = await carryBackup(made, this.#making(made.manifest.kind, this.#opened(), place));
      await this.#tidy(carried);
      return carried;
    });
  }

  async #try(place: 'first' | 'second', work: () => Promise<MadeBackup | undefined>): Promise<MadeBackup | undefined> {
    let problem: BackupProblem | null = null;
    try {
      return await work();
    } catch (error) {
      if (error instanceof CallFailure) throw error;
      problem = backupProblemOf(error, 'backup');
      logInfo(`backup, ${place} place: ${problem}`);
      return undefined;
    } finally {
      this.#problems = {...this.#problems, [place]: problem};
      this.#options.publish(['backup']);
    }
  }

  async #make(kind: BackupKind, opened: Opened, place: string): Promise<MadeBackup> {
    this.#running = kind;
    this.#options.publish(['backup']);
    try {
      const made = await makeBackup(this.#making(kind, opened, place));
      logInfo(`backup, ${kind}: made, ${made.manifest.parts['tirek.db'].size} bytes`);
      // Before a restore nothing goes: what is too many by now may be the very one that is to be put back.
      if (kind !== 'restore') await this.#tidy(made);
      return made;
    } finally {
      this.#running = null;
    }
  }

  #making(kind: BackupKind, opened: Opened, place: string): MakeOptions {
    const {program, runTask, step} = this.#options;
    const {folder, clock} = this.#installation;
    const signal = kind === 'migration' ? undefined : this.#session.signal;
    return {folder, place, opened, kind, program, at: clock(), runTask, signal, step};
  }

  /** Only upkeep: what the disk refuses is left for another time. */
  async #tidy({place, manifest}: MadeBackup): Promise<void> {
    try {
      this.#options.step('backup-tidy');
      await tidyPlace(place, manifest, this.#installation.clock());
    } catch (error) {
      logInfo(`backup, tidying: ${backupProblemOf(error, 'backup, tidying')}`);
    }
  }

  async #checkWeekly(): Promise<void> {
    const {checkedAt} = readBackupSettings(this.#installation.folder);
    const now = this.#installation.clock();
    const isDue = checkedAt === null || isLongAgo(checkedAt, now) || Date.parse(checkedAt) > now.getTime();
    if (!isDue) return;
    const {key} = this.#opened();
    const isWhole = await this.#options.runTask(
      'isWhole',
      {file: this.#database, key, depth: 'full'},
      this.#session.signal,
    );
    logInfo(`database, weekly check: ${isWhole ? 'whole' : 'damaged'}`);
    this.#remember({checkedAt: now.toISOString(), isDamaged: !isWhole});
    this.#options.publish(['backup']);
  }

  /** What a restore could not bring along, or the disk has spoilt, may stand beside the backups. */
  async #fillScans(): Promise<void> {
    const {attachments} = this.#installation.session() ?? {};
    if (attachments === undefined || attachments.missing().length === 0) return;
    const opened = this.#opened();
    const {second} = readBackupSettings(this.#installation.folder);
    const places = [this.#first, ...(second === null ? [] : [this.#secondIn(second)])];
    for (const place of places) {
      const folder = join(place, scansFolder(opened.ring.installation));
      for (const key of keysOf(opened)) {
        await fillScans(attachments, key, folder, () => !this.#session.signal.aborted);
      }
    }
  }

  #own(): {installation: string | undefined; node: string | undefined} {
    const {folder} = this.#installation;
    const read = readKeyring(folder);
    const node = this.#installation.session()?.connection.node ?? readBackupSettings(folder).node ?? undefined;
    return {installation: read.found === 'keyring' ? read.keyring.installation : undefined, node};
  }

  #remember(changed: Parameters<typeof writeBackupSettings>[1]): void {
    try {
      writeBackupSettings(this.#installation.folder, changed);
    } catch (error) {
      if ('second' in changed) throw error;
      logInfo(`backup, settings: ${backupProblemOf(error, 'backup, settings')}`);
    }
  }

  #opened(): Opened {
    const opened = this.#installation.vault();
    // The key is wiped when the session ends.
    if (opened === undefined || this.#session.signal.aborted) throw new CallFailure('locked');
    return opened;
  }

  #connection() {
    const session = this.#installation.session();
    if (session === undefined) throw new CallFailure('locked');
    return session.connection;
  }

  get #first(): string {
    return join(this.#installation.folder, firstPlace);
  }

  #secondIn(chosen: string): string {
    return join(chosen, secondPlace);
  }

  get #database(): string {
    return join(this.#installation.folder, 'tirek.db');
  }

  get #mark(): string {
    return join(this.#installation.folder, 'in-use');
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

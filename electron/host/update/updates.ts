import {rmSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {migrations} from '../../../db/migrations/list.ts';
import {reachable} from '../../../db/exchange/partners.ts';
import {UpdateFileError, updateEnd} from '../../../registry/parcel/update-file.ts';
import type {FoundUpdateView, UpdateAttempt, UpdateProblem, UpdateState} from '../../contract/update.ts';
import type {Topic} from '../../contract/kernel.ts';
import type {WhichBackup} from '../../handlers/backup-port.ts';
import {CallFailure} from '../../handlers/context.ts';
import type {FetchedUpdate, UpdatePort} from '../../handlers/update-port.ts';
import type {Backups} from '../backup/backups.ts';
import type {Installation} from '../backup/installation.ts';
import {logInfo} from '../log.ts';
import {fetchUpdate} from './fetch.ts';
import {updatesAround, type Taker} from './found.ts';
import {gatherUpdate} from './gather.ts';
import type {Handover, Installer} from './installer.ts';
import {readUpdateMemory, writeUpdateMemory, type UpdateMemory} from './memory.ts';
import {updateProblemOf} from './problems.ts';

/** What only a packed program has. */
export interface Updating {
  /** Ed25519, base64url: whose files it takes. */
  readonly publisherKey: string;
  readonly installer: Installer;
  /** Ends this program and has the other one started; comes back at once. */
  readonly restart: (handover: Handover & {how: 'restart'}) => void;
}

export interface UpdatesOptions {
  readonly installation: Installation;
  readonly backups: Backups;
  /** Version of this program. */
  readonly program: string;
  readonly updating: Updating | 'development' | 'browser';
  readonly publish: (topics: readonly Topic[]) => void;
  /** Lets nobody in any more: the data are for the other program now. */
  readonly shut: () => void;
}

/** Milliseconds in which the answer reaches the screen. */
const farewell = 500;

/**
 * Updates of the program: one thing at a time, each begun by a person. The order makes that at every moment the program opens what stands in
 * the data folder, or says plainly that it cannot (docs/decisions/0039-updates.md).
 */
export class Updates implements UpdatePort {
  readonly #options: UpdatesOptions;
  readonly #folder: string;
  #running: UpdateState['running'] = null;
  #percent: number | null = null;
  /** It goes down: nothing begins any more. */
  #isEnding = false;

  constructor(options: UpdatesOptions) {
    this.#options = options;
    this.#folder = options.installation.folder;
  }

  async state(): Promise<UpdateState> {
    const {program, updating, installation} = this.#options;
    const memory = readUpdateMemory(this.#folder);
    const session = installation.session();
    return {
      version: program,
      packaging: typeof updating === 'string' ? null : updating.installer.packaging,
      obstacle: typeof updating === 'string' ? updating : null,
      running: this.#running,
      percent: this.#percent,
      hasFailed: this.#running === null && !this.#isEnding && hasFailed(memory, program, updating),
      previous: await this.#previous(),
      canAskRegistry: session !== undefined && reachable(session.connection.readable) !== undefined,
    };
  }

  async found(folders: readonly string[]): Promise<FoundUpdateView[]> {
    const taker = this.#taker();
    if (taker === undefined) return [];
    const places = new Set([...folders, this.#incoming]);
    return (await Promise.all(Array.from(places, folder => updatesAround(folder, taker)))).flat();
  }

  async fetch(): Promise<FetchedUpdate> {
    const taker = this.#taker();
    const session = this.#options.installation.session();
    if (taker === undefined || session === undefined) throw new CallFailure('conflict');
    return this.#alone('fetch', () =>
      fetchUpdate({
        db: session.connection.readable,
        installed: taker.installed,
        folder: this.#incoming,
        now: () => this.#options.installation.clock().getTime(),
        onProgress: share => this.#tell(share),
      }),
    );
  }

  async install({folder, name}: WhichBackup, password: string): Promise<UpdateAttempt> {
    const {installer} = this.#updating();
    if (!name.endsWith(updateEnd) || basename(name) !== name) throw new CallFailure('missing');
    const proved = await this.#options.installation.prove(password);
    if (proved.result !== 'ok') return proved;
    return this.#alone('install', () => this.#whole(() => this.#install(join(folder, name), installer)));
  }

  async back(password: string): Promise<UpdateAttempt> {
    const {installer} = this.#updating();
    const memory = this.#kept();
    if (memory === undefined) throw new CallFailure('missing');
    const proved = await this.#options.installation.prove(password);
    if (proved.result !== 'ok') return proved;
    return this.#alone('back', () => this.#whole(() => this.#back(memory, installer)));
  }

  /** What an earlier try left goes, when no update is being made. */
  tidy(): void {
    const {updating} = this.#options;
    if (typeof updating === 'string') return;
    try {
      updating.installer.tidy();
    } catch (error) {
      logInfo(`update, tidying: ${updateProblemOf(error)}`);
    }
  }

  async #install(file: string, installer: Installer): Promise<Handover | UpdateProblem> {
    const {installation, backups, program} = this.#options;
    const taker = this.#taker();
    if (taker === undefined) return 'internal';
    const gathered = await gatherUpdate(file, installer.staging, taker, share => this.#tell(share)).catch(
      (error: unknown) => {
        // What came broken from the registry is asked for anew.
        if (error instanceof UpdateFileError && dirname(file) === this.#incoming) rmSync(file, {force: true});
        throw error;
      },
    );
    if ('problem' in gathered) return gathered.problem;
    const {head, signed} = gathered;
    const {version, parts} = head.header;
    let backup: WhichBackup;
    try {
      backup = await backups.beforeUpdate();
    } catch (error) {
      installer.tidy();
      if (error instanceof CallFailure) throw error;
      logInfo(`update: no backup could be made: ${updateProblemOf(error)}`);
      return 'no-backup';
    }
    const before = readUpdateMemory(this.#folder);
    const replacedAt = installation.clock().toISOString();
    const remembered = {to: version, from: program, schema: migrations.length, replacedAt, backup, isUndone: false};
    writeUpdateMemory(this.#folder, remembered);
    try {
      const handover = installer.install(parts, version, signed);
      logInfo(`update: ${version} is in the place of ${program}`);
      return handover;
    } catch (error) {
      writeUpdateMemory(this.#folder, before ?? {...remembered, isUndone: true});
      installer.tidy();
      throw error;
    }
  }

  async #back(memory: UpdateMemory, installer: Installer): Promise<Handover | UpdateProblem> {
    const {backups, program, shut} = this.#options;
    const {publisherKey} = this.#updating();
    if ((await installer.isAsSigned?.(memory.from, publisherKey)) === false) return 'kept-altered';
    let handover: Handover | undefined;
    const swap = (): (() => void) => {
      const way = installer.back(memory.from);
      handover = way.handover;
      return way.undo;
    };
    if (memory.schema === migrations.length) swap();
    else {
      const problem = await backups.goBack(memory.backup, swap);
      if (problem !== null) return 'no-backup';
      shut();
    }
    writeUpdateMemory(this.#folder, {...memory, isUndone: true});
    logInfo(`update: back from ${program} to ${memory.from}`);
    return handover ?? 'internal';
  }

  async #whole(work: () => Promise<Handover | UpdateProblem>): Promise<UpdateAttempt> {
    let end: Handover | UpdateProblem;
    try {
      end = await work();
    } catch (error) {
      if (error instanceof CallFailure) throw error;
      end = updateProblemOf(error);
    }
    if (typeof end === 'string') return {result: 'problem', problem: end};
    if (end.how === 'by-administrator') return {result: 'by-administrator', file: end.file};
    const {restart} = this.#updating();
    const handover = end;
    this.#isEnding = true;
    setTimeout(() => restart(handover), farewell);
    return {result: 'restarts'};
  }

  async #previous(): Promise<UpdateState['previous']> {
    const memory = this.#kept();
    const session = this.#options.installation.session();
    if (memory === undefined || session === undefined) return null;
    const {from: version, replacedAt, schema, backup} = memory;
    if (schema === migrations.length) return {version, replacedAt, loses: null};
    try {
      return {version, replacedAt, loses: await this.#options.backups.preview(backup)};
    } catch {
      // Its backup is not there any more: without it the version before could not open the data.
      return null;
    }
  }

  /** What can be gone back to: this program is the one that was put in place, and the one before is kept. */
  #kept(): UpdateMemory | undefined {
    const {updating, program} = this.#options;
    const memory = readUpdateMemory(this.#folder);
    if (typeof updating === 'string' || memory === undefined || memory.isUndone || memory.to !== program)
      return undefined;
    return updating.installer.keeps(memory.from) ? memory : undefined;
  }

  async #alone<Result>(running: NonNullable<UpdateState['running']>, work: () => Promise<Result>): Promise<Result> {
    if (this.#running !== null || this.#isEnding) throw new CallFailure('conflict');
    this.#running = running;
    this.#options.publish(['update']);
    try {
      return await work();
    } finally {
      this.#running = null;
      this.#percent = null;
      this.#options.publish(['update']);
    }
  }

  /** Each hundredth once. */
  #tell(share: number): void {
    const percent = Math.min(100, Math.floor(share * 100));
    if (percent === this.#percent) return;
    this.#percent = percent;
    this.#options.publish(['update']);
  }

  #updating(): Updating {
    const {updating} = this.#options;
    if (typeof updating === 'string') throw new CallFailure('conflict', {detail: updating});
    return updating;
  }

  #taker(): Taker | undefined {
    const {updating, program} = this.#options;
    if (typeof updating === 'string') return undefined;
    const {publisherKey, installer} = updating;
    const {platform: system, arch: architecture} = process;
    return {installed: {version: program, system, architecture, packaging: installer.packaging}, publisherKey};
  }

  /** Where files from the registry lie. */
  get #incoming(): string {
    return join(this.#folder, 'updates');
  }
}

/** It was to be replaced, and runs all the same. What an administrator has to do may wait for them. */
function hasFailed(memory: UpdateMemory | undefined, program: string, updating: UpdatesOptions['updating']): boolean {
  if (typeof updating === 'string' || updating.installer.packaging === 'deb') return false;
  return memory !== undefined && !memory.isUndone && memory.to !== program && memory.from === program;
}

import {join} from 'node:path';
import {activeAccounts} from '../../db/queries/facility.ts';
import {assert, must} from '../../domain/assert.ts';
import type {RotationAnswer} from '../contract/session.ts';
import {CallFailure} from '../handlers/context.ts';
import {writeAtomically, type Step} from './atomic-file.ts';
import type {Installation} from './backup/installation.ts';
import {keyringPart, momentName} from './backup/manifest.ts';
import {backupProblemOf} from './backup/problems.ts';
import type {RunTask} from './backup/run-task.ts';
import {beginStage, commitStage, dropStage, freeAside} from './backup/swap.ts';
import {keyringText, readKeyring} from './keyring.ts';
import {logInfo} from './log.ts';
import {keyState, rotatedVault} from './rotated-vault.ts';
import {openVault, type Opened} from './vault.ts';

export interface KeyRotationOptions {
  readonly installation: Installation;
  readonly runTask: RunTask;
  readonly step: Step;
}

/**
 * Another key for the database, for whoever had the old one must not open what is written from now on:
 *
 *   session ended ── database, scans, keyring under the new key in restore.new/, read back ──renamed──▶ in the place of the old ones
 *
 * A loss of power before the rename leaves the old key with the old files, after it the new one with the new ones (backup/swap.ts).
 */
export class KeyRotation {
  readonly #options: KeyRotationOptions;
  readonly #installation: Installation;

  constructor(options: KeyRotationOptions) {
    this.#options = options;
    this.#installation = options.installation;
  }

  async rotate({password, onlySelf}: {password: string; onlySelf: boolean}): Promise<RotationAnswer> {
    const session = this.#installation.session();
    const opened = this.#installation.vault();
    if (session === undefined || opened === undefined) throw new CallFailure('locked');
    const account = session.account.id;
    const proved = await this.#installation.prove(password);
    if (proved.result !== 'ok') return proved;
    const active = activeAccounts(session.connection.readable);
    const {isAltered, recovery} = keyState(opened, active);
    if (isAltered && !onlySelf) return {result: 'problem', problem: 'altered-keys'};
    if (recovery === 'older' && !onlySelf) return {result: 'problem', problem: 'recovery-first'};
    const isActive = (id: string): boolean => active.some(each => each.id === id);
    const after = await rotatedVault(opened, {account, password, isActive, onlySelf});
    const {lacking: without} = keyState(after, active);
    try {
      await this.#installation.replaceKey(after, before => this.#gather(before, after, {account, password}));
    } catch (error) {
      if (error instanceof CallFailure) throw error;
      return {result: 'problem', problem: backupProblemOf(error, 'rotation')};
    } finally {
      this.#dropStage();
    }
    logInfo(`rotation: the key was changed, ${without.length} accounts need a new password`);
    return {result: 'done', without};
  }

  async #gather(before: Opened, after: Opened, self: {account: string; password: string}): Promise<void> {
    const {runTask, step} = this.#options;
    const {folder, clock} = this.#installation;
    step('rotate-stage');
    const stage = beginStage(folder);
    step('rotate-files');
    await runTask('rotate', {folder, key: before.key, stage, newKey: after.key});
    step('rotate-keyring');
    writeAtomically(join(stage, keyringPart), keyringText(after.ring), step);
    const written = readKeyring(stage);
    assert(written.found === 'keyring', 'the new keyring can be read back');
    const opened = must(await openVault(written.keyring, self.account, self.password), 'its password opens it');
    assert(Buffer.from(opened.key).equals(after.key), 'it holds the new key');
    commitStage(folder, freeAside(folder, momentName(clock())), step, 'rotating');
  }

  #dropStage(): void {
    try {
      dropStage(this.#installation.folder);
    } catch {
      // The next start does it.
    }
  }
}

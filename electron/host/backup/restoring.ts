import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {Attachments} from '../../../db/attachments/attachments.ts';
import {openDatabase} from '../../../db/connection.ts';
import {must} from '../../../domain/assert.ts';
import {carryOver} from '../../../db/erasure/carry-over.ts';
import type {Logged} from '../../../db/exchange/log.ts';
import {becomeAnother, beginRestored} from '../../../db/exchange/identity.ts';
import type {BackupProblem} from '../../contract/backup.ts';
import type {Step} from '../atomic-file.ts';
import {databasePart, scansFolder, type Manifest} from './manifest.ts';
import {lookAt, type FoundBackup} from './place.ts';
import type {RunTask} from './run-task.ts';
import {fillScans} from './scans.ts';
import {beginStage} from './swap.ts';
import {writeUnsettled} from './unsettled.ts';

/** Whom a restored database is to others: the PC that it was, or one of its own where that one may live on elsewhere. */
export type Identity = 'same' | 'another';

export interface StageOptions {
  readonly folder: string;
  /** Of now. */
  readonly key: Uint8Array;
  readonly identity: Identity;
  /** Of today's database, where it can be read: whoever was erased since does not come back. */
  readonly erasures: readonly Logged[];
  readonly now: () => number;
  readonly runTask: RunTask;
  readonly step: Step;
}

export type Readable = {readonly manifest: Manifest} | {readonly problem: BackupProblem};
/** `key`: under which it was made. */
export type Checked = {readonly manifest: Manifest; readonly key: Uint8Array} | {readonly problem: BackupProblem};

/** A backup that is what was written and opens with one of these keys; or why not. */
export async function checkBackup(
  {folder, name}: {folder: string; name: string},
  keys: readonly Uint8Array[],
  runTask: RunTask,
): Promise<Checked> {
  const found = readable(await lookAt(folder, name));
  if ('problem' in found) return found;
  const {manifest} = found;
  const key = await fittingKey(join(folder, name), keys, runTask);
  const {problem} = await runTask('check', {folder: join(folder, name), place: folder, key, manifest, deep: false});
  return problem === null ? {manifest, key} : {problem};
}

/** Of the keys that there were, the one of the day of this backup. */
export async function fittingKey(
  backup: string,
  keys: readonly Uint8Array[],
  runTask: RunTask,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const file = join(backup, databasePart);
  return must(keys[keys.length === 1 ? 0 : await runTask('fitting', {file, keys}, signal)]);
}

export function readable({manifest, problem}: FoundBackup): Readable {
  if (problem !== undefined) return {problem};
  return manifest === undefined ? {problem: 'unreadable'} : {manifest};
}

/** The same for an earlier version of the program, which alone may open it. */
export async function stageUnopened(
  backup: {folder: string; name: string; key: Uint8Array},
  {folder, key, erasures, runTask, step}: StageOptions,
): Promise<void> {
  const stage = beginStage(folder);
  step('restore-bring');
  const from = join(backup.folder, backup.name, databasePart);
  await runTask('bring', {from, key: backup.key, to: join(stage, databasePart), newKey: key});
  writeUnsettled(stage, erasures);
}

/** Brings the database of a backup into the stage, where it is opened, and so migrated, before anything is replaced. */
export async function stageBackup(
  backup: {folder: string; name: string; manifest: Manifest; key: Uint8Array},
  options: StageOptions,
): Promise<void> {
  const stage = beginStage(options.folder);
  options.step('restore-bring');
  const file = join(stage, databasePart);
  const from = join(backup.folder, backup.name, databasePart);
  await options.runTask('bring', {from, key: backup.key, to: file, newKey: options.key});
  const scans = {folder: join(backup.folder, scansFolder(backup.manifest.installation)), key: backup.key};
  await settleStaged(stage, options, scans);
}

/**
 * Tells the staged database who it is, and fetches the scans that it speaks of. They go into the file that is here already
 * where the key opens it, else into a new one.
 */
export async function settleStaged(
  stage: string,
  {folder, key, identity, erasures, now, step}: StageOptions,
  scans: {readonly folder: string; readonly key: Uint8Array} | undefined,
): Promise<void> {
  step('restore-open');
  const connection = openDatabase({file: join(stage, databasePart), key, create: false, now});
  try {
    connection.transact(identity === 'same' ? beginRestored : becomeAnother, {accountId: null});
    connection.integrate(log => carryOver(log, erasures));
    step('restore-scans');
    if (scans !== undefined) {
      const attachments = openAttachments(folder, stage, key, connection.readable);
      try {
        await fillScans(attachments, scans.key, scans.folder);
      } finally {
        attachments.close();
      }
    }
  } finally {
    connection.close();
  }
}

type Records = ConstructorParameters<typeof Attachments>[0]['records'];

function openAttachments(folder: string, stage: string, key: Uint8Array, records: Records): Attachments {
  const here = new Attachments({file: join(folder, 'attachments.db'), key, records});
  if (existsSync(join(folder, 'attachments.db'))) {
    try {
      here.held('');
      return here;
    } catch {
      // Of another installation, or damaged: it is set aside with the database.
      here.close();
    }
  }
  const staged = new Attachments({file: join(stage, 'attachments.db'), key, records});
  // Made now, so that it takes the place of the other one also where no record speaks of a scan.
  staged.held('');
  return staged;
}

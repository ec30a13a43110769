import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {backupsToRemove} from '../../../domain/backup-rotation.ts';
import type {BackupKind} from '../../contract/backup.ts';
import {syncFolder, writeAtomically, type Step} from '../atomic-file.ts';
import {keyringText} from '../keyring.ts';
import type {Opened} from '../vault.ts';
import {backupName, databasePart, isBackupName, isSafety, keyringPart, scansFolder, type Manifest} from './manifest.ts';
import {backupsIn, removeBackup, scansSpokenOf, type FoundBackup} from './place.ts';
import type {RunTask} from './run-task.ts';
import {pruneScans} from './scans.ts';
import {writeManifest} from './tasks.ts';

export interface MakeOptions {
  /** The data folder. */
  readonly folder: string;
  /** Where it is to stand; made where it lacks. */
  readonly place: string;
  readonly opened: Opened;
  readonly kind: BackupKind;
  /** Version of the program. */
  readonly program: string;
  readonly at: Date;
  readonly runTask: RunTask;
  readonly signal?: AbortSignal | undefined;
  readonly step: Step;
}

export interface MadeBackup {
  readonly name: string;
  readonly place: string;
  readonly manifest: Manifest;
}

/**
 * Makes a backup of the database of a data folder, beside whoever works with it:
 *
 *   …new/ ── database, read through ── scans ── keyring ── manifest ──▶ renamed, and only then it is one
 *
 * Rejects with `DatabaseError`, an error of the system or the signal's reason; then nothing is left of it.
 */
export async function makeBackup(options: MakeOptions): Promise<MadeBackup> {
  const {folder, place, opened, kind, program, at, runTask, signal, step} = options;
  const {key, ring} = opened;
  return standing(options, async half => {
    step('backup-database');
    const source = join(folder, 'tirek.db');
    const contents = await runTask('copy', {source, target: join(half, databasePart), key}, signal);
    step('backup-scans');
    const attachments = join(folder, 'attachments.db');
    const {installation} = ring;
    const scans = await runTask('scans', {attachments, key, place, installation, backup: half}, signal);
    step('backup-keyring');
    writeAtomically(join(half, keyringPart), keyringText(ring), step);
    const parts = await runTask('parts', {folder: half}, signal);
    const madeAt = at.toISOString();
    return {format: 1, installation, madeAt, kind, program, ...contents, parts, scans};
  });
}

/** The same backup in another place, read back there. */
export async function carryBackup(from: MadeBackup, options: MakeOptions): Promise<MadeBackup> {
  const {place, runTask, signal, step} = options;
  const {manifest} = from;
  return standing({...options, at: new Date(manifest.madeAt)}, async half => {
    step('backup-carry');
    const source = join(from.place, from.name);
    await runTask('carry', {from: source, fromPlace: from.place, to: half, toPlace: place, manifest}, signal);
    return manifest;
  });
}

async function standing(
  {place, at, step}: Pick<MakeOptions, 'place' | 'at' | 'step'>,
  fill: (half: string) => Promise<Manifest>,
): Promise<MadeBackup> {
  step('backup-folder');
  mkdirSync(place, {recursive: true});
  removeHalves(place, at.getTime());
  const half = join(place, `${backupName(at, String(process.pid).padStart(8, '0'))}.new`);
  try {
    mkdirSync(half);
    const manifest = await fill(half);
    step('backup-manifest');
    writeManifest(half, manifest);
    syncFolder(half);
    step('backup-rename');
    const name = freeName(place, at, manifest.node);
    renameSync(half, join(place, name));
    step('backup-sync');
    syncFolder(place);
    return {name, place, manifest};
  } catch (error) {
    try {
      rmSync(half, {recursive: true, force: true});
    } catch {
      // A stick that is out: what is left there bears a name that is no backup's, and goes the next time.
    }
    throw error;
  }
}

function freeName(place: string, at: Date, node: string): string {
  for (let second = 0; ; second += 1) {
    const name = backupName(new Date(at.getTime() + second * 1000), node);
    if (!existsSync(join(place, name))) return name;
  }
}

/** Milliseconds: in a place of several PCs somebody may be writing one just now. */
const halfAfter = 86_400_000;

function removeHalves(place: string, now: number): void {
  for (const name of readdirSync(place)) {
    if (!name.endsWith('.new') || !isBackupName(name.slice(0, -'.new'.length))) continue;
    const file = join(place, name);
    if (Math.abs(now - statSync(file).mtimeMs) > halfAfter) rmSync(file, {recursive: true, force: true});
  }
}

/** Those of one PC that are whole. */
export function goodOnes(found: readonly FoundBackup[], node: string): MadeBackup[] {
  return found.flatMap(({name, place, manifest, problem}) =>
    manifest !== undefined && problem === undefined && manifest.node === node ? [{name, place, manifest}] : [],
  );
}

/** Removes what is too many of this PC, and the scans that no backup speaks of any more. Answers how many went. */
export async function tidyPlace(place: string, {node, installation}: Manifest, at: Date): Promise<number> {
  const good = goodOnes(await backupsIn(place), node);
  const gone = backupsToRemove(
    good.map(({name, manifest: {madeAt, head, kind}}) => ({id: name, madeAt, head, isSafety: isSafety(kind)})),
    at.toISOString(),
  );
  for (const name of gone) removeBackup(place, name);
  if (gone.length > 0) {
    const wanted = scansSpokenOf(place, installation);
    if (wanted !== undefined) pruneScans(join(place, scansFolder(installation)), wanted, Date.now());
  }
  return gone.length;
}

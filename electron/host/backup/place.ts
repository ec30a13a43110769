import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {readdir, readFile, stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {migrations} from '../../../db/migrations/list.ts';
import type {BackupProblem} from '../../contract/backup.ts';
import {isBackupName, manifest, manifestFile, parts, scanNames, scansPart, type Manifest} from './manifest.ts';

/** What stands in a place where backups are kept. Looking never changes anything. */

/** Beside the data; and in a place that somebody chose, where other things may lie. */
export const firstPlace = 'backups';
export const secondPlace = 'Tirek-backup';

export interface FoundBackup {
  /** The folder's name. */
  readonly name: string;
  /** The folder in which it stands. */
  readonly place: string;
  /** Undefined where it cannot be read. */
  readonly manifest: Manifest | undefined;
  /** What is seen to be wrong without opening it. */
  readonly problem: BackupProblem | undefined;
}

/** Newest first. What is no backup is left out; a place that is not there holds none. */
export async function backupsIn(place: string): Promise<FoundBackup[]> {
  const names = await readdir(place).catch(() => [] as string[]);
  const found = await Promise.all(names.filter(isBackupName).map(name => lookAt(place, name)));
  return found.toSorted((one, other) => (momentOf(one) < momentOf(other) ? 1 : -1));
}

/** Where a person may have meant: the folder itself, what Tirek makes in it, a data folder; or one backup in it. */
export async function backupsAround(folder: string): Promise<FoundBackup[]> {
  if (isBackupName(basename(folder))) return [await lookAt(dirname(folder), basename(folder))];
  const places = [folder, join(folder, secondPlace), join(folder, firstPlace)];
  return (await Promise.all(places.map(backupsIn))).flat();
}

function momentOf({manifest, name}: FoundBackup): string {
  return manifest?.madeAt ?? name.slice('tirek-'.length);
}

export async function lookAt(place: string, name: string): Promise<FoundBackup> {
  const folder = join(place, name);
  const read = await readManifest(folder);
  const problem = read === undefined ? 'unreadable' : await problemOf(folder, read);
  return {name, place, manifest: read, problem};
}

async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, manifestFile), 'utf8')));
  } catch {
    return undefined;
  }
}

async function problemOf(folder: string, {parts: wanted, schema}: Manifest): Promise<BackupProblem | undefined> {
  if (schema > migrations.length) return 'newer';
  const sizes = await Promise.all(
    parts.map(async part => {
      const found = await stat(join(folder, part)).catch(() => undefined);
      return found?.size === wanted[part].size;
    }),
  );
  return sizes.every(Boolean) ? undefined : 'cut';
}

/** The scans that the backups of an installation speak of; undefined where one cannot be read, so that none may go. */
export function scansSpokenOf(place: string, installation: string): Set<string> | undefined {
  const wanted = new Set<string>();
  for (const name of readdirSync(place).filter(isBackupName)) {
    try {
      const folder = join(place, name);
      const read = manifest.parse(JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')));
      if (read.installation !== installation) continue;
      for (const scan of readScanNames(folder)) wanted.add(scan);
    } catch {
      return undefined;
    }
  }
  return wanted;
}

export function readScanNames(folder: string): string[] {
  return scanNames.parse(JSON.parse(readFileSync(join(folder, scansPart), 'utf8')));
}

/** The manifest goes first: what is left of a removal that was cut short is no backup. */
export function removeBackup(place: string, name: string): void {
  const folder = join(place, name);
  rmSync(join(folder, manifestFile), {force: true});
  rmSync(folder, {recursive: true, force: true});
}

/** Milliseconds that a place may take to answer: a network drive that hangs counts as one that is not there. */
const longestLook = 5_000;

/** Never waits for longer, and never on the thread of the window. */
function inTime<Found>(looking: Promise<Found>, otherwise: Found): Promise<Found> {
  return Promise.race([looking, sleep(longestLook, otherwise, {ref: false})]);
}

export function lookIn(place: string): Promise<FoundBackup[]> {
  return inTime(backupsIn(place), []);
}

export function isThere(folder: string): Promise<boolean> {
  const looking = stat(folder).then(
    found => found.isDirectory(),
    () => false,
  );
  return inTime(looking, false);
}

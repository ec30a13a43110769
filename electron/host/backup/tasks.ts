import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {copyDatabase, copyFileUnderKey, copyUnderKey, putUnderKey} from '../../../db/backup/copy.ts';
import {openReadOnly} from '../../../db/client.ts';
import {inspectCopy, isWhole, type Contents} from '../../../db/backup/inspect.ts';
import type {SalvageReport} from '../../../db/backup/salvage.ts';
import {DatabaseError} from '../../../db/database-error.ts';
import type {BackupProblem} from '../../contract/backup.ts';
import {writeAtomically} from '../atomic-file.ts';
import {copySynced, partOf} from './files.ts';
import {databasePart, manifestFile, parts, scansFolder, scansPart, type Manifest} from './manifest.ts';
import {isThere, readScanNames} from './place.ts';
import {brokenScans, scanPath, storeScans} from './scans.ts';

/** What takes its time and stops no window: each runs in a worker of its own (worker.ts). */
export const tasks = {
  /** A copy of the database, read through; the same rows as the manifest will say. */
  copy({source, target, key}: {source: string; target: string; key: Uint8Array}): Contents {
    copyDatabase(source, key, target);
    return inspectCopy(target, key);
  },

  /** The scans that a place lacks, and the list of all. */
  scans({attachments, key, place, installation, backup}: ScansTask): {count: number; bytes: number} {
    const {names, bytes} = storeScans(attachments, key, join(place, scansFolder(installation)));
    writeAtomically(join(backup, scansPart), JSON.stringify(names));
    return {count: names.length, bytes};
  },

  /** A backup into another place, byte for byte, and read back. */
  async carry({from, fromPlace, to, toPlace, manifest}: CarryTask): Promise<null> {
    for (const part of parts) copySynced(join(from, part), join(to, part));
    const folder = scansFolder(manifest.installation);
    for (const name of readScanNames(from)) {
      const target = scanPath(join(toPlace, folder), name);
      if (existsSync(target)) continue;
      const source = scanPath(join(fromPlace, folder), name);
      // It lacks there: the check of the backup says so.
      if (!existsSync(source)) continue;
      mkdirSync(dirname(target), {recursive: true});
      writeAtomically(target, readFileSync(source));
    }
    if ((await whyNotAsWritten(to, manifest)) !== undefined) throw new DatabaseError('failing');
    return null;
  },

  async parts({folder}: {folder: string}): Promise<Manifest['parts']> {
    const [database, keyring, scans] = await Promise.all(parts.map(part => partOf(join(folder, part))));
    if (!database || !keyring || !scans) throw new DatabaseError('failing');
    return {'tirek.db': database, 'keyring.json': keyring, 'scans.json': scans};
  },

  /** Whether a backup is what was written, opens, and holds what it says: `deep` also whether each scan opens. */
  async check({
    folder,
    place,
    key,
    manifest,
    deep,
  }: CheckTask): Promise<{problem: BackupProblem | null; lacking: number}> {
    const altered = await whyNotAsWritten(folder, manifest);
    if (altered !== undefined) return {problem: altered, lacking: 0};
    try {
      const {head, node, rows} = inspectCopy(join(folder, databasePart), key);
      const same = head === manifest.head && node === manifest.node && isSame(rows, manifest.rows);
      if (!same) return {problem: 'altered', lacking: 0};
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      const problem = problemsOfCopy[error.code];
      if (problem === undefined) throw error;
      return {problem, lacking: 0};
    }
    const names = readScanNames(folder);
    const scans = join(place, scansFolder(manifest.installation));
    const lacking = deep
      ? brokenScans(scans, names, key)
      : names.filter(name => !existsSync(scanPath(scans, name))).length;
    return {problem: null, lacking};
  },

  /** Whether the database that people work with is whole. */
  isWhole({file, key, depth}: {file: string; key: Uint8Array; depth: 'quick' | 'full'}): boolean {
    return isWhole(file, key, depth);
  },

  async salvage({file, key, target, now}: SalvageTask): Promise<SalvageReport> {
    // It brings the whole schema along, and is needed once in years.
    const {salvageDatabase} = await import('../../../db/backup/salvage.ts');
    return salvageDatabase(file, key, target, () => now);
  },

  /** A database of a backup into the stage, under the key of now where it was made under an earlier one. */
  bring({from, key, to, newKey}: BringTask): null {
    copySynced(from, to);
    if (!Buffer.from(key).equals(newKey)) putUnderKey(to, key, newKey);
    return null;
  },

  /** Database and scans once more under another key. */
  rotate({folder, key, stage, newKey}: RotateTask): null {
    copyUnderKey(join(folder, databasePart), key, join(stage, databasePart), newKey);
    const scans = 'attachments.db';
    if (existsSync(join(folder, scans))) copyFileUnderKey(join(folder, scans), key, join(stage, scans), newKey);
    return null;
  },

  /** Which of the keys opens it; the first where none does, for its error. */
  fitting({file, keys}: {file: string; keys: readonly Uint8Array[]}): number {
    return Math.max(
      0,
      keys.findIndex(key => isOpenedBy(file, key)),
    );
  },
};

interface BringTask {
  from: string;
  key: Uint8Array;
  to: string;
  newKey: Uint8Array;
}

interface RotateTask {
  folder: string;
  key: Uint8Array;
  stage: string;
  newKey: Uint8Array;
}

function isOpenedBy(file: string, key: Uint8Array): boolean {
  try {
    openReadOnly(file, key).close();
    return true;
  } catch (error) {
    if (error instanceof DatabaseError) return false;
    throw error;
  }
}

interface SalvageTask {
  file: string;
  key: Uint8Array;
  target: string;
  now: number;
}

interface ScansTask {
  attachments: string;
  key: Uint8Array;
  place: string;
  installation: string;
  backup: string;
}

interface CarryTask {
  from: string;
  fromPlace: string;
  to: string;
  toPlace: string;
  manifest: Manifest;
}

interface CheckTask {
  folder: string;
  place: string;
  key: Uint8Array;
  manifest: Manifest;
  deep: boolean;
}

const problemsOfCopy: Partial<Record<DatabaseError['code'], BackupProblem>> = {
  'damaged': 'altered',
  'not-a-database': 'foreign',
  'newer': 'newer',
};

async function whyNotAsWritten(folder: string, {parts: wanted}: Manifest): Promise<BackupProblem | undefined> {
  if (!(await isThere(folder))) return 'gone';
  for (const part of parts) {
    const file = join(folder, part);
    if (!existsSync(file)) return 'cut';
    const {size, sha256} = await partOf(file);
    if (size !== wanted[part].size) return 'cut';
    if (sha256 !== wanted[part].sha256) return 'altered';
  }
  return undefined;
}

function isSame(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every(name => one[name] === other[name]);
}

/** Written last, and then the folder gets its name: nothing else makes it a backup. */
export function writeManifest(folder: string, manifest: Manifest): void {
  writeAtomically(join(folder, manifestFile), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

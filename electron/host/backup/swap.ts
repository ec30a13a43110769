import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {syncFolder, writeAtomically, type Step} from '../atomic-file.ts';
import {logInfo} from '../log.ts';

/**
 * Puts other files in the place of those of a data folder, so that a loss of power leaves the old ones whole or the new ones:
 *
 *   restore.new/ ──renamed──▶ restoring-DATE/ ──file by file──▶ the data folder        the old ones ──▶ set-aside-DATE/
 *
 * Until the rename nothing has happened; after it the next start brings it to its end. Of a restore nothing old is ever deleted.
 * Of a rotation of the key (`rotating-DATE/`) the old files, which are the same under the old key, are.
 */
const stage = 'restore.new';
const going = /^(restoring|rotating)-(.+)$/;
export type SwapKind = 'restoring' | 'rotating';

/** What may be put in place, with what stands there by its side and must go along. The keyring last: it opens the others. */
const replaced: readonly {readonly file: string; readonly alongside: readonly string[]}[] = [
  {file: 'attachments.db', alongside: ['attachments.db-wal', 'attachments.db-shm']},
  {file: 'unsettled.json', alongside: []},
  {file: 'tirek.db', alongside: ['tirek.db-wal', 'tirek.db-shm']},
  {file: 'keyring.json', alongside: ['keyring.copy.json']},
];

/** An empty folder, to gather the new files in. What an earlier try left there is worth nothing. */
export function beginStage(folder: string): string {
  const path = join(folder, stage);
  rmSync(path, {recursive: true, force: true});
  mkdirSync(path);
  return path;
}

export function dropStage(folder: string): void {
  rmSync(join(folder, stage), {recursive: true, force: true});
}

/** From here on the new files are those of the folder. `name`: of what is set aside. */
export function commitStage(folder: string, name: string, step: Step, kind: SwapKind = 'restoring'): void {
  syncFolder(join(folder, stage));
  step('restore-commit');
  renameSync(join(folder, stage), join(folder, `${kind}-${name}`));
  syncFolder(folder);
}

/** Brings to its end what was begun. Each step may be cut off, and is then done by the next start. */
export function finishSwap(folder: string, step: Step): void {
  for (const entry of readdirSync(folder)) {
    const [, kind, name] = going.exec(entry) ?? [];
    if (name === undefined) continue;
    const from = join(folder, entry);
    const aside = join(folder, `set-aside-${name}`);
    mkdirSync(aside, {recursive: true});
    for (const {file, alongside} of replaced) {
      if (!existsSync(join(from, file))) continue;
      for (const old of [...alongside, file]) {
        step(`restore-aside-${old}`);
        if (existsSync(join(folder, old))) renameSync(join(folder, old), join(aside, old));
      }
      if (file === 'keyring.json') {
        writeAtomically(join(folder, 'keyring.copy.json'), readFileSync(join(from, file)), step);
      }
      step(`restore-place-${file}`);
      renameSync(join(from, file), join(folder, file));
    }
    syncFolder(aside);
    syncFolder(folder);
    step('restore-end');
    if (kind === 'rotating' && !isRemoved(aside, step)) continue;
    rmSync(from, {recursive: true, force: true});
  }
  dropStage(folder);
}

/** What the system does not give up yet goes at the next start: nobody is kept waiting at the door for it. */
function isRemoved(aside: string, step: Step): boolean {
  step('rotate-remove');
  try {
    rmSync(aside, {recursive: true, force: true});
    return true;
  } catch {
    logInfo('rotation: the old files could not be removed yet');
    return false;
  }
}

/** A name under which something can be set aside. */
export function freeAside(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(join(folder, `set-aside-${free}`))) return free;
  }
}

import {copyFileSync, existsSync, linkSync, renameSync, rmSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {must} from '../../../domain/assert.ts';
import {syncFolder} from '../atomic-file.ts';
import type {Handover, Installer, WayBack} from './installer.ts';

/**
 * A program that is one file. Under its name there is a whole one at every moment: the version before gets a second name first,
 * and the newer one is renamed over the first.
 */
export function appImageInstaller(file: string): Installer {
  const [fresh, previous, undone] = ['new', 'previous', 'undone'].map(end => `${file}.${end}`) as [
    string,
    string,
    string,
  ];
  const handover: Handover = {how: 'restart', program: file, args: [], waits: false};

  function replace(kept: string, by: string): void {
    rmSync(kept, {force: true});
    giveSecondName(file, kept);
    renameSync(by, file);
    syncFolder(dirname(file));
  }

  return {
    packaging: 'appimage',
    staging: fresh,
    install(parts) {
      replace(previous, join(fresh, must(parts[0]).path));
      rmSync(fresh, {recursive: true, force: true});
      return handover;
    },
    keeps: () => existsSync(previous),
    back(): WayBack {
      replace(undone, previous);
      return {handover, undo: () => replace(previous, undone)};
    },
    tidy() {
      for (const left of [fresh, undone]) rmSync(left, {recursive: true, force: true});
    },
  };
}

/** A stick knows no second names: there it is a copy. */
function giveSecondName(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    const half = join(dirname(name), `.${basename(name)}.part`);
    try {
      copyFileSync(file, half);
      renameSync(half, name);
    } catch (error) {
      rmSync(half, {force: true});
      throw error;
    }
  }
}

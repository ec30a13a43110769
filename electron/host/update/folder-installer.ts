import {existsSync, renameSync, rmSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {syncFolder} from '../atomic-file.ts';
import type {Handover, Installer, WayBack} from './installer.ts';

/**
 * A program that was unpacked into a folder. What runs goes on running from its files wherever they are moved:
 *
 *   Tirek/ ──▶ Tirek.previous/        Tirek.new/ ──▶ Tirek/
 */
export function folderInstaller(program: string): Installer {
  const folder = dirname(program);
  const [fresh, previous, undone] = ['new', 'previous', 'undone'].map(end => `${folder}.${end}`) as [
    string,
    string,
    string,
  ];
  const handover: Handover = {how: 'restart', program: join(folder, basename(program)), args: [], waits: false};

  /** Both renames, or neither. */
  function replace(aside: string, by: string): void {
    renameSync(folder, aside);
    try {
      renameSync(by, folder);
    } catch (error) {
      renameSync(aside, folder);
      throw error;
    }
    syncFolder(dirname(folder));
  }

  return {
    packaging: 'folder',
    staging: fresh,
    install() {
      rmSync(previous, {recursive: true, force: true});
      replace(previous, fresh);
      return handover;
    },
    keeps: () => existsSync(previous),
    back(): WayBack {
      rmSync(undone, {recursive: true, force: true});
      replace(undone, previous);
      return {handover, undo: () => replace(previous, undone)};
    },
    tidy() {
      for (const left of [fresh, undone]) rmSync(left, {recursive: true, force: true});
    },
  };
}

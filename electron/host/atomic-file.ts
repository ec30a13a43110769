import {closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

/** Called before each step that can fail or be cut by a loss of power; tests throw from it. */
export type Step = (name: string) => void;

/**
 * Replaces a file whole: whoever reads it, also after a power cut, sees the old text or the new one, never a part.
 * Written beside, forced to the disk, renamed over, and the folder forced too, or the rename itself could be lost.
 */
export function writeAtomically(file: string, content: string | Uint8Array, step: Step = () => undefined): void {
  const beside = `${file}.new`;
  try {
    step('open');
    const descriptor = openSync(beside, 'w', 0o600);
    try {
      step('write');
      // To the end or not at all: a disk that is nearly full takes a part of one write without a word.
      writeFileSync(descriptor, content);
      step('sync');
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    step('rename');
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, {force: true});
    throw error;
  }
  step('sync-folder');
  syncFolder(dirname(file));
}

/** Forces to the disk which names stand in a folder. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder; there the rename itself is written through by the journal of NTFS.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

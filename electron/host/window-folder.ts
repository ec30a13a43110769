import {accessSync, constants, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {makeFolder} from './make-folder.ts';

/**
 * Where the window keeps its own files (caches, its size): beside the data, apart from it. Where the data folder cannot
 * be written the window must open all the same, to say so: then in a temporary folder.
 */
export function windowFolder(dataFolder: string): string {
  const beside = join(dataFolder, 'window');
  try {
    makeFolder(beside);
    accessSync(beside, constants.W_OK);
    return beside;
  } catch {
    return mkdtempSync(join(tmpdir(), 'tirek-window-'));
  }
}

import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {StoreError} from './store-error.ts';

/** Folders of this process, by the name of their file. */
const held = new Set<string>();

/**
 * One process per data folder: PGlite has no lock of its own, and two of them would spoil the files.
 * Throws `StoreError` 'folder-in-use'. What a process that died has left is taken over.
 */
export function holdFolder(folder: string): () => void {
  const file = join(resolve(folder), 'registry.pid');
  if (held.has(file)) throw new StoreError('folder-in-use');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), {flag: 'wx', mode: 0o600});
      held.add(file);
      return () => {
        held.delete(file);
        rmSync(file, {force: true});
      };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (isAlive(readFileSync(file, 'utf8'))) break;
      rmSync(file, {force: true});
    }
  }
  throw new StoreError('folder-in-use');
}

function isAlive(text: string): boolean {
  const pid = Number(text);
  // Within a container each start has the same number: one that died before had it, and `held` knows better.
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

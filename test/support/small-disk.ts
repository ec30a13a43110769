import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';

/** A real disk of a few megabytes, in memory; only the administrator of a Linux may mount one. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves so many bytes free. */
  fill(free: number): void;
  /** Takes away what filled it. */
  clear(): void;
  /** Nothing can be written any more, by nobody; or all again. */
  readOnly(on: boolean): void;
  /** What a person does to a stick: the folder that it was mounted on stays behind, empty. */
  pull(): void;
}

export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount();

function tryMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-mount-'));
  try {
    mount(folder, 1);
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function mount(folder: string, megabytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tirek-test', folder], {stdio: 'pipe'});
}

export function smallDisk(megabytes: number): SmallDisk {
  const disk = mountSmallDisk(megabytes);
  onTestFinished(() => disk.unmount());
  return disk;
}

/** The same, outside of a test: whoever mounted it takes it away. */
export function mountSmallDisk(megabytes: number): SmallDisk & {unmount(): void} {
  const root = mkdtempSync(join(tmpdir(), 'tirek-disk-'));
  mount(root, megabytes);
  let mounted = true;
  const pull = (): void => {
    // Lazily: somebody may still hold a file.
    if (mounted) execFileSync('umount', ['-l', root]);
    mounted = false;
  };
  const folder = join(root, 'data');
  mkdirSync(folder);
  const ballast = join(root, 'ballast');
  return {
    folder,
    fill(free) {
      const {bavail, bsize} = statfsSync(root);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - free)), {flag: 'a'});
    },
    clear: () => rmSync(ballast, {force: true}),
    readOnly: on => void execFileSync('mount', ['-o', `remount,${on ? 'ro' : 'rw'}`, root]),
    pull,
    unmount() {
      pull();
      rmSync(root, {recursive: true, force: true});
    },
  };
}

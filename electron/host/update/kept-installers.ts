import {existsSync, mkdirSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {must} from '../../../domain/assert.ts';
import {syncFolder} from '../atomic-file.ts';
import type {Handover, Installer} from './installer.ts';

/**
 * Where another program puts the application in place, its files are kept in the data folder: the latest and the one before, so that
 * one can go back. On Windows it is started without questions and waits until this program has ended; a package of Debian is the
 * administrator's.
 */
export function keptInstallers(packaging: 'nsis' | 'deb', folder: string): Installer {
  const kept = join(folder, 'updates');
  const fresh = join(kept, 'new');
  const end = {nsis: 'exe', deb: 'deb'}[packaging];
  const fileOf = (version: string): string => join(kept, `Tirek-${version}.${end}`);

  function handoverOf(version: string): Handover {
    const file = fileOf(version);
    if (packaging === 'deb') return {how: 'by-administrator', file};
    // Of electron-builder's NSIS: no questions, as an update, and the program is started when it is there.
    return {how: 'restart', program: file, args: ['/S', '--updated', '--force-run'], waits: true};
  }

  return {
    packaging,
    staging: fresh,
    install(parts, version) {
      mkdirSync(kept, {recursive: true});
      renameSync(join(fresh, must(parts[0]).path), fileOf(version));
      rmSync(fresh, {recursive: true, force: true});
      syncFolder(kept);
      return handoverOf(version);
    },
    keeps: version => existsSync(fileOf(version)),
    back: version => ({handover: handoverOf(version), undo: () => undefined}),
    tidy() {
      rmSync(fresh, {recursive: true, force: true});
    },
  };
}

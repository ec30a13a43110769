import {existsSync, mkdirSync, renameSync, rmSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {join} from 'node:path';
import {must} from '../../../domain/assert.ts';
import {measurePart, readUpdateHead, UpdateFileError} from '../../../registry/parcel/update-file.ts';
import {syncFolder, writeAtomically} from '../atomic-file.ts';
import type {Handover, Installer} from './installer.ts';

/**
 * Where another program puts the application in place, its files are kept in the data folder: the latest and the one before, so that
 * one can go back; beside each what the publisher signed of it, for they may lie there for months. On Windows it is started without questions and waits until this program has ended; a package of Debian is the
 * administrator's.
 */
export function keptInstallers(packaging: 'nsis' | 'deb', folder: string): Installer {
  const kept = join(folder, 'updates');
  const fresh = join(kept, 'new');
  const end = {nsis: 'exe', deb: 'deb'}[packaging];
  const fileOf = (version: string): string => join(kept, `Tirek-${version}.${end}`);
  const signedOf = (version: string): string => `${fileOf(version)}.signed`;

  function handoverOf(version: string): Handover {
    const file = fileOf(version);
    if (packaging === 'deb') return {how: 'by-administrator', file};
    // Of electron-builder's NSIS: no questions, as an update, and the program is started when it is there.
    return {how: 'restart', program: file, args: ['/S', '--updated', '--force-run'], waits: true};
  }

  return {
    packaging,
    staging: fresh,
    install(parts, version, signed) {
      mkdirSync(kept, {recursive: true});
      writeAtomically(signedOf(version), signed);
      renameSync(join(fresh, must(parts[0]).path), fileOf(version));
      rmSync(fresh, {recursive: true, force: true});
      syncFolder(kept);
      return handoverOf(version);
    },
    keeps: version => existsSync(fileOf(version)) && existsSync(signedOf(version)),
    back: version => ({handover: handoverOf(version), undo: () => undefined}),
    isAsSigned: (version, publisherKey) => isAsSigned(fileOf(version), signedOf(version), {version, publisherKey}),
    tidy() {
      rmSync(fresh, {recursive: true, force: true});
    },
  };
}

async function isAsSigned(
  file: string,
  signed: string,
  {version, publisherKey}: {version: string; publisherKey: string},
): Promise<boolean> {
  const handle = await open(signed, 'r');
  try {
    const {header} = await readUpdateHead(handle, publisherKey);
    const [part] = header.parts;
    if (header.version !== version || part === undefined) return false;
    const {size, sha256} = await measurePart(file, part.path, part.executable);
    return size === part.size && sha256 === part.sha256;
  } catch (error) {
    if (error instanceof UpdateFileError) return false;
    throw error;
  } finally {
    await handle.close();
  }
}

import {randomBytes} from 'node:crypto';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {migrations} from '../../db/migrations/list.ts';
import {signUpdate, type Release} from '../../electron/delivery/sign-update.ts';
import {folderInstaller} from '../../electron/host/update/folder-installer.ts';
import type {Handover} from '../../electron/host/update/installer.ts';
import type {Updating} from '../../electron/host/update/updates.ts';
import {makeSigningKeys} from '../../registry/parcel/keys.ts';
import {emptyFolder} from './backups.ts';

/** A publisher, and programs that say who they are by a file. */

export const publisher = makeSigningKeys();

export const news = {kk: 'Жаңа есептер', ru: 'Новые отчеты'};

/** The folder of a program of so many files. */
export function programFolder(folder: string, words: string): string {
  mkdirSync(join(folder, 'resources'), {recursive: true});
  writeFileSync(join(folder, 'tirek'), words, {mode: 0o755});
  writeFileSync(join(folder, 'resources', 'app.asar'), randomBytes(3_000_000));
  return folder;
}

/** An update file on a stick. */
export async function updateOn(stick: string, said: Partial<Release> = {}): Promise<{folder: string; name: string}> {
  const name = `Tirek-${said.version ?? '0.2.0'}.tirek-update`;
  await signUpdate({
    from: said.from ?? programFolder(emptyFolder('newer'), said.version ?? '0.2.0'),
    to: join(stick, name),
    secret: publisher.secret.sign,
    version: '0.2.0',
    oldest: '0.0.0',
    schema: migrations.length,
    architecture: process.arch === 'arm64' ? 'arm64' : 'x64',
    news,
    madeAt: '2026-01-05T12:00:00.000Z',
    ...said,
  });
  return {folder: stick, name};
}

export interface InstalledProgram {
  readonly updating: Updating;
  /** What was asked to be started. */
  readonly started: Handover[];
  /** Which version stands in the place of the program. */
  readonly version: () => string;
}

/** A program of this version, unpacked into a folder. */
export function installedProgram(version: string): InstalledProgram {
  const program = join(programFolder(join(emptyFolder('programs'), 'Tirek'), version), 'tirek');
  const started: Handover[] = [];
  return {
    updating: {
      publisherKey: publisher.keys.sign,
      installer: folderInstaller(program),
      restart: handover => started.push(handover),
    },
    started,
    version: () => readFileSync(program, 'utf8'),
  };
}

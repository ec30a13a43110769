import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {appImageInstaller} from './appimage-installer.ts';
import {folderInstaller} from './folder-installer.ts';
import type {Installer} from './installer.ts';
import {keptInstallers} from './kept-installers.ts';

export interface Place {
  readonly platform: NodeJS.Platform;
  /** Of the program that runs. */
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
  /** The data folder. */
  readonly data: string;
}

/** By what stands around the program; undefined: nobody can tell how it came here. */
export function findInstaller({platform, program, env, data}: Place): Installer | undefined {
  if (platform === 'win32') {
    const isInstalled = existsSync(join(dirname(program), 'Uninstall Tirek.exe'));
    return isInstalled ? keptInstallers('nsis', data) : undefined;
  }
  if (platform !== 'linux') return undefined;
  const image = env['APPIMAGE'];
  if (image !== undefined && image !== '') return appImageInstaller(image);
  // Where packages put programs.
  return /^\/(opt|usr)\//.test(program) ? keptInstallers('deb', data) : folderInstaller(program);
}

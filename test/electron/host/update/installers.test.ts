import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {appImageInstaller} from '../../../../electron/host/update/appimage-installer.ts';
import {findInstaller} from '../../../../electron/host/update/find-installer.ts';
import {folderInstaller} from '../../../../electron/host/update/folder-installer.ts';
import type {Installer} from '../../../../electron/host/update/installer.ts';
import {keptInstallers} from '../../../../electron/host/update/kept-installers.ts';
import {emptyFolder} from '../../../support/backups.ts';

/** Each way in which a program stands on a PC, on a real disk. What only Windows can do is told as what would be started. */

const signed = new Uint8Array([1, 2, 3]);

function gathered(installer: Installer, path: string, words: string) {
  const file = join(installer.staging, path);
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, words);
  chmodSync(file, 0o755);
  return [{path, size: words.length, sha256: '', executable: true}];
}

describe('one file', () => {
  function placed() {
    const file = join(emptyFolder('image'), 'Tirek.AppImage');
    writeFileSync(file, 'old');
    return {file, installer: appImageInstaller(file), read: () => readFileSync(file, 'utf8')};
  }

  test('is replaced, the one before is kept, and one goes back and forth', () => {
    const {file, installer, read} = placed();
    expect(installer.keeps('0.1.0')).toBe(false);
    const handover = installer.install(gathered(installer, 'Tirek-0.2.0-x64.AppImage', 'new'), '0.2.0', signed);
    expect(handover).toEqual({how: 'restart', program: file, args: [], waits: false});
    expect(read()).toBe('new');
    expect(installer.keeps('0.1.0')).toBe(true);
    const way = installer.back('0.1.0');
    expect(read()).toBe('old');
    way.undo();
    expect(read()).toBe('new');
    installer.back('0.1.0');
    installer.tidy();
    expect([read(), readdirSync(dirname(file))]).toEqual(['old', ['Tirek.AppImage']]);
  });

  test('stays what it is where the new one lacks', () => {
    const {installer, read} = placed();
    expect(() => installer.install([{path: 'none', size: 0, sha256: '', executable: true}], '0.2.0', signed)).toThrow(
      'ENOENT',
    );
    expect(read()).toBe('old');
  });
});

describe('a folder', () => {
  test('stays what it is where the new one lacks', () => {
    const program = join(emptyFolder('programs'), 'Tirek', 'tirek');
    mkdirSync(dirname(program));
    writeFileSync(program, 'old');
    const installer = folderInstaller(program);
    expect(() => installer.install([], '0.2.0', signed)).toThrow('ENOENT');
    expect(readFileSync(program, 'utf8')).toBe('old');
    expect(() => installer.back('0.0.9')).toThrow('ENOENT');
    expect(readFileSync(program, 'utf8')).toBe('old');
  });
});

describe('what another program puts in place', () => {
  test('on Windows: its installer is started without questions, waits for our end, and is kept for the way back', () => {
    const data = emptyFolder('data');
    const installer = keptInstallers('nsis', data);
    const handover = installer.install(gathered(installer, 'Tirek-0.2.0-x64.exe', 'setup'), '0.2.0', signed);
    const program = join(data, 'updates', 'Tirek-0.2.0.exe');
    expect(handover).toEqual({how: 'restart', program, args: ['/S', '--updated', '--force-run'], waits: true});
    expect(readFileSync(program, 'utf8')).toBe('setup');
    expect([installer.keeps('0.1.0'), installer.keeps('0.2.0')]).toEqual([false, true]);
    expect(installer.back('0.2.0').handover).toEqual(handover);
  });

  test('a package of Debian is put ready for the administrator', () => {
    const data = emptyFolder('data');
    const installer = keptInstallers('deb', data);
    const file = join(data, 'updates', 'Tirek-0.2.0.deb');
    expect(installer.install(gathered(installer, 'tirek_0.2.0_amd64.deb', 'package'), '0.2.0', signed)).toEqual({
      how: 'by-administrator',
      file,
    });
    expect(existsSync(file)).toBe(true);
  });
});

test.each([
  {
    platform: 'linux' as const,
    program: '/tmp/.mount_x/tirek',
    env: {APPIMAGE: '/home/a/Tirek.AppImage'},
    is: 'appimage',
  },
  {platform: 'linux' as const, program: '/opt/Tirek/tirek', env: {}, is: 'deb'},
  {platform: 'linux' as const, program: '/home/a/Tirek/tirek', env: {}, is: 'folder'},
  {platform: 'darwin' as const, program: '/Applications/Tirek.app/Contents/MacOS/Tirek', env: {}, is: undefined},
  {platform: 'win32' as const, program: '/nowhere/Tirek.exe', env: {}, is: undefined},
])('$program on $platform is taken for $is', ({platform, program, env, is}) => {
  expect(findInstaller({platform, program, env, data: '/data'})?.packaging).toBe(is);
});

test('a program that an installer has put on Windows is known by its uninstaller', () => {
  const folder = emptyFolder('windows');
  writeFileSync(join(folder, 'Uninstall Tirek.exe'), '');
  const place = {platform: 'win32' as const, program: join(folder, 'Tirek.exe'), env: {}, data: '/data'};
  expect(findInstaller(place)?.packaging).toBe('nsis');
});

import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {text, type Text} from '../../domain/text.ts';

/** What is made for people, and what keeps one from being made on this machine. */
export interface Target {
  readonly name: string;
  readonly platform: 'win32' | 'linux';
  readonly arch: 'x64' | 'arm64';
  /** As electron-builder calls it. */
  readonly format: 'nsis' | 'AppImage' | 'deb';
}

/** Electron 45 and the native modules are no longer made for Windows on 32 bits. */
export const targets: readonly Target[] = [
  {name: 'windows-x64', platform: 'win32', arch: 'x64', format: 'nsis'},
  {name: 'windows-arm64', platform: 'win32', arch: 'arm64', format: 'nsis'},
  {name: 'appimage-x64', platform: 'linux', arch: 'x64', format: 'AppImage'},
  {name: 'deb-x64', platform: 'linux', arch: 'x64', format: 'deb'},
];

const passwordHash: Record<Target['platform'], (arch: string) => string> = {
  win32: arch => `@node-rs/argon2-win32-${arch}-msvc`,
  linux: arch => `@node-rs/argon2-linux-${arch}-gnu`,
};

/** A package with a binary for the target that npm has not installed on this machine; undefined: all are there. */
export function lackingPackage(root: string, {platform, arch}: Target): string | undefined {
  const name = passwordHash[platform](arch);
  if (!existsSync(join(root, 'node_modules', name))) return name;
  const database = join('better-sqlite3', 'prebuilds', `${platform}-${arch}.node`);
  return existsSync(join(root, 'node_modules', database)) ? undefined : database;
}

export function lackingWords(name: string): Text {
  return text(
    `${name} орнатылмаған: npm оны осы жүйеге алмайды. Сол жүйеде жинаңыз немесе алдымен: npm install --no-save --force ${name}`,
    `не установлен ${name}: для этой системы npm его не ставит. Соберите на той системе или сначала: npm install --no-save --force ${name}`,
  );
}

/** What a package of Debian has to say of whoever publishes it. */
export const publisherWords = text(
  'TIREK_HOMEPAGE (жоба мекенжайы) пен TIREK_MAINTAINER (аты <пошта>) орта айнымалыларын беріңіз: олар пакетте жазылады.',
  'задайте переменные TIREK_HOMEPAGE (адрес проекта) и TIREK_MAINTAINER (имя <почта>): они записываются в пакет.',
);

const unreachable =
  /(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT)\s*(\S*)|HTTPError|fetch failed|status code/i;

/** What electron-builder said before it gave up, as what to do about it. */
export function failureWords(output: string): Text {
  const line = unreachable.exec(output);
  if (line !== null) {
    const host = line[1] ?? '';
    return text(
      `құралдары желіден алынбады (${host}). Интернеті бар компьютерде бір рет жинаңыз да, electron мен electron-builder кэшін осында көшіріңіз.`,
      `инструменты не загрузились (${host}). Соберите один раз там, где есть интернет, и перенесите сюда кэш electron и electron-builder.`,
    );
  }
  if (/\bwine\b.*(ENOENT|required|not found)/i.test(output)) {
    return text(
      'wine керек: оны орнатыңыз немесе Windows-та жинаңыз.',
      'нужен wine: установите его или соберите в Windows.',
    );
  }
  const said = output.split('\n').filter(each => each.includes('⨯'));
  const last = (said.at(-1) ?? output.trim().split('\n').at(-1) ?? '').trim();
  return text(`electron-builder тоқтады: ${last}`, `electron-builder остановился: ${last}`);
}

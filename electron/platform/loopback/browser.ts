import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';
import {prepareProfile} from './browser-profile.ts';

/** Chromium, Chrome or Edge of this PC; undefined where there is none. `CHROMIUM` names another one. */
export function findBrowser(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const named = env['CHROMIUM'];
  return [...(named === undefined ? [] : [named]), ...candidates(platform, env)].find(runs);
}

function candidates(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  switch (platform) {
    case 'win32':
      return [...windowsFolders(env), ...windowsRegistry()];
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        name => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    default: {
      const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
      const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter(Boolean);
      return names.flatMap(name => folders.map(folder => join(folder, name)));
    }
  }
}

function windowsFolders(env: NodeJS.ProcessEnv): string[] {
  const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(each => each !== undefined);
  const programs = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ];
  return roots.flatMap(root => programs.map(program => join(root, ...program)));
}

/** Where a browser was installed elsewhere, the registry says so. */
function windowsRegistry(): string[] {
  const key = String.raw`Software\Microsoft\Windows\CurrentVersion\App Paths`;
  return ['chrome.exe', 'msedge.exe'].flatMap(program =>
    ['HKCU', 'HKLM'].flatMap(hive => {
      try {
        const answer = execFileSync('reg', ['query', `${hive}\\${key}\\${program}`, '/ve'], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        const path = /REG_SZ\s+(.+?)\s*$/m.exec(answer)?.[1];
        return path === undefined ? [] : [path];
      } catch {
        return [];
      }
    }),
  );
}

/** Whether a file is there that may be started. */
export function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Nothing but the window itself: no account, no extensions, no reports of crashes, which would hold the memory of the page,
 * no cache on the disk, nothing fetched on its own account.
 */
export const browserArguments: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-background-mode',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=Translate,SpellcheckServiceEnabled,OptimizationHints',
  '--disk-cache-size=1',
];

/** Opens the URL as an application window; the process ends when the window is closed. */
export function openWindow(browser: string, url: string, profile: string): ChildProcess {
  prepareProfile(profile);
  const args = [
    `--app=${url}`,
    // Hides the bar about unsupported flags; without it the window begins with an English warning.
    '--test-type',
    `--user-data-dir=${profile}`,
    '--window-size=1366,768',
    ...browserArguments,
  ];
  // Chromium refuses to start as root with its sandbox; the page is ours and reaches nothing but this host.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return spawn(browser, args, {stdio: 'ignore'});
}

import {delimiter, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {findBrowser, runs} from '../../electron/platform/loopback/browser.ts';

/** The browser of the browser tests; `CHROMIUM` names another. Throws where there is none. */
export function chromium(): string {
  const found = findBrowser();
  if (found === undefined) throw new Error('no Chromium, Chrome or Edge; name one in CHROMIUM');
  return found;
}

/**
 * The same engine without the furniture of a window, where the machine has it: a sixth less work. Else the
 * browser that people have.
 */
export function bareChromium(): string {
  if (process.env['CHROMIUM'] !== undefined) return chromium();
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const names = ['chromium-headless-shell', 'chrome-headless-shell'];
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(runs) ?? chromium();
}

// Run as a program it says whether the browser tests can run here.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = findBrowser() === undefined ? 1 : 0;

import {pathToFileURL} from 'node:url';
import {findBrowser} from '../../electron/platform/loopback/browser.ts';

/** The browser of the browser tests; `CHROMIUM` names another. Throws where there is none. */
export function chromium(): string {
  const found = findBrowser();
  if (found === undefined) throw new Error('no Chromium, Chrome or Edge; name one in CHROMIUM');
  return found;
}

// Run as a program it says whether the browser tests can run here.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = findBrowser() === undefined ? 1 : 0;

import {join, resolve} from 'node:path';
import {_electron as driver, type ElectronApplication} from 'playwright-core';
import {must} from '../../../domain/assert.ts';
import {hostEnvironment, watchErrors, type Opened, type OpenOptions} from '../opened.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

export interface OpenedDesktop extends Opened {
  /** The main process, for what only it can see. */
  readonly application: ElectronApplication;
}

/** The built desktop application in a real Electron, sandboxed as at a user's. */
export async function launchDesktop(folder: string, options: OpenOptions = {}): Promise<OpenedDesktop> {
  const application = await driver.launch({
    executablePath: electron(),
    // Several windows on one small display cover each other: what is covered would draw nothing, and its timers would stand
    // still for a minute at a time.
    args: [...neverInBackground, root, '--data', folder],
    env: hostEnvironment(options),
    // Playwright would switch the sandbox off.
    chromiumSandbox: true,
  });
  const page = await application.firstWindow();
  const errors = watchErrors(page);
  return {host: 'desktop', application, page, errors, close: () => application.close()};
}

const neverInBackground = [
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
];

/** The launcher names the executable; inside the sandbox of the tests its folder is named. */
function electron(): string {
  const {ELECTRON_EXECUTABLE: named, ELECTRON_OVERRIDE_DIST_PATH: folder} = process.env;
  return named ?? join(must(folder, 'ELECTRON_EXECUTABLE or ELECTRON_OVERRIDE_DIST_PATH'), 'electron');
}

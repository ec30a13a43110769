import {resolve} from 'node:path';
import {_electron as driver, type ElectronApplication} from 'playwright-core';
import {hostEnvironment, watchErrors, type Opened, type OpenOptions} from '../opened.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

export interface OpenedDesktop extends Opened {
  /** The main process, for what only it can see. */
  readonly application: ElectronApplication;
}

/** The built desktop application in a real Electron, sandboxed as at a user's. */
export async function launchDesktop(folder: string, options: OpenOptions = {}): Promise<OpenedDesktop> {
  // The executable is not named: Playwright finds the one that the package electron knows, and only then puts its loader
  // before the application. The loader holds the window back until Playwright listens; without it some launches never end.
  const application = await driver.launch({
    args: [root, '--data', folder],
    env: hostEnvironment(options),
    // Playwright would switch the sandbox off.
    chromiumSandbox: true,
  });
  const page = await application.firstWindow();
  const errors = watchErrors(page);
  return {host: 'desktop', application, page, errors, close: () => application.close()};
}

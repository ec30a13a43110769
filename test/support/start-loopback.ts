import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {createInterface} from 'node:readline';
import {browserArguments} from '../../electron/platform/loopback/browser.ts';
import {prepareProfile} from '../../electron/platform/loopback/browser-profile.ts';
import {chromium as driver, type Browser, type BrowserContext, type Page} from 'playwright-core';
import {bareChromium, chromium} from './find-chromium.ts';
import {hostEnvironment, watchErrors, type Opened, type OpenOptions} from './opened.ts';

const built = resolve(import.meta.dirname, '..', '..', 'out');

/** The machine's own, also where a test has another one for the program. */
const savedTo = tmpdir();

export interface RunningLoopback {
  /** With the token that lets one browser in. */
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<number | null>;
}

/** Starts the built loopback host, without a window. */
export async function runLoopback(folder: string, options: OpenOptions = {}): Promise<RunningLoopback> {
  const port = options.usualPort === true ? [] : ['--port', '0'];
  const args = [join(built, 'main', 'loopback.js'), '--data', folder, ...port, '--no-open'];
  const host = spawn(process.execPath, args, {env: hostEnvironment(options), stdio: ['ignore', 'pipe', 'inherit']});
  const url = await new Promise<string>((found, failed) => {
    createInterface({input: host.stdout}).once('line', line => {
      const ready = /^Tirek is ready: (http:\/\/127\.0\.0\.1:\d+\/\S+)$/.exec(line)?.[1];
      if (ready === undefined) failed(new Error(`unexpected first line: ${line}`));
      else found(ready);
    });
    host.once('exit', code => failed(new Error(`the loopback host ended with ${code}`)));
  });
  async function stop(): Promise<number | null> {
    if (host.exitCode === null) {
      host.kill('SIGTERM');
      await once(host, 'exit');
    }
    return host.exitCode;
  }
  return {url, process: host, stop};
}

export interface OpenedBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly errors: readonly string[];
  close(): Promise<void>;
}

const window = {viewport: {width: 1366, height: 768}, acceptDownloads: true} as const;
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  // The driver has a list of its own of these.
  ...browserArguments.filter(each => !each.startsWith('--disable-features')),
];

/**
 * A real Chromium with a fresh profile, prepared and started as the program does it; its downloads go to a folder of their
 * own, as a person saves outside of all that.
 */
async function openAsPeopleHave(): Promise<OpenedBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'tirek-profile-'));
  const downloadsPath = mkdtempSync(join(savedTo, 'tirek-saved-'));
  prepareProfile(profile);
  const settings = {...window, executablePath: chromium(), headless: true, downloadsPath, args};
  const context = await driver.launchPersistentContext(profile, settings);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    errors: watchErrors(page),
    async close() {
      await context.close();
      for (const folder of [profile, downloadsPath]) rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** One for all tests of this process, each of which is a stranger to the others in it. It ends with the process. */
let shared: Promise<Browser> | undefined;

function sharedBrowser(): Promise<Browser> {
  shared ??= driver.launch({executablePath: bareChromium(), headless: true, args}).then(browser => {
    browser.once('disconnected', () => (shared = undefined));
    return browser;
  });
  return shared;
}

/** For somebody who wants nothing to move, in a browser without a window's furniture where the machine has one. */
export async function openBrowser(): Promise<OpenedBrowser> {
  const browser = await sharedBrowser();
  const context = await browser.newContext({...window, reducedMotion: 'reduce'});
  const page = await context.newPage();
  return {context, page, errors: watchErrors(page), close: () => context.close()};
}

/** The loopback host in it. */
export async function startLoopback(folder: string, options: OpenOptions = {}): Promise<Opened> {
  const host = await runLoopback(folder, options);
  const browser = await (options.asPeopleHave === true ? openAsPeopleHave() : openBrowser());
  await browser.page.goto(host.url);
  return {
    host: 'loopback',
    page: browser.page,
    errors: browser.errors,
    async close() {
      await browser.close();
      await host.stop();
    },
  };
}

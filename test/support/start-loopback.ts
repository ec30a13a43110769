import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {createInterface} from 'node:readline';
import {chromium as driver, type BrowserContext, type Page} from 'playwright-core';
import {chromium} from './find-chromium.ts';
import {hostEnvironment, watchErrors, type Opened, type OpenOptions} from './opened.ts';

const built = resolve(import.meta.dirname, '..', '..', 'out');

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

/** A real Chromium with a fresh profile. */
export async function openBrowser(): Promise<OpenedBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'tirek-profile-'));
  const browser = await driver.launchPersistentContext(profile, {
    executablePath: chromium(),
    headless: true,
    viewport: {width: 1366, height: 768},
    acceptDownloads: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = browser.pages()[0] ?? (await browser.newPage());
  return {
    context: browser,
    page,
    errors: watchErrors(page),
    async close() {
      await browser.close();
      rmSync(profile, {recursive: true, force: true});
    },
  };
}

/** The loopback host in it. */
export async function startLoopback(folder: string, options: OpenOptions = {}): Promise<Opened> {
  const host = await runLoopback(folder, options);
  const browser = await openBrowser();
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

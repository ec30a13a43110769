import {execFile, spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {chromium as driver, type Browser, type Page} from 'playwright-core';
import {expect, vi} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {watchErrors} from '../opened.ts';

/** The application as an installer would carry it. Its debugger cannot be reached, so the page is driven over the port of the browser. */

const root = resolve(import.meta.dirname, '..', '..', '..');

/** Packs what is built, and answers the folder of the program and what was said of it. */
export async function packProgram(out: string, publisherKey: string): Promise<{folder: string; said: string}> {
  const args = [join(root, 'electron', 'delivery', 'main.ts'), '--dir', '--out', out];
  const env = {...process.env, TIREK_PUBLISHER_KEY: publisherKey};
  const {stdout} = await promisify(execFile)(process.execPath, args, {cwd: root, env});
  const folder = join(out, process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked');
  return {folder, said: stdout};
}

export function executableIn(folder: string): string {
  return join(folder, process.platform === 'win32' ? 'Tirek.exe' : 'tirek');
}

export interface PackagedWindow {
  readonly page: Page;
  readonly errors: readonly string[];
  /** Lets go of the window; the program goes on. */
  leave(): Promise<void>;
}

export class Packaged {
  readonly port: number;
  readonly #args: readonly string[];
  readonly #program: string;
  #started: ChildProcess | undefined;

  static async of(folder: string, data: string): Promise<Packaged> {
    return new Packaged(executableIn(folder), data, await freePort());
  }

  constructor(program: string, data: string, port: number) {
    this.#program = program;
    this.port = port;
    this.#args = ['--data', data, `--remote-debugging-port=${port}`];
  }

  async start(): Promise<PackagedWindow> {
    this.#started = spawn(this.#program, this.#args, {stdio: 'ignore'});
    return this.window();
  }

  /** The window that answers at the port, whoever has started it. */
  async window(): Promise<PackagedWindow> {
    // Whoever connects while the window is being made waits for ever now and then.
    await vi.waitFor(() => this.#expectWindow(), {timeout: 60_000, interval: 200});
    const browser: Browser = await driver.connectOverCDP(`http://127.0.0.1:${this.port}`);
    const page = must(browser.contexts()[0]?.pages()[0]);
    return {page, errors: watchErrors(page), leave: () => browser.close()};
  }

  /** Asks the program to end, as the system does. */
  async end(): Promise<void> {
    if (this.#started?.exitCode === null) {
      this.#started.kill('SIGTERM');
      await once(this.#started, 'exit');
    }
  }

  /** Settles when nothing answers at the port. */
  async gone(): Promise<void> {
    await vi.waitFor(() => expect(fetch(this.#list)).rejects.toThrow(), {timeout: 60_000, interval: 100});
  }

  get #list(): string {
    return `http://127.0.0.1:${this.port}/json/list`;
  }

  async #expectWindow(): Promise<void> {
    const list: unknown = await (await fetch(this.#list)).json();
    expect(list).toMatchObject([{type: 'page', title: expect.stringContaining('Тірек') as string}]);
  }
}

/** Calls the main side as the page does. */
export async function invoke(page: Page, channel: string, request: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, value]) =>
      (globalThis as unknown as {tirek: {invoke(channel: string, request: unknown): Promise<unknown>}}).tirek.invoke(
        String(name),
        value,
      ),
    [channel, request],
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

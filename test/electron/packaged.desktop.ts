import {execFile, spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {createInterface} from 'node:readline';
import {promisify} from 'node:util';
import {chromium as driver, type Browser, type Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test, vi} from 'vitest';
import {must} from '../../domain/assert.ts';
import {watchErrors} from '../support/opened.ts';

/**
 * The application as an installer would carry it, with the fuses that electron-builder.yml names. Its debugger cannot be
 * reached any more, so the page is driven over the port of the browser alone.
 */

const root = resolve(import.meta.dirname, '..', '..');
const run = promisify(execFile);
const [node, tools] = [process.execPath, join(root, 'node_modules')];

let folder: string;
let program: string;
let started: ChildProcess | undefined;
let browser: Browser | undefined;
let page: Page;
let errors: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-packaged-'));
  // The package answers with the path of its executable.
  const electron = String(createRequire(import.meta.url)('electron'));
  const settings = [`-c.electronDist=${dirname(electron)}`, `-c.directories.output=${join(folder, 'dist')}`];
  await run(node, [join(tools, 'electron-builder', 'cli.js'), '--dir', ...settings], {cwd: root});
  program = join(
    folder,
    'dist',
    ...(process.platform === 'win32' ? ['win-unpacked', 'Tirek.exe'] : ['linux-unpacked', 'tirek']),
  );
  started = spawn(program, ['--data', join(folder, 'data'), '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = new URL(await lineOf(started, /^DevTools listening on (ws:\S+)$/));
  // Whoever connects while the window is being made waits for ever now and then.
  await vi.waitFor(() => expectWindow(address.host), {timeout: 60_000, interval: 200});
  browser = await driver.connectOverCDP(address.href);
  page = must(browser.contexts()[0]?.pages()[0]);
  errors = watchErrors(page);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  if (started?.exitCode === null) {
    started.kill('SIGTERM');
    await once(started, 'exit');
  }
  rmSync(folder, {recursive: true, force: true});
});

async function expectWindow(host: string): Promise<void> {
  const list: unknown = await (await fetch(`http://${host}/json/list`)).json();
  expect(list).toMatchObject([{type: 'page', title: expect.stringContaining('Тірек') as string}]);
}

/** The first group of the first line that matches; what comes after it is read, and left. */
function lineOf(child: ChildProcess, pattern: RegExp): Promise<string> {
  const lines = createInterface({input: must(child.stderr)});
  return new Promise((resolve, reject) => {
    lines.on('line', line => {
      const found = pattern.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    lines.once('close', () => reject(new Error('the program ended without such a line')));
  });
}

async function invoke(channel: string, request: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, value]) =>
      (globalThis as unknown as {tirek: {invoke(channel: string, request: unknown): Promise<unknown>}}).tirek.invoke(
        String(name),
        value,
      ),
    [channel, request],
  );
}

test('its fuses are those of the configuration', async () => {
  const {stdout} = await run(node, [join(tools, '@electron', 'fuses', 'dist', 'bin.js'), 'read', '--app', program]);
  const fuses = Object.fromEntries(
    Array.from(stdout.matchAll(/^ +(\w+) is (\w+)$/gm), ([, name, state]) => [name, state]),
  );
  expect(fuses).toMatchObject({
    RunAsNode: 'Disabled',
    EnableNodeOptionsEnvironmentVariable: 'Disabled',
    EnableNodeCliInspectArguments: 'Disabled',
    EnableEmbeddedAsarIntegrityValidation: 'Enabled',
    OnlyLoadAppFromAsar: 'Enabled',
    GrantFileProtocolExtraPrivileges: 'Disabled',
    LoadBrowserProcessSpecificV8Snapshot: 'Disabled',
  });
});

test('it opens its page and its database, from inside the archive', async () => {
  await page.waitForLoadState('load');
  expect(page.url()).toMatch(/^tirek:\/\/app\//);
  const input = {name: 'Әйгерім Құдайбергенова', password: 'ұзын құпия сөйлем'};
  expect(await invoke('session.createAccount', {input, commandId: 'create-account'})).toEqual({ok: true, value: {}});
  expect(await invoke('session.state', {input: {}})).toMatchObject({
    ok: true,
    value: {host: 'desktop', phase: 'open', setupStep: 'organisation'},
  });
  expect(errors).toEqual([]);
});

test('it does not serve as Node, and no debugger listens', async () => {
  const args = ['-e', 'console.error("DevTools listening on ws:node")', '--data', join(folder, 'other')];
  const other = spawn(program, [...args, '--inspect=0', '--remote-debugging-port=0'], {
    env: {...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--inspect=0'},
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  createInterface({input: must(other.stderr)}).on('line', line => said.push(line));
  // Node would have said so, or named its debugger, before the window is there.
  expect(await lineOf(other, /^DevTools listening on (ws:\S+)$/)).toMatch(/^ws:\/\/127\.0\.0\.1:/);
  expect(said.filter(line => line.startsWith('Debugger'))).toEqual([]);
  other.kill('SIGTERM');
  await once(other, 'exit');
});

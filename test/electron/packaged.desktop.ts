import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {createInterface} from 'node:readline';
import {promisify} from 'node:util';
import {afterAll, beforeAll, expect, test, vi} from 'vitest';
import {must} from '../../domain/assert.ts';
import {printLanguages, type Language} from '../../domain/text.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {todayText} from '../../renderer/text/today.ts';
import {helpText} from '../../renderer/text/help.ts';
import {executableIn, invoke, Packaged, packProgram, type PackagedWindow} from '../support/desktop/packaged.ts';
import {publisher, updateOn} from '../support/updates.ts';
import {password} from '../walk/facts.ts';
import {admit, completePerson, enterQueue, openPerson} from '../walk/journal.ts';
import {makePlan, printPlan} from '../walk/plan.ts';
import {setUp} from '../walk/set-up.ts';
import {Walker} from '../walk/walker.ts';
import {lacks} from '../support/lacks.ts';

/** The packed application, with the fuses that electron-builder.yml names: it walks the main job, is updated, and goes back. */

const tools = resolve(import.meta.dirname, '..', '..', 'node_modules');
const language: Language = 'kk';

let folder: string;
let program: string;
let said: string;
let packaged: Packaged;
let window: PackagedWindow;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-packaged-'));
  const packed = await packProgram(join(folder, 'dist'), publisher.keys.sign);
  said = packed.said;
  program = executableIn(packed.folder);
  packaged = await Packaged.of(packed.folder, join(folder, 'data'));
  window = await packaged.start();
}, 300_000);

afterAll(async () => {
  // Who was started by the update is nobody's child.
  await invoke(window.page, 'session.lock', {input: {}, commandId: 'lock-at-end'}).catch(() => undefined);
  await window.page.close().catch(() => undefined);
  await window.leave().catch(() => undefined);
  await packaged.end();
  rmSync(folder, {recursive: true, force: true});
});

/** One who has no time to look around. The dialog of the system cannot be driven here: the paper is taken as the page gets it. */
function hurrying({page}: PackagedWindow): Walker {
  let papers = 0;
  const take = async (): Promise<Uint8Array> => {
    const [, subjectId] = /#\/paper\/living\/[\w-]+\/([^/]+)$/.exec(page.url()) ?? [];
    const listed = await invoke(page, 'paper.ofSubject', {input: {subjectId}});
    const paperId = must((listed as {value: {id: string}[]}).value[0]).id;
    const wanted = printLanguages[papers % printLanguages.length];
    papers += 1;
    const reply = await invoke(page, 'paper.render', {input: {source: {kind: 'frozen', paperId}, language: wanted}});
    return Buffer.from((reply as {value: {pdf: string}}).value.pdf, 'base64');
  };
  const walker = new Walker(
    {host: 'desktop', page, errors: [], close: async () => undefined},
    'stationary',
    language,
    take,
  );
  walker.look = async () => undefined;
  return walker;
}

test('it says what it is made of', () => {
  expect(said).toMatch(/^Electron +[\d.]+ MB +[\d.]+ %$/m);
  const [, megabytes] = must(/^all +([\d.]+) MB/m.exec(said));
  expect(Number(megabytes)).toBeLessThan(330);
});

test('its fuses are those of the configuration', async () => {
  const args = [join(tools, '@electron', 'fuses', 'dist', 'bin.js'), 'read', '--app', program];
  const {stdout} = await promisify(execFile)(process.execPath, args);
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

test('from the archive it does the main job: set-up, queue, admission, plan, a paper that is read back', async () => {
  const {page, errors} = window;
  await page.waitForLoadState('load');
  expect(page.url()).toMatch(/^tirek:\/\/app\//);
  const walker = hurrying(window);
  await setUp(walker);
  await enterQueue(walker);
  await admit(walker);
  await completePerson(walker);
  await makePlan(walker);
  await printPlan(walker);
  await walker.press('F1');
  await page
    .getByRole('heading', {name: walker.say(helpText.title)})
    .first()
    .waitFor();
  await walker.press('Escape');
  expect(errors).toEqual([]);
});

test('its workers are found: a workbook is written and read, a backup made and read through', async () => {
  const {page} = window;
  const list = {what: 'people', status: null, unitId: null, text: ''};
  const written = (await invoke(page, 'exporting.excel', {input: {list, language}})) as {value: {file: string}};
  const read = (await invoke(page, 'importing.read', {input: {kind: 'people', file: written.value.file}})) as {
    value: {jobId: string};
  };
  const {jobId} = read.value;
  await vi.waitFor(
    async () =>
      expect(await invoke(page, 'importing.sheets', {input: {jobId}})).toMatchObject({
        ok: true,
        value: {problem: null, sheets: [{}]},
      }),
    {timeout: 20_000, interval: 200},
  );
  const made = await invoke(page, 'backup.make', {input: {}, commandId: 'make-a-backup'});
  expect(made).toEqual({ok: true, value: {problem: null, second: null}});
});

async function signIn({page}: PackagedWindow): Promise<void> {
  await page.getByRole('button', {name: signInText.enter[language], exact: true}).waitFor();
  await page.getByLabel(signInText.password[language], {exact: true}).fill(password);
  await page.getByRole('button', {name: signInText.enter[language], exact: true}).click();
  await page.getByText(todayText.title[language]).first().waitFor();
  await openPerson(hurrying(window));
}

test('it starts again with what was written', async () => {
  await window.leave();
  await packaged.end();
  window = await packaged.start();
  await signIn(window);
});

test.skipIf(lacks.linux())('it puts a signed update in its own place, and goes back', async () => {
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  const newer = join(folder, 'newer');
  cpSync(join(program, '..'), newer, {recursive: true});
  const archive = join(newer, 'resources', 'app.asar');
  const bytes = readFileSync(archive);
  const version = Buffer.from('"version": "0.1.0"');
  const at = bytes.indexOf(version);
  expect(at).toBeGreaterThan(0);
  bytes.write('"version": "0.2.0"', at);
  writeFileSync(archive, bytes);
  const which = await updateOn(stick, {from: newer});
  rmSync(newer, {recursive: true});

  const {page} = window;
  expect(await invoke(page, 'update.state', {input: {}})).toMatchObject({
    value: {version: '0.1.0', packaging: 'folder', obstacle: null, previous: null},
  });
  const input = {...which, password};
  expect(await invoke(page, 'update.install', {input, commandId: 'install-update'})).toEqual({
    ok: true,
    value: {result: 'restarts'},
  });
  await window.leave();
  await packaged.gone();
  window = await packaged.window();
  await signIn(window);
  expect(await invoke(window.page, 'update.state', {input: {}})).toMatchObject({
    value: {version: '0.2.0', hasFailed: false, previous: {version: '0.1.0', loses: null}},
  });
  expect(existsSync(`${join(program, '..')}.previous`)).toBe(true);

  await invoke(window.page, 'update.back', {input: {password}, commandId: 'back-to-before'});
  await window.leave();
  await packaged.gone();
  window = await packaged.window();
  await signIn(window);
  expect(await invoke(window.page, 'update.state', {input: {}})).toMatchObject({
    value: {version: '0.1.0', previous: null},
  });
});

test('it does not serve as Node, and no debugger listens', async () => {
  const args = ['-e', 'console.error("DevTools listening on ws:node")', '--data', join(folder, 'other')];
  const other = spawn(program, [...args, '--inspect=0', '--remote-debugging-port=0'], {
    env: {...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--inspect=0'},
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: string[] = [];
  const listening = new Promise<string>((resolve, reject) => {
    const reader = createInterface({input: must(other.stderr)});
    reader.on('line', line => {
      lines.push(line);
      const found = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    reader.once('close', () => reject(new Error('the program ended without such a line')));
  });
  // Node would have said so, or named its debugger, before the window is there.
  expect(await listening).toMatch(/^ws:\/\/127\.0\.0\.1:/);
  expect(lines.filter(line => line.startsWith('Debugger'))).toEqual([]);
  other.kill('SIGTERM');
  await once(other, 'exit');
});

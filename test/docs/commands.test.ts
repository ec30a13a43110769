import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import packageJson from '../../package.json' with {type: 'json'};
import {codeOf, readPages, root} from './pages.ts';

/**
 * Every command of the pages. Its script is there, its options are those that the script knows, and it is run: below, or by
 * the file that is named here, which holds the call.
 */

interface Proof {
  /** The file that names its options; without: it has none. */
  readonly options?: string;
  readonly ran: 'below' | readonly [file: string, call: string];
}

const stages = 'electron/launch/test.mjs';

const proofs: Readonly<Record<string, Proof>> = {
  'npm start': {options: 'electron/launch/options.mjs', ran: 'below'},
  'npm test': {ran: ['.ci/run', 'npm test --silent']},
  'npm run check': {ran: ['electron/launch/check.mjs', "from './guards.mjs'"]},
  'npm run format': {ran: ['electron/launch/guards.mjs', "bin('oxfmt'"]},
  'npm run build': {ran: [stages, 'await ensureBuilt(root);']},
  'npm run test:unit': {ran: [stages, "unit: () => vitest('unit')"]},
  'npm run test:e2e': {ran: [stages, "return vitest('e2e');"]},
  'npm run test:desktop': {ran: [stages, 'desktop: runDesktop']},
  'npm run demo': {options: 'electron/demo/options.ts', ran: ['test/electron/demo/make-demo.test.ts', 'makeDemo(']},
  'npm run registry': {
    options: 'registry/server/configuration.ts',
    ran: ['test/registry/support/process.ts', 'registry/main.ts'],
  },
  'npm run dist': {
    options: 'electron/delivery/options.ts',
    ran: ['test/support/desktop/packaged.ts', "'electron', 'delivery', 'main.ts'"],
  },
  'npm run release:sign': {
    options: 'electron/delivery/options.ts',
    ran: ['test/electron/delivery/release.test.ts', "'delivery', 'release.ts'"],
  },
  'npm run load': {options: 'test/load/options.ts', ran: ['test/load/load.test.ts', 'readLoadOptions']},
  'npm run help': {options: 'electron/help/write.ts', ran: 'below'},
  'npm run db:generate': {options: 'db/generate/generate.ts', ran: 'below'},
  // Of the figures only that they can be asked for: a run of all takes an hour.
  'npm run bench': {options: 'test/bench/run.ts', ran: 'below'},
  // Both take longer than the suite: only that they can be asked for.
  'npm run coverage': {options: 'electron/launch/coverage.mjs', ran: 'below'},
  'npm run mutate': {options: 'test/mutation/run.ts', ran: 'below'},
  'npm run faults': {options: 'test/faults/run.ts', ran: ['test/faults/exchange.test.ts', 'exchangeCampaign(']},
  'npm run screens': {options: 'test/screens/options.ts', ran: ['test/renderer/exchange.e2e.ts', '../screens/']},
};

/** Named by a page, to be typed by nobody; a table of the registry is called like a program. */
const onlyNamed = ['npm ci', 'npm install --no-save', 'node'];

const beginning = /^(?:[A-Z_]+=\S* )*(?:npm|npx|node|node_modules\/\.bin\/\w+|\.ci\/run)(?: |$)/u;

interface Command {
  readonly page: string;
  readonly text: string;
}

const commands: Command[] = readPages().flatMap(page =>
  codeOf(page).flatMap(({text, block}) =>
    (block === null ? [text] : text.split('\n'))
      .map(line => line.replace(/\s+#.*$/u, '').trim())
      .filter(line => beginning.test(line) && !onlyNamed.includes(line))
      .map(line => ({page: page.path, text: line})),
  ),
);

/** `npm run demo` of `npm run demo -- --out DIR`. */
function scriptOf(command: string): string {
  return /npm (?:run \S+|start|test)/u.exec(command)?.[0] ?? command;
}

const folder = mkdtempSync(join(tmpdir(), 'tirek-docs-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function npm(args: readonly string[]): ChildProcess {
  // In a group of its own: npm passes a signal on to a shell, and that not to its program.
  return spawn('npm', args, {cwd: root, detached: true, env: {...process.env, npm_config_loglevel: 'silent'}});
}

async function ran(args: readonly string[]): Promise<{said: string; code: number | null}> {
  const child = npm(args);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', bytes => (said += String(bytes)));
  await once(child, 'close');
  return {said, code: child.exitCode};
}

test('there are commands to look at', () => {
  expect(commands.length).toBeGreaterThan(30);
});

test('each command is one that is run somewhere', () => {
  const unknown = commands.filter(({text}) => {
    if (text.includes('npm ')) return proofs[scriptOf(text)] === undefined;
    // What is started by its file: the file is there. Of a stage of the tests, with the arguments of the stage.
    const files = text.split(' ').filter(word => /^[\w.]+\/\S*$/u.test(word) && !word.startsWith('node_modules/'));
    return files.length === 0 || !files.every(file => existsSync(join(root, file)));
  });
  expect(unknown).toEqual([]);
});

test('each script is one of package.json, and nothing is proved that no page names', () => {
  const named = new Set(commands.map(({text}) => scriptOf(text)).filter(script => script.startsWith('npm')));
  expect(Object.keys(proofs).filter(script => !named.has(script))).toEqual([]);
  const scripts: Readonly<Record<string, string>> = packageJson.scripts;
  const missing = [...named].filter(script => scripts[script.replace(/^npm (?:run )?/u, '')] === undefined);
  expect(missing).toEqual([]);
});

test.each(Object.entries(proofs).flatMap(([script, {ran: where}]) => (where === 'below' ? [] : [{script, where}])))(
  '$script is run by $where.0',
  ({where: [file, call]}) => {
    expect(readFileSync(join(root, file), 'utf8')).toContain(call);
  },
);

test.each(Object.entries(proofs))('%s has the options that the pages use', (script, {options}) => {
  const used = commands
    .filter(({text}) => scriptOf(text) === script)
    .flatMap(({text}) => text.match(/(?<= --)[a-z][\w-]*/gu) ?? []);
  const source = options === undefined ? '' : readFileSync(join(root, options), 'utf8');
  // Named to a person, `--out DIR`, or to the parser alone, `out: string`.
  const has = (option: string): boolean => source.includes(`--${option}`) || source.includes(`{${option}: {`);
  expect([...new Set(used)].filter(option => option !== 'help' && !has(option))).toEqual([]);
});

test('npm start serves on this computer, and says so in its first line', async () => {
  const args = ['start', '--', '--loopback', '--port', '0', '--data', join(folder, 'data'), '--no-open'];
  const host = npm(args);
  const [first] = (await once(must(host.stdout), 'data')) as [Buffer];
  process.kill(-must(host.pid), 'SIGTERM');
  await once(host, 'close');
  expect(String(first)).toMatch(/^Tirek is ready: http:\/\/127\.0\.0\.1:\d+\//u);
});

test('npm run help writes each page in both languages', async () => {
  const out = join(folder, 'help');
  expect(await ran(['run', 'help', '--', '--out', out])).toMatchObject({code: 0});
  const pages = ['kk', 'ru'].map(language => readdirSync(join(out, language)).sort());
  expect(pages[0]).toEqual(readdirSync(join(root, 'docs/help/kk')).sort());
  expect(pages[1]).toEqual(pages[0]);
});

test('npm run db:generate without a name writes nothing, and says that the schema has not changed', async () => {
  expect(await ran(['run', 'db:generate'])).toEqual({
    code: 0,
    said: expect.stringContaining('The schema has not changed.'),
  });
});

test('npm run bench names its parts', async () => {
  expect(await ran(['run', 'bench', '--', '--help'])).toEqual({code: 0, said: expect.stringContaining('--only PART')});
});

test('npm run coverage names its rooms, and npm run mutate its options', async () => {
  expect(await ran(['run', 'coverage', '--', 'nowhere'])).toEqual({
    code: 64,
    said: expect.stringContaining('exchange'),
  });
  expect(await ran(['run', 'mutate', '--', '--help'])).toEqual({code: 0, said: expect.stringContaining('--sample')});
});

test('npm run registry names its options in both languages', async () => {
  const {said, code} = await ran(['run', 'registry', '--', '--help']);
  expect(code).toBe(0);
  expect(said).toMatch(/Қолданылуы[\s\S]*Использование/u);
});

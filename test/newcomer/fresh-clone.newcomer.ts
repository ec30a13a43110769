import {spawn, execFileSync, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {createInterface} from 'node:readline';
import {expect, onTestFinished, test} from 'vitest';
import {must} from '../../domain/assert.ts';

/**
 * The two commands of the README as a newcomer gives them: a clone of what is committed, an empty home, an empty cache of npm,
 * a user without rights, and no settings but those by which npm reaches its packages on this machine.
 */

const root = resolve(import.meta.dirname, '..', '..');

/** The user «nobody» of every Unix, where the tests run as root; otherwise whoever runs them has no rights already. */
const unprivileged = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : {};

interface Newcomer {
  readonly clone: string;
  readonly data: string;
  readonly environment: NodeJS.ProcessEnv;
}

function arrive(): Newcomer {
  const place = mkdtempSync(join(tmpdir(), 'tirek-newcomer-'));
  onTestFinished(() => rmSync(place, {recursive: true, force: true}));
  const [clone, home, data] = [join(place, 'tirek'), join(place, 'home'), join(place, 'data')];
  chmodSync(place, 0o755);
  for (const folder of [clone, home, data]) {
    mkdirSync(folder);
    if (unprivileged.uid !== undefined) chownSync(folder, unprivileged.uid, unprivileged.gid);
  }
  writeFileSync(join(home, '.npmrc'), settingsOfNpm());
  const environment = {
    HOME: home,
    // No more than the system's own and the Node that is under test.
    PATH: [dirname(nodeOfSystem()), '/usr/bin', '/bin'].join(':'),
    LANG: 'C.UTF-8',
    TMPDIR: home,
    npm_config_cache: join(home, 'empty-cache'),
  };
  // A clone of another user's folder is refused unless it is said to be meant.
  const git = ['-c', `safe.directory=${root}`, '-c', `safe.directory=${join(root, '.git')}`];
  execFileSync('git', [...git, 'clone', '--quiet', '--no-hardlinks', '--no-local', root, clone], {stdio: 'inherit'});
  if (unprivileged.uid !== undefined)
    execFileSync('chown', ['-R', `${unprivileged.uid}:${unprivileged.gid}`, clone], {stdio: 'inherit'});
  return {clone, data, environment};
}

/** How npm reaches its packages here: the machine's business, not the newcomer's. */
function settingsOfNpm(): string {
  const known = ['userconfig', 'globalconfig'].map(name =>
    execFileSync('npm', ['config', 'get', name], {encoding: 'utf8'}).trim(),
  );
  return known.map(file => (existsSync(file) ? readFileSync(file, 'utf8') : '')).join('\n');
}

/** The one that a person has installed, not the one that the project brings. */
function nodeOfSystem(): string {
  return execFileSync('node', ['-p', 'process.execPath'], {
    encoding: 'utf8',
    env: {...process.env, PATH: withoutProject(process.env['PATH'] ?? '')},
  }).trim();
}

function withoutProject(path: string): string {
  return path
    .split(':')
    .filter(folder => !folder.includes('node_modules'))
    .join(':');
}

function npm({clone, environment}: Newcomer, args: readonly string[]): ChildProcess {
  return spawn('npm', args, {
    cwd: clone,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    ...unprivileged,
  });
}

async function* linesOf(child: ChildProcess): AsyncGenerator<string> {
  for await (const line of createInterface({input: must(child.stdout ?? undefined)})) yield line;
}

async function reachesPackages(newcomer: Newcomer): Promise<boolean> {
  const question = npm(newcomer, ['view', 'zod', 'version', '--fetch-retries=0']);
  question.stdout?.resume();
  const [code] = await once(question, 'exit');
  return code === 0;
}

/** As a browser opens it: the address lets one browser in, by a cookie. */
async function firstPage(url: string): Promise<string> {
  const door = await fetch(url, {redirect: 'manual'});
  const [cookie] = door.headers.getSetCookie();
  const page = await fetch(new URL('/', url), {headers: {cookie: must(cookie?.split(';')[0])}});
  return page.text();
}

test('clone, npm start, npm test', async context => {
  const newcomer = arrive();
  if (!(await reachesPackages(newcomer))) {
    process.stderr.write('SKIPPED: a newcomer without rights reaches no packages of npm from here\n');
    return context.skip();
  }
  expect(existsSync(join(newcomer.clone, 'node_modules'))).toBe(false);

  const start = ['start', '--', '--loopback', '--no-open', '--port', '0', '--data', newcomer.data];
  const application = npm(newcomer, start);
  onTestFinished(() => void kill(application));
  let url: string | undefined;
  for await (const line of linesOf(application)) {
    url = /^Tirek is ready: (\S+)$/.exec(line)?.[1];
    if (url !== undefined) break;
  }
  expect(await firstPage(must(url))).toContain('<title>Тірек</title>');
  await kill(application);

  const tests = npm(newcomer, ['test', '--', 'unit', 'test/domain', 'test/db/migrations']);
  const said: string[] = [];
  for await (const line of linesOf(tests)) said.push(line);
  expect(said.at(-1), said.slice(-30).join('\n')).toMatch(/^\d{3,} passed, 0 failed$/);
});

/** With all that it has started. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-must(child.pid), 'SIGTERM');
  await once(child, 'exit');
}

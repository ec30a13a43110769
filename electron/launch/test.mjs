import {cpSync, existsSync, mkdirSync, readFileSync, rmSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ensureBuilt} from './build.mjs';
import {findElectron} from './electron.mjs';
import {guards} from './guards.mjs';
import {ensureInstalled} from './install.mjs';
import {findNode} from './node.mjs';
import {run} from './run.mjs';
import {launch, refuseUnknown} from './say.mjs';

// npm test: installs, builds, and runs everything; `npm test -- guards unit e2e desktop newcomer` picks stages, and
// `npm test -- unit test/domain` the tests of a folder. Each guard counts as one test. The last line is `N passed, N failed`,
// and the exit code is honest.

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const results = join(root, 'out', 'test');
/** What mostly waits goes side by side: a newcomer for packages, a walk for its page. */
const order = [['guards', 'newcomer'], ['unit'], ['e2e', 'desktop']];
const stages = {
  guards: runGuards,
  unit: () => vitest('unit'),
  e2e: runBrowser,
  desktop: runDesktop,
  newcomer: runNewcomer,
};
/** Of the tests those whose path begins so; none: all. */
const folders = process.argv.slice(2).filter(isFolder);

await launch(async () => {
  const wanted = process.argv.slice(2).filter(each => !isFolder(each));
  refuseUnknown(wanted, Object.keys(stages));
  await ensureInstalled(root);
  await ensureBuilt(root);
  rmSync(results, {recursive: true, force: true});
  mkdirSync(results, {recursive: true});
  const counts = [];
  for (const group of order) {
    const names = group.filter(name => wanted.length === 0 || wanted.includes(name));
    if (names.length === 0) continue;
    print(`\n=== ${names.join(', ')} ===`);
    counts.push(...(await Promise.all(names.map(async name => ({name, ...(await stages[name]())})))));
  }
  return summary(counts);
});

function isFolder(argument) {
  return argument.startsWith('test/');
}

function print(line) {
  process.stdout.write(`${line}\n`);
}

function skip(what, why) {
  print(`\n!!!!!!!! SKIPPED: ${what}: ${why} !!!!!!!!\n`);
  return {passed: 0, failed: 0, skipped: 1};
}

function summary(counts) {
  const sum = key => counts.reduce((total, each) => total + each[key], 0);
  print('');
  for (const {name, passed, failed, skipped} of counts) {
    print(`${name.padEnd(8)} ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }
  const skipped = sum('skipped');
  if (skipped > 0) print(`${skipped} skipped; each said why above`);
  // Again at the end: of a long run often only the end is kept.
  for (const line of counts.flatMap(each => each.failures ?? [])) print(`FAILED  ${line}`);
  print(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}

async function runGuards() {
  const failures = [];
  for (const guard of guards) {
    const result = await run(findNode(root), guard.command, {cwd: root, keep: true});
    print(`${result.code === 0 ? 'ok  ' : 'FAIL'} ${guard.name} (${result.seconds.toFixed(1)} s)`);
    if (result.code === 0) continue;
    print(result.output);
    failures.push(`guard: ${guard.name}`);
  }
  return {passed: guards.length - failures.length, failed: failures.length, failures, skipped: 0};
}

function vitestArguments(project) {
  return [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    'test/vitest.config.ts',
    '--configLoader',
    'native',
    '--project',
    project,
    '--passWithNoTests',
    ...folders,
    '--reporter=default',
    '--reporter=json',
  ];
}

async function vitest(project, env = process.env) {
  const file = join(results, `${project}.json`);
  const args = [...vitestArguments(project), `--outputFile.json=${file}`];
  const {code} = await run(findNode(root), args, {cwd: root, env, stdout: 'inherit'});
  return count(file, code);
}

function count(file, code) {
  if (!existsSync(file)) return {passed: 0, failed: 1, skipped: 0};
  const report = JSON.parse(readFileSync(file, 'utf8'));
  // A file that does not even load has no tests to fail.
  const broken = report.testResults.filter(
    each => each.status === 'failed' && !each.assertionResults.some(test => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    failures: failuresOf(report),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A line or two for each test that failed, and for each file that did not load. */
function failuresOf({testResults}) {
  return testResults
    .filter(file => file.status === 'failed')
    .flatMap(({name, message, assertionResults}) => {
      const tests = assertionResults.filter(test => test.status === 'failed');
      const words = tests.map(test => `${test.fullName}\n        ${firstLine(test.failureMessages.join('\n'))}`);
      return (words.length > 0 ? words : [firstLine(message)]).map(each => `${relative(root, name)}: ${each}`);
    });
}

function firstLine(words) {
  return words.split('\n', 1)[0].slice(0, 300);
}

async function runBrowser() {
  const {code} = await run(findNode(root), [join('test', 'support', 'find-chromium.ts')], {cwd: root, keep: true});
  if (code !== 0) return skip('e2e', 'no Chromium, Chrome or Edge here; install one, or name it in CHROMIUM');
  return vitest('e2e');
}

async function runNewcomer() {
  const question = ['view', 'zod', 'version', '--fetch-retries=0'];
  const {code} = await run('npm', question, {cwd: root, keep: true, shell: process.platform === 'win32'});
  if (code !== 0) return skip('newcomer', 'the packages of npm cannot be reached from here');
  return vitest('newcomer');
}

/** In the sandbox that hides the network and the rest of the machine, where it lies beside the project; or right here. */
async function runDesktop() {
  const tool = resolve(root, '..', 'shared', 'tools', 'desktop-e2e');
  if (existsSync(tool)) {
    // The sandbox begins with an environment of its own.
    const settings = ['WALKS', 'SCREENS'].filter(name => process.env[name] !== undefined);
    const told = settings.map(name => `${name}=${process.env[name]}`);
    const inside = ['env', ...told, join('node_modules', '.bin', 'node'), ...vitestArguments('desktop')];
    const script = 'exec "$@" --outputFile.json="$DESKTOP_OUT/desktop.json"';
    const args = [root, results, 'bash', '-c', script, 'bash', ...inside];
    const {code} = await run(tool, args, {cwd: root, stdout: 'inherit'});
    if (code === 75) return skip('desktop', 'the sandbox for Electron cannot run here');
    // Only there can be written from inside.
    const screens = join(results, 'screens');
    if (existsSync(screens)) cpSync(screens, join(root, 'out', 'screens'), {recursive: true});
    return count(join(results, 'desktop.json'), code);
  }
  const {executable, reason} = await findElectron(root, {fetch: false});
  if (executable === undefined) {
    return skip(
      'desktop',
      `no Electron window can be had here (${reason}); set ELECTRON_OVERRIDE_DIST_PATH or install Electron`,
    );
  }
  return vitest('desktop');
}

import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {alone} from './lock.mjs';
import {findNode} from './node.mjs';
import {run} from './run.mjs';
import {Stop} from './say.mjs';

/** What the built application is made of. */
const sources = [
  'docs/help',
  'domain',
  'templates',
  'db',
  'electron',
  'renderer',
  'registry/protocol',
  'registry/parcel',
];
const files = ['package.json', 'package-lock.json'];

/** Builds out/ where it is not there or older than its sources, by content: a fresh clone or a touched file costs nothing. */
export async function ensureBuilt(root, {force = false} = {}) {
  if (!force && built(root)) return;
  await alone(root, async () => {
    if (!force && built(root)) return;
    await build(root);
  });
}

function built(root) {
  const stamp = join(root, 'out', '.built');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
}

async function build(root) {
  // Taken first: what is changed while the build runs is built again next time.
  const before = fingerprint(root);
  const node = findNode(root);
  rmSync(join(root, 'out', '.built'), {force: true});
  const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  await step(root, node, [vite, 'build', '-c', 'electron/vite.config.ts', '--logLevel', 'warn']);
  await step(root, node, [join('electron', 'pdf', 'cut-fonts.ts')]);
  mkdirSync(join(root, 'out'), {recursive: true});
  writeFileSync(join(root, 'out', '.built'), before);
}

async function step(root, node, args) {
  const {code} = await run(node, args, {cwd: root});
  if (code === 0) return;
  throw new Stop(
    'Бағдарламаны жинау сәтсіз аяқталды (жоғарыдағы жазбаны қараңыз).',
    'Сборка программы не удалась (см. запись выше).',
  );
}

function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of [...files, ...sources.flatMap(folder => list(root, folder))]) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(file).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function list(root, folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, {withFileTypes: true, recursive: true})
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}

import {existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {findNode} from './node.mjs';
import {run} from './run.mjs';
import {say, Stop} from './say.mjs';

/** Why there is no desktop window here, in one line of each language. */
const reasons = {
  display: ['экран жоқ', 'нет экрана'],
  root: ['Electron root атынан қорғаныссыз ғана жұмыс істейді', 'от имени root Electron работает только без защиты'],
  sandbox: ['жүйе Electron қорғанысына рұқсат бермейді', 'система не разрешает защиту (sandbox) Electron'],
  binary: ['Electron орнатылмаған және желіден алынбады', 'Electron не установлен и не загрузился по сети'],
};

export function missing(reason) {
  const [kk, ru] = reasons[reason];
  return new Stop(`Жұмыс үстелі терезесі ашылмайды: ${kk}.`, `Окно рабочего стола не откроется: ${ru}.`, 4);
}

export function sayFallback(reason) {
  const [kk, ru] = reasons[reason];
  process.stderr.write(`Браузерде ашылады: ${kk}. / Открывается в браузере: ${ru}.\n`);
}

/** {executable}, or {reason} why a desktop window cannot be had here. Fetches Electron's own binary where it may. */
export async function findElectron(root, {fetch = true} = {}) {
  const reason = whyNot();
  if (reason !== undefined) return {reason};
  const there = installed(root);
  if (there !== undefined) return sandboxed(there);
  if (fetch && (await download(root))) return sandboxed(installed(root));
  return {reason: 'binary'};
}

function whyNot() {
  if (process.platform !== 'linux') return undefined;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'display';
  return process.getuid() === 0 ? 'root' : undefined;
}

/** Where Electron lies: a folder that is named, or what its package has fetched. */
export function installed(root) {
  const name = {win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron'}[process.platform] ?? 'electron';
  const folders = [process.env.ELECTRON_OVERRIDE_DIST_PATH, join(root, 'node_modules', 'electron', 'dist')];
  return folders
    .filter(Boolean)
    .map(folder => join(folder, name))
    .find(path => existsSync(path));
}

/** On Linux Chromium's sandbox needs user namespaces, or its helper owned by root with the s-bit. */
function sandboxed(executable) {
  if (process.platform !== 'linux') return {executable};
  const helper = join(executable, '..', 'chrome-sandbox');
  const setuid = existsSync(helper) && statSync(helper).uid === 0 && (statSync(helper).mode & 0o4000) !== 0;
  const refused =
    kernel('kernel/unprivileged_userns_clone') === '0' ||
    kernel('user/max_user_namespaces') === '0' ||
    kernel('kernel/apparmor_restrict_unprivileged_userns') === '1';
  return refused && !setuid ? {reason: 'sandbox'} : {executable};
}

function kernel(name) {
  const file = join('/proc/sys', name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

const day = 24 * 60 * 60 * 1000;

/** Once a day at most: a PC without a network must not wait at each start. */
async function download(root) {
  const failed = join(root, 'out', '.electron-not-fetched');
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < day) return false;
  say('Electron жүктелуде (бір рет)…', 'Загружается Electron (один раз)…');
  const script = join(root, 'node_modules', 'electron', 'install.js');
  const {code} = await run(findNode(root), [script], {cwd: root, keep: true});
  if (code === 0) return installed(root) !== undefined;
  mkdirSync(join(root, 'out'), {recursive: true});
  writeFileSync(failed, '');
  return false;
}

import {spawn} from 'node:child_process';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ensureBuilt} from './build.mjs';
import {findElectron, missing, sayFallback} from './electron.mjs';
import {ensureInstalled} from './install.mjs';
import {findNode} from './node.mjs';
import {readOptions, usage} from './options.mjs';
import {launch, say} from './say.mjs';

// npm start: installs, builds and opens the application; on any Node from 20 on. What it starts runs on Node 24.

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

const inherit = {stdio: 'inherit'};
/** What is new gets 24 MB instead of 96: a first load would fill them all, on a PC that has 4 GB for everything. */
const memoryFlags = ['--max-semi-space-size=8'];

await launch(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    say(`${usage.kk}\n`, usage.ru);
    return 0;
  }
  await ensureInstalled(root);
  findNode(root);
  await ensureBuilt(root);
  if (!options.loopback) {
    const electron = await findElectron(root);
    if (electron.executable !== undefined) {
      const ended = await desktop(electron.executable, options.host);
      if (ended !== undefined) return ended;
      electron.reason = 'sandbox';
    }
    if (options.desktop) throw missing(electron.reason);
    sayFallback(electron.reason);
  }
  return follow(
    spawn(findNode(root), [...memoryFlags, join(root, 'out', 'main', 'loopback.js'), ...options.host], inherit),
  );
});

/** The exit code; undefined where Electron died at once, as it does where the system refuses its sandbox. */
async function desktop(executable, args) {
  const began = Date.now();
  const code = await follow(spawn(executable, [root, ...args], inherit));
  return code !== 0 && Date.now() - began < 5000 ? undefined : code;
}

/** Waits for a program, and passes on to it what asks us to end. */
function follow(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('exit', (code, signal) => ended(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
}

import {spawn} from 'node:child_process';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ensureInstalled} from './install.mjs';
import {findNode} from './node.mjs';
import {launch} from './say.mjs';

// npm run registry: installs and starts the central registry; on any Node from 20 on. What it starts runs on Node 24.

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

await launch(async () => {
  await ensureInstalled(root);
  const registry = spawn(findNode(root), [join(root, 'registry', 'main.ts'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => registry.kill(signal));
  return new Promise((ended, failed) => {
    registry.on('error', failed);
    registry.on('exit', (code, signal) => ended(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
});

import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ensureBuilt} from './build.mjs';
import {ensureInstalled} from './install.mjs';
import {findNode} from './node.mjs';
import {run} from './run.mjs';
import {launch} from './say.mjs';

// npm run screens: installs, builds what is stale, and photographs every screen.

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

await launch(async () => {
  await ensureInstalled(root);
  await ensureBuilt(root);
  const args = [join(root, 'test', 'screens', 'main.ts'), ...process.argv.slice(2)];
  return (await run(findNode(root), args, {stdout: 'inherit'})).code;
});

import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ensureBuilt} from './build.mjs';
import {ensureInstalled} from './install.mjs';
import {findNode} from './node.mjs';
import {run} from './run.mjs';
import {launch} from './say.mjs';

// npm run dist: installs, builds what is stale, and packs the application for people.

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

await launch(async () => {
  await ensureInstalled(root);
  await ensureBuilt(root);
  const args = [join(root, 'electron', 'delivery', 'main.ts'), ...process.argv.slice(2)];
  return (await run(findNode(root), args, {cwd: root, stdout: 'inherit'})).code;
});

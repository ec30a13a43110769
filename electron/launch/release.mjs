import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ensureInstalled} from './install.mjs';
import {findNode} from './node.mjs';
import {run} from './run.mjs';
import {launch} from './say.mjs';

// npm run release:sign: installs, and makes a signed update file; on any Node from 20 on.

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

await launch(async () => {
  await ensureInstalled(root);
  const args = [join(root, 'electron', 'delivery', 'release.ts'), ...process.argv.slice(2)];
  return (await run(findNode(root), args, {stdout: 'inherit'})).code;
});

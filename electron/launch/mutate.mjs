import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ensureInstalled} from './install.mjs';
import {findNode} from './node.mjs';
import {run} from './run.mjs';
import {launch} from './say.mjs';

// npm run mutate: installs what is needed, and looks whether the tests notice what is changed in the rules.

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

await launch(async () => {
  await ensureInstalled(root);
  const args = [join(root, 'test', 'mutation', 'run.ts'), ...process.argv.slice(2)];
  return (await run(findNode(root), args, {stdout: 'inherit'})).code;
});

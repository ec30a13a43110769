import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {guards} from './guards.mjs';
import {ensureInstalled} from './install.mjs';
import {findNode} from './node.mjs';
import {run} from './run.mjs';
import {launch} from './say.mjs';

// npm run check: types, lint, format and dead code, all of them, whatever fails first.

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

await launch(async () => {
  await ensureInstalled(root);
  let failed = 0;
  for (const {name, command} of guards) {
    const {code, output} = await run(findNode(root), command, {cwd: root, keep: true});
    process.stdout.write(code === 0 ? `ok   ${name}\n` : `FAIL ${name}\n${output}\n`);
    if (code !== 0) failed += 1;
  }
  return failed === 0 ? 0 : 1;
});

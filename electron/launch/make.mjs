import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ensureBuilt} from './build.mjs';
import {ensureInstalled} from './install.mjs';
import {launch} from './say.mjs';

// npm run build: builds out/ from nothing, whatever is there.

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

await launch(async () => {
  await ensureInstalled(root);
  await ensureBuilt(root, {force: true});
  return 0;
});

import {spawn} from 'node:child_process';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {findNode} from './node.mjs';
import {ensureInstalled} from './install.mjs';
import {run} from './run.mjs';
import {launch, Stop} from './say.mjs';

// npm run demo: installs, cuts the fonts and makes a fictional year of work; on any Node from 20 on.

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

await launch(async () => {
  await ensureInstalled(root);
  const node = findNode(root);
  const {code} = await run(node, [join('electron', 'pdf', 'cut-fonts.ts')], {cwd: root});
  if (code !== 0) {
    throw new Stop(
      'Қаріптерді дайындау сәтсіз аяқталды (жоғарыдағы жазбаны қараңыз).',
      'Не удалось подготовить шрифты (см. запись выше).',
    );
  }
  const made = spawn(node, [join(root, 'electron', 'demo', 'main.ts'), ...process.argv.slice(2)], {stdio: 'inherit'});
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => made.kill(signal));
  return new Promise((ended, failed) => {
    made.on('error', failed);
    made.on('exit', code => ended(code ?? 1));
  });
});

import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {Stop} from './say.mjs';

const wanted = 24;

/**
 * The Node that the program runs on: the pinned one from node_modules, or the system's where it is new enough.
 * An older one must never load the database module: it would die without a word.
 */
export function findNode(root) {
  const names = {'linux-x64': 'node', 'win32-x64': 'node.exe'};
  const name = names[`${process.platform}-${process.arch}`];
  const pinned =
    name &&
    join(root, 'node_modules', `node-${process.platform === 'win32' ? 'win' : process.platform}-x64`, 'bin', name);
  if (pinned && existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= wanted && Number(process.versions.napi) >= 10) {
    return process.execPath;
  }
  throw new Stop(
    `Node ${wanted} немесе жаңасы қажет, мұнда — ${process.version}. Оны орнатып, команданы қайталаңыз.`,
    `Нужен Node ${wanted} или новее, здесь — ${process.version}. Установите его и повторите команду.`,
  );
}

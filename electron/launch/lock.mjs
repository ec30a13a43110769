import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';

/**
 * Lets one launcher of this checkout install or build at a time; the others wait. The lock dies with its process: it
 * names the process, and one whose process is gone is taken over. It lies outside node_modules, which npm removes.
 */
export async function alone(root, work) {
  const folder = join(tmpdir(), `tirek-launch-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  while (!take(folder)) await wait(200);
  try {
    return await work();
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function take(folder) {
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (holderLives(folder)) return false;
    rmSync(folder, {recursive: true, force: true});
    return false;
  }
}

function holderLives(folder) {
  try {
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    if (!Number.isInteger(pid) || pid <= 0) return false;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else. ENOENT: it has only just been made, or is being removed.
    return error.code === 'EPERM' || error.code === 'ENOENT';
  }
}

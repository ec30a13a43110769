import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, cpSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {recipient} from '../../db/schema/recipient.ts';
import {temporaryFolder, testDatabase} from '../support/test-database.ts';
import {testKey} from '../support/test-key.ts';

const writer = resolve(import.meta.dirname, '../support/write-without-end.ts');
const key = Buffer.from(testKey).toString('hex');

/** How many whole pairs the database holds; a half one would be a broken transaction. */
function pairsIn(file: string): number {
  const {readable} = testDatabase({file, create: false});
  const ids = readable.select({id: recipient.id}).from(recipient).all();
  const halves = Map.groupBy(ids, ({id}) => id.slice(0, -1));
  expect([...halves.values()].filter(pair => pair.length !== 2)).toEqual([]);
  expect(readable.prepare('SELECT * FROM pragma_integrity_check').all()).toEqual([{integrity_check: 'ok'}]);
  const logged = readable.prepare<{rows: number}>('SELECT count(*) AS rows FROM change').get()?.rows;
  expect(logged).toBe(ids.length);
  return halves.size;
}

describe('a process that is killed while it writes', () => {
  test.each([1, 7, 40])('after %i saves: what was said to be saved is there, and nothing by halves', async saves => {
    const file = join(temporaryFolder(), 'tirek.db');
    const child = spawn(process.execPath, [writer, file, key], {stdio: ['ignore', 'pipe', 'inherit']});
    let said = '';
    child.stdout.on('data', chunk => {
      said += String(chunk);
      if (said.split('\n').length > saves + 1) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const confirmed = said.split('\n').filter(line => /^\d+$/.test(line)).length;
    expect(confirmed).toBeGreaterThanOrEqual(saves);
    const kept = pairsIn(file);
    // One more may have been saved and not yet said.
    expect(kept === confirmed || kept === confirmed + 1).toBe(true);
  });

  test('another key tried on what it left does no harm', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'tirek.db');
    const child = spawn(process.execPath, [writer, file, key], {stdio: ['ignore', 'pipe', 'inherit']});
    child.stdout.on('data', chunk => {
      if (String(chunk).includes('5')) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const copy = temporaryFolder();
    cpSync(folder, copy, {recursive: true});
    expect(() => testDatabase({file, key: new Uint8Array(32)})).toThrow('not-a-database');
    expect(pairsIn(file)).toBe(pairsIn(join(copy, 'tirek.db')));
  });
});

describe('a disk without room', () => {
  test('is named so, and what was saved before stays whole', () => {
    const file = join(temporaryFolder(), 'tirek.db');
    // No file of this process may grow beyond so many blocks of 1024 bytes: writes fail as on a full disk or a quota.
    const limited = `trap '' XFSZ; ulimit -f 2000; exec "${process.execPath}" "${writer}" "${file}" ${key}`;
    const {stdout} = spawnSync('bash', ['-c', limited], {encoding: 'utf8'});
    const lines = stdout.trim().split('\n');
    expect(lines.at(-1)).toMatch(/^error (full|failing)$/);
    const confirmed = lines.filter(line => /^\d+$/.test(line)).length;
    expect(confirmed).toBeGreaterThan(3);
    expect(pairsIn(file)).toBe(confirmed);
  });
});

describe('a folder that cannot be written', () => {
  /** The administrator may write everywhere: the process gives its rights away. */
  const rights = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : {};

  test.each([
    {what: 'a new database', begun: false},
    {what: 'an existing database', begun: true},
  ])('$what: read-only, and nothing is touched', ({begun}) => {
    const folder = temporaryFolder();
    const file = join(folder, 'tirek.db');
    if (begun) testDatabase({file}).close();
    chmodSync(folder, 0o555);
    const {stdout} = spawnSync(process.execPath, [writer, file, key], {encoding: 'utf8', ...rights});
    chmodSync(folder, 0o755);
    expect(stdout.trim()).toBe('error read-only');
    if (begun) expect(pairsIn(file)).toBe(0);
  });
});

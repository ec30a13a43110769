import {execFileSync, spawnSync} from 'node:child_process';
import {statSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {expect, test} from 'vitest';
import {migrations} from '../../../db/migrations/list.ts';
import {peekUpdate} from '../../../registry/parcel/update-file.ts';
import {emptyFolder} from '../../support/backups.ts';

const program = resolve(import.meta.dirname, '..', '..', '..', 'electron', 'delivery', 'release.ts');

test('a publisher makes a pair of keys once, and signs an installer with it', async () => {
  const folder = emptyFolder('release');
  const [key, image, kk, ru, to] = ['key', 'Tirek-0.3.0-x64.AppImage', 'kk.txt', 'ru.txt', 'made.tirek-update'].map(
    name => join(folder, name),
  ) as [string, string, string, string, string];
  const run = (...args: readonly string[]): string =>
    execFileSync(process.execPath, [program, ...args], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
  const [, publicKey] = /^TIREK_PUBLISHER_KEY=([\w-]{43})\n$/.exec(run('--new-key', key)) ?? [];
  expect(statSync(key).mode & 0o077).toBe(0);
  // A key that others have built in is not written over.
  expect(spawnSync(process.execPath, [program, '--new-key', key]).status).toBe(1);
  writeFileSync(image, 'x'.repeat(3_000_000));
  writeFileSync(kk, 'Жаңа есептер\n');
  writeFileSync(ru, 'Новые отчеты\n');
  const said = ['--key', key, '--from', image, '--news-kk', kk, '--news-ru', ru, '--version', '0.3.0'];
  expect(run(...said, '--to', to)).toBe(`${to}\n`);
  const {header} = await peekUpdate(to, publicKey);
  expect(header).toMatchObject({
    version: '0.3.0',
    oldest: '0.1.0',
    schema: migrations.length,
    system: 'linux',
    architecture: 'x64',
    packaging: 'appimage',
    news: {kk: 'Жаңа есептер', ru: 'Новые отчеты'},
    parts: [{path: 'Tirek-0.3.0-x64.AppImage', size: 3_000_000, executable: true}],
  });
  expect(spawnSync(process.execPath, [program, '--key', key]).status).toBe(64);
});

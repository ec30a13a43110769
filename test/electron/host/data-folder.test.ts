import {join} from 'node:path';
import {expect, test} from 'vitest';
import {defaultDataFolder} from '../../../electron/host/data-folder.ts';

interface Case {
  platform: NodeJS.Platform;
  env: Record<string, string>;
  folder: string;
}

const cases: Case[] = [
  {platform: 'linux', env: {}, folder: join('/home/a', '.local', 'share', 'Tirek')},
  {platform: 'linux', env: {XDG_DATA_HOME: '/data'}, folder: join('/data', 'Tirek')},
  {platform: 'darwin', env: {}, folder: join('/home/a', 'Library', 'Application Support', 'Tirek')},
  {platform: 'win32', env: {APPDATA: 'C:/a/Roaming'}, folder: join('C:/a/Roaming', 'Tirek')},
  {platform: 'win32', env: {}, folder: join('/home/a', 'AppData', 'Roaming', 'Tirek')},
];

test.each(cases)('$platform $env', ({platform, env, folder}) => {
  expect(defaultDataFolder(platform, env, '/home/a')).toBe(folder);
});

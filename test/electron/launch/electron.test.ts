import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, expect, onTestFinished, test, vi} from 'vitest';
import {installed} from '../../../electron/launch/electron.mjs';

afterEach(() => void vi.unstubAllEnvs());

const names: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};
const program = names[process.platform] ?? 'electron';

function put(folder: string): string {
  const file = join(folder, program);
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, '');
  return file;
}

function emptyRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'tirek-electron-'));
  onTestFinished(() => rmSync(root, {recursive: true, force: true}));
  return root;
}

test('Electron is found where its own package puts it', () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined);
  const root = emptyRoot();
  expect(installed(root)).toBeUndefined();
  expect(put(join(root, 'node_modules', 'electron', 'dist'))).toBe(installed(root));
});

test('a folder that is named comes first', () => {
  const [root, named] = [emptyRoot(), emptyRoot()];
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', named);
  put(join(root, 'node_modules', 'electron', 'dist'));
  expect(put(named)).toBe(installed(root));
});

import {execFile} from 'node:child_process';
import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {DistOptions} from './options.ts';
import {unusedPatterns} from './packages.ts';
import type {Target} from './targets.ts';

export interface Packed {
  readonly code: number;
  /** What electron-builder said. */
  readonly output: string;
}

/** One run of electron-builder, with `electron-builder.yml` and what is known only now. */
export async function pack(root: string, options: DistOptions, target: Target | 'dir'): Promise<Packed> {
  const {out, electron, version, publisherKey, homepage, maintainer} = options;
  mkdirSync(out, {recursive: true});
  const metadata = {version, publisherKey, homepage};
  const known = Object.entries(metadata).filter(([, value]) => value !== undefined);
  const isOwn = target === 'dir' || target.platform === process.platform;
  const settings = {
    extends: join(root, 'electron-builder.yml'),
    directories: {output: out},
    files: unusedPatterns(root),
    extraMetadata: Object.fromEntries(known),
    ...(maintainer !== undefined && {linux: {maintainer}}),
    ...(electron !== undefined && isOwn && {electronDist: electron}),
  };
  const file = join(out, 'electron-builder.json');
  writeFileSync(file, JSON.stringify(settings));
  const platform = {win32: '--win', linux: '--linux'};
  const wanted =
    target === 'dir'
      ? ['--dir']
      : [platform[target.platform], target.format, target.arch === 'x64' ? '--x64' : '--arm64'];
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const args = [cli, ...wanted, '--config', file, '--publish', 'never'];
  const packed = await ended(args, root);
  rmSync(file, {force: true});
  for (const folder of unpackedIn(out)) removeUnused(folder);
  return packed;
}

/** Where electron-builder has put the applications. */
export function unpackedIn(out: string): string[] {
  return readdirSync(out, {withFileTypes: true})
    .filter(entry => entry.isDirectory() && entry.name.endsWith('unpacked'))
    .map(entry => join(out, entry.name));
}

/** What a folder of Electron brings along for those who have no application yet. */
function removeUnused(unpacked: string): void {
  rmSync(join(unpacked, 'resources', 'default_app.asar'), {force: true});
}

/** Minutes, and nobody at the keyboard: a server that does not answer is given up. */
const longest = 20 * 60_000;

function ended(args: readonly string[], cwd: string): Promise<Packed> {
  return new Promise(resolve => {
    execFile(process.execPath, [...args], {cwd, timeout: longest, maxBuffer: 64 * 1024 * 1024}, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({code, output: `${out}\n${err}`});
    });
  });
}

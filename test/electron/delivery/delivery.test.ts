import {mkdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {readDistOptions} from '../../../electron/delivery/options.ts';
import {importedBy, loadedPackages, unusedPatterns} from '../../../electron/delivery/packages.ts';
import {sizesOf} from '../../../electron/delivery/sizes.ts';
import {failureWords, lackingPackage, targets} from '../../../electron/delivery/targets.ts';
import {emptyFolder} from '../../support/backups.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

function placed(folder: string, path: string, words: string): void {
  mkdirSync(join(folder, path, '..'), {recursive: true});
  writeFileSync(join(folder, path), words);
}

describe('what is packed', () => {
  test('is what the built code names, with all that it needs, from where npm has put it', () => {
    const folder = emptyFolder('packages');
    placed(
      folder,
      'out/main/main.js',
      'import{x}from"one/deep";import"node:fs";export{y}from"@scope/two";import("./own.js")',
    );
    placed(folder, 'out/main/words.js', 'throw Error("import from \'quoted\'")');
    placed(folder, 'node_modules/one/package.json', '{"dependencies":{"three":"1","not-here":"1"}}');
    placed(folder, 'node_modules/one/node_modules/three/package.json', '{}');
    placed(folder, 'node_modules/three/package.json', '{}');
    placed(folder, 'node_modules/@scope/two/package.json', '{"dependencies":{"four":"1"}}');
    placed(folder, 'node_modules/four/package.json', '{}');
    const packages = Object.fromEntries(
      ['one', 'one/node_modules/three', 'three', '@scope/two', 'four', 'left'].map(name => [
        `node_modules/${name}`,
        {},
      ]),
    );
    const all = {...packages, '': {}, 'node_modules/tool': {dev: true}};
    placed(folder, 'package-lock.json', JSON.stringify({packages: all}));
    const names = importedBy(join(folder, 'out', 'main'));
    expect([...names].toSorted()).toEqual(['@scope/two', 'one']);
    expect([...loadedPackages(folder, names)].toSorted()).toEqual([
      'node_modules/@scope/two',
      'node_modules/four',
      'node_modules/one',
      'node_modules/one/node_modules/three',
    ]);
    expect(unusedPatterns(folder)).toEqual(['!node_modules/left/**', '!node_modules/three/**']);
  });

  test('is measured by what it is', () => {
    const folder = emptyFolder('unpacked');
    placed(folder, 'tirek', 'x'.repeat(500));
    placed(folder, 'locales/ru.pak', 'x'.repeat(40));
    placed(folder, 'resources/app.asar.unpacked/node_modules/better-sqlite3/a.node', 'x'.repeat(300));
    const files = {out: {files: {fonts: {files: {'a.ttf': {size: 20, offset: '0'}}}}}, left: {size: 9, unpacked: true}};
    const json = Buffer.from(JSON.stringify({files}));
    const lengths = Buffer.alloc(16);
    lengths.writeUInt32LE(json.length, 12);
    mkdirSync(join(folder, 'resources'), {recursive: true});
    writeFileSync(join(folder, 'resources', 'app.asar'), Buffer.concat([lengths, json]));
    expect(sizesOf(folder).filter(({bytes}) => bytes > 0)).toEqual([
      {name: 'Electron', bytes: 500},
      {name: 'native modules', bytes: 300},
      {name: 'words of Chromium', bytes: 40},
      {name: 'fonts', bytes: 20},
    ]);
  });
});

describe('what cannot be made here', () => {
  test('lacks a binary that npm installs only on that system', () => {
    const other = targets.find(({platform}) => platform !== process.platform);
    expect(other && lackingPackage(root, other)).toMatch(/^@node-rs\/argon2-/);
  });

  test.each([
    ['⨯ getaddrinfo ENOTFOUND github.com  failedTask=build', '(github.com)'],
    ['⨯ cannot execute  cause=wine: ENOENT', 'wine'],
    ['  • packaging\n  ⨯ Something else  failedTask=build', 'Something else'],
  ])('%s', (output, words) => {
    expect(failureWords(output).ru).toContain(words);
    expect(failureWords(output).kk).toContain(words);
  });
});

describe('options', () => {
  test.each([
    [['--nothing'], {}],
    [['--help'], {}],
    [['--target', 'windows-3'], {}],
    [['--version', '1'], {}],
    [[], {TIREK_PUBLISHER_KEY: 'short'}],
  ] as const)('%j with %j are refused', (args, env) => {
    expect(readDistOptions(args, env)).toHaveProperty('refused');
  });

  test('say what is made', () => {
    const env = {ELECTRON_OVERRIDE_DIST_PATH: '/electron', TIREK_PUBLISHER_KEY: 'A'.repeat(43)};
    expect(readDistOptions(['--dir', '--out', '/made'], env)).toMatchObject({
      dir: true,
      start: false,
      out: '/made',
      electron: '/electron',
      publisherKey: 'A'.repeat(43),
    });
    expect(readDistOptions(['--target', 'deb-x64'], {})).toMatchObject({targets: [{format: 'deb'}], dir: false});
  });
});

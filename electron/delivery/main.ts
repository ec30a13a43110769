import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, readdirSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {must} from '../../domain/assert.ts';
import type {Text} from '../../domain/text.ts';
import {readDistOptions, type DistOptions} from './options.ts';
import {pack, unpackedIn} from './pack.ts';
import {sizeTable} from './sizes.ts';
import {failureWords, lackingPackage, lackingWords, publisherWords, type Target} from './targets.ts';

/** `npm run dist`: what can be made on this machine is made, and of the rest it is said why not. */

const root = resolve(import.meta.dirname, '..', '..');
const exitCodes = {done: 0, notAll: 1, wrongUse: 64} as const;

async function main(): Promise<number> {
  const options = readDistOptions(process.argv.slice(2), process.env);
  if ('refused' in options) {
    complain(options.refused);
    return exitCodes.wrongUse;
  }
  return options.dir ? makeFolder(options) : makeInstallers(options);
}

async function makeFolder(options: DistOptions): Promise<number> {
  const {code, output} = await pack(root, options, 'dir');
  if (code !== 0) {
    complain(failureWords(output));
    return exitCodes.notAll;
  }
  const unpacked = must(unpackedIn(options.out)[0]);
  say(`${unpacked}\n${sizeTable(unpacked)}`);
  if (!options.start) return exitCodes.done;
  const program = join(unpacked, process.platform === 'win32' ? 'Tirek.exe' : 'tirek');
  const [ended] = (await once(spawn(program, {stdio: 'inherit'}), 'exit')) as [number | null];
  return ended ?? exitCodes.notAll;
}

async function makeInstallers(options: DistOptions): Promise<number> {
  mkdirSync(options.out, {recursive: true});
  let isWhole = true;
  for (const target of options.targets) {
    const why = await makeInstaller(options, target);
    isWhole &&= why === undefined;
    if (why !== undefined) complain({kk: `${target.name}: ${why.kk}`, ru: `${target.name}: ${why.ru}`});
  }
  for (const unpacked of unpackedIn(options.out)) say(`${unpacked}\n${sizeTable(unpacked)}`);
  for (const name of readdirSync(options.out).filter(each => /\.(exe|AppImage|deb)$/.test(each))) {
    say(`${name}: ${(statSync(join(options.out, name)).size / 1e6).toFixed(1)} MB`);
  }
  return isWhole ? exitCodes.done : exitCodes.notAll;
}

/** Undefined: it was made. */
async function makeInstaller(options: DistOptions, target: Target): Promise<Text | undefined> {
  const lacking = lackingPackage(root, target);
  if (lacking !== undefined) return lackingWords(lacking);
  const {homepage, maintainer} = options;
  if (target.format === 'deb' && (homepage === undefined || maintainer === undefined)) return publisherWords;
  const {code, output} = await pack(root, options, target);
  return code === 0 ? undefined : failureWords(output);
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

function complain({kk, ru}: Text): void {
  process.stderr.write(kk === ru ? `${ru}\n` : `${kk}\n${ru}\n`);
}

process.exitCode = await main();

import {closeSync, openSync, readdirSync, readSync, statSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {z} from 'zod';

/** What an unpacked application is made of, in bytes. */
export interface Part {
  readonly name: string;
  readonly bytes: number;
}

const parts: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['the licences of Chromium', /^LICENSES/],
  ['words of Chromium', /^locales\//],
  ['native modules', /\.node$/],
  ['fonts', /^app\/out\/fonts\//],
  ['screens and help', /^app\/out\/(renderer|preload)\//],
  ['code of the main side', /^app\/(out\/main\/|package\.json$)/],
  ['packages: PDF', /^app\/node_modules\/(pdf|fontkit|@cantoo|@swc|unicode|brotli|pako|restructure|linebreak|culori)/],
  ['packages: others', /^app\//],
  ['Electron', /^/],
];

/** Largest first. */
export function sizesOf(folder: string): Part[] {
  const sums = new Map(parts.map(([name]) => [name, 0]));
  for (const {path, bytes} of filesIn(folder)) {
    const name = parts.find(([, pattern]) => pattern.test(path))?.[0] ?? '';
    sums.set(name, (sums.get(name) ?? 0) + bytes);
  }
  return Array.from(sums, ([name, bytes]) => ({name, bytes})).toSorted((one, other) => other.bytes - one.bytes);
}

export function sizeTable(folder: string): string {
  const rows = sizesOf(folder);
  const sum = rows.reduce((total, {bytes}) => total + bytes, 0);
  const line = (name: string, bytes: number): string =>
    `${name.padEnd(28)}${(bytes / 1e6).toFixed(1).padStart(8)} MB${((bytes / sum) * 100).toFixed(1).padStart(8)} %`;
  return [...rows.map(({name, bytes}) => line(name, bytes)), line('all', sum)].join('\n');
}

/** What lies in the archive stands below `app/`, as does what was put beside it because it cannot be loaded from within. */
function filesIn(folder: string): {path: string; bytes: number}[] {
  return readdirSync(folder, {withFileTypes: true, recursive: true})
    .filter(entry => entry.isFile())
    .flatMap(entry => {
      const full = join(entry.parentPath, entry.name);
      const path = relative(folder, full).split(sep).join('/');
      if (path === 'resources/app.asar') return filesInArchive(full);
      return [{path: path.replace('resources/app.asar.unpacked/', 'app/'), bytes: statSync(full).size}];
    });
}

type Entry = {files: Record<string, Entry>} | {size: number; unpacked?: boolean | undefined};
const entry: z.ZodType<Entry> = z.lazy(() =>
  z.union([
    z.object({files: z.record(z.string(), entry)}),
    z.object({size: z.number(), unpacked: z.boolean().optional()}),
  ]),
);

/** The head of an asar: 16 bytes of lengths, then JSON. */
function filesInArchive(file: string): {path: string; bytes: number}[] {
  const descriptor = openSync(file, 'r');
  try {
    const lengths = Buffer.alloc(16);
    readSync(descriptor, lengths, 0, lengths.length, 0);
    const json = Buffer.alloc(lengths.readUInt32LE(12));
    readSync(descriptor, json, 0, json.length, lengths.length);
    return walk(entry.parse(JSON.parse(json.toString('utf8'))), 'app');
  } finally {
    closeSync(descriptor);
  }
}

function walk(at: Entry, path: string): {path: string; bytes: number}[] {
  if ('files' in at) return Object.entries(at.files).flatMap(([name, below]) => walk(below, `${path}/${name}`));
  return at.unpacked === true ? [] : [{path, bytes: at.size}];
}

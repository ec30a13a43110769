import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';

/**
 * Which packages the built main side loads. Most of what `dependencies` names is bundled into out/, or is the registry's, and
 * would travel along for nothing.
 */

const lock = z.object({packages: z.record(z.string(), z.object({dev: z.boolean().optional()}))});
const manifest = z.object({
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

/** As the bundler writes it; what is quoted otherwise stands in the words of a package. */
const imported = /(?:\bfrom ?|\bimport ?\(?|\brequire\()"((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[\w./-]*)?"/g;

/** The packages that the files of a folder import by name. Electron brings itself. */
export function importedBy(folder: string): Set<string> {
  const names = new Set<string>();
  for (const entry of readdirSync(folder, {withFileTypes: true, recursive: true})) {
    if (!entry.isFile() || !/\.c?js$/.test(entry.name)) continue;
    const source = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, name] of source.matchAll(imported)) if (name !== undefined) names.add(name);
  }
  names.delete('electron');
  return names;
}

/** The folders of packages below `root` that are loaded, with all that they need, as npm has put them. */
export function loadedPackages(root: string, entries: Iterable<string>): Set<string> {
  const loaded = new Set<string>();
  const waiting = Array.from(entries, name => ({name, from: ''}));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const folder = folderOf(root, next.name, next.from);
    if (folder === undefined || loaded.has(folder)) continue;
    loaded.add(folder);
    const {dependencies = {}, optionalDependencies = {}} = manifest.parse(
      JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')),
    );
    const needed = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)];
    for (const name of needed) waiting.push({name, from: folder});
  }
  return loaded;
}

/** Up from where it is asked for, as Node looks for it; undefined: not installed, as a binary for another system. */
function folderOf(root: string, name: string, from: string): string | undefined {
  const inside = from
    .split('/node_modules/')
    .map((_, depth, parts) => parts.slice(0, depth + 1).join('/node_modules/'));
  const above = from === '' ? [] : inside.toReversed().map(folder => `${folder}/`);
  return [...above, '']
    .map(prefix => `${prefix}node_modules/${name}`)
    .find(folder => existsSync(join(root, folder, 'package.json')));
}

/** Patterns for electron-builder: whatever it would pack and nothing loads. */
export function unusedPatterns(root: string): string[] {
  const loaded = loadedPackages(root, importedBy(join(root, 'out', 'main')));
  const {packages} = lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(packages)
    .filter(([folder, {dev}]) => folder !== '' && dev !== true && !loaded.has(folder))
    .filter(([folder]) => !Array.from(loaded).some(each => each.startsWith(`${folder}/`)))
    .map(([folder]) => `!${folder}/**`)
    .toSorted();
}

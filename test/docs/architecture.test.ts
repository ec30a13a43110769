import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';
import lint from '../../.oxlintrc.json' with {type: 'json'};
import {root} from './pages.ts';

/** The drawing of docs/developers/architecture.md: its arrows are the imports that there are, and those that lint lets through. */

interface Room {
  readonly name: string;
  readonly folders: readonly string[];
  readonly isFloor: boolean;
}

const drawing = readFileSync(join(root, 'docs/pictures/architecture.svg'), 'utf8');

const rooms: Room[] = [...drawing.matchAll(/data-room="(\w+)" data-folders="([^"]+)"( data-floor="yes")?/gu)].map(
  ([, name = '', folders = '', floor]) => ({name, folders: folders.split(' '), isFloor: floor !== undefined}),
);
const drawn = [...drawing.matchAll(/data-from="(\w+)" data-to="(\w+)"/gu)].map(([, from, to]) => `${from} → ${to}`);

function roomOf(path: string): Room | undefined {
  return rooms.find(({folders}) => folders.some(folder => path === folder || path.startsWith(`${folder}/`)));
}

function filesOf(room: Room): string[] {
  return room.folders.flatMap(folder =>
    /\.tsx?$/u.test(folder)
      ? [folder]
      : readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
          .filter(path => /\.tsx?$/u.test(path))
          .map(path => `${folder}/${path.replaceAll('\\', '/')}`),
  );
}

/** Relative imports as they are written, each with the file that it is written in. */
const imports = rooms.flatMap(room =>
  filesOf(room).flatMap(file =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/gu)].map(([, to = '']) => ({
      file,
      from: room,
      to: roomOf(join(dirname(file), to).replaceAll('\\', '/')),
    })),
  ),
);

test('an arrow is drawn where something is imported, and nowhere else', () => {
  const there = new Set(
    imports.flatMap(({from, to}) =>
      to === undefined || to === from || to.isFloor || from.isFloor ? [] : [`${from.name} → ${to.name}`],
    ),
  );
  expect([...there].sort()).toEqual(drawn.toSorted());
});

test('the floor stands on nothing but itself', () => {
  const outward = imports.filter(({from, to}) => from.isFloor && to?.isFloor !== true);
  expect(outward.map(({file}) => file)).toEqual([]);
});

/** Whether lint lets a file of the one folder import a file of the other: the last rule that names the file is the one that holds. */
function lintAllows(from: string, to: string): boolean {
  const file = from.endsWith('.ts') ? from : `${from}/any.ts`;
  const up = '../'.repeat(file.split('/').length - 1);
  const written = to.startsWith('electron/') && file.startsWith('electron/') ? up.slice(3) + to.slice(9) : up + to;
  const near = to.startsWith('registry/') && file.startsWith('registry/') ? up.slice(3) + to.slice(9) : written;
  const path = near.endsWith('.ts') ? near : `${near}/any.ts`;
  const rule = lint.overrides.findLast(
    ({files, rules}) => 'no-restricted-imports' in rules && files.some(glob => isOf(file, glob)),
  )?.rules;
  if (rule === undefined) return true;
  const [, restricted] = rule['no-restricted-imports'] as [string, {patterns: {regex: string}[]}];
  return !restricted.patterns.some(({regex}) => new RegExp(regex, 'u').test(path.startsWith('.') ? path : `./${path}`));
}

function isOf(file: string, glob: string): boolean {
  if (glob.endsWith('/**')) return file.startsWith(glob.slice(0, -2));
  return glob.endsWith('/*.ts') ? dirname(file) === glob.slice(0, -5) : file === glob;
}

const pairs = rooms.flatMap(from => rooms.filter(to => to !== from && !to.isFloor).map(to => ({from, to})));

test('lint refuses the way back of every arrow, and lets every arrow through', () => {
  const wrong = pairs.flatMap(({from, to}) => {
    const arrow = drawn.includes(`${from.name} → ${to.name}`);
    const back = drawn.includes(`${to.name} → ${from.name}`);
    const ways = from.folders.flatMap(one => to.folders.map(other => ({one, other, allowed: lintAllows(one, other)})));
    if (arrow && !ways.some(({allowed}) => allowed)) return [`${from.name} → ${to.name} is refused`];
    if (back) return ways.filter(({allowed}) => allowed).map(({one, other}) => `${one} → ${other} is let through`);
    return [];
  });
  expect(wrong).toEqual([]);
});

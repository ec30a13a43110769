import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';

/**
 * Which tests judge a source: those of its own room that import it directly or over one file between, the nearest first. Where
 * its room has none, the three nearest of the rooms that open no database.
 */
export function makeTestFinder(root: string): (file: string) => string[] {
  const imports = new Map<string, string[]>();
  const importsOf = (file: string): string[] => {
    const known = imports.get(file) ?? readImports(file);
    imports.set(file, known);
    return known;
  };
  const tests = readdirSync(join(root, 'test'), {recursive: true, encoding: 'utf8'})
    .filter(file => file.endsWith('.test.ts'))
    .map(file => join(root, 'test', file));
  const distances = new Map(tests.map(test => [test, distancesFrom(test, importsOf)]));
  return file => {
    const path = resolve(root, file);
    const own = join(root, 'test', file.split('/')[0] ?? '');
    const near = tests
      .map(test => ({test, steps: distances.get(test)?.get(path) ?? Infinity}))
      .toSorted((one, other) => one.steps - other.steps);
    const inside = near.filter(({test, steps}) => test.startsWith(own) && steps <= 2);
    const pure = near.filter(({test, steps}) => steps < Infinity && /\/test\/(templates|renderer|golden)\//.test(test));
    const chosen = inside.length > 0 ? inside : pure.slice(0, 3);
    return chosen.map(({test}) => test);
  };
}

function distancesFrom(test: string, importsOf: (file: string) => string[]): Map<string, number> {
  const steps = new Map([[test, 0]]);
  for (const [file, step] of steps) {
    for (const next of importsOf(file)) if (!steps.has(next)) steps.set(next, step + 1);
  }
  return steps;
}

function readImports(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/^(?:import|export|\}) (?:[^'\n]*from )?'(\.[^']+)'/gm)]
    .filter(([whole]) => !whole.startsWith('import type'))
    .map(([, path = '']) => resolve(dirname(file), path))
    .filter(path => path.endsWith('.ts') && existsSync(path));
}

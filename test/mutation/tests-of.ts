import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';

export interface TestFinder {
  /**
   * Which tests judge a source: those of its own room that import it directly or over one file between, the one of its name
   * first, then the nearest. Where its room has none, the three nearest of the rooms that open no database.
   */
  readonly testsOf: (file: string) => string[];
  /** Whether a file, by its whole path, is the source or imports it over others. */
  readonly leadsTo: (path: string, file: string) => boolean;
}

export function makeTestFinder(root: string): TestFinder {
  const imports = new Map<string, string[]>();
  const importsOf = (file: string): string[] => {
    const known = imports.get(file) ?? readImports(file);
    imports.set(file, known);
    return known;
  };
  const distances = new Map<string, Map<string, number>>();
  const distancesOf = (file: string): Map<string, number> => {
    const known = distances.get(file) ?? distancesFrom(file, importsOf, join(root, 'test'));
    distances.set(file, known);
    return known;
  };
  const tests = readdirSync(join(root, 'test'), {recursive: true, encoding: 'utf8'})
    .filter(file => file.endsWith('.test.ts'))
    .map(file => join(root, 'test', file));
  return {
    testsOf(file) {
      const path = resolve(root, file);
      const own = join(root, 'test', file.split('/')[0] ?? '');
      const namesake = join(root, 'test', file.replace(/\.ts$/, '.test.ts'));
      const near = tests
        .map(test => ({test, steps: test === namesake ? 0 : (distancesOf(test).get(path) ?? Infinity)}))
        .toSorted((one, other) => one.steps - other.steps);
      const inside = near.filter(({test, steps}) => test.startsWith(own) && steps <= 2);
      const pure = near.filter(
        ({test, steps}) => steps < Infinity && /\/test\/(templates|renderer|golden)\//.test(test),
      );
      const chosen = inside.length > 0 ? inside : pure.slice(0, 3);
      return chosen.map(({test}) => test);
    },
    leadsTo: (path, file) => existsSync(path) && distancesOf(path).has(resolve(root, file)),
  };
}

/** A helper of tests is a part of the test: it is no step. */
function distancesFrom(start: string, importsOf: (file: string) => string[], helpers: string): Map<string, number> {
  const steps = new Map([[start, 0]]);
  for (const [file] of steps) {
    for (const next of importsOf(file)) if (next.startsWith(helpers) && !steps.has(next)) steps.set(next, 0);
  }
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

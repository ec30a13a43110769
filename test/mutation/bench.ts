import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {createVitest, type TestSuite} from 'vitest/node';
import {applied, withGuardedLoops, type Mutant} from './mutants.ts';
import type {TestFinder} from './tests-of.ts';

export type Fate = 'killed' | 'survived' | 'timeout';
export type Verdict = readonly Fate[] | 'fails as it is';

/** Judges all mutants of a file at once: a process that starts for each of them would take most of the time. */
export interface Bench {
  readonly fatesOf: (file: string, mutants: readonly Mutant[]) => Promise<Verdict>;
  readonly close: () => Promise<void>;
}

/** What a worker holds: each mutant is another copy of what lies between it and its tests. */
const together = 50;

export async function openBench(root: string, finder: TestFinder): Promise<Bench> {
  const judgePath = join(root, 'test', 'mutation', 'judge.ts');
  const guardedPath = join(root, 'test', 'mutation', 'guarded-vitest.ts');
  let now: {file: string; sourceOf: (mutant: string) => string} | undefined;
  const vitest = await createVitest(
    'test',
    {
      config: false,
      root,
      include: ['test/mutation/judge.ts'],
      watch: false,
      pool: 'threads',
      maxWorkers: 1,
      isolate: false,
      silent: true,
      update: 'none',
      reporters: [{}],
      testTimeout: 120_000,
      hookTimeout: 120_000,
      // What a mutant was compiled to is not to be found by a test afterwards.
      fsModuleCache: false,
      setupFiles: ['test/support/light-passwords.ts'],
    },
    {
      plugins: [
        {
          name: 'mutant',
          enforce: 'pre',
          /** Whatever leads to the changed file is read once for each mutant, and so nothing of one is kept for the next. */
          async resolveId(id, importer) {
            const mutant = importer?.split('?mutant=')[1] ?? id.split('?mutant=')[1];
            if (mutant === undefined || now === undefined) return null;
            const bare = id.split('?')[0] ?? id;
            const found = await this.resolve(bare, importer?.split('?')[0], {skipSelf: true});
            return found !== null && finder.leadsTo(found.id, now.file) ? `${found.id}?mutant=${mutant}` : found;
          },
          load(id) {
            const [path = '', mutant] = id.split('?mutant=');
            if (mutant === undefined || now === undefined) return null;
            if (path === join(root, now.file)) return now.sourceOf(mutant);
            return readFileSync(path, 'utf8').replace("from 'vitest';", `from '${guardedPath}';`);
          },
        },
      ],
    },
  );
  const project = vitest.getRootProject();

  let named = 0;

  /** Without a mutant: the source as it is. Without a fate: nothing was heard of it. */
  async function judge(
    file: string,
    mutants: readonly (Mutant | undefined)[],
    tests: readonly string[],
  ): Promise<(Fate | undefined)[]> {
    const source = readFileSync(join(root, file), 'utf8');
    const changed = new Map(
      mutants.map(mutant => [String((named += 1)), mutant === undefined ? source : applied(source, mutant)]),
    );
    now = {file, sourceOf: name => withGuardedLoops(changed.get(name) ?? source)};
    project.provide('mutants', [...changed.keys()]);
    project.provide('tests', tests);
    for (const {moduleGraph} of Object.values(project.vite.environments)) moduleGraph.invalidateAll();
    const {testModules} = await vitest.runTestSpecifications([project.createSpecification(judgePath)]);
    const suites = new Map(
      testModules.flatMap(module => [...module.children.suites()]).map(suite => [suite.name, suite]),
    );
    return [...changed.keys()].map(name => fateBy(suites.get(name)));
  }

  /** Of one that takes the worker with it nobody hears; those beside it are judged apart from it. */
  async function judgeApart(file: string, mutants: readonly Mutant[], tests: readonly string[]): Promise<Verdict> {
    const [asItIs, ...fates] = await judge(file, [undefined, ...mutants], tests);
    if (asItIs !== undefined) return asItIs === 'survived' ? fates.map(fate => fate ?? 'killed') : 'fails as it is';
    if (mutants.length === 1) return ['timeout'];
    const half = Math.ceil(mutants.length / 2);
    const left = await judgeApart(file, mutants.slice(0, half), tests);
    const right = await judgeApart(file, mutants.slice(half), tests);
    return typeof left === 'string' || typeof right === 'string' ? 'fails as it is' : [...left, ...right];
  }

  return {
    async fatesOf(file, mutants) {
      const tests = finder.testsOf(file);
      const fates: Fate[] = mutants.map(() => 'survived');
      // The nearest test first; what it notices, the others are spared.
      for (const some of [tests.slice(0, 1), tests.slice(1, 4), tests.slice(4)].filter(({length}) => length > 0)) {
        const open = [...mutants.entries()].filter(([at]) => fates[at] === 'survived');
        for (let from = 0; from < open.length; from += together) {
          const batch = open.slice(from, from + together);
          const verdict = await judgeApart(
            file,
            batch.map(([, mutant]) => mutant),
            some,
          );
          if (verdict === 'fails as it is') return verdict;
          for (const [place, [at]] of batch.entries()) fates[at] = verdict[place] ?? 'killed';
        }
      }
      return fates;
    },
    close: () => vitest.close(),
  };
}

function fateBy(suite: TestSuite | undefined): Fate | undefined {
  if (suite === undefined || suite.ok()) return suite && 'survived';
  const errors = [...suite.children.allTests('failed')].flatMap(test => test.result().errors ?? []);
  return errors.some(({message}) => /does not end|timed out/.test(message)) ? 'timeout' : 'killed';
}

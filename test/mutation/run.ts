import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {createVitest, type Vitest} from 'vitest/node';
import {applied, mutantsOf, withGuardedLoops, type Mutant} from './mutants.ts';
import {makeTestFinder} from './tests-of.ts';

/**
 * npm run mutate: changes one place of domain/ after the other and looks whether a test notices. One process for all; of each
 * mutant only the changed file is read anew.
 */

const usage = `npm run mutate -- [FILES]
  FILES       sources; by default all of domain/
  --sample N  so many mutants, drawn by the seed; by default all
  --seed S    by default 1
A line for each file, and one for each mutant that no test noticed. All of it in out/mutation.json.`;

type Fate = 'killed' | 'survived' | 'timeout';
interface Judged extends Mutant {
  readonly file: string;
  readonly fate: Fate;
}

const root = resolve(import.meta.dirname, '../..');
/** What a test may take of a mutant that runs for ever. */
const longest = 20_000;

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {sample: {type: 'string'}, seed: {type: 'string', default: '1'}, help: {type: 'boolean', default: false}},
});
if (values.help) process.stdout.write(`${usage}\n`);
else await run();

async function run(): Promise<void> {
  const files = positionals.length > 0 ? positionals.map(file => relative(root, resolve(file))) : sourcesOf('domain');
  const all = files.flatMap(file =>
    mutantsOf(readFileSync(join(root, file), 'utf8')).map(mutant => ({file, ...mutant})),
  );
  const chosen = draw(all, values.sample === undefined ? all.length : Number(values.sample), values.seed);
  let mutated: {file: string; source: string} | undefined;
  const vitest = await open(file => (mutated?.file === file ? mutated.source : undefined));
  const testsOf = makeTestFinder(root);
  const judged: Judged[] = [];
  for (const file of files) {
    const source = readFileSync(join(root, file), 'utf8');
    const own = chosen.filter(mutant => mutant.file === file);
    const tests = own.length === 0 ? [] : testsOf(file);
    async function judge(changed: string): Promise<Fate> {
      mutated = {file: join(root, file), source: withGuardedLoops(changed, longest)};
      return tests.length === 0 ? 'survived' : fateOf(vitest, mutated.file, tests);
    }
    if (own.length > 0 && (await judge(source)) !== 'survived') {
      process.stdout.write(`${file}: its tests fail as it is, none of its mutants was run\n`);
      process.exitCode = 1;
      continue;
    }
    for (const mutant of own) judged.push({...mutant, fate: await judge(applied(source, mutant))});
    // The next files are judged beside this one as it is.
    mutated = undefined;
    vitest.invalidateFile(join(root, file));
    report(file, judged.slice(judged.length - own.length));
  }
  await vitest.close();
  const counts = tally(judged);
  process.stdout.write(`${line(`of ${all.length} mutants ${judged.length} were run`, counts)}\n`);
  mkdirSync(join(root, 'out'), {recursive: true});
  const result = {seed: values.seed, of: all.length, ...counts, mutants: judged};
  writeFileSync(join(root, 'out', 'mutation.json'), `${JSON.stringify(result, null, 2)}\n`);
}

function sourcesOf(room: string): string[] {
  return readdirSync(join(root, room), {recursive: true, encoding: 'utf8'})
    .filter(file => file.endsWith('.ts'))
    .map(file => `${room}/${file.replaceAll('\\', '/')}`)
    .toSorted();
}

/** The same seed draws the same mutants, whatever else there is. */
function draw<Each extends Mutant & {file: string}>(all: readonly Each[], count: number, seed: string): Each[] {
  const rank = ({file, start, becomes}: Each) =>
    createHash('sha256').update(`${seed} ${file} ${start} ${becomes}`).digest('hex');
  const ranked = all.map(mutant => ({mutant, by: rank(mutant)})).toSorted((one, other) => (one.by < other.by ? -1 : 1));
  const kept = new Set(ranked.slice(0, count).map(({mutant}) => mutant));
  return all.filter(mutant => kept.has(mutant));
}

function open(sourceOf: (file: string) => string | undefined): Promise<Vitest> {
  return createVitest(
    'test',
    {
      config: false,
      root,
      include: ['test/**/*.test.ts'],
      watch: false,
      pool: 'threads',
      maxWorkers: 1,
      silent: true,
      reporters: [{}],
      testTimeout: longest,
      // What a mutant was compiled to is not to be found by a test afterwards.
      fsModuleCache: false,
      setupFiles: ['test/support/light-passwords.ts'],
    },
    {plugins: [{name: 'mutant', enforce: 'pre', load: id => sourceOf(id)}]},
  );
}

/** The nearest test first; where one notices, the others are spared. */
async function fateOf(vitest: Vitest, file: string, tests: readonly string[]): Promise<Fate> {
  vitest.invalidateFile(file);
  const project = vitest.getRootProject();
  for (const test of tests) {
    const result = await vitest.runTestSpecifications([project.createSpecification(test)]);
    // It tells of whatever was run before as well.
    const now = result.testModules.filter(({moduleId}) => moduleId === test);
    if (result.unhandledErrors.length === 0 && now.length === 1 && now.every(each => each.ok())) continue;
    const errors = now.flatMap(each => [
      ...each.errors(),
      ...[...each.children.allTests('failed')].flatMap(failed => failed.result().errors ?? []),
    ]);
    return errors.some(({message}) => /does not end|timed out/.test(message)) ? 'timeout' : 'killed';
  }
  return 'survived';
}

function tally(judged: readonly Judged[]): Record<Fate, number> {
  const count = (fate: Fate) => judged.filter(each => each.fate === fate).length;
  return {killed: count('killed'), survived: count('survived'), timeout: count('timeout')};
}

function line(what: string, {killed, survived, timeout}: Record<Fate, number>): string {
  const all = killed + survived + timeout;
  const percent = all === 0 ? 100 : ((killed + timeout) * 100) / all;
  return `${what}: ${killed} killed, ${timeout} timed out, ${survived} survived, ${percent.toFixed(1)} %`;
}

function report(file: string, judged: readonly Judged[]): void {
  if (judged.length === 0) return;
  process.stdout.write(`${line(file, tally(judged))}\n`);
  for (const {line: at, was, becomes, fate} of judged) {
    if (fate === 'survived') process.stdout.write(`  ${file}:${at} ${short(was)} → ${short(becomes)}\n`);
  }
}

function short(words: string): string {
  const flat = words.replaceAll(/\s+/g, ' ');
  return flat.length > 70 ? `${flat.slice(0, 69)}…` : flat;
}

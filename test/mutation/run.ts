import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {openBench, type Fate} from './bench.ts';
import {mutantsOf, type Mutant} from './mutants.ts';
import {makeTestFinder} from './tests-of.ts';

/**
 * npm run mutate: changes one place of domain/ after the other and looks whether a test notices.
 */

const usage = `npm run mutate -- [FILES]
  FILES       sources; by default all of domain/
  --sample N  so many mutants, drawn by the seed; by default all
  --seed S    by default 1
A line for each file, and one for each mutant that no test noticed. All of it in out/mutation.json.`;

interface Judged extends Mutant {
  readonly file: string;
  readonly fate: Fate;
}

const root = resolve(import.meta.dirname, '../..');

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
  const bench = await openBench(root, makeTestFinder(root));
  const judged: Judged[] = [];
  for (const file of files) {
    const own = chosen.filter(mutant => mutant.file === file);
    const fates = own.length === 0 ? [] : await bench.fatesOf(file, own);
    if (fates === 'fails as it is') {
      process.stdout.write(`${file}: its tests fail as it is, none of its mutants was judged\n`);
      process.exitCode = 1;
      continue;
    }
    const here = own.map((mutant, at) => ({...mutant, fate: fates[at] ?? 'survived'}));
    report(file, here);
    judged.push(...here);
  }
  await bench.close();
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

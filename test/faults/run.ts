import {once} from 'node:events';
import {mkdirSync, writeFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {Worker} from 'node:worker_threads';
import {isClean, printed, together, type Campaign} from './campaign.ts';
import {freshSeed} from './exchange.ts';
import type {Report, Work} from './facility-worker.ts';

/** `npm run faults -- --exchanges N [--seed S] [--nodes N]`: prints what was done and what was lost; writes out/faults.json. */

const usage = `npm run faults -- --exchanges N [--seed S] [--nodes N]
  --exchanges N   how many randomised exchanges; a facility has 1,000 of them, then comes the next
  --seed S        the same seed does the same again; by default a fresh one, which is printed
  --nodes N       PCs of a facility, 4 by default; the last has no network
  DATABASE_URL    an empty PostgreSQL database for the registry; by default PGlite in memory,
                  one for each processor`;

interface Options {
  readonly exchanges: number;
  readonly seed: string;
  readonly nodes: number;
}

function readOptions(): Options | undefined {
  try {
    const string = {type: 'string'} as const;
    const {values} = parseArgs({options: {exchanges: string, seed: string, nodes: string}});
    const exchanges = Number(values.exchanges);
    const nodes = Number(values.nodes ?? '4');
    if (!(Number.isInteger(exchanges) && exchanges > 0 && Number.isInteger(nodes) && nodes > 1)) return undefined;
    return {exchanges, nodes, seed: values.seed ?? freshSeed()};
  } catch {
    return undefined;
  }
}

/** A facility has its years of work and no more; then comes the next one. */
const exchangesPerFacility = 1_000;

function facilitiesOf({exchanges, seed}: Options): {seed: string; exchanges: number}[] {
  const count = Math.ceil(exchanges / exchangesPerFacility);
  return Array.from({length: count}, (_, index) => ({
    seed: count === 1 ? seed : `${seed}-${index + 1}`,
    exchanges: Math.min(exchangesPerFacility, exchanges - index * exchangesPerFacility),
  }));
}

/** The facilities dealt out to as many threads as there are processors, each with a registry of its own on PGlite. */
async function runAll(options: Options, onProgress: (exchanges: number) => void): Promise<Campaign[]> {
  const facilities = facilitiesOf(options);
  const threads = Math.min(availableParallelism(), facilities.length);
  const campaigns: Campaign[] = [];
  const runs = Array.from({length: threads}, (_, thread) => {
    const work: Work = {
      facilities: facilities.filter((_facility, index) => index % threads === thread),
      nodes: options.nodes,
      databaseUrl: process.env['DATABASE_URL'],
    };
    const worker = new Worker(new URL('./facility-worker.ts', import.meta.url), {workerData: work});
    worker.on('message', (report: Report) => {
      if ('exchanges' in report) return onProgress(report.exchanges);
      campaigns.push(report.campaign);
      if (!isClean(report.campaign)) console.log(printed(report.campaign));
    });
    return once(worker, 'exit');
  });
  const ends = await Promise.all(runs);
  if (ends.some(([code]) => code !== 0)) throw new Error('a facility was not gone through to its end');
  return campaigns;
}

const options = readOptions();
if (options === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  console.log(`seed ${options.seed}`);
  const every = Math.max(1, Math.floor(options.exchanges / 20));
  let done = 0;
  const campaigns = await runAll(options, exchanges => {
    const before = Math.floor(done / every);
    done += exchanges;
    if (Math.floor(done / every) > before) console.error(`${done} of ${options.exchanges}`);
  });
  const campaign = together(options.seed, campaigns);
  console.log(printed(campaign));
  const out = resolve(import.meta.dirname, '../../out');
  mkdirSync(out, {recursive: true});
  writeFileSync(join(out, 'faults.json'), `${JSON.stringify([campaign], null, 2)}\n`);
  if (!isClean(campaign)) process.exitCode = 1;
}

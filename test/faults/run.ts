import {mkdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {isClean, printed} from './campaign.ts';
import {exchangeCampaign, freshSeed} from './exchange.ts';

/** `npm run faults -- --exchanges N [--seed S] [--nodes N]`: prints what was done and what was lost; writes out/faults.json. */

const usage = `npm run faults -- --exchanges N [--seed S] [--nodes N]
  --exchanges N   how many randomised exchanges
  --seed S        the same seed does the same again; by default a fresh one, which is printed
  --nodes N       PCs of the facility, 4 by default; the last has no network
  DATABASE_URL    a PostgreSQL database for the registry; by default PGlite in memory`;

function readOptions(): {exchanges: number; seed: string; nodes: number} | undefined {
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

const options = readOptions();
if (options === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  console.log(`seed ${options.seed}`);
  const every = Math.max(1, Math.floor(options.exchanges / 20));
  const campaign = await exchangeCampaign({
    ...options,
    databaseUrl: process.env['DATABASE_URL'],
    onProgress: done => {
      if (done % every === 0) console.error(`${done} of ${options.exchanges}`);
    },
  });
  console.log(printed(campaign));
  const out = resolve(import.meta.dirname, '../../out');
  mkdirSync(out, {recursive: true});
  writeFileSync(join(out, 'faults.json'), `${JSON.stringify([campaign], null, 2)}\n`);
  if (!isClean(campaign)) process.exitCode = 1;
}

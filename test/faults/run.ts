import {mkdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {isClean, printed, type Campaign} from './campaign.ts';
import {freshSeed} from './exchange.ts';
import {facilitiesCampaign} from './facilities.ts';
import {powerCampaign, powerFaults, type PowerFault} from './power.ts';

/** `npm run faults -- CAMPAIGN N …`: prints what was done and what was lost; writes out/faults.json. */

const usage = `npm run faults -- [--exchanges N] [--kills N] [--full-disk N] [--read-only N] [--seed S] [--nodes N]
  --exchanges N   randomised exchanges between PCs and the registry; a facility has 1,000 of them, then comes the next
  --kills N       the built program is killed N times while it is written to
  --full-disk N   its disk fills up N times (an administrator of a Linux only)
  --read-only N   its folder cannot be written N times (an administrator of a Linux only)
  --seed S        the same seed does the same again; by default a fresh one, which is printed
  --nodes N       PCs of a facility, 4 by default; the last has no network
  DATABASE_URL    an empty PostgreSQL database for the registry; by default PGlite in memory,
                  one for each processor`;

const campaigns = ['exchanges', ...powerFaults] as const;

interface Options {
  readonly wanted: readonly {readonly campaign: 'exchanges' | PowerFault; readonly count: number}[];
  readonly seed: string;
  readonly nodes: number;
}

function readOptions(): Options | undefined {
  const string = {type: 'string'} as const;
  const options = {
    'exchanges': string,
    'kills': string,
    'full-disk': string,
    'read-only': string,
    'seed': string,
    'nodes': string,
  };
  try {
    const {values} = parseArgs({options});
    const nodes = Number(values.nodes ?? '4');
    const wanted = campaigns.flatMap(campaign => {
      const count = values[campaign];
      return count === undefined ? [] : [{campaign, count: Number(count)}];
    });
    const areNumbers = [nodes - 1, ...wanted.map(({count}) => count)].every(
      count => Number.isInteger(count) && count > 0,
    );
    return areNumbers && wanted.length > 0 ? {wanted, nodes, seed: values.seed ?? freshSeed()} : undefined;
  } catch {
    return undefined;
  }
}

async function run({wanted, seed, nodes}: Options): Promise<readonly Campaign[]> {
  const made: Campaign[] = [];
  for (const {campaign, count} of wanted) {
    const every = Math.max(1, Math.floor(count / 20));
    let done = 0;
    const onProgress = (more = 1): void => {
      const before = Math.floor(done / every);
      done += more;
      if (Math.floor(done / every) > before) console.error(`${campaign}: ${done} of ${count}`);
    };
    const result =
      campaign === 'exchanges'
        ? await facilitiesCampaign({exchanges: count, seed, nodes}, onProgress)
        : await powerCampaign({fault: campaign, rounds: count, seed, onProgress});
    console.log(printed(result));
    made.push(result);
  }
  return made;
}

const options = readOptions();
if (options === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  console.log(`seed ${options.seed}`);
  const made = await run(options);
  const out = resolve(import.meta.dirname, '../../out');
  mkdirSync(out, {recursive: true});
  writeFileSync(join(out, 'faults.json'), `${JSON.stringify(made, null, 2)}\n`);
  if (!made.every(isClean)) process.exitCode = 1;
}

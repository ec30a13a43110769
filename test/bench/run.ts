import {randomUUID} from 'node:crypto';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {must} from '../../domain/assert.ts';
import {fill, openBenchApplication} from './application.ts';
import {measureCipher} from './cipher-cost.ts';
import {measureExchange} from './exchange.ts';
import type {Figure} from './figure.ts';
import {measureIntegration} from './integration.ts';
import {measureImport} from './importing.ts';
import {measureFleet} from './fleet.ts';
import {measureMemory} from './memory.ts';
import {measureOthers} from './others.ts';
import {measurePdf} from './pdf.ts';
import {measureRegistry} from './registry.ts';
import {measureSave} from './save.ts';
import {measureSearch} from './search.ts';
import {measureStart} from './start.ts';
import {measureYears} from './years.ts';

/** `npm run bench`: every figure beside what it is held against, from one run. Writes out/bench.json. */

const people = 100_000;
/** So many are entered before the program is closed and opened again. In a real facility it is some tens at most. */
const peopleInSession = 10_000;

async function databaseFigures(): Promise<Figure[]> {
  const application = await openBenchApplication();
  try {
    const journalId = randomUUID();
    for (let from = 0; from < people; from += peopleInSession) {
      fill(application.connection(), from + peopleInSession, {from, journalId});
      await application.restart();
    }
    return [...(await measureSave(application, people)), ...(await measureSearch(application, people))];
  } finally {
    application.close();
  }
}

function print(figures: readonly Figure[]): void {
  console.table(
    figures.map(({name, value, unit, against, ratio, target, met}) => ({
      name,
      value: value === null ? 'missing' : `${value} ${unit}`,
      against,
      ratio: ratio ?? '',
      target,
      met: met ? 'yes' : 'NO',
    })),
  );
}

/** In this order: what is measured last finds the machine warm. */
const parts: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  database: databaseFigures,
  cipher: () => measureCipher(20_000),
  pdf: () => measurePdf(),
  start: () => measureStart(10_000),
  years: () => measureYears(10_000),
  importing: () => measureImport(20_000),
  exchange: () => measureExchange(),
  integration: () => measureIntegration(60_000),
  memory: () => measureMemory(1_000_000),
  registry: () => measureRegistry(),
  others: () => measureOthers(),
  fleet: () => measureFleet(),
};

const usage = `npm run bench [-- --only PART]
  --only PART   ${Object.keys(parts).join(', ')}
  TEST_DATABASE_URL   a PostgreSQL; without it the parts that need one say so`;

async function measure(names: readonly string[]): Promise<void> {
  const out = resolve(import.meta.dirname, '../../out');
  mkdirSync(out, {recursive: true});
  const figures: Figure[] = [];
  for (const name of names) {
    const measured = await must(parts[name])();
    // Part by part: half an hour is long, and whoever stops it keeps what was measured.
    print(measured);
    figures.push(...measured);
    writeFileSync(join(out, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
  }
}

const args = process.argv.slice(2);
const [flag, only = ''] = args;
if (args.length === 0) await measure(Object.keys(parts));
else if (flag === '--only' && args.length === 2 && parts[only] !== undefined) await measure([only]);
else {
  console.error(usage);
  process.exitCode = flag === '--help' ? 0 : 64;
}

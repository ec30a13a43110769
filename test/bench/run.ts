import {randomUUID} from 'node:crypto';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
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

const figures = [
  ...(await databaseFigures()),
  ...(await measureCipher(20_000)),
  ...(await measurePdf()),
  ...(await measureStart(10_000)),
  ...(await measureYears(10_000)),
  ...(await measureImport(20_000)),
  ...(await measureExchange()),
  ...(await measureIntegration(60_000)),
  ...(await measureMemory(1_000_000)),
  ...(await measureRegistry()),
  ...(await measureOthers()),
  ...(await measureFleet()),
];
print(figures);
const out = resolve(import.meta.dirname, '../../out');
mkdirSync(out, {recursive: true});
writeFileSync(join(out, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);

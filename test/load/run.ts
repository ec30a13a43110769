import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {availableParallelism, loadavg, tmpdir, totalmem} from 'node:os';
import {join, resolve} from 'node:path';
import {rounded, timed} from '../bench/figure.ts';
import {registryMain} from '../registry/support/process.ts';
import {makeDatabase} from '../registry/support/stores.ts';
import {loadFleet, type LoadReport} from './fleet-load.ts';
import {readLoadOptions, usage} from './options.ts';

/** `npm run load`: what the central registry takes, and what it grows to. Prints it, and writes out/load.json. */

interface CopyCost {
  readonly bytes: number;
  readonly backupSeconds: number;
  readonly restoreSeconds: number;
}

async function measureCopy(url: string): Promise<CopyCost> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-load-'));
  const {url: empty, drop} = await makeDatabase();
  try {
    const file = join(folder, 'registry.dump');
    const run = async (command: string, at: string): Promise<number> =>
      rounded(
        (await timed(() => {
          const {status, stderr} = spawnSync(process.execPath, [registryMain, command, file], {
            encoding: 'utf8',
            env: {...process.env, DATABASE_URL: at},
          });
          if (status !== 0) throw new Error(stderr);
        })) / 1_000,
      );
    const backupSeconds = await run('backup', url);
    return {bytes: statSync(file).size, backupSeconds, restoreSeconds: await run('restore', empty)};
  } finally {
    await drop();
    rmSync(folder, {recursive: true, force: true});
  }
}

function print({steps, lived}: LoadReport, copy: CopyCost | undefined): void {
  const megabytes = (bytes: number): number => rounded(bytes / 1_000_000);
  console.table(lived);
  console.table(
    steps.map(({facilities, changes, throughput, loading, day, size, serverMegabytes, serverSeconds}) => ({
      facilities,
      changes,
      'changes/s': throughput,
      'page p50': loading.p50,
      'page p95': loading.p95,
      'day p50': day.p50,
      'day p95': day.p95,
      'database MB': megabytes(size.bytes),
      'bytes/change': Math.round(size.bytes / changes),
      'registry MB': serverMegabytes,
      'registry s/1000': serverSeconds,
    })),
  );
  console.table(
    (steps.at(-1)?.size.tables ?? [])
      .filter(({rows}) => rows > 0)
      .flatMap(({table, rows, bytes, indexes}) => [
        {what: table, rows, MB: megabytes(bytes)},
        ...Object.entries(indexes).map(([name, of]) => ({what: `  ${name}`, rows: '', MB: megabytes(of)})),
      ]),
  );
  const [first, last] = [steps.at(0), steps.at(-1)];
  if (first !== undefined && last !== undefined && last !== first) {
    const changes = last.changes - first.changes;
    console.log(
      `each change added ${Math.round((last.size.bytes - first.size.bytes) / changes)} bytes of the database ` +
        `and ${Math.round((last.size.wal - first.size.wal) / changes)} of the write-ahead log (the whole server's)`,
    );
  }
  if (copy !== undefined) {
    console.log(`copy: ${megabytes(copy.bytes)} MB in ${copy.backupSeconds} s, put back in ${copy.restoreSeconds} s`);
  }
}

const options = readLoadOptions(process.argv.slice(2));
if (options === undefined || process.env.TEST_DATABASE_URL === undefined) {
  console.error(usage);
  process.exitCode = 64;
} else {
  let copy: CopyCost | undefined;
  const begun = new Date();
  const report = await loadFleet(
    options,
    line => console.log(line),
    async url => {
      copy = await measureCopy(url);
    },
  );
  print(report, copy);
  const out = resolve(import.meta.dirname, '../../out');
  mkdirSync(out, {recursive: true});
  const machine = {
    processors: availableParallelism(),
    gigabytes: rounded(totalmem() / 2 ** 30),
    load: loadavg().map(rounded),
  };
  const whole = {begun: begun.toISOString(), options, machine, ...report, copy};
  writeFileSync(join(out, 'load.json'), `${JSON.stringify(whole, null, 2)}\n`);
}

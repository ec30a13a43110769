import {execFile} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {assert} from '../../domain/assert.ts';
import {openDatabase} from '../../db/connection.ts';
import {append} from '../../db/exchange/log.ts';
import {activePartners, keysOf} from '../../db/exchange/partners.ts';
import {databaseStore} from '../../electron/exchange/database-store.ts';
import {exchangeOverNetwork} from '../../electron/exchange/network-lane.ts';
import {enrolAt} from '../../electron/host/exchange-enrolment.ts';
import {makeNodeSecrets} from '../../registry/parcel/keys.ts';
import {addCode} from '../../registry/store/facilities.ts';
import {openServer} from '../registry/support/server.ts';
import {firstLoad} from '../support/first-load.ts';
import {rounded, timed, type Figure} from './figure.ts';

/**
 * What others would use, beside ours in the same run: as many equal documents from a database on this computer to a server
 * on this computer, until both have them. Ours is encrypted on the disk, signed and encrypted on the way, and goes to
 * PostgreSQL; the registry runs in the process of the sender. PouchDB does none of that, in two processes.
 *
 * It is no dependency of ours: it is installed for the bench into a folder that goes again. Its licence is Apache 2.0.
 */

const counts = [2_000, 60_000] as const;
const packages = ['pouchdb-node@9.0.0', 'express-pouchdb@4.2.0', 'express@4.22.1'];
const run = promisify(execFile);

export async function measureOthers(): Promise<Figure[]> {
  if (process.env.TEST_DATABASE_URL === undefined) return [missing('TEST_DATABASE_URL names no PostgreSQL')];
  const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-others-'));
  try {
    const isInstalled = await install(folder);
    const figures: Figure[] = [];
    for (const count of counts) {
      const ours = await measureOurs(join(folder, `ours-${count}`), count);
      const theirs = isInstalled ? await measurePouch(folder, count) : null;
      figures.push(figureOf(count, ours, theirs));
    }
    return figures;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function install(folder: string): Promise<boolean> {
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  try {
    await run('npm', ['install', '--no-audit', '--no-fund', ...packages], {cwd: folder});
    return true;
  } catch {
    return false;
  }
}

/** Seconds. */
async function measurePouch(folder: string, count: number): Promise<number | null> {
  const data = mkdtempSync(join(folder, 'pouch-'));
  const script = join(import.meta.dirname, 'pouch-child.ts');
  try {
    const {stdout} = await run(process.execPath, [script, 'replicate', folder, data, String(count)]);
    const {written, seconds}: {written: number; seconds: number} = JSON.parse(stdout);
    assert(written === count, 'all of it arrived');
    return seconds;
  } catch {
    return null;
  }
}

/** Seconds, from the first look into the log to the receipt of the last change. */
async function measureOurs(folder: string, count: number): Promise<number> {
  mkdirSync(folder);
  const node = '00000000000000a1';
  const server = await openServer('PostgreSQL');
  const key = new Uint8Array(32).fill(7);
  const connection = openDatabase({file: join(folder, 'node.db'), key, node: `${node}-`, now: Date.now});
  try {
    connection.integrate(log => {
      for (const change of firstLoad(count, node)) append(log, change, null);
    });
    const secrets = await makeNodeSecrets();
    const {code} = await addCode(server.store, await server.facility(), Date.now);
    const wish = {url: server.address, code, name: 'ПК', certificate: null};
    const {signal} = new AbortController();
    const {problem} = await enrolAt(connection, wish, {secrets, signal, now: Date.now});
    assert(problem === null, 'enrolled');
    const [registry] = activePartners(connection.readable, 'registry');
    assert(registry !== undefined, 'the registry is known');
    const milliseconds = await timed(async () => {
      const {problem: stopped, tally} = await exchangeOverNetwork({
        store: databaseStore({connection, program: 'bench', today: () => '2026-11-26'}),
        secrets,
        registry: {url: server.address, node: registry.id, keys: keysOf(registry)},
        now: Date.now,
      });
      assert(stopped === null && tally.sent >= count, 'all of it arrived');
    });
    return milliseconds / 1_000;
  } finally {
    connection.close();
    await server.close();
  }
}

function figureOf(count: number, ours: number, theirs: number | null): Figure {
  const against =
    theirs === null
      ? 'PouchDB is missing: it could not be installed here'
      : `PouchDB (LevelDB) to express-pouchdb (LevelDB): ${rounded(theirs)} s, ${rounded(count / theirs)} /s`;
  return {
    name: `${count} rows to the registry on this computer`,
    value: rounded(ours),
    unit: `s, ${rounded(count / ours)} /s`,
    against,
    ratio: theirs === null ? null : rounded(ours / theirs),
    target: 'not slower',
    met: theirs !== null && ours <= theirs,
  };
}

function missing(against: string): Figure {
  const name = 'rows to the registry on this computer';
  return {name, value: null, unit: 's', against, ratio: null, target: 'not slower', met: false};
}

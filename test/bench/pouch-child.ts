import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {AddressInfo, Server} from 'node:net';
import {join} from 'node:path';
import {must} from '../../domain/assert.ts';
import {firstLoad} from '../support/first-load.ts';

/**
 * The other way: PouchDB with its own database on the disk, which replicates to an express-pouchdb in a process of its own.
 * `pouch-child.ts serve|replicate PACKAGES DATA COUNT`, where PACKAGES is the folder in which they are installed. Answers the
 * port, and the seconds that the replication took.
 */

interface Pouch {
  bulkDocs(documents: readonly object[]): Promise<unknown>;
  readonly replicate: {to(url: string, options: {batch_size: number}): Promise<{docs_written: number}>};
}

interface PouchClass {
  new (name: string): Pouch;
  defaults(options: {prefix: string}): PouchClass;
}

interface WebApplication {
  use(path: string, handler: unknown): void;
  listen(port: number, host: string, onListening: () => void): Server;
}

/** As installed: none of it has types that could be asked here. */
interface Packages {
  (name: 'pouchdb-node'): PouchClass;
  (name: 'express'): () => WebApplication;
  (name: 'express-pouchdb'): (pouch: PouchClass, options: Readonly<Record<string, unknown>>) => unknown;
}

const atOnce = 1_000;

async function replicate(PouchDB: PouchClass, packages: string, data: string, count: number): Promise<void> {
  const database = new PouchDB(join(data, 'local'));
  let documents: object[] = [];
  for (const {table, rowId, patch} of firstLoad(count, '00000000000000a1')) {
    documents.push({_id: rowId, table, ...JSON.parse(patch)});
    if (documents.length < atOnce) continue;
    await database.bulkDocs(documents);
    documents = [];
  }
  await database.bulkDocs(documents);
  const server = spawn(process.execPath, [import.meta.filename, 'serve', packages, data], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [port] = await once(must(server.stdout), 'data');
  const begun = performance.now();
  const {docs_written: written} = await database.replicate.to(`http://127.0.0.1:${Number(port)}/registry`, {
    // By default a hundred: that is slower.
    batch_size: atOnce,
  });
  console.log(JSON.stringify({written, seconds: (performance.now() - begun) / 1_000}));
  server.kill();
}

function serve(PouchDB: PouchClass, load: Packages, data: string): void {
  const folder = join(data, 'server');
  mkdirSync(folder, {recursive: true});
  const files = {logPath: join(folder, 'log.txt'), inMemoryConfig: true, mode: 'minimumForPouchDB'};
  const app = load('express')();
  app.use('/', load('express-pouchdb')(PouchDB.defaults({prefix: `${folder}/`}), files));
  const server = app.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
}

const [side, packages = '', data = '', count = '0'] = process.argv.slice(2);
const load: Packages = createRequire(join(packages, 'package.json'));
const PouchDB = load('pouchdb-node');
if (side === 'serve') serve(PouchDB, load, data);
else {
  await replicate(PouchDB, packages, data, Number(count));
  process.exit(0);
}
